"""Where a hand-in may be written: nothing but an earlier hand-in is ever replaced."""

import zipfile
from pathlib import Path

from gradbook.core.errors import GradbookError, UsageError

ZIP_NAME = "__zip_filename__"
"""The file in which Otter, and Gradbook as well, notes what a zip was called."""
_RECEIPT, _PAGE = b"Receipt: ", b"The written part, as it is in the notebook."
_LOOK = 2**20


class HandInError(GradbookError):
    """The zip cannot be made."""


class OutError(HandInError, UsageError):
    """The zip's place is taken by something else."""


def zip_path(out: Path) -> Path:
    """Return where the zip goes: what was asked for, with .zip at its end.

    Raises:
        OutError: something that is no zip is there, such as the notebook.
    """
    if out.is_dir():
        raise OutError(f"{out} is a folder. Give the zip's name too: --out {out / 'mine.zip'}")
    if out.suffix.lower() == ".zip":
        return out
    if out.exists():
        raise OutError(
            f"{out} is there already and is no zip: it is not overwritten. Give another name: --out mine.zip"
        )
    return out.with_name(f"{out.name}.zip")


def require_ours(target: Path, receipt: Path, page: Path | None) -> None:
    """Refuse to replace anything that is not an earlier hand-in's.

    Raises:
        OutError: something else is there.
    """
    ours = {target: _is_our_zip(target), receipt: _holds(receipt, _RECEIPT)}
    if page is not None:
        ours[page] = _holds(page, _PAGE)
    for path, free in ours.items():
        if not free:
            raise OutError(
                f"{path} is there already and is not of an earlier hand-in: it is not overwritten. "
                "Give another name: --out mine.zip"
            )


def _is_our_zip(path: Path) -> bool:
    if not path.exists():
        return True
    try:
        with zipfile.ZipFile(path) as archive:
            return ZIP_NAME in archive.namelist()
    except (OSError, zipfile.BadZipFile):
        return False


def _holds(path: Path, mark: bytes) -> bool:
    if not path.exists():
        return True
    try:
        with path.open("rb") as file:
            return mark in file.read(_LOOK)
    except OSError:
        return False
