"""One sign for what a check found, the same in the terminal's table, in a notebook and in a class's reports."""

from enum import Enum

from gradbook.assignment.checking.checks import CheckResult


class Mark(Enum):
    """How a finding stands; the value is its sign, and that of a verdict."""

    RIGHT = "✓"
    HALF = "~"
    WRONG = "✗"
    OPEN = "–"
    PERSON = "?"


def mark_of(result: CheckResult) -> Mark:
    """Return how a finding stands."""
    if result.verdict is not None:
        return Mark(result.verdict.mark)
    if result.passed:
        return Mark.RIGHT
    if result.person:
        return Mark.PERSON
    return Mark.WRONG if result.answered else Mark.OPEN
