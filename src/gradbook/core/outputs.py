"""Where a command writes what it was asked for: a new file, or one that it made itself, and nothing else is replaced.

What was made is known by its content: a note in the cache says which content was written to which place. A file that
was changed since is somebody's work.
"""

import contextlib
import hashlib
import os
import stat
from collections.abc import Callable, Iterable
from pathlib import Path

from gradbook.core.cache import cache_folder
from gradbook.core.errors import UsageError
from gradbook.core.files import write_bytes, write_text

_LARGEST = 2**30  # nobody looks through more to see whose it is


class OutputError(UsageError):
    """The place of an output is taken, or is no place for a file."""


def require_name(name: str) -> str:
    """Return what is to name a new folder in a place that is given apart from it.

    Raises:
        OutputError: it is empty, a path, hidden, or holds what no name should.
    """
    if not name.strip() or set(name) & set("/\\:") or name.startswith(".") or not name.isprintable():
        raise OutputError(f"{name!r} is no name for a folder: give a name only, such as mine.")
    return name


def require_free(
    path: Path, *, read: Iterable[Path] = (), is_ours: Callable[[Path], bool] | None = None, option: str = "--output"
) -> None:
    """Refuse a place whose file this program did not make.

    Args:
        path: where to write.
        read: files that are being read: none of them is replaced, whoever made it.
        is_ours: tells a file of ours by its content, where it does that itself.
        option: what the place was given with.

    Raises:
        OutputError: the place is taken, or is no place for a file.
    """
    other = f"Give another name with {option}."
    if path.is_dir():
        raise OutputError(f"{path} is a folder. Give the file's name too, with {option}.")
    if not path.parent.is_dir():
        raise OutputError(f"There is no folder {path.parent}. Make it, or give another place with {option}.")
    if path.is_symlink():
        raise OutputError(f"{path} is a link, and what it leads to is not overwritten. {other}")
    if not path.exists():
        return
    if not stat.S_ISREG(path.stat().st_mode):
        raise OutputError(f"{path} is not a regular file. {other}")
    if any(one.exists() and one.samefile(path) for one in read):
        raise OutputError(f"{path} is what was read: it is not overwritten. {other}")
    if not os.access(path, os.W_OK):
        raise OutputError(f"{path} may not be written to. {other}")
    if not (_was_made_here(path) or (is_ours is not None and is_ours(path))):
        raise OutputError(
            f"{path} is there already, and was not made here or was changed since: it is not overwritten. {other}"
        )


def write_output(path: Path, content: str | bytes, *, read: Iterable[Path] = (), option: str = "--output") -> None:
    """Write an output to a new file, or over one that was made here; see `require_free`.

    Raises:
        OutputError: the place is taken, or is no place for a file.
        OSError: it cannot be written.
    """
    require_free(path, read=read, option=option)
    data = content.encode() if isinstance(content, str) else content
    write_bytes(path, data)
    remember(path, data)


def remember(path: Path, data: bytes) -> None:
    """Note that this content was written to this place, so that it may be replaced there."""
    with contextlib.suppress(OSError):  # without a cache it is only not replaced next time
        write_text(_note(path), hashlib.sha256(data).hexdigest())


def _was_made_here(path: Path) -> bool:
    try:
        if path.stat().st_size > _LARGEST:
            return False
        with path.open("rb") as file:
            return _note(path).read_text() == hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, UnicodeDecodeError):
        return False


def _note(path: Path) -> Path:
    return cache_folder() / "outputs" / hashlib.sha256(os.fsencode(path.resolve())).hexdigest()
