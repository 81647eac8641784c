"""One sign for what a check found, the same in the terminal's table, in a notebook and in a class's reports."""

from enum import Enum

from gradbook.assignment.checking.checks import CheckResult
from gradbook.written import Status


class Mark(Enum):
    """How a finding stands; the value is its sign."""

    RIGHT = "✓"
    HALF = "~"
    WRONG = "✗"
    OPEN = "–"
    PERSON = "?"


_OF_STATUS = {
    Status.RIGHT: Mark.RIGHT,
    Status.STEP_UNREAD: Mark.HALF,
    Status.WRONG_STEP: Mark.HALF,
    Status.CARRIED: Mark.HALF,
    Status.WRONG: Mark.WRONG,
    Status.MISSING: Mark.OPEN,
    Status.UNREAD: Mark.PERSON,
    Status.PERSON: Mark.PERSON,
}


def mark_of(result: CheckResult) -> Mark:
    """Return how a finding stands."""
    if result.verdict is not None:
        return _OF_STATUS[result.verdict.status]
    if result.passed:
        return Mark.RIGHT
    if result.person:
        return Mark.PERSON
    return Mark.WRONG if result.answered else Mark.OPEN
