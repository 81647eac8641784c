"""Errors that a user can cause. Their message says what was wrong, where, and what to do."""


class GradbookError(Exception):
    """Something went wrong that a person can mend; the command line prints it without a traceback."""

    exit_code = 1


class UsageError(GradbookError):
    """A command or function was called with arguments that cannot work."""

    exit_code = 2


class AbsentError(UsageError):
    """What was named is not there, or is of another kind: a file, a folder, a run, data."""


class DataError(GradbookError):
    """Data is damaged, incomplete, out of reach, or not what it claims to be."""


class RunError(GradbookError):
    """A run is incomplete, damaged, in use, or cannot be written."""
