"""What can go wrong with the sandbox, said so that a teacher can mend it."""

from gradbook.core.errors import GradbookError


class SandboxError(GradbookError):
    """There is no safe way to run other people's code on this machine, or the way that there was has gone."""
