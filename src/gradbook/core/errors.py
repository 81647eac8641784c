"""Errors that a user can cause. Their message says what was wrong, where, and what to do."""


class GradbookError(Exception):
    """Something went wrong that a person can mend; a terminal or a notebook shows it without a traceback."""

    exit_code = 1

    def _render_traceback_(self) -> list[str]:
        """Return the one line that IPython shows in the place of a traceback: ours would help nobody to mend it."""
        return [f"{type(self).__name__}: {self}"]


class UsageError(GradbookError):
    """A command or function was called with arguments that cannot work."""

    exit_code = 2


class AbsentError(UsageError):
    """What was named is not there, or is of another kind: a file, a folder, a run, data."""


class DataError(GradbookError):
    """Data is damaged, incomplete, out of reach, or not what it claims to be."""


class RunError(GradbookError):
    """A run is incomplete, damaged, in use, or cannot be written."""
