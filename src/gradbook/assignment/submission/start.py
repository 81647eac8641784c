"""`gradbook start`: a learner's folder, made once and never overwritten."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from gradbook.assignment.authoring.build import build
from gradbook.assignment.definition import Assignment, load_assignment
from gradbook.assignment.errors import writing
from gradbook.assignment.folder import PlaceError, find_notebook
from gradbook.assignment.graph_questions import has_numbers_of, numbers_text
from gradbook.assignment.layout import DEFINITION, KIT
from gradbook.assignment.submission.whose import give_name, require_no_other
from gradbook.core.scratch import scratch_folder

_ELSEWHERE = "Go where you may write, or give another place with --folder."
_GET_LAB = "pip install jupyterlab"


@dataclass(frozen=True, slots=True)
class Started:
    """A learner's folder.

    Attributes:
        folder: where it is.
        notebook: to open.
        fresh: whether it was made now; otherwise it was there, and no work in it was touched.
        named: the name that a folder which was there already has got now, or empty.
    """

    folder: Path
    notebook: Path
    fresh: bool
    named: str = ""

    @property
    def text(self) -> str:
        """What a learner is told."""
        shown = os.path.relpath(self.folder)
        here = shown == os.curdir
        place = "Your folder" if here else f"{shown}{os.sep}"
        submit = "gradbook submit" if here else f"cd {_quoted(shown)} && gradbook submit"
        first = (
            f"Made {shown}{os.sep} with everything that the assignment needs."
            if self.fresh
            else f"{place} is there already. "
            + (f"Your receipt now says {self.named}; nothing else" if self.named else "Nothing in it")
            + " was changed."
        )
        lab = "" if _has_lab() else f"   (JupyterLab is not installed here: {_GET_LAB})"
        return (
            f"{first}\n"
            f"Open it:   jupyter lab {_quoted(os.path.relpath(self.notebook))}{lab}\n"
            f"Check it:  gradbook check {_quoted(os.path.relpath(self.notebook))}   (or grader.check in the notebook)\n"
            f"Hand in:   the notebook's last cell, or: {submit}"
        )


def start(
    where: str,
    folder: Path | None = None,
    *,
    name: str | None = None,
    variant: str | None = None,
    say: Callable[[str], None] | None = None,
) -> Started:
    """Make a learner's folder for an assignment.

    Args:
        where: the assignment: "a8", or a teacher's folder ("./a8" where the name is that of one of ours). A learner's
            folder, as teachers hand it out, is started already: it may get a name.
        folder: the folder to make; by default one in the current folder, called as the assignment is.
        name: the learner's, for the receipt; a folder that is there already gets it where it has none.
        variant: for numbers of the learner's own in the written part.
        say: is told what is being done, where it takes a while.

    Raises:
        AssignmentError: there is no such assignment.
        PlaceError: the folder is there and holds something else, or is another's: of another name or variant.
        WriteError: the folder cannot be made.
    """
    assignment = load_assignment(where)
    handed_out = assignment.folder.parent if assignment.folder.name == KIT else None
    if handed_out is not None and folder is not None and folder.resolve() != handed_out.resolve():
        raise PlaceError(
            f"{handed_out} is a learner's folder already: work in it, without --folder. Another one is made from the "
            "teacher's folder only."
        )
    target = handed_out or folder or Path.cwd() / assignment.name
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        if not (target / KIT / DEFINITION).is_file():
            raise PlaceError(
                f"{target} is there already and is no folder of this assignment. Give another: --folder NAME."
            )
        _require_same(target, where, assignment, name, variant)
        notebook = find_notebook(target, otherwise=assignment.notebook)
        return Started(target, notebook, fresh=False, named=give_name(target, name))
    if say is not None:
        what = "the notebook, its pictures and the digits" if assignment.data else "the notebook and its pictures"
        say(f"Making {os.path.relpath(target)}{os.sep} ({what}) ...")
    with writing(target, _ELSEWHERE):
        target.parent.mkdir(parents=True, exist_ok=True)
        # Built beside its place and moved there whole: an interruption leaves no half a folder.
        with scratch_folder(target.parent, target.name) as scratch:
            made = build(assignment.folder, scratch / "out", variant=variant, gradescope=False).learner
            give_name(made, name)
            made.replace(target)  # an empty folder in its place is replaced
    return Started(target, target / assignment.notebook, fresh=True)


def _require_same(target: Path, where: str, asked: Assignment, name: str | None, variant: str | None) -> None:
    """Refuse what a folder with somebody's work in it cannot become: what it is stays as it is."""
    there = load_assignment(target)
    if there.name != asked.name:
        raise PlaceError(f"{target} is a folder of {there.name}, not of {asked.name}. Give another: --folder NAME.")
    if not has_numbers_of(there, variant):
        raise PlaceError(
            f"{target} is there already and has {numbers_text(there.variant)}: --variant {variant} was NOT applied, "
            "and nothing was changed. "
            + (
                "Ask your teacher for a folder with it."
                if asked.folder.name == KIT
                else f"Make another folder with it: gradbook start {where} --folder NAME --variant {variant}"
            )
        )
    require_no_other(target, name)


def open_lab(notebook: Path) -> int:
    """Open a notebook in JupyterLab, and return its exit code when it is closed.

    Raises:
        PlaceError: JupyterLab is not installed.
    """
    if not _has_lab():
        raise PlaceError(f"JupyterLab is not installed here. Install it with: {_GET_LAB}")
    return subprocess.call([sys.executable, "-m", "jupyterlab", notebook.name], cwd=notebook.parent)


def _has_lab() -> bool:
    return find_spec("jupyterlab") is not None


def _quoted(path: str) -> str:
    return f'"{path}"' if " " in path else path
