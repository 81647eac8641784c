"""What can go wrong with an assignment, said so that a teacher or a learner can mend it."""

from gradbook.core.errors import GradbookError, UsageError


class AssignmentError(UsageError):
    """An assignment's definition is wrong, or names what is not there."""


class NotebookError(UsageError):
    """A notebook cannot be read."""


class ExportError(GradbookError):
    """What a learner's code handed back is not what was agreed on."""


class KernelError(GradbookError):
    """No kernel starts, so no notebook can be run."""
