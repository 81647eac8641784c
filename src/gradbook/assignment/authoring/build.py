"""Makes from a teacher's folder what learners, teachers and Gradescope get.

    OUT/learner/         the notebook, imgs/, data/ and .gradbook/ (public checks, quiz without its key)
    OUT/teacher/         the solution, ready to run
    OUT/autograder.zip   for Gradescope, and autograder_manual.zip for what people read

Otter Assign does what it does well (solutions out, tests in). Before it the master's cells are stamped; after it each
question has a check and knows its name, and the numbers are filled in.
"""

import json
import os
import re
import shutil
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gradbook.assignment.authoring.blocks import require_closed
from gradbook.assignment.authoring.finishing import finish
from gradbook.assignment.authoring.handouts import Handouts, handouts
from gradbook.assignment.authoring.otter_assign import SOLUTION, Assigned, assigned, run_otter
from gradbook.assignment.authoring.redact import public_source
from gradbook.assignment.definition import AUTOGRADED, Assignment, load_assignment
from gradbook.assignment.digits_folder import write_digits
from gradbook.assignment.errors import AssignmentError, writing
from gradbook.assignment.graph_questions import GraphQuestions
from gradbook.assignment.layout import (
    AUTOGRADER,
    AUTOGRADER_MANUAL,
    BLANK,
    CHECKS,
    DATA,
    DEFINITION,
    DIST,
    KIT,
    LEARNER,
    QUIZ,
    TEACHER,
)
from gradbook.assignment.notebook.cells import stamp_master
from gradbook.assignment.notebook.file import read_notebook, write_notebook
from gradbook.assignment.notebook.images import links
from gradbook.assignment.quiz.questions import QuizError, find, load_quiz, without_keys
from gradbook.core.scratch import scratch_folder
from gradbook.core.text.suggest import did_you_mean

if TYPE_CHECKING:
    from gradbook.digits import Digits

_KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
WriteAutograders = Callable[[Assignment, Path, Path | None, str | None], None]
"""Writes what is uploaded to Gradescope: of an assignment, into a folder, with these digits and this variant."""


@dataclass(frozen=True, slots=True)
class Built:
    """What was made.

    Attributes:
        learner, teacher: folders.
        autograder: the zip for Gradescope; it is not there where it was not asked for.
        notes: what a teacher should look at.
    """

    learner: Path
    teacher: Path
    autograder: Path
    notes: tuple[str, ...] = ()


def build(
    where: str | Path,
    out: Path | None = None,
    *,
    data: "str | Path | Digits" = "auto",
    variant: str | None = None,
    gradescope: bool | WriteAutograders = True,
) -> Built:
    """Build an assignment.

    Args:
        where: a teacher's folder, or the name of an assignment that comes with Gradbook.
        out: where it goes; by default `dist` in the teacher's folder. An earlier build there is replaced.
        data: digits, or as for `gradbook.digits.load`; used where the assignment says `data = "digits"`.
        variant: whose numbers the written questions have.
        gradescope: whether the autograder's zip is made too, by Otter, which takes longer than all the rest; or what
            writes it instead, as `gradbook.grading.gradescope` does.

    Raises:
        AssignmentError: the folder is wrong, Otter Assign refuses the master, or something else is in the way.
        QuizError: quiz.json is wrong.
        WriteError: the place cannot be written to.
    """
    assignment = load_assignment(where)
    out = out or assignment.folder / DIST
    if assignment.folder.name == KIT:
        raise AssignmentError(f"{where} is a learner's folder. Build from the teacher's.")
    _require_free(out)
    written = GraphQuestions(assignment, variant)
    _require_asked(assignment, written)
    plan = _Plan(assignment, written, _master(assignment, written), _kit(assignment, variant), handouts(assignment))
    with writing(out, "Go where you may write, or give another place with --out."):
        out.parent.mkdir(parents=True, exist_ok=True)
        with scratch_folder(out.parent, out.name) as scratch:
            made = scratch / "made"
            _build(plan, scratch, made, data, gradescope is True)
            if callable(gradescope):
                gradescope(assignment, made, scratch / DATA if assignment.data else None, variant)
            if out.exists():
                shutil.rmtree(out)
            made.rename(out)
    return Built(out / LEARNER, out / TEACHER, out / AUTOGRADER, (*plan.handouts.notes, *idle_zips(assignment)))


def idle_zips(assignment: Assignment) -> Iterator[str]:
    """Yield a note on a zip for Gradescope that nothing is tested or shown in."""
    marked = {question.kind in AUTOGRADED for question in assignment.questions}
    if True not in marked:
        kinds = " or ".join(AUTOGRADED)
        yield f"{AUTOGRADER} has no tests: no question is of kind {kinds}. Upload {AUTOGRADER_MANUAL} only."
    if False not in marked:
        yield f"{AUTOGRADER_MANUAL} has nothing to show: no question is for people. Upload {AUTOGRADER} only."


