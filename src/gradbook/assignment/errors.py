"""What can go wrong with an assignment, said so that a teacher or a learner can mend it."""

from gradbook.core.errors import GradbookError, UsageError


class AssignmentError(UsageError):
    """An assignment's definition is wrong, or names what is not there."""


class NotebookError(UsageError):
    """A notebook cannot be read."""


class ExportError(GradbookError):
    """What a learner's code handed back is not what was agreed on."""


class VerifyError(GradbookError):
    """An assignment does not do what it promises: full marks for the solution, none for the blank notebook."""
