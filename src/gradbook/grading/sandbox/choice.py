"""Which way of running hand-ins this machine has, the best first."""

import sys
from collections.abc import Iterable
from pathlib import Path

from gradbook.assignment.running.runner import Runner
from gradbook.grading.sandbox.errors import SandboxError

MODES = ("ns", "ll")
_REMEDY = (
    "Grade on Linux 5.13 or newer (a virtual machine, WSL2, or a container there: `gradbook doctor` says what that "
    "machine offers). If every hand-in is your own, --trust runs them unprotected."
)


def open_sandbox(mode: str, private: Iterable[Path] = ()) -> Runner:
    """Return a sandbox of one mode, proven just now.

    Args:
        mode: one of `MODES`.
        private: files and folders that no hand-in may see, wherever they are.

    Raises:
        SandboxError: this machine does not permit it, or its walls do not hold here.
    """
    if sys.platform != "linux":
        raise SandboxError(f"{mode}: it is made of Linux's own walls, and this is {sys.platform}.")
    from gradbook.grading.sandbox.runner import SandboxRunner

    try:
        return SandboxRunner(mode, private)
    except OSError as error:
        raise SandboxError(f"{mode}: {error}") from error


def best_runner(private: Iterable[Path] = (), *, trust: bool = False) -> Runner:
    """Return the best runner that this machine has, proven just now.

    Args:
        private: files and folders that no hand-in may see, wherever they are.
        trust: where there is no sandbox, run the code unprotected, as the user's own.

    Raises:
        SandboxError: there is no safe way here, and the code is not trusted.
    """
    hidden = list(private)
    reasons = []
    for mode in MODES:
        try:
            return open_sandbox(mode, hidden)
        except SandboxError as error:
            reasons.append(str(error))
    if trust:
        from gradbook.assignment.running.kernel import KernelRunner

        return KernelRunner()
    raise SandboxError(f"This machine has no safe way to run other people's code. {' '.join(reasons)} {_REMEDY}")