@dataclass(frozen=True, slots=True)
class _Plan:
    """A teacher's folder, looked through: nothing of it is wrong, and nothing is written yet."""

    assignment: Assignment
    written: GraphQuestions
    master: Any
    kit: Mapping[str, str]
    handouts: Handouts


def _require_asked(assignment: Assignment, written: GraphQuestions) -> None:
    """Try what the questions refer to: quantities of the graph, questions of the quiz."""
    for question in assignment.questions:
        if question.kind == "written":
            written.exercise(question)
        if question.kind == "quiz":
            quiz = load_quiz(assignment.folder / QUIZ, keys=True)
            try:
                for name in question.quiz:
                    find(quiz, name)
            except QuizError as error:
                raise AssignmentError(
                    f"{assignment.folder / DEFINITION}: question {question.id}, quiz: {error}"
                ) from error


def earlier_build(out: Path) -> Built | None:
    """Return the build that a folder holds, if it holds one and nothing else."""
    ours = {LEARNER, TEACHER, AUTOGRADER, AUTOGRADER_MANUAL}
    whole = out.is_dir() and (out / LEARNER / KIT).is_dir() and not {path.name for path in out.iterdir()} - ours
    return Built(out / LEARNER, out / TEACHER, out / AUTOGRADER) if whole else None


