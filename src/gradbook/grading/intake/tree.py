"""Folders and zips of anybody's, as a flat list of files that can be read up to a limit. Nothing is ever unpacked.

What leads out of a folder, is a link or a device, is encrypted or has an absurd name does not become an entry.
"""

import contextlib
import io
import os
import stat
import struct
import zipfile
import zlib
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
MAX_CLASS_ENTRIES = 1_000_000
MAX_FILE = LARGEST_HANDED_IN
"""Bytes of one file."""
SMALLER_HAND_IN = (
    "Hand in only the notebook and the pictures that it shows, without data, runs and environments such as .venv: "
    "gradbook submit makes such a zip."
)
_MAX_NAME = 400
_MAX_DEPTH = 12
# A zip's list of files: the fixed part of one entry, names and dates in it, as large as any honest program makes them.
_LISTED = 1_000
_END_RECORD = struct.Struct("<4s4H2LH")
_JUNK = {"__MACOSX", "__pycache__", "Thumbs.db", "desktop.ini"}
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}


@dataclass(frozen=True, slots=True)
class Entry:
    """A file: its path with forward slashes, bytes, and time; a zip's times have no zone."""

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
                return _capped(file.read(limit + 1), entry.path, limit)
        except OSError as error:
            raise HandInError(f"{entry.path} cannot be read ({error.strerror})") from error

    def close(self) -> None:
        """Nothing is open between two reads."""


class ZipTree:
    """A zip, from a file or from bytes.

    Raises:
        HandInError: it is no zip, is damaged, or holds more entries than any hand-in.
    """

    def __init__(self, source: Path | bytes, name: str, most: int = MAX_ENTRIES) -> None:
        self.name = name
        with contextlib.ExitStack() as opened:
            try:
                stream = opened.enter_context(io.BytesIO(source) if isinstance(source, bytes) else source.open("rb"))
                _require_few(stream, name, most)
                self._archive = opened.enter_context(zipfile.ZipFile(stream))
            except (zipfile.BadZipFile, OSError, ValueError, struct.error, NotImplementedError) as error:
                raise HandInError(f"{name} is not a zip that can be read ({error})") from error
            self._opened = opened.pop_all()
        found: dict[str, zipfile.ZipInfo] = {}
        refused = []
        for info in self._archive.infolist():
            path = _safe(_decoded(info))
            if info.filename.endswith("/"):  # `is_dir` fails on a name of no signs
                continue
            if path and path not in found and _is_plain(info):
                found[path] = info
            else:
                refused.append(clean(info.filename, 100))
        self.refused = tuple(refused)
        self._infos = found
        self.entries = tuple(Entry(path, info.file_size, _zip_time(info)) for path, info in found.items())

    def read(self, entry: Entry, limit: int = MAX_FILE) -> bytes:
        """See `Tree.read`. What a zip says of a size is not believed."""
        try:
            with self._archive.open(self._infos[entry.path]) as file:
                return _capped(file.read(limit + 1), entry.path, limit)
        except (zipfile.BadZipFile, OSError, EOFError, ValueError, RuntimeError, zlib.error, struct.error) as error:
            raise HandInError(f"{entry.path} in {self.name} is damaged ({error})") from error

    def close(self) -> None:
        """Close the zip."""
        self._opened.close()


def is_junk(path: str) -> bool:
    """Whether nobody handed a file in on purpose: hidden, or what systems leave behind."""
    return any(part.startswith(".") or part in _JUNK for part in path.split("/"))


def _capped(data: bytes, path: str, limit: int) -> bytes:
    if len(data) > limit:
        advice = (
            f"It is larger than the {limit >> 20} MiB that are read. {SMALLER_HAND_IN}" if path.endswith(".zip") else ""
        )
        raise TooLargeError(f"{path} is larger than {limit >> 20} MiB", advice)
    return data


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
                    if _safe(path) is None or item.is_symlink():
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


def _require_few(stream: io.BufferedIOBase, name: str, most: int) -> None:
    """Look at a zip's last record before `zipfile` reads its whole list into memory."""
    size = stream.seek(0, os.SEEK_END)
    stream.seek(max(0, size - 65_557))
    tail = stream.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) - at < _END_RECORD.size:
        raise zipfile.BadZipFile("it has no list of files at its end")
    _, _, _, _, count, listed, _, _ = _END_RECORD.unpack_from(tail, at)
    if count == 0xFFFF and most > 0xFFFF:
        return  # the class's own zip, larger than the old form can say
    if count > most or listed > most * _LISTED:
        advice = f"It holds more than the {most:,} files that are read. {SMALLER_HAND_IN}"
        raise HandInError(f"{name} holds more than {most:,} files", advice)


def _decoded(info: zipfile.ZipInfo) -> str:
    """Return a name as it was meant: many programs write UTF-8 and do not say so."""
    if info.flag_bits & 0x800:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return info.filename


def _safe(path: str) -> str | None:
    """Return a path that stays inside, or None."""
    path = path.replace("\\", "/")
    parts = [part for part in path.split("/") if part not in ("", ".")]
    unsafe = path.startswith("/") or ".." in parts or ":" in path[:2] or not parts
    absurd = len(path) > _MAX_NAME or len(parts) > _MAX_DEPTH + 1 or any(ord(sign) < 32 for sign in path)
    if unsafe or absurd or any("\ud800" <= sign <= "\udfff" for sign in path):
        return None
    return "/".join(parts)


def _is_plain(info: zipfile.ZipInfo) -> bool:
    mode = info.external_attr >> 16
    kind = stat.S_IFMT(mode) if info.create_system == 3 else 0
    encrypted = info.flag_bits & 0x1
    return kind in (0, stat.S_IFREG) and not encrypted and info.compress_type in _METHODS


def _zip_time(info: zipfile.ZipInfo) -> datetime | None:
    try:
        time = datetime(*info.date_time)
    except ValueError:
        return None
    return time if time.year > 1980 else None  # 1980 is how a zip says that it has no time
