"""Bare answers: whether a number that an answer gives without a name speaks against the claim beside it."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from gradbook.graph.expression import Number
from gradbook.written.exercise import Exercise
from gradbook.written.expression import leaves
from gradbook.written.judging.claims.claim import Claim
from gradbook.written.judging.claims.evidence import Evidence
from gradbook.written.judging.steps.forms import is_rounded
from gradbook.written.parsing.cues.told.bare_numbers import Bare

_ROUNDED = 0.01  # by how much a number may be off that is told once more in a sentence


class BareAnswers:
    """The numbers of one answer that nothing explains."""

    def __init__(self, numbers: Iterable[Bare], evidence: Evidence) -> None:
        """Keep those that are no quantity's of the exercise, and none that the answer calculates with."""
        self._statements = sorted(statement.start for statement in evidence.statements)
        given = list(numbers)
        known = [*_known(evidence.exercise), *_written(evidence)] if given else []
        told = [one for one in given if not any(_rounds(abs(one.value), abs(number)) for number in known)]
        self._against = {self._beside(number): number.start for number in told}

    def against(self, claim: Claim) -> int | None:
        """Return where such a number stands right behind a claim, or before the first one of all; None for nowhere."""
        return self._against.get(claim.statement.start)

    def _beside(self, number: Bare) -> int:
        """Return where the statement begins that a number stands behind, or else before; -1 for none."""
        at = bisect_left(self._statements, number.start)
        return self._statements[max(0, at - 1)] if self._statements else -1


def _rounds(told: float, number: float) -> bool:
    """Whether a number is another one, however it is rounded."""
    return is_rounded(number, told) or abs(told - number) <= _ROUNDED * abs(number)


def _known(exercise: Exercise) -> Iterator[float]:
    """Yield all numbers of the exercise."""
    here = exercise.here
    for numbers in (here.value, here.total, here.local, here.new, exercise.stepped):
        yield from numbers.values()
    yield exercise.lr


def _written(evidence: Evidence) -> Iterator[float]:
    """Yield all numbers that stand in equations of the answer."""
    for statement in evidence.statements:
        for member in statement.members:
            if member.node is not None:
                yield from (leaf.value for leaf in leaves(member.node) if isinstance(leaf, Number))
