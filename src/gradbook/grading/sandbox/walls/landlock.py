"""Landlock: the kernel lets a process give up, for good, all files but those below the folders that it names.

It needs no privilege and no namespace, so it works inside containers. It does not govern metadata (owner, mode, times)
nor whether a path exists; the filter on system calls deals with the first, and the docs say the second.
"""

import os
import struct
from collections.abc import Iterable
from pathlib import Path

from gradbook.grading.sandbox.walls.linux import checked, prctl, syscall

_CREATE, _ADD, _RESTRICT = 444, 445, 446
_READ_FILE, _READ_FOLDER = 0x4, 0x8
_ALL = (0x1FFF, 0x3FFF, 0x7FFF, 0x7FFF, 0xFFFF)  # what versions 1, 2, 3, 4, 5 govern
_READ = _READ_FILE | _READ_FOLDER
# Write, read, make and remove files, folders, links; move them; truncate. No devices, no execution.
_WRITE = 0x77BE
_ON_FILES = 0x4006  # what can be said of a file rather than a folder: write, read, truncate
_NO_TCP = 3
_SCOPES = (3, 1, 0)  # abstract sockets and signals; RHEL 9 claims the signal scope and lacks it: ask for less


def version() -> int:
    """Return which Landlock this kernel has; 0 for none."""
    return max(0, syscall(_CREATE, None, 0, 1))


def confine(read: Iterable[str], names: Iterable[str], write: Iterable[str]) -> int:
    """Give up all files but these; what is absent is passed over.

    Args:
        read: files, and folders with all below them, to read.
        names: folders whose names may be listed, theirs and those below them.
        write: folders in which anything may be done but devices, and device files.

    Returns:
        The version of Landlock; 0 where there is none, and nothing was given up.

    Raises:
        OSError: it is there, and refuses.
    """
    found = version()
    if not found:
        return 0
    governed = _ALL[min(found, len(_ALL)) - 1]
    ruleset = -1
    for scope in _SCOPES:
        attributes = struct.pack("QQQ", governed, _NO_TCP, scope)[: 8 if found < 4 else 16 if found < 6 else 24]
        ruleset = syscall(_CREATE, attributes, len(attributes), 0)
        if ruleset >= 0:
            break
    checked(ruleset, "landlock_create_ruleset")
    for paths, wanted in ((read, _READ), (names, _READ_FOLDER), (write, _WRITE)):
        for path in dict.fromkeys(paths):
            _allow(ruleset, path, wanted & governed)
    prctl(38, 1)  # no new privileges: without it the kernel refuses
    checked(syscall(_RESTRICT, ruleset, 0), "landlock_restrict_self")
    os.close(ruleset)
    return found


def _allow(ruleset: int, path: str, access: int) -> None:
    try:
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except FileNotFoundError:
        return
    try:
        if not Path(path).is_dir():
            access &= _ON_FILES
        checked(syscall(_ADD, ruleset, 1, struct.pack("=Qi", access, place), 0), f"landlock {path}")
    finally:
        os.close(place)
