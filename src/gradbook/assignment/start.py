"""`gradbook start`: a learner's folder, made once and never overwritten."""

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from gradbook.assignment.build import build
from gradbook.assignment.definition import available, load_assignment
from gradbook.assignment.place import DEFINITION, KIT, LEARNER, PlaceError, find_notebook
from gradbook.core.files import write_text


@dataclass(frozen=True, slots=True)
class Started:
    """A learner's folder.

    Attributes:
        folder: where it is.
        notebook: to open.
        fresh: whether it was made now; otherwise it was there, and nothing in it was touched.
    """

    folder: Path
    notebook: Path
    fresh: bool

    @property
    def text(self) -> str:
        """What a learner is told."""
        shown = os.path.relpath(self.folder)
        first = (
            f"Made {shown}{os.sep} with everything that the assignment needs."
            if self.fresh
            else f"{shown}{os.sep} is there already, with your work in it. Nothing in it was changed."
        )
        return (
            f"{first}\n"
            f"Open it:   jupyter lab {_quoted(os.path.relpath(self.notebook))}\n"
            f"Check it:  gradbook check {_quoted(os.path.relpath(self.notebook))}   (or grader.check in the notebook)\n"
            f"Hand in:   the notebook's last cell, or: cd {_quoted(shown)} && gradbook submit"
        )


def start(where: str, folder: Path | None = None, *, name: str | None = None, variant: str | None = None) -> Started:
    """Make a learner's folder for an assignment.

    Args:
        where: the assignment: "a8", or a teacher's folder ("./a8" where the name is that of one of ours).
        folder: the folder to make; by default one in the current folder, called as the assignment is.
        name: the learner's, for the receipt.
        variant: for numbers of the learner's own in the written part.

    Raises:
        AssignmentError: there is no such assignment.
        PlaceError: the folder is there and holds something else.
    """
    # A learner's own folder a8 must not be taken for the assignment a8.
    source = Path(str(files("gradbook"))) / "assignments" / where if where in available() else Path(where)
    assignment = load_assignment(source if source.is_dir() else where)
    target = folder or Path.cwd() / assignment.name
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        if not (target / KIT / DEFINITION).is_file():
            raise PlaceError(
                f"{target} is there already and is no folder of this assignment. Give another: --folder NAME."
            )
        return Started(target, find_notebook(target, otherwise=assignment.notebook), fresh=False)
    target.parent.mkdir(parents=True, exist_ok=True)
    # Built beside its place and moved there whole: an interruption leaves no half a folder.
    with tempfile.TemporaryDirectory(prefix=f".{target.name}.", dir=target.parent) as scratch:
        made = build(assignment.folder, Path(scratch) / "out", variant=variant).learner
        if name:
            write_text(made / KIT / LEARNER, json.dumps({"name": name}, ensure_ascii=False) + "\n")
        made.replace(target)  # an empty folder in its place is replaced
    return Started(target, target / assignment.notebook, fresh=True)


def open_lab(notebook: Path) -> int:
    """Open a notebook in JupyterLab, and return its exit code when it is closed.

    Raises:
        PlaceError: JupyterLab is not installed.
    """
    from importlib.util import find_spec

    if find_spec("jupyterlab") is None:
        raise PlaceError("JupyterLab is not installed here. Install it with: pip install jupyterlab")
    return subprocess.call([sys.executable, "-m", "jupyterlab", notebook.name], cwd=notebook.parent)


def _quoted(path: str) -> str:
    return f'"{path}"' if " " in path else path
