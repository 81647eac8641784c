"""Sightings: numbers beside the names of quantities, of which nothing that was read tells. They count where they fit.

What a number is of the quantity that it stands beside, nobody says: its value, its gradient, a local derivative or what
it is after the step. It is what it can only be.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from gradbook.graph.expression import Symbol
from gradbook.written.exercise import Exercise, Key
from gradbook.written.judging.claims.claim import Claim
from gradbook.written.judging.steps import tolerances
from gradbook.written.judging.steps.forms import is_rounded, number_of
from gradbook.written.judging.steps.steps import Steps
from gradbook.written.parsing.equations.statements import Statement
from gradbook.written.parsing.sightings.kinds import AFTER, MIXED, SLOPES, VALUES
from gradbook.written.parsing.sightings.sighted import MORE_BEHIND, Run

_TELLING = 3  # digits of a whole number that is hardly there by chance
_DIGITS = 2  # of any other
_SEVERAL = 3  # names of a list
_PAIR = 2  # numbers beside a name: its value and its gradient
_KINDS = {"value": VALUES, "total": SLOPES, "new": AFTER}


class Sightings:
    """What numbers beside names may be.

    Args:
        exercise: what is asked.
        runs: for each run of lines, an equation for each number and each quantity that it stands beside.
        read: the statements that were read; what is in doubt in one stays so.
        steps: judges members.
    """

    def __init__(self, exercise: Exercise, runs: Iterable[Run], read: Iterable[Statement], steps: Steps) -> None:
        self._exercise, self._steps = exercise, steps
        self._doubtful = [one for one in read if not one.is_sure]
        found = [self._undoubted(run) for run in runs]
        other = {one.members[0].node for run in found for one in run if not self._is_known(one)}
        self._runs = [tuple(one for one in run if one.members[0].node not in other) for run in found]

    def _undoubted(self, run: Run) -> Run:
        """Return a run without what is in doubt where it was read, if not for another number beside the same name."""
        starts = [one.start for one in run]
        return tuple(one for one in run if all(self._may_stand(one, other, starts) for other in self._doubtful))

    def _said(self, statement: Statement) -> tuple[str, float]:
        """Return the name and the number that an equation of a run says."""
        head, value = statement.members[0].node, number_of(statement.members[1].node, self._exercise)
        assert isinstance(head, Symbol)
        assert value is not None
        return head.name, value

    def _slope(self, name: str) -> float | None:
        """Return the gradient at a node; None where the exercise has none."""
        return self._exercise.here.total.get((self._exercise.graph.output, name))

    def _is_known(self, statement: Statement) -> bool:
        """Whether a number is any that its quantity has; with another beside the name, it is not clear which counts."""
        name, value = self._said(statement)
        here = self._exercise.here
        truths = here.value.get(name), here.new.get(name), self._slope(name)
        return any(map(partial(_fits, value), truths))

    def _may_stand(self, one: Statement, doubtful: Statement, starts: Sequence[int]) -> bool:
        if one.end <= doubtful.start or doubtful.end <= one.members[1].start:
            return True
        return doubtful.doubt in MORE_BEHIND and starts.count(one.start) > 1

    def on(self, key: Key) -> list[Claim]:
        """Return the last number that can only be a quantity's, as a claim."""
        for run in reversed(self._runs):
            for statement in reversed(run):
                if not self._can_only_be(statement, key):
                    continue
                beside = [one for one in run if one.start == statement.start]
                said = self._says_kind(statement, key, several=len(beside) > 1)
                paired = statement.context not in (AFTER, MIXED) and self._are_paired(beside)
                if said or paired or self._lists(run, key):
                    head, member = statement.members
                    claim = Claim(statement, (member,), self._steps.chain(key, (member,)), head.node)
                    if claim.fits:
                        return [claim]
        return []

    def _can_only_be(self, statement: Statement, key: Key) -> bool:
        """Whether a number fits a quantity, and nothing else that may be said of what it stands beside."""
        name, value = self._said(statement)
        if key.kind not in _KINDS or name != (key.by or key.of):
            return False
        fits = is_rounded(self._exercise.truth(key), value)
        return fits and not any(is_rounded(other, value) for other in self._others(name, key))

    def _says_kind(self, statement: Statement, key: Key, *, several: bool) -> bool:
        """Whether a number has so many digits that it is hardly there by chance, or is said to be of a kind."""
        _, value = self._said(statement)
        kind = _KINDS[key.kind]
        if tolerances.written(value)[0] >= (_TELLING if value.is_integer() else _DIGITS):
            return statement.context in (kind, "", MIXED)
        said = statement.context == kind or (kind == VALUES and not statement.context and not several)
        return said and not statement.tentative and value not in (0.0, 1.0)

    def _are_paired(self, beside: Sequence[Statement]) -> bool:
        """Whether two numbers stand beside a name, its value and then its gradient: "q [3] (-4)"."""
        if len(beside) != _PAIR or any(one.tentative for one in beside):
            return False
        (name, first), (_, second) = map(self._said, beside)
        return _fits(first, self._exercise.here.value.get(name)) and _fits(second, self._slope(name))

    def _lists(self, run: Run, key: Key) -> bool:
        """Whether a run of lines says of several quantities what their gradients are, and nothing else of any."""
        if key.kind != "total" or any(one.tentative or one.context not in ("", SLOPES) for one in run):
            return False
        said = dict(map(self._said, run))
        return len(said) >= _SEVERAL and all(_fits(value, self._slope(name)) for name, value in said.items())

    def _others(self, name: str, key: Key) -> Iterator[float]:
        """Yield what else a number beside a name may be."""
        here, output = self._exercise.here, self._exercise.graph.output
        if key.kind != "value":
            yield here.value[name]
        if key.kind != "new" and name in here.new:
            yield here.new[name]
        if key.kind != "total" and name != output and (output, name) in here.total:
            yield here.total[output, name]
        yield from (slope for (of, by), slope in here.local.items() if by == name and (of, by) != (key.of, key.by))


def _fits(value: float, truth: float | None) -> bool:
    return truth is not None and is_rounded(truth, value)
