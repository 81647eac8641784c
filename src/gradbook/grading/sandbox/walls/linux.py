"""System calls that Python 3.11 has no function for, through the C library."""

import ctypes
import os
import platform
import sys
from contextlib import suppress
from pathlib import Path

libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None
MACHINES = {"x86_64": 0, "aarch64": 1}
"""The processors that we know the calls of, each with its column in every table of numbers."""


def column() -> int:
    """Return this machine's column in tables of call numbers.

    Raises:
        OSError: this is no machine that we know.
    """
    if sys.platform != "linux" or platform.machine() not in MACHINES or sys.maxsize < 2**32:
        raise OSError(f"{platform.system()} on {platform.machine()} is not known")
    return MACHINES[platform.machine()]


def checked(result: int, what: str) -> int:
    """Return a call's result.

    Raises:
        OSError: it is negative; the message names what was tried.
    """
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")
    return result


def syscall(number: int, *arguments: object) -> int:
    """Make a system call by its number; -1 where it fails."""
    assert libc is not None
    return int(libc.syscall(number, *arguments))


def prctl(option: int, *arguments: int) -> int:
    """Make a prctl call; -1 where it fails."""
    assert libc is not None
    words = [*arguments, 0, 0, 0, 0][:4]
    return int(libc.prctl(option, *map(ctypes.c_ulong, words)))


def mount(source: str | None, target: str, kind: str | None = None, flags: int = 0, options: str | None = None) -> None:
    """Mount something.

    Raises:
        OSError: it is not permitted, or not possible.
    """
    assert libc is not None
    given = [part.encode() if part is not None else None for part in (source, target, kind)]
    data = options.encode() if options is not None else None
    checked(libc.mount(*given, ctypes.c_ulong(flags), data), f"mount {target}")


def starved(pid: int | str = "self") -> float:
    """Return how many seconds a process could have run and was given no processor, and those below it as well.

    It is counted for the first thread of each; 0 where this kernel does not count it.
    """
    found, here = 0.0, Path("/proc", str(pid))
    with suppress(OSError, ValueError, IndexError):  # it may have ended meanwhile
        found = int((here / "schedstat").read_text().split()[1]) / 1e9
        found += sum(map(starved, (here / "task" / str(pid) / "children").read_text().split()))
    return found
