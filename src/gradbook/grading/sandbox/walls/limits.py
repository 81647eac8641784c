"""What a locked-in process may use, and who it is."""

import contextlib
import os
import resource
import struct
from collections.abc import Mapping
from pathlib import Path

from gradbook.grading.sandbox.walls.linux import checked, column, prctl, syscall
from gradbook.grading.sandbox.walls.syscalls import CAPSET, numbers

_OPEN_FILES = 128
_FAREWELL = 5  # seconds of processor time, after the warning, to hand over what there is
_CAPABILITIES = 64
_CAP_DAC_READ_SEARCH = 2
_CAPABILITY_VERSION = 0x20080522
_PARENT_DEATH, _DROP_BOUND, _NO_NEW_PRIVILEGES, _KEEP_CAPABILITIES = 1, 24, 38, 8
_SIGKILL = 9


def give_up_rights(uid: int, search: bool = False) -> None:
    """Become an ordinary user without any capability, for good, who dies with the parent.

    Args:
        uid: to become; 0 to stay who one is.
        search: keep the right to pass through folders that are closed to others. Landlock still decides what is read;
            without it root's own libraries in a closed home could not be.

    Raises:
        OSError: it was refused.
    """
    kept = 1 << _CAP_DAC_READ_SEARCH if uid and search else 0
    for capability in range(_CAPABILITIES):  # the bounding set first: it needs a capability
        prctl(_DROP_BOUND, capability)
    if uid:
        prctl(_KEEP_CAPABILITIES, int(bool(kept)))
        os.setgroups([])
        os.setresgid(uid, uid, uid)
        os.setresuid(uid, uid, uid)
    header, sets = struct.pack("Ii", _CAPABILITY_VERSION, 0), struct.pack("6I", kept, kept, 0, 0, 0, 0)
    checked(syscall(numbers(CAPSET, column())[0], header, sets), "capset")
    prctl(_NO_NEW_PRIVILEGES, 1)
    die_with_parent()  # a change of user clears it


def die_with_parent() -> None:
    """Be killed as soon as the parent ends, however it ends."""
    prctl(_PARENT_DEATH, _SIGKILL)


def end_first() -> None:
    """Be the first that the kernel ends where memory is short, and not the grader."""
    with contextlib.suppress(OSError):  # where it may not be said, the kernel takes the largest
        Path("/proc/self/oom_score_adj").write_text("1000")


def set_limits(limits: Mapping[str, int], uid: int) -> None:
    """Set the kernel's limits on this process; they cannot be raised again.

    Args:
        limits: "memory", "cpu", "threads" and "scratch", as in `runner.Limits`.
        uid: the user of its own that it has; 0 where it is the grader's own, whose other threads count as well.
    """
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    wanted = {
        # One process only, so its address space is all that it has; the libraries' part is there already.
        resource.RLIMIT_AS: limits["memory"] + pages * resource.getpagesize(),
        resource.RLIMIT_CPU: max(1, limits["cpu"]),
        resource.RLIMIT_NPROC: limits["threads"] + (0 if uid else _threads_of_this_user()),
        resource.RLIMIT_FSIZE: limits["scratch"],
        resource.RLIMIT_NOFILE: _OPEN_FILES,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_MEMLOCK: 0,
        resource.RLIMIT_MSGQUEUE: 0,
    }
    for kind, value in wanted.items():
        given = resource.getrlimit(kind)[1]
        hard = value + (_FAREWELL if kind == resource.RLIMIT_CPU else 0)
        hard = hard if given == resource.RLIM_INFINITY else min(hard, given)
        resource.setrlimit(kind, (min(value, hard), hard))


def _threads_of_this_user() -> int:
    user, found = os.getuid(), 0
    for process in Path("/proc").iterdir():
        if process.name.isdecimal():
            with contextlib.suppress(OSError):  # it may have ended meanwhile
                if process.stat().st_uid == user:
                    found += sum(1 for _ in (process / "task").iterdir())
    return found


def own_uids(base: int = 64_000, count: int = 256) -> int:
    """Return the first of as many user numbers that nobody has, for a child each; 0 where we may not use any.

    Only root may; and root of a container may lack these numbers.
    """
    if os.geteuid() != 0:
        return 0
    for line in Path("/proc/self/uid_map").read_text().splitlines():
        first, _, length = map(int, line.split())
        if first <= base and base + count <= first + length:
            return base
    return 0
