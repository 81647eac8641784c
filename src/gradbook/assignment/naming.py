"""Which assignment is meant by what somebody types: one of Gradbook's by its name, or a folder.

A name of Gradbook's is never taken for a folder, so that nothing in a learner's folder a8 is executed for the
assignment a8. "./a8", "a8/" and any `Path` are the folder.
"""

import contextlib
import os
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from gradbook.assignment.errors import AssignmentError
from gradbook.assignment.layout import DEFINITION, KIT
from gradbook.core.text.suggest import did_you_mean

_NUMBER = re.compile(r"\d+")
_OURS = Path(str(files("gradbook"))) / "assignments"


def available() -> list[str]:
    """Return the names of the assignments that come with Gradbook."""
    return sorted(path.parent.name for path in _OURS.glob(f"*/{DEFINITION}"))


def is_ours(where: str | Path) -> bool:
    """Whether an assignment is named that comes with Gradbook."""
    return isinstance(where, str) and where in available()


def as_folder(path: Path) -> str:
    """Return what to type for a folder, so that it is not taken for an assignment of Gradbook's."""
    return f".{os.sep}{path}" if is_ours(str(path)) else str(path)


def holds_assignment(folder: Path) -> bool:
    """Whether a folder is a teacher's, or a learner's made from it."""
    return any((place / DEFINITION).is_file() for place in (folder / KIT, folder))


def assignment_folder(where: str | Path) -> Path:
    """Return the folder that holds the assignment's file; of a learner's folder the kit in it.

    Args:
        where: a name of Gradbook's, or a folder, or the assignment's file in it.

    Raises:
        AssignmentError: there is none.
    """
    if is_ours(where):
        return _OURS / where
    path = Path(where)
    if holds_assignment(path):  # a learner's kit first: what else lies there must not mislead
        return path / KIT if (path / KIT / DEFINITION).is_file() else path
    if path.name == DEFINITION and path.is_file():
        return path.parent
    if path.is_file():
        raise AssignmentError(f"{path} is a file: give the folder {path.parent}")
    if path.is_dir():
        raise AssignmentError(f"{path} holds no {DEFINITION}. `gradbook new NAME` makes a folder that does.")
    known = available()
    near = next(map(str, _near(path.name)), "")
    alike = [name for name in known if not _is_another(str(where), name)]
    hint = f" Did you mean {near}?" if near else did_you_mean(str(where), alike, like=0.5)
    raise AssignmentError(
        f"There is no assignment {str(where)!r}: neither a folder, nor one of {', '.join(known)}.{hint}"
    )


def _is_another(typed: str, known: str) -> bool:
    """Whether a name is that of another assignment and no slip: a9 is what comes after a8."""
    numbered = _NUMBER.search(typed) is not None and typed.casefold() != known
    return numbered and _NUMBER.sub("", typed.casefold()) == _NUMBER.sub("", known)


def _near(name: str) -> Iterator[Path]:
    """Yield the folders of this name that hold an assignment one level above the current folder, or below it."""
    with contextlib.suppress(OSError):
        for place in (Path(os.pardir), *sorted(one for one in Path().iterdir() if one.is_dir())):
            if name and holds_assignment(place / name):
                yield place / name
