"""Files that matter are written aside and moved into place, so that none is ever half-written."""

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Yield a scratch path beside `path`; when the block ends well, move it over `path`, else remove it.

    The parent folder is made if it is absent. The move is atomic, and survives the death of the process
    (not a power cut: nothing is fsync'ed, because a run can be repeated).

    Args:
        path: where the file is to be in the end.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=path.suffix, dir=path.parent)
    os.close(descriptor)
    scratch = Path(name)
    try:
        yield scratch
        scratch.chmod(0o666 & ~_umask())
        scratch.replace(path)
    finally:
        scratch.unlink(missing_ok=True)


def write_text(path: Path, text: str) -> None:
    """Write `text` (UTF-8) to `path` at once or not at all.

    Args:
        path: of the file; its folder is made if it is absent.
        text: all that will be in it.
    """
    write_bytes(path, text.encode())


def write_bytes(path: Path, data: bytes) -> None:
    """Write `data` to `path` at once or not at all.

    Args:
        path: of the file; its folder is made if it is absent.
        data: all that will be in it.
    """
    with replacing(path) as scratch:
        scratch.write_bytes(data)


def _umask() -> int:
    # The only portable way to read it is to set it; mkstemp's 0600 would lock a teacher out of a shared folder.
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
