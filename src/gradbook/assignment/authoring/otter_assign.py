"""Otter Assign: from a master to a student's notebook and a solution, with tests in their metadata.

It runs in a process of its own, because it changes the working directory. It takes seconds to be imported and a tenth
of one to work, so that what it makes of a master is kept: it depends on nothing but the master and Otter's version.
"""

import contextlib
import hashlib
import json
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from gradbook.assignment.errors import AssignmentError, NotebookError
from gradbook.assignment.notebook.file import read_notebook, write_notebook
from gradbook.core.cache import cache_folder

STUDENT, SOLUTION = "student", "autograder"  # as Otter calls the folders
_KEPT = 20
# jsonschema compiles a grammar of international URLs when it is imported, a second's work, if it finds that package.
_RUN = "import sys; sys.modules['rfc3987_syntax'] = None; from otter.cli import cli; cli()"


@dataclass(frozen=True, slots=True)
class Assigned:
    """The notebooks that Otter Assign makes of a master."""

    student: dict[str, Any]
    solution: dict[str, Any]


def assigned(master: Mapping[str, Any], name: str, scratch: Path) -> Assigned:
    """Return what Otter Assign makes of a master, from an earlier time where it is the same.

    Args:
        master: the notebook.
        name: what its file is called.
        scratch: a folder to work in.

    Raises:
        AssignmentError: Otter Assign refuses it.
    """
    key = hashlib.sha256(json.dumps([version("otter-grader"), name, master], sort_keys=True).encode()).hexdigest()
    kept = cache_folder() / "otter-assign" / key
    with contextlib.suppress(NotebookError):
        return Assigned(read_notebook(kept / f"{STUDENT}.ipynb"), read_notebook(kept / f"{SOLUTION}.ipynb"))
    work = scratch / "otter"
    work.mkdir()
    write_notebook(master, work / name)
    made = run_otter(work / name)
    with contextlib.suppress(OSError):  # a read-only home only costs the time to do it again
        _forget_the_oldest(kept.parent)
        write_notebook(made.solution, kept / f"{SOLUTION}.ipynb")
        write_notebook(made.student, kept / f"{STUDENT}.ipynb")
    return made


def run_otter(notebook: Path) -> Assigned:
    """Run Otter Assign on a master's file, into `dist` beside it.

    Raises:
        AssignmentError: Otter Assign refuses it.
    """
    command = [sys.executable, "-c", _RUN, "assign", notebook.name, "dist", "--no-run-tests", "--no-pdfs"]
    done = subprocess.run(command, cwd=notebook.parent, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        lines = (done.stderr.strip() or done.stdout.strip()).splitlines()
        reason = re.sub(r"^[\w.]+\.(?=\w+: )", "", lines[-1]) if lines else "it gives no reason"
        raise AssignmentError(
            f"Otter Assign refuses {notebook.name}: {reason}. Compare its raw cells with those of an assignment that "
            "works: gradbook new example"
        )
    dist = notebook.parent / "dist"
    student, solution = (read_notebook(dist / kind / notebook.name) for kind in (STUDENT, SOLUTION))
    return Assigned(student, solution)


def _forget_the_oldest(folder: Path) -> None:
    if not folder.is_dir():
        return
    kept = sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
    for old in kept[_KEPT - 1 :]:
        for path in old.glob("*.ipynb"):
            path.unlink(missing_ok=True)
        old.rmdir()
