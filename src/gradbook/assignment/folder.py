"""Where a learner's work is: the assignment's folder, and the notebook that a kernel belongs to."""

import json
import os
from collections.abc import Mapping
from pathlib import Path

from gradbook.assignment.definition import load_assignment
from gradbook.assignment.layout import KIT, LEARNER_FILE, QUIZ
from gradbook.assignment.naming import holds_assignment
from gradbook.core.errors import UsageError


class PlaceError(UsageError):
    """An assignment or a notebook is not where it is looked for."""


def find_folder(start: Path | None = None) -> Path | None:
    """Return the nearest folder, at or above `start`, that holds an assignment (a learner's or a teacher's)."""
    here = (start or Path.cwd()).resolve()
    for folder in (here, *here.parents):
        if holds_assignment(folder):
            return folder
    return None


def require_folder(start: Path | None = None) -> Path:
    """Return the nearest folder that holds an assignment.

    Raises:
        PlaceError: there is none.
    """
    folder = find_folder(start)
    if folder is None:
        raise PlaceError(
            f"There is no assignment in {(start or Path.cwd()).resolve()}. Open the folder that `gradbook start` made, "
            "or go there with cd."
        )
    return folder


def notebook_of(start: Path | None, assignment: str | None = None) -> Path:
    """Return the notebook of a folder, by default of the current one.

    Args:
        start: the folder, or one below it.
        assignment: which assignment it is of, where the folder does not say.

    Raises:
        PlaceError: no assignment or no notebook is there, or several notebooks are.
    """
    folder = find_folder(start) if assignment else require_folder(start)
    asked = load_assignment(assignment or str(folder))
    return find_notebook(folder or start or Path.cwd(), otherwise=asked.notebook)


def quiz_path(folder: Path) -> Path:
    """Return where the quiz of an assignment's folder is: a learner's copy, else a teacher's."""
    inside = folder / KIT / QUIZ
    return inside if inside.is_file() else folder / QUIZ


def learner_name(folder: Path) -> str:
    """Return whose folder it is, as `start` was told; empty if it was not."""
    try:
        told = json.loads((folder / KIT / LEARNER_FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ""
    name = told.get("name") if isinstance(told, dict) else None
    return name[:200] if isinstance(name, str) else ""


def find_notebook(
    folder: Path, given: str | None = None, namespace: Mapping[str, object] | None = None, otherwise: str | None = None
) -> Path:
    """Return the notebook that is meant, whatever it is called now.

    In this order: the one that the editor says a kernel belongs to, the one that is named, the one that the
    assignment expects, the only one there is.

    Args:
        folder: where to look.
        given: the name in the notebook's own first cell, which a renamed notebook still holds.
        namespace: of a live kernel, where VS Code says which notebook it is.
        otherwise: the name that the assignment gave.

    Raises:
        PlaceError: no notebook is there, or it cannot be known which of several is meant.
    """
    for told in (_told(folder, namespace), given, otherwise):
        if told and (folder / told).is_file():
            return folder / told
    found = sorted(path for path in folder.glob("*.ipynb") if not path.name.startswith("."))
    if len(found) == 1:
        return found[0]
    if not found:
        raise PlaceError(f"There is no notebook (.ipynb) in {folder.resolve()}. Go to the folder that holds yours.")
    names = ", ".join(path.name for path in found)
    raise PlaceError(
        f"There are several notebooks in {folder.resolve()} ({names}), and none is called {given or otherwise!r}. "
        "Say which one is yours, or move the others away."
    )


def session_notebook(folder: Path) -> str | None:
    """Return the notebook that a Jupyter server says this kernel was started for, if it is in `folder`."""
    told = Path(os.environ.get("JPY_SESSION_NAME", ""))
    # A process that a cell starts inherits the variable: it counts only in the notebook's own folder.
    here = told.suffix == ".ipynb" and (not told.is_absolute() or told.parent.resolve() == folder.resolve())
    return told.name if here else None


def _told(folder: Path, namespace: Mapping[str, object] | None) -> str | None:
    vscode = (namespace or {}).get("__vsc_ipynb_file__")
    if isinstance(vscode, str) and Path(vscode).parent.resolve() == folder.resolve():
        return Path(vscode).name
    return session_notebook(folder) if namespace is not None else None
