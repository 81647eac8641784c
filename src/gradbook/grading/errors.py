"""Errors that whoever grades a class can cause."""

from gradbook.core.errors import DataError, GradbookError, UsageError


class GradingError(GradbookError):
    """A class cannot be graded, or a gradebook cannot be used."""


class GradingUsageError(UsageError):
    """What was asked cannot be done: no such learner, a place that is taken, a table without its columns."""


class HandInError(DataError):
    """One hand-in cannot be read; the others are graded all the same.

    Args:
        message: what is wrong, and where, for the teacher.
        advice: what it is and what to do, in sentences for the learner, which name no file; "" for nothing special.
    """

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.advice = advice


class TooLargeError(HandInError):
    """A file is larger than is read."""
