"""One process at a time in a folder."""

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

if sys.platform != "win32":
    import fcntl


class InUseError(Exception):
    """Another process works in the folder."""


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keep other processes that ask for it out of a folder.

    The lock lies on the folder itself: it needs no file, follows the folder when that is renamed, and is gone with the
    process, however that ends. Windows has no such locks, nor have some network drives; there nothing is locked.

    Args:
        folder: one that exists.

    Raises:
        InUseError: another process has it.
        OSError: there is no such folder.
    """
    if sys.platform == "win32":
        yield
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise InUseError(str(folder)) from None
        except OSError:
            pass
        yield
    finally:
        os.close(descriptor)
