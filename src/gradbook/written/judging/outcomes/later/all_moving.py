"""All inputs moving: a node anew behind a step of every input, where nobody said which ones the step changes.

    w = 4.94, x = 1.85, b = -2.03, z = 2.92, f = 2.92*(4.94*1.85 - 2.03) = 20.758

An exercise that asks for w, b and f after the step, and no more, may mean either. An answer that shows the new values
of the other inputs too has taken the step of all; where it does not, a person decides.
"""

from collections.abc import Sequence

from gradbook.written.exercise import Exercise
from gradbook.written.judging.outcomes.outcomes import BLAMED, GOOD
from gradbook.written.verdict import Basis, Status, Verdict

_SHOWN = (*GOOD, Status.CARRIED)


def unsettled(verdicts: Sequence[Verdict], exercise: Exercise) -> list[int]:
    """Return the places of the verdicts on nodes after the step that are not right where only some inputs move."""
    keys = enumerate(exercise.keys)
    anew = [at for at, key in keys if key.kind == "new" and key.of in exercise.arguments]
    return [at for at in anew if verdicts[at].status not in GOOD and verdicts[at].status is not Status.MISSING]


def takes_all(others: Sequence[Verdict], exercise: Exercise) -> bool:
    """Whether an answer shows the new values that the exercise does not ask.

    Args:
        others: the verdicts on the exercise with all inputs moving.
        exercise: that one.
    """
    asked = {key.text for key in exercise.keys}
    return all(one.status in _SHOWN for one in others if one.key not in asked)


def by_all(verdict: Verdict, other: Verdict, *, shown: bool) -> Verdict:
    """Return the verdict on a node after the step that is not right where only some inputs move.

    Args:
        verdict: where those move that the exercise asks.
        other: where all do.
        shown: whether the answer shows that all do.
    """
    if shown and (other.status in GOOD or verdict.status in BLAMED):
        return other
    if verdict.status not in BLAMED or other.status not in GOOD:
        return verdict
    return verdict.for_a_person(Basis.OTHER_STEP)
