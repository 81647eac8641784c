"""What can go wrong with an assignment, said so that a teacher or a learner can mend it."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from gradbook.core.errors import GradbookError, UsageError


class AssignmentError(UsageError):
    """An assignment's definition is wrong, or names what is not there."""


class NotebookError(UsageError):
    """A notebook cannot be read."""


class LargeNotebookError(NotebookError):
    """A notebook has more cells than are read."""


class ExportError(GradbookError):
    """What a learner's code handed back is not what was agreed on."""


class KernelError(GradbookError):
    """No kernel starts, so no notebook can be run."""


class WriteError(GradbookError):
    """A folder or file cannot be made."""


@contextmanager
def writing(path: Path, remedy: str) -> Iterator[None]:
    """Say in one line that a place cannot be written to, and what to do.

    Raises:
        WriteError: the block met an OSError.
    """
    try:
        yield
    except OSError as error:
        # What shutil gathers of a whole folder has no reason of its own.
        gathered = error.args[0][0][-1] if isinstance(error, shutil.Error) and error.args and error.args[0] else ""
        reason = error.strerror or str(gathered) or type(error).__name__
        raise WriteError(f"Cannot make {path}: {reason}. {remedy}") from error
