"""Scratch folders that nobody finds again: one that a killed process left behind goes when the next is made."""

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

if sys.platform != "win32":  # Windows has no such locks: there an old folder counts as left behind
    import fcntl

_LOCK = ".lock"
_OLD = 24 * 3600.0


@contextlib.contextmanager
def scratch_folder(parent: Path, name: str) -> Iterator[Path]:
    """Yield an empty folder in `parent`, hidden and named after what is made in it; it is gone afterwards.

    Folders of the same name that killed processes left in `parent` are removed first.

    Raises:
        OSError: `parent` cannot be written to.
    """
    prefix = f".{name}.gradbook-"
    for other in parent.glob(f"{prefix}*"):
        if _is_abandoned(other):
            remove_tree(other)
    folder = Path(tempfile.mkdtemp(prefix=prefix, dir=parent))
    try:
        with (folder / f"{_LOCK}.new").open("wb") as lock:
            if sys.platform != "win32":
                fcntl.flock(lock, fcntl.LOCK_EX)
                (folder / f"{_LOCK}.new").rename(folder / _LOCK)  # nobody ever finds it without its lock
            inner = folder / "work"
            inner.mkdir()
            yield inner
    finally:
        remove_tree(folder)


def remove_tree(folder: Path) -> None:
    """Remove a folder if it can be: a learner may have closed it, or made it deeper than Python's own removal goes."""
    with contextlib.suppress(RecursionError):
        shutil.rmtree(folder, ignore_errors=True)
    for command in (["chmod", "-R", "u+rwx"], ["rm", "-rf"]):
        if folder.exists() and sys.platform != "win32":
            subprocess.run([*command, "--", folder], check=False, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _is_abandoned(folder: Path) -> bool:
    """Whether a scratch folder of ours has nobody at work in it."""
    try:
        about = folder.lstat()
        if folder.is_symlink() or not folder.is_dir():
            return False
        if sys.platform == "win32":
            return time.time() - about.st_mtime > _OLD
        if about.st_uid != os.getuid():
            return False
        with (folder / _LOCK).open("rb") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except FileNotFoundError:  # not locked yet, or never: killed in between
        return time.time() - about.st_mtime > _OLD
    except OSError:
        return False
    return True
