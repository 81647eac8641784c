"""Some inputs moving: a node anew behind a step of some inputs only, where the exercise takes one of more.

    x = 2.88, y = 3.84, k is a constant, so f = 9.6

It is right for the step that was taken: whether another was asked, a person decides.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import combinations
from typing import Any

from gradbook.graph import GraphError
from gradbook.written.exercise import Exercise
from gradbook.written.judging.outcomes.outcomes import BLAMED, GOOD
from gradbook.written.judging.steps import tolerances
from gradbook.written.verdict import Basis, Verdict

_MOST = 5  # inputs that may have stayed: each further one doubles the steps to look at


def by_some(verdicts: Sequence[Verdict], places: Sequence[int], exercise: Exercise) -> list[Verdict]:
    """Return verdicts, those on nodes after the step left to a person that are right where some inputs stay.

    Args:
        verdicts: in the order of the exercise's keys.
        places: of those on nodes after the step that are not right (`all_moving.unsettled`).
        exercise: what is asked.
    """
    found, keys = list(verdicts), exercise.keys
    blamed = [at for at in places if found[at].status in BLAMED]
    unsaid = {
        key.of
        for key, one in zip(keys, found, strict=True)
        if key.kind == "new" and one.number is None and one.status not in GOOD
    }
    staying = [name for name in exercise.moving if name in unsaid]
    if not blamed or not 0 < len(staying) <= _MOST:
        return found
    steps = [*_steps(exercise, staying)]
    for at in blamed:
        number = found[at].number
        ends = (float(step[keys[at].of]) for step in steps)
        if number is not None and any(tolerances.rounds(end, number) for end in ends):
            found[at] = found[at].for_a_person(Basis.OTHER_STEP)
    return found


def _steps(exercise: Exercise, staying: Sequence[str]) -> Iterator[Mapping[str, Any]]:
    """Yield all quantities after each step that leaves some inputs where they are, and moves one at least."""
    here = exercise.here
    for count in range(1, len(staying) + 1):
        for kept in combinations(staying, count):
            moved = {name: here.new[name] for name in exercise.moving if name not in kept}
            if moved:
                with suppress(GraphError):
                    yield exercise.graph.replay(
                        {name: here.value[name] for name in exercise.graph.inputs} | moved
                    ).value
