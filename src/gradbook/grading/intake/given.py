"""What a teacher gives and asks for, looked at before anything is loaded: a slip is told at once."""

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

from gradbook.assignment.definition import Assignment
from gradbook.assignment.layout import KIT
from gradbook.grading.errors import GradingUsageError
from gradbook.grading.intake.names import compiled


class Keep(StrEnum):
    """Which of several hand-ins by one learner counts."""

    LAST = "last"
    FIRST = "first"
    BEST = "best"


def require_usable(given: Iterable[Path], assignment: Assignment, names: str | None) -> None:
    """Raise unless there is something to grade, and something to grade it by; see `run.grade_class`.

    Raises:
        GradingUsageError: the assignment is a learner's folder, the pattern is none, or a path is not there.
    """
    if assignment.folder.name == KIT:
        raise GradingUsageError(
            f"{assignment.folder.parent} is a learner's folder, without hidden checks and keys. Give the teacher's."
        )
    compiled(names)
    require_there(given)


def require_there(given: Iterable[Path]) -> None:
    """Raise unless every path is there.

    Raises:
        GradingUsageError: one is not.
    """
    for path in given:
        if not path.exists():
            raise GradingUsageError(f"There is no file or folder {path}.")
