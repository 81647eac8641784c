"""Anew: what a learner calculates again behind the step, from inputs that the step came to for them.

    w = 0.4 + 0.15 = 0.55 ... Then s = 0.55 * 1.5 - 0.2 = 0.625

Where the step went wrong, such a value is neither the one before it nor the one after it; it undoes nothing that was
said before. That it is of the new inputs is seen by their numbers, in it or in what is calculated with it.
"""

from collections.abc import Iterator, Sequence

from gradbook.graph.expression import Number, Symbol
from gradbook.written.exercise import Exercise
from gradbook.written.expression import New, Node, Old, is_literal, leaves, terms_of
from gradbook.written.judging.claims.claim import Claim
from gradbook.written.judging.claims.timing.moments import NEITHER
from gradbook.written.judging.steps.forms import number_of
from gradbook.written.parsing.cues.settings.contexts import MOVED
from gradbook.written.parsing.equations.statements import Statement
from gradbook.written.parsing.phrases.speech.seeming_doubts.rhetoric import MARKS

_PLAIN = (0.0, 0.5, 1.0, 2.0)  # numbers of formulas, which tell of no input


class Anew:
    """What of an answer is calculated from new inputs."""

    def __init__(self, statements: Sequence[Statement], exercise: Exercise) -> None:
        """Take the statements of an answer."""
        self._exercise = exercise
        self._found = {id(statement) for statement in self._calculated(statements)}

    def holds(self, claim: Claim) -> bool:
        """Whether a claim that is not right before the step is calculated from new inputs.

        Its own numbers tell, or those of others where it is in doubt, as neither before the step nor after it.
        """
        statement = claim.statement
        asked = statement.doubt in MARKS and id(statement) in self._found  # "q = 1.1 * 2 = 2.2. Did it grow?"
        if (statement.doubt not in ("", NEITHER) and not asked) or statement.retracts:
            return False
        return id(statement) in self._found or (statement.doubt == NEITHER and bool(self._found))

    def _calculated(self, statements: Sequence[Statement]) -> Iterator[Statement]:
        """Yield what gives a node after the step, or works one out with numbers that a step has led to."""
        exercise = self._exercise
        inputs = exercise.lexicon.inputs
        given = {*_PLAIN, *(abs(exercise.here.value[name]) for name in inputs)}
        new: set[float] = set()
        for statement in statements:
            head, *sides = (member.node for member in statement.members)
            if isinstance(head, New | Symbol) and head.name in inputs:
                if isinstance(head, New) or statement.context in MOVED or _begins_old(sides, head.name, exercise):
                    new |= _result(sides, exercise) - given
            elif isinstance(head, New) and not statement.doubt:
                yield statement
            elif isinstance(head, Symbol) and not new.isdisjoint(_numbers(sides)):
                new |= _result(sides, exercise) - given
                yield statement


def _begins_old(sides: Sequence[Node | None], name: str, exercise: Exercise) -> bool:
    """Whether an input comes of its old value and something more: "w: 0.5 + 0.4 = 0.9"."""
    terms = terms_of(sides[0]) if sides and sides[0] is not None else []
    old = Number(exercise.here.value[name])
    return len(terms) == 2 and terms[0] in (old, Symbol(name), Old(name))


def _result(sides: Sequence[Node | None], exercise: Exercise) -> set[float]:
    number = number_of(sides[-1], exercise) if sides and sides[-1] is not None and is_literal(sides[-1]) else None
    return set() if number is None else {abs(number)}


def _numbers(sides: Sequence[Node | None]) -> Iterator[float]:
    """Yield the numbers that a quantity is worked out with, of whichever sign, and not its result."""
    for side in sides:
        if side is not None and not is_literal(side):
            yield from (abs(leaf.value) for leaf in leaves(side) if isinstance(leaf, Number))
