"""Contradictions: where a right result does not follow from the learner's own numbers, or follows from two wrong ones.

    q = 12, r = q + b = 8                                   12 - 2 is not 8
    df/dq = 2, dq/dw = 3, df/dw = df/dq * dq/dw = 6         both are wrong, and only their product is right

Nobody can say how such a result came about: a person decides.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from itertools import combinations, pairwise

from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.exercise import Exercise, Key
from gradbook.written.expression import Node, evaluate, has_names, is_literal, leaves
from gradbook.written.judging.claims.claim import Claim
from gradbook.written.judging.claims.evidence import Evidence
from gradbook.written.judging.outcomes.mistakes.other_factors import other_factors
from gradbook.written.judging.steps import tolerances
from gradbook.written.judging.steps.follow_through import FollowThrough, followed
from gradbook.written.judging.steps.forms import number_of
from gradbook.written.judging.steps.found import Found
from gradbook.written.judging.steps.substitutions import put_in
from gradbook.written.parsing.cues.settings.contexts import MOVED
from gradbook.written.parsing.equations.statements import Member, Statement
from gradbook.written.points import Point

_MOST = 8  # wrong numbers of which all pairs are tried


class Contradictions:
    """What the wrong numbers of one answer speak against."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence

    @cached_property
    def _wrong(self) -> dict[str, float]:
        evidence = self._evidence
        wrong = _wrong_numbers(evidence.statements, evidence.exercise)
        sound = {key.text for key in evidence.rounding.sound} if wrong else ()  # right but for rounding
        return {text: number for text, number in wrong.items() if text not in sound}

    @cached_property
    def _own(self) -> Point:
        """All quantities, with the wrong numbers of the answer for its own."""
        exercise, wrong = self._evidence.exercise, self._wrong
        here = exercise.here
        return replace(
            here,
            value={**here.value, **{name: float(wrong[name]) for name in exercise.arguments if name in wrong}},
            total={**here.total, **exercise.slopes_in(wrong)},
        )

    def are_in(self, key: Key, claim: Claim) -> bool:
        """Whether a right result does not follow from the learner's own numbers, or only from two wrong ones."""
        if self._puts_in_what_it_is_not(claim) or other_factors(claim, self._evidence.exercise):
            return True
        if has_names(claim.last.node) and self._comes_to_another(key):
            return True
        wrong, exercise = self._wrong, self._evidence.exercise
        if not wrong:
            return False
        if self._contradicts(key, claim) or _cancel_out(key, wrong, exercise, self._evidence.follow_through):
            return True
        bare = len(claim.members) == 1 and is_literal(claim.last.node)  # no work is shown
        return bare and key.kind in ("total", "local") and self._leads_elsewhere(key)

    def _comes_to_another(self, key: Key) -> bool:
        """Whether the formula of a derivative is said to come to another number: dy/dz = 1 - y^2, 1 - y^2 = 0.43."""
        exercise, truths = self._evidence.exercise, self._evidence.exercise.truths(key)
        for statement in self._evidence.calculated:
            formula, result = statement.members[0].node, number_of(statement.members[-1].node, exercise)
            if result is None or any(_may_be(result, truth) for truth in truths):
                continue
            if self._evidence.steps.chain(key, (Member(formula, 0, 0, "="),))[-1] is Found.IDENTITY:
                return True
        return False

    def _leads_elsewhere(self, key: Key) -> bool:
        """Whether a wrong slope of an operation, carried on, leads to another result than a bare number.

        dp/dw = 3, dL/dw = 56. A wrong gradient of the output says nothing: each may have been found by itself.
        """
        exercise, follow_through = self._evidence.exercise, self._evidence.follow_through
        slopes = {
            text: number
            for text, number in self._wrong.items()
            if text != key.text and any(of != exercise.graph.output for of, _ in exercise.slopes_in({text: number}))
        }
        led = (followed(key, exercise, {text: number}, follow_through) for text, number in slopes.items())
        return any(options and not _same(options[-1], exercise.truth(key)) for options in led)

    def _contradicts(self, key: Key, claim: Claim) -> bool:
        """Whether a side of a right chain has a quantity that is said to be another number, and needs the right one.

        Where the right one is put in all the same (df/dw = -0.4 * 2 = 10.8, w_new = w - lr * df/dw = 5 - 0.01 *
        (-0.8)), the other number is a slip of the pen.
        """
        exercise, wrong = self._evidence.exercise, self._wrong
        for place, member in enumerate(claim.members):
            node = member.node
            if node is None or is_literal(node):
                continue
            said = [leaf for leaf in leaves(node) if _is_wrong(leaf, wrong, exercise)]
            if not said:
                continue
            value, right_one = evaluate(node, self._own, exercise.lr), evaluate(node, exercise.here, exercise.lr)
            if _same(value, exercise.truth(key)) or _same(value, right_one):
                continue
            later = (put_in(node, other.node) for other in claim.members[place + 1 :] if other.node)
            right = {
                quantity for pairs in later for quantity, number in pairs or () if _is_right(quantity, number, exercise)
            }
            if not right.issuperset(said):
                return True
        return False

    def _puts_in_what_it_is_not(self, claim: Claim) -> bool:
        """Whether a calculation that is put in for a quantity is not its: w - lr * df/dw = 5 - 0.01 * (5 + 1)."""
        for one, other in pairwise(member.node for member in claim.members):
            if one is None or other is None or not has_names(one) or has_names(other):
                continue
            for quantity, calculation in put_in(one, other) or ():
                key = _key(quantity, self._evidence.exercise)
                if key is None or is_literal(calculation) or quantity == one:
                    continue
                found = self._evidence.steps.chain(key, (Member(calculation, 0, 0, "="),))
                if found[-1] is Found.COINCIDENCE:
                    return True
        return False


