"""What runs in Gradescope's container: one hand-in is graded and results.json written, whatever happens.

ROOT/source/      this autograder's zip, unpacked     ROOT/submission/                the hand-in
ROOT/results/     results.json goes here              ROOT/submission_metadata.json   when it came
"""

import contextlib
import json
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from gradbook.assignment.deadline import zone_of
from gradbook.assignment.definition import Assignment, load_assignment
from gradbook.assignment.running.runner import Limits, Runner
from gradbook.core.errors import GradbookError
from gradbook.core.files import write_text
from gradbook.grading.errors import HandInError
from gradbook.grading.given_data import given_data
from gradbook.grading.grader import Grader, Numbers
from gradbook.grading.gradescope.autograder_zip import ASSIGNMENT, SETTINGS, Part
from gradbook.grading.gradescope.results import failure, results
from gradbook.grading.intake.collect import Attempt
from gradbook.grading.intake.hand_in import open_hand_in
from gradbook.grading.intake.names import Named
from gradbook.grading.intake.tree import FolderTree, is_junk
from gradbook.grading.late import Arrival, TimeSource, lateness, local
from gradbook.grading.sandbox import best_runner

MakeRunner = Callable[[Iterable[Path]], Runner]


def grade_submission(root: Path, make_runner: MakeRunner = best_runner) -> dict[str, Any]:
    """Grade the hand-in in a container, and write results.json.

    Args:
        root: /autograder, or a folder laid out like it.
        make_runner: makes what cells run in, given the places that no hand-in may see.

    Returns:
        What was written.
    """
    try:
        found = _graded(root, make_runner)
    except GradbookError as error:
        found = failure(str(error))
    except Exception as error:  # Gradescope shows a traceback to the learner; keys may stand in it
        found = failure(f"The grader itself failed ({type(error).__name__}).")
    text = json.dumps(found, indent=1, ensure_ascii=False)
    write_text(root / "results" / "results.json", text.encode("utf-8", "replace").decode())
    return found


def _graded(root: Path, make_runner: MakeRunner) -> dict[str, Any]:
    began = time.monotonic()
    source = root / "source"
    settings = json.loads((source / SETTINGS).read_text(encoding="utf-8"))
    part = Part(settings["part"])
    assignment = load_assignment(source / ASSIGNMENT)
    tree = FolderTree(root / "submission")
    files = tuple(entry for entry in tree.entries if not is_junk(entry.path))
    loose = any(entry.suffix == ".ipynb" for entry in files)
    zipped = None if loose else next((entry for entry in files if entry.suffix == ".zip"), None)
    attempt = Attempt(Named("submission"), "submission", tree, files if zipped is None else (zipped,), "", zipped)
    arrived, due = _arrival(root, assignment)
    late = lateness(assignment.late, due, arrived)
    private = [source, root / "results", root / "submission_metadata.json"]
    with given_data(assignment) as data, contextlib.closing(make_runner(private)) as runner:
        grader = Grader(assignment, data, runner.isolation, settings.get("secret", ""))
        hand_in = open_hand_in(attempt, assignment.notebook, grader.worked)
        if hand_in.notebook is None:
            return failure(f"It could not be graded: {hand_in.problem}. {hand_in.advice}".rstrip())
        try:
            ready = grader.ready(hand_in, Numbers(settings.get("variant", "")))
        except HandInError as error:
            return failure(f"It could not be graded: {error}. {error.advice}")
        detail, _ = grader.judge(ready, runner.run(ready.job, Limits()))
    detail = replace(detail, notes=(*hand_in.notes, *detail.notes))
    return results(part, detail, late, runner.isolation, time.monotonic() - began)


def _arrival(root: Path, assignment: Assignment) -> tuple[Arrival, datetime | None]:
    """Return when it came, and the deadline: Gradescope's where that is later, as an extension or a new term is."""
    try:
        told = json.loads((root / "submission_metadata.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Arrival(None, TimeSource.UNKNOWN), assignment.due
    zone = zone_of(assignment.late, assignment.due)

    def moment(value: object) -> datetime | None:
        with contextlib.suppress(ValueError, TypeError):
            return local(datetime.fromisoformat(str(value)), zone)
        return None

    told = told if isinstance(told, dict) else {}
    about = told.get("assignment")
    theirs = moment(about.get("due_date")) if isinstance(about, dict) else None
    due = max(assignment.due, theirs) if assignment.due and theirs else assignment.due or theirs
    return Arrival(moment(told.get("created_at")), TimeSource.SITE), due
