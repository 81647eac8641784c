"""A whole class's hand-ins of another assignment: one slip of the teacher's, and not one of each learner's."""

from collections.abc import Iterable
from functools import cache

from gradbook.assignment.checking.grading_session import GradingSession
from gradbook.assignment.definition import Assignment
from gradbook.assignment.naming import available
from gradbook.assignment.notebook.origin import foreign, known_by_name, otter_name
from gradbook.grading.errors import GradingUsageError
from gradbook.grading.gradebook.records import label
from gradbook.grading.intake.collect import Attempt
from gradbook.grading.intake.hand_in import open_hand_in


def require_own(attempts: Iterable[Attempt], assignment: Assignment) -> None:
    """Refuse a class of which everything that can be opened is of one other assignment.

    The first that may be of this one ends the search, so that it costs nothing as a rule.

    Raises:
        GradingUsageError: all are; the message names the assignment, or what its notebook is called.
    """
    session = cache(lambda: GradingSession(assignment))
    others: list[str] = []
    for attempt in attempts:
        try:
            notebook = open_hand_in(attempt, assignment.notebook).notebook
            if notebook is None:
                continue
            name = otter_name(notebook)
            other = "" if name == assignment.notebook else known_by_name(notebook) or label(name)
            if other and not foreign(session().open(notebook), assignment):
                other = ""
        except Exception:  # whatever a learner sent: it is said where it is graded
            continue
        if not other or (others and other != others[0]):
            return
        others.append(other)
    if others:
        which = "The hand-in is" if len(others) == 1 else f"All {len(others):,} hand-ins that can be opened are"
        raise GradingUsageError(f"{which} of {_told(others[0], assignment)}")


def _told(other: str, assignment: Assignment) -> str:
    """Say of what they are, not of what, and which assignment to give."""
    if other in available():
        return f"{other}, not of {assignment.name}. Give --assignment {other}"
    return (
        f"another assignment than {assignment.name}: the first cell of their notebooks names {other}, and the "
        "questions are others. Give the teacher's folder of that one: --assignment DIR"
    )
