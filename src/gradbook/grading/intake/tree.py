"""Files of anybody's, as a flat list that can be read up to a limit: a folder's here, a zip's in `zips`.

What leads out of a folder, is a link or a device, or has an absurd name does not become an entry.
"""

import os
import stat
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Protocol

from gradbook.assignment.notebook.file import LARGEST_HANDED_IN
from gradbook.grading.errors import HandInError, TooLargeError
from gradbook.grading.gradebook.records import clean

MAX_ENTRIES = 2_000
"""Files in one hand-in."""
MAX_FILE = LARGEST_HANDED_IN
"""Bytes of one file."""
SMALLER_HAND_IN = (
    "Hand in only the notebook and the pictures that it shows, without data, runs and environments such as .venv: "
    "gradbook submit makes such a zip."
)
_MAX_NAME = 400
_MAX_DEPTH = 12
_JUNK = {"__MACOSX", "__pycache__", "Thumbs.db", "desktop.ini"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A file: its path with forward slashes, bytes, and time; most zips' times have no zone."""

    path: str
    size: int
    time: datetime | None = None

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.path.rpartition("/")[2]

    @property
    def suffix(self) -> str:
        """Such as ".ipynb", in small letters."""
        return PurePosixPath(self.name).suffix.lower()


class Tree(Protocol):
    """Files that were handed in together."""

    name: str
    entries: tuple[Entry, ...]
    refused: tuple[str, ...]
    """What did not become an entry: names, made fit to be shown."""

    def read(self, entry: Entry, limit: int = MAX_FILE) -> bytes:
        """Return a file's bytes.

        Raises:
            TooLargeError: it is larger than the limit.
            HandInError: it cannot be read.
        """
        ...

    def close(self) -> None:
        """Let go of what is open."""
        ...


class FolderTree:
    """A folder on this machine, or one file in it. Links are not followed.

    Args:
        path: the folder.
        only: paths in it that are taken; None for all.
    """

    def __init__(self, path: Path, only: tuple[str, ...] | None = None) -> None:
        self.name = path.name
        self._path = path
        refused: list[str] = []
        found = _walk(path, refused) if only is None else (_entry(path / name, name) for name in only)
        self.entries = tuple(entry for entry in found if entry is not None)
        self.refused = tuple(refused)

    def read(self, entry: Entry, limit: int = MAX_FILE) -> bytes:
        """See `Tree.read`."""
        try:
            # Without waiting: a pipe would keep us for ever. Of a link nothing is read.
            descriptor = os.open(self._path / entry.path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
            with os.fdopen(descriptor, "rb") as file:
                if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                    raise HandInError(f"{entry.path} is no ordinary file")
                require_small(entry.path, os.fstat(file.fileno()).st_size, limit)
                data = file.read(limit + 1)
        except OSError as error:
            raise HandInError(f"{entry.path} cannot be read ({error.strerror})") from error
        require_small(entry.path, len(data), limit)  # it may have grown
        return data

    def close(self) -> None:
        """Nothing is open between two reads."""


def is_junk(path: str) -> bool:
    """Whether nobody handed a file in on purpose: hidden, or what systems leave behind."""
    return any(part.startswith(".") or part in _JUNK for part in path.split("/"))


def require_small(path: str, size: int, limit: int) -> None:
    """Raise unless a file of this many bytes is read.

    Raises:
        TooLargeError: it is larger than the limit.
    """
    if size > limit:
        advice = (
            f"It is larger than the {limit >> 20} MiB that are read. {SMALLER_HAND_IN}" if path.endswith(".zip") else ""
        )
        raise TooLargeError(f"{path} is larger than {limit >> 20} MiB", advice)


def _walk(root: Path, refused: list[str]) -> Iterator[Entry | None]:
    """List a folder's files; of a child that holds too many, no more than shows that."""
    per_child: Counter[str] = Counter()
    stack = [("", 0)]
    while stack:
        folder, depth = stack.pop()
        child = folder.partition("/")[0]
        try:
            with os.scandir(root / folder) as found:
                for item in found:
                    path = f"{folder}/{item.name}" if folder else item.name
                    if safe(path) is None or item.is_symlink():
                        refused.append(clean(path, 100))
                        continue
                    if child and per_child[child] > MAX_ENTRIES:
                        break
                    per_child[child] += 1
                    if item.is_dir(follow_symlinks=False):
                        if depth < _MAX_DEPTH:
                            stack.append((path, depth + 1))
                    elif item.is_file(follow_symlinks=False):
                        yield _entry(root / path, path)
        except OSError:
            continue  # a folder that we may not read holds nothing for us


def _entry(path: Path, name: str) -> Entry | None:
    try:
        status = path.lstat()
    except OSError:
        return None
    if not stat.S_ISREG(status.st_mode):
        return None
    try:
        time = datetime.fromtimestamp(status.st_mtime, UTC)
    except (ValueError, OverflowError, OSError):
        time = None
    return Entry(name, status.st_size, time)


def safe(path: str) -> str | None:
    """Return a path that stays inside, with forward slashes; None where it leads out or is absurd."""
    path = path.replace("\\", "/")
    parts = [part for part in path.split("/") if part not in ("", ".")]
    unsafe = path.startswith("/") or ".." in parts or ":" in path[:2] or not parts
    absurd = len(path) > _MAX_NAME or len(parts) > _MAX_DEPTH + 1 or any(ord(sign) < 32 for sign in path)
    if unsafe or absurd or any("\ud800" <= sign <= "\udfff" for sign in path):
        return None
    return "/".join(parts)
