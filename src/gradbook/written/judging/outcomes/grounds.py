"""Grounds: whether what a result is calculated with is said in the answer, or only the grader knows it.

    w_new = 5 - 0.01*grad        df/dq = df/db, df/db = 100*(-2 - b_new)        df/dw = d/dw (3(2w - 2))

A formula for a derivative is an answer where it goes back from the output: dL/dw may be x times dL/dz. By what comes
behind it, by what is new after the step, or by a differentiation that nobody carries out, it is one only where the
answer says that number too.
"""

from collections.abc import Callable

from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.exercise import Exercise, Key
from gradbook.written.expression import New, Node, Slope, has_names, is_literal, leaves
from gradbook.written.judging.claims.claim import Claim
from gradbook.written.judging.claims.evidence import Evidence
from gradbook.written.judging.steps.found import Found


class Grounds:
    """What the answer itself says of what it calculates with.

    Args:
        evidence: of one answer.
        is_formula: whether all that is stated of a derivative is right formulas.
    """

    def __init__(self, evidence: Evidence, is_formula: Callable[[Derivative], bool]) -> None:
        self._evidence, self._is_formula = evidence, is_formula
        self._exercise: Exercise = evidence.exercise

    def are_lacking(self, key: Key, claim: Claim) -> bool:
        """Whether a result that states no number is calculated with what the answer does not say."""
        return not self._are_in(key, claim, frozenset({key.text}))

    def _are_in(self, key: Key, claim: Claim, seen: frozenset[str]) -> bool:
        if any(is_literal(m.node) and found.right for m, found in zip(claim.members, claim.found, strict=True)):
            return True
        node = claim.last.node
        return node is None or all(self._is_grounded(key, leaf, seen) for leaf in leaves(node))

    def _is_grounded(self, key: Key, leaf: Node, seen: frozenset[str]) -> bool:
        lexicon = self._exercise.lexicon
        match leaf:
            case Slope():
                return False
            case New(name):
                return self._is_told(Key(f"new:{name}", "new", name))
            case Derivative(of, by, False) if of == lexicon.output and of != by:
                slope = Key.slope(of, by)
                if key.kind not in ("total", "local"):
                    return self._is_told(slope) or (key.kind == "new" and self._is_formula(leaf))
                ascends = by != key.by and key.by in lexicon.cone(by) and slope.text not in seen
                return ascends or self._is_told(slope) or self._has_formula(slope, seen)
            case Symbol(name) if key.kind == "value" and name in lexicon.operands and name not in lexicon.cone(key.of):
                return self._is_told(Key(name, "value", name))
        return True

    def _has_formula(self, slope: Key, seen: frozenset[str]) -> bool:
        """Whether a derivative is stated by a formula that leads to none of those by which it is asked for."""
        if slope.text in seen:
            return False
        claims = self._evidence.claims.on(slope)
        return any(claim.fits and self._are_in(slope, claim, seen | {slope.text}) for claim in claims)

    def _is_told(self, key: Key) -> bool:
        """Whether the answer says what number a quantity is, and that is right."""
        return any(
            not has_names(claim.last.node) and claim.found[-1] is Found.VALUE and not claim.statement.tainted
            for claim in self._evidence.claims.on(key)
        )
