"""Zips of anybody's, as a `Tree`: read up to a limit, never unpacked.

Encrypted entries, links and absurd names do not become entries. How much work a zip can make is bounded before the work
is done: by the list of files that `zipfile` really walks, by the bytes that all of it may inflate to, and as no two of
its files may share bytes, which is how a few KB become terabytes (D. Fifield, "A better zip bomb", WOOT 2019).
"""

import contextlib
import io
import stat
import struct
import zipfile
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import BinaryIO, cast

from gradbook.grading.errors import HandInError, TooLargeError
from gradbook.grading.gradebook.records import clean
from gradbook.grading.intake.tree import MAX_ENTRIES, MAX_FILE, SMALLER_HAND_IN, Entry, require_small, safe

_LISTED = 1_000
"""Bytes of one entry in a zip's list: its fixed part, name and dates, as large as any honest program makes them."""
_LISTING, _LOCAL = b"PK\x01\x02", 30  # how an entry of the list begins; bytes before the name of the file itself
_UTC_TIMES, _CHANGED = 0x5455, 1  # a field beside an entry, as Info-ZIP writes it: seconds in UTC of when it changed
_FIELD, _UTC = struct.Struct("<HH"), struct.Struct("<BL")
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}


@dataclass(frozen=True, slots=True)
class Bounds:
    """What is read of a zip: how many entries, and how many bytes in all; None for no limit."""

    entries: int
    inflated: int | None


ONE_HAND_IN = Bounds(MAX_ENTRIES, 128 << 20)
"""Bytes: of what a hand-in keeps twice as many, since what is damaged is inflated too before that is seen."""
WHOLE_CLASS = Bounds(1_000_000, None)


class ZipTree:
    """A zip, from a file or from bytes.

    Raises:
        HandInError: it is no zip, is damaged, made to harm, or holds more entries than any hand-in.
    """

    def __init__(self, source: Path | bytes, name: str, bounds: Bounds = ONE_HAND_IN) -> None:
        self.name = name
        self._left = bounds.inflated
        with contextlib.ExitStack() as opened:
            try:
                stream = opened.enter_context(io.BytesIO(source) if isinstance(source, bytes) else source.open("rb"))
                watched = _Watched(stream, name, bounds.entries)
                self._archive = opened.enter_context(zipfile.ZipFile(cast(BinaryIO, watched)))
                watched.most = None
                infos = self._archive.infolist()
                _require_apart(infos, stream.seek(0, io.SEEK_END))
            except HandInError:
                raise
            except Exception as error:  # zipfile says nowhere what it raises over made-up bytes
                raise HandInError(f"{name} is not a zip that can be read ({error})") from error
            self._opened = opened.pop_all()
        found: dict[str, zipfile.ZipInfo] = {}
        refused = []
        for info in infos:
            path = safe(_decoded(info))
            if info.filename.endswith("/"):  # `is_dir` fails on a name of no signs
                continue
            if path and path not in found and _is_plain(info):
                found[path] = info
            else:
                refused.append(clean(info.filename, 100))
        self.refused = tuple(refused)
        self._infos = found
        self.entries = tuple(Entry(path, info.file_size, _time(info)) for path, info in found.items())

    def read(self, entry: Entry, limit: int = MAX_FILE) -> bytes:
        """See `Tree.read`. `zipfile` inflates no more than the size that a zip says, so that is what counts."""
        require_small(entry.path, entry.size, limit)
        if self._left is not None:
            if entry.size > self._left:
                raise TooLargeError(f"{entry.path} in {self.name} is not read: its files are too large together")
            self._left -= entry.size
        try:
            with self._archive.open(self._infos[entry.path]) as file:
                data = file.read(limit + 1)
        except Exception as error:  # as above
            raise HandInError(f"{entry.path} in {self.name} is damaged ({error})") from error
        require_small(entry.path, len(data), limit)
        return data

    def close(self) -> None:
        """Close the zip."""
        self._opened.close()


class _Watched:
    """A zip's bytes, watched while `zipfile` opens it.

    It reads the list of files in one piece, wherever one of the several end records says that it is, and makes an
    object of each entry then. This sees the same piece first.
    """

    def __init__(self, stream: io.BufferedIOBase, name: str, most: int) -> None:
        self._stream, self._name = stream, name
        self.most: int | None = most
        self.seek, self.tell, self.seekable = stream.seek, stream.tell, stream.seekable

    def read(self, size: int = -1, /) -> bytes:
        if self.most is None:
            return self._stream.read(size)
        if size > self.most * _LISTED:
            raise self._too_many(self.most)
        data = self._stream.read(size)
        if data.count(_LISTING) > self.most:
            raise self._too_many(self.most)
        return data

    def _too_many(self, most: int) -> HandInError:
        advice = f"It holds more than the {most:,} files that are read. {SMALLER_HAND_IN}"
        return HandInError(f"{self._name} holds more than {most:,} files", advice)


def _require_apart(infos: list[zipfile.ZipInfo], size: int) -> None:
    """Raise where files share bytes, or lie outside the zip.

    Raises:
        zipfile.BadZipFile: they do.
    """
    # At least: the local header may have more beside the name than the list says.
    spans = sorted((info.header_offset, _LOCAL + len(info.orig_filename) + info.compress_size) for info in infos)
    apart = all(start + length <= following for (start, length), (following, _) in pairwise(spans))
    if spans and not (apart and spans[0][0] >= 0 and sum(spans[-1]) <= size):
        raise zipfile.BadZipFile("its files overlap")


def _decoded(info: zipfile.ZipInfo) -> str:
    """Return a name as it was meant: many programs write UTF-8 and do not say so."""
    if info.flag_bits & 0x800:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return info.filename


def _is_plain(info: zipfile.ZipInfo) -> bool:
    mode = info.external_attr >> 16
    kind = stat.S_IFMT(mode) if info.create_system == 3 else 0
    encrypted = info.flag_bits & 0x1
    return kind in (0, stat.S_IFREG) and not encrypted and info.compress_type in _METHODS


def _time(info: zipfile.ZipInfo) -> datetime | None:
    """Return when a file was changed: exactly where the zip says so in UTC, else by its maker's clock, with no zone."""
    if exact := _utc(info.extra):
        return exact
    try:
        time = datetime(*info.date_time)
    except ValueError:
        return None
    return time if time.year > 1980 else None  # 1980 is how a zip says that it has no time


def _utc(extra: bytes) -> datetime | None:
    """Return the time of the field of times in UTC among the fields beside an entry; None where there is none."""
    while len(extra) >= _FIELD.size:
        kind, length = _FIELD.unpack_from(extra)
        field, extra = extra[_FIELD.size : _FIELD.size + length], extra[_FIELD.size + length :]
        if kind == _UTC_TIMES and len(field) >= _UTC.size and field[0] & _CHANGED:
            return datetime.fromtimestamp(_UTC.unpack_from(field)[1], UTC)
    return None