def _build(plan: _Plan, scratch: Path, made: Path, data: "str | Path | Digits", gradescope: bool) -> None:
    assignment = plan.assignment
    work = scratch / "files"
    work.mkdir()
    for path in plan.handouts.files:
        (work / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(assignment.folder / path, work / path)
    _require_no_solutions(work, assignment.folder)
    _draw_graph(assignment, work, plan.written)
    _require_pictures(plan.master, work, assignment)
    shared = scratch / DATA
    if assignment.data:
        write_digits(shared, data)
    notebooks = (
        _with_autograder(plan, work, shared, scratch, made)
        if gradescope
        else assigned(plan.master, assignment.notebook, scratch)
    )
    for part, notebook in ((LEARNER, notebooks.student), (TEACHER, notebooks.solution)):
        shutil.copytree(work, made / part)
        if assignment.data:
            _link(shared, made / part / DATA)
        _fill(notebook, plan.written)
        finish(notebook, assignment)
        write_notebook(notebook, made / part / assignment.notebook)
        folder = made / part / KIT
        folder.mkdir()
        for file, text in plan.kit.items():
            (folder / file).write_text(text, encoding="utf-8")
        shutil.copyfile(made / LEARNER / assignment.notebook, folder / BLANK)


def _with_autograder(plan: _Plan, work: Path, shared: Path, scratch: Path, made: Path) -> Assigned:
    """Run Otter Assign among the files that its autograder takes along; leave the zip in `made`."""
    place = scratch / "otter"
    shutil.copytree(work, place)
    master = plan.master
    if plan.assignment.data:
        _link(shared, place / DATA)
        master = _with_config(master, {"autograder_files": [DATA]})
    write_notebook(master, place / plan.assignment.notebook)
    notebooks = run_otter(place / plan.assignment.notebook)
    (zipped,) = (place / "dist" / SOLUTION).glob("*.zip")
    made.mkdir()
    zipped.rename(made / AUTOGRADER)
    return notebooks


def _require_free(out: Path) -> None:
    if out.exists() and earlier_build(out) is None and not (out.is_dir() and not any(out.iterdir())):
        raise AssignmentError(f"{out} is in the way and is not an earlier build. Name another place with --out.")


def _require_no_solutions(work: Path, folder: Path) -> None:
    """Refuse a second master among the files that are handed out as they are: JupyterLab's Duplicate makes one."""
    for path in work.rglob("*.ipynb"):
        if "BEGIN SOLUTION" in path.read_text(encoding="utf-8", errors="replace"):
            place = folder / path.relative_to(work)
            raise AssignmentError(f"{place} holds solutions and would be handed out. Move it out of the folder.")


def _require_pictures(master: Any, work: Path, assignment: Assignment) -> None:
    """Refuse links to pictures that learners would not get; one on the web is the teacher's affair."""
    for number, cell in enumerate(master["cells"], start=1):
        if cell["cell_type"] != "markdown":
            continue
        for link in links(cell["source"], work, frozenset(cell.get("attachments", {}))):
            if link.problem and not link.target.startswith(("http:", "https:", "//")):
                raise AssignmentError(f"{assignment.folder / assignment.notebook}, cell {number}: {link.problem}")


def _master(assignment: Assignment, written: GraphQuestions) -> Any:
    """Return the master, held against assignment.toml and stamped."""
    path = assignment.folder / assignment.notebook
    if not path.exists():
        near = did_you_mean(path.name, [one.name for one in assignment.folder.glob("*.ipynb")])
        raise AssignmentError(
            f"{assignment.folder / DEFINITION}: notebook: there is no {path.name} in {assignment.folder}.{near} "
            "Put the master notebook there, or say in `notebook = ` what it is called."
        )
    notebook = read_notebook(path)
    if not any(map(_is_config, notebook["cells"])):
        raise AssignmentError(
            f"{path} is no master notebook: it needs, at the top, a raw cell that begins with `# ASSIGNMENT CONFIG`. "
            "See one that works: gradbook new example"
        )
    require_closed(notebook["cells"], path)
    # Some editors write no kernel into a notebook, and Otter Assign wants one.
    kernel = notebook["metadata"].get("kernelspec")
    notebook["metadata"]["kernelspec"] = _KERNEL | (kernel if isinstance(kernel, dict) else {})
    stamp_master(notebook)
    asked: dict[str, str] = {}
    for number, cell in enumerate(notebook["cells"], start=1):
        name = re.search(r"^name:\s*['\"]?([\w-]+)", cell["source"], re.MULTILINE)
        if cell["cell_type"] == "raw" and name and re.match(r"#\s+BEGIN QUESTION", cell["source"], re.IGNORECASE):
            asked[name[1]] = cell["source"]
        if cell["cell_type"] == "markdown":
            written.fill(cell["source"], number)  # says which name in braces there is not
    texts = [cell["source"] for cell in notebook["cells"] if cell["cell_type"] == "markdown"]
    drawn = assignment.graph
    if drawn and drawn.variants == "functions" and not (drawn.picture or any(map(written.says_the_function, texts))):
        raise AssignmentError(
            f"{path}: variants have functions of their own ({DEFINITION}: graph.variants), and the notebook does not "
            "say which: write {{text}}, {{latex}} or {{f:latex}} where it speaks of the function, or set graph.picture."
        )
    known = {question.id for question in assignment.questions}
    if known != asked.keys():
        only = sorted(known ^ asked.keys())[0]
        place, other = (DEFINITION, path.name) if only in known else (path.name, DEFINITION)
        raise AssignmentError(
            f"{assignment.folder}: question {only} is in {place} and not in {other}. Each question needs a raw cell "
            f"`# BEGIN QUESTION` with `name: {only}` in the notebook, and a [[question]] in {DEFINITION}."
        )
    for question in assignment.questions:
        points = re.search(r"^points:\s*([\d.]+)", asked[question.id], re.MULTILINE)
        if not points or abs(float(points[1]) - float(question.points)) > 1e-3:
            raise AssignmentError(
                f"{path}: question {question.id} should have `points: {float(question.points):g}` in its raw cell, "
                f"as in {DEFINITION}."
            )
    return notebook


def _fill(notebook: Any, written: GraphQuestions) -> None:
    for cell in notebook["cells"]:
        if cell["cell_type"] == "markdown":
            cell["source"] = written.fill(cell["source"])


def _with_config(master: Any, extra: Mapping[str, object]) -> Any:
    """Return a master with further lines in the cell that configures Otter Assign."""
    # JSON is YAML.
    lines = [f"{key}: {json.dumps(value)}" for key, value in extra.items()]
    cells = list(master["cells"])
    number = next(index for index, cell in enumerate(cells) if _is_config(cell))
    cells[number] = {**cells[number], "source": "\n".join([cells[number]["source"].rstrip(), *lines])}
    return {**master, "cells": cells}


def _is_config(cell: Any) -> bool:
    return cell["cell_type"] == "raw" and bool(re.match(r"#\s+ASSIGNMENT CONFIG", cell["source"], re.IGNORECASE))


def _kit(assignment: Assignment, variant: str | None) -> dict[str, str]:
    """Return the files that Gradbook needs beside a notebook: nothing in them gives an answer away."""
    text = (assignment.folder / DEFINITION).read_text(encoding="utf-8")
    extra = {"name": assignment.name} | ({"variant": variant} if variant else {})
    ours = [f"{key} = {json.dumps(value)}\n" for key, value in extra.items() if key not in tomllib.loads(text)]
    files = {DEFINITION: "".join(ours) + text}
    if (assignment.folder / CHECKS).is_file():
        files[CHECKS] = public_source(assignment)
    if (assignment.folder / QUIZ).is_file():
        load_quiz(assignment.folder / QUIZ, keys=True)
        questions = json.loads((assignment.folder / QUIZ).read_text(encoding="utf-8"))
        files[QUIZ] = json.dumps(without_keys(questions), indent=1, ensure_ascii=False)
    return files


def _draw_graph(assignment: Assignment, work: Path, written: GraphQuestions) -> None:
    if assignment.graph is None or assignment.graph.picture is None:
        return
    from gradbook.graph.drawing.png import png

    path = work / assignment.graph.picture
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(png(written.graph, values=False, grads=False))


def _link(source: Path, target: Path) -> None:
    """Copy a folder by hard links where that works: full-size MNIST is 55 MB."""

    def link(one: str, other: str) -> None:
        try:
            os.link(one, other)
        except OSError:
            shutil.copyfile(one, other)

    shutil.copytree(source, target, copy_function=link)