def _key(quantity: Node | None, exercise: Exercise) -> Key | None:
    """Return the key of a calculated quantity, or of a derivative; None for anything else."""
    match quantity:
        case Symbol(name) if name in exercise.arguments:
            return Key(name, "value", name)
        case Derivative(of, by) if (of, by) in exercise.here.total:
            return Key.slope(of, by)
    return None


def _wrong_numbers(statements: Iterable[Statement], exercise: Exercise) -> dict[str, float]:
    """Return the learner's own numbers that are wrong, by key; none of a quantity of which a right one is said too."""
    found: dict[str, float] = {}
    right: set[str] = set()
    for statement in statements:
        key = _said_of(statement, exercise)
        if key is None or key.text in right:
            continue
        numbers = [number_of(m.node, exercise) for m in statement.members[1:] if m.node and is_literal(m.node)]
        known = [number for number in numbers if number is not None]
        if any(_may_be(number, truth) for number in known for truth in _truths(key, exercise)):
            right.add(key.text)
        elif known and not statement.tainted and is_literal(statement.members[-1].node):
            found[key.text] = known[-1]
    return {text: number for text, number in found.items() if text not in right}


def _said_of(statement: Statement, exercise: Exercise) -> Key | None:
    """Return the key of the calculated quantity that a statement begins with, if it is said of that for sure."""
    unsure = statement.later or statement.elsewhere or statement.tentative or statement.supposed
    return None if unsure or statement.context in MOVED else _key(statement.members[0].node, exercise)


def _truths(key: Key, exercise: Exercise) -> tuple[float, float]:
    """Return what may be meant: of a value also the gradient by it, of a total derivative also the local one."""
    here, pair = exercise.here, (key.of, key.by)
    if key.kind == "value":
        value = here.value[key.of]
        return value, here.total.get((exercise.graph.output, key.of), value)
    return here.total[pair], here.local.get(pair, here.total[pair])


def _may_be(number: float, truth: float) -> bool:
    """Whether a number is a quantity, however coarsely rounded."""
    most = tolerances.ROUNDING_AT_MOST if tolerances.is_exact(truth) else tolerances.ROUNDING_ASTRAY
    return abs(number - truth) <= most * abs(truth) + tolerances.NOTHING


def _is_wrong(leaf: Node, wrong: Mapping[str, float], exercise: Exercise) -> bool:
    key = _key(leaf, exercise)
    return key is not None and key.text in wrong


def _is_right(quantity: Node, number: Node, exercise: Exercise) -> bool:
    truth, value = number_of(quantity, exercise), number_of(number, exercise)
    return truth is not None and value is not None and _may_be(value, truth)


def _same(one: float, other: float) -> bool:
    return abs(one - other) <= tolerances.CARRIED * abs(other) + tolerances.NOTHING


def _cancel_out(key: Key, wrong: Mapping[str, float], exercise: Exercise, follow_through: FollowThrough) -> bool:
    """Whether two wrong numbers lead to a right result, which neither of them does alone."""
    others = {text: number for text, number in wrong.items() if text != key.text}
    truth = exercise.truth(key)
    if not 2 <= len(others) <= _MOST or key.kind == "new":
        return False
    for pair in combinations(others, 2):
        both = followed(key, exercise, {text: others[text] for text in pair}, follow_through)
        alone = [followed(key, exercise, {text: others[text]}, follow_through) for text in pair]
        for option, *single in zip(both, *alone, strict=False):
            if _same(option, truth) and not any(_same(one, truth) for one in single):
                return True
    return False
