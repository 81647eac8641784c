"""Errors that a user can cause. Their message says what was wrong, where, and what to do."""


class GradbookError(Exception):
    """Something went wrong that a person can mend; the command line prints it without a traceback."""

    exit_code = 1


class UsageError(GradbookError):
    """A command or function was called with arguments that cannot work."""

    exit_code = 2


class DataError(GradbookError):
    """Data that was asked for is absent, damaged, or not what it claims to be."""


class RunError(GradbookError):
    """A run folder is absent, incomplete, in use, or in the way."""
