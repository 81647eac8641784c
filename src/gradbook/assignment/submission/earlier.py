"""What an earlier hand-in left behind, which alone is replaced by a new one."""

import zipfile
from pathlib import Path

from gradbook.core.errors import GradbookError
from gradbook.core.outputs import require_free

ZIP_NAME = "__zip_filename__"
"""The file in which Otter, and Gradbook as well, notes what a zip was called."""
OPTION = "--out"
_RECEIPT, _PAGE = b"Receipt: ", b"The written part, as it is in the notebook."
_LOOK = 2**20


class HandInError(GradbookError):
    """The zip cannot be made."""


def zip_path(out: Path) -> Path:
    """Return where the zip goes: what was asked for, with .zip at its end.

    Raises:
        OutputError: a folder is there, or something that is no zip, such as the notebook.
    """
    if out.suffix.lower() == ".zip" and not out.is_dir():
        return out
    require_free(out, option=OPTION)  # what has another name than a zip is none of ours
    return out.with_name(f"{out.name}.zip")


def require_places(target: Path, receipt: Path, page: Path | None, *, read: Path) -> None:
    """Refuse to replace anything that is not an earlier hand-in's.

    Raises:
        OutputError: something else is there.
    """
    require_free(target, read=[read], is_ours=_is_our_zip, option=OPTION)
    require_free(receipt, is_ours=lambda path: _holds(path, _RECEIPT), option=OPTION)
    if page is not None:
        require_free(page, is_ours=lambda path: _holds(path, _PAGE), option=OPTION)


def _is_our_zip(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as archive:
            return ZIP_NAME in archive.namelist()
    except (OSError, zipfile.BadZipFile, ValueError, NotImplementedError):
        return False


def _holds(path: Path, mark: bytes) -> bool:
    try:
        with path.open("rb") as file:
            return mark in file.read(_LOOK)
    except OSError:
        return False
