"""What this machine's sandbox is, in words: what it protects against, what it does not, and how to get a better one."""

from dataclasses import dataclass

from gradbook.grading.sandbox.choice import MODES, open_sandbox
from gradbook.grading.sandbox.errors import SandboxError

NAMES = {
    "ns": "own namespaces, Landlock, seccomp and limits",
    "ll": "Landlock, seccomp and limits, without namespaces",
}
_HOLDS = (
    "a hand-in reads no file but libraries and data, writes only to its scratch folder, starts no process, reaches no "
    "network, and is ended at its limits of time, memory, threads and disk"
)
_LEFT = {
    "ns": "mistakes in the Linux kernel, and what a learner can tell from timing",
    "ll": "mistakes in the Linux kernel and what a learner can tell from timing; it can ask whether a path exists, and "
    "write some more than its limit to the disk before it is ended",
}
_BETTER = {
    "ns": "",
    "ll": "for the better one, allow user namespaces to ordinary users (Ubuntu: sysctl "
    "kernel.apparmor_restrict_unprivileged_userns=0; Docker: --security-opt seccomp=unconfined --security-opt "
    "systempaths=unconfined), or grade in a virtual machine",
}
_NONE = (
    "grading other people's code is refused here: use Linux 5.13 or newer on x86-64 or arm64, such as a virtual "
    "machine, WSL2 or a container there; --trust runs code that is your own"
)


@dataclass(frozen=True, slots=True)
class Protection:
    """What was found.

    Attributes:
        mode: the best mode that held when it was tried just now; "" where there is none.
        holds: what it protects against.
        left: what it does not protect against.
        better: what to do for a better one; "" where this is the best.
        refused: for each better mode, why it is not to be had.
    """

    mode: str
    holds: str
    left: str
    better: str
    refused: tuple[str, ...]

    @property
    def name(self) -> str:
        """The mode in words."""
        return NAMES.get(self.mode, "none")


def protection() -> Protection:
    """Try this machine's modes, the best first; it takes some seconds."""
    refused: list[str] = []
    for mode in MODES:
        try:
            open_sandbox(mode).close()
        except SandboxError as error:
            refused.append(str(error))
            continue
        return Protection(mode, _HOLDS, _LEFT[mode], _BETTER[mode], tuple(refused))
    return Protection("", "", "everything", _NONE, tuple(refused))
