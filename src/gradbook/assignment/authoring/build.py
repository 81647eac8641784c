"""Makes from a teacher's folder what learners, teachers and Gradescope get.

    OUT/learner/         the notebook, imgs/, data/ and .gradbook/ (public checks, quiz without its key)
    OUT/teacher/         the solution, ready to run
    OUT/autograder.zip   for Gradescope

Otter Assign does what it does well (solutions out, tests in). Before it the master's numbers are filled in and its
cells stamped; after it each question has a check and knows its name.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gradbook.assignment.authoring.redact import public_source
from gradbook.assignment.definition import Assignment, load_assignment
from gradbook.assignment.errors import AssignmentError, writing
from gradbook.assignment.graph_questions import GraphQuestions
from gradbook.assignment.layout import AUTOGRADER, BLANK, CHECKS, DATA, DEFINITION, DIST, KIT, LEARNER, QUIZ, TEACHER
from gradbook.assignment.notebook.cells import ANSWER, CHECK, PLACEHOLDER, STAMP, TEXT, read_notebook, stamp_master
from gradbook.assignment.notebook.images import links
from gradbook.assignment.quiz.questions import QuizError, find, load_quiz, without_keys

if TYPE_CHECKING:
    from gradbook.digits import Digits

_OURS = """\
# Gradbook checks written answers too; without it the notebook runs as well
try: import gradbook.notebook
except ImportError: pass"""
# What is not for learners, or is made anew.
_KEPT_BACK = (DEFINITION, CHECKS, QUIZ, DIST, "__pycache__", ".*")
_UNCHECKED = "This answer is not checked here: install gradbook for that. A person reads it after you hand in."


@dataclass(frozen=True, slots=True)
class Built:
    """What was made."""

    learner: Path
    teacher: Path
    autograder: Path


def build(
    where: str | Path, out: Path | None = None, *, data: "str | Path | Digits" = "auto", variant: str | None = None
) -> Built:
    """Build an assignment.

    Args:
        where: a teacher's folder, or the name of an assignment that comes with Gradbook.
        out: where it goes; by default `dist` in the teacher's folder. An earlier build there is replaced.
        data: digits, or as for `gradbook.digits.load`; used where the assignment says `data = "digits"`.
        variant: whose numbers the written questions have.

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
    master, kit = _master(assignment, written), _kit(assignment, variant)
    with writing(out, "Go where you may write, or give another place with --out."):
        out.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{out.name}.", dir=out.parent) as name:
            made = Path(name) / "made"
            _build(assignment, master, kit, Path(name), made, data, written)
            if out.exists():
                shutil.rmtree(out)
            made.rename(out)
    return Built(out / LEARNER, out / TEACHER, out / AUTOGRADER)


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
    ours = {LEARNER, TEACHER, AUTOGRADER}
    whole = out.is_dir() and (out / LEARNER / KIT).is_dir() and not {path.name for path in out.iterdir()} - ours
    return Built(out / LEARNER, out / TEACHER, out / AUTOGRADER) if whole else None


def _build(
    assignment: Assignment,
    master: Any,
    kit: Mapping[str, str],
    scratch: Path,
    made: Path,
    data: "str | Path | Digits",
    written: GraphQuestions,
) -> None:
    import nbformat

    work = scratch / "work"
    made_anew = (assignment.notebook, *([DATA] if assignment.data else []))
    shutil.copytree(assignment.folder, work, ignore=shutil.ignore_patterns(*_KEPT_BACK, *made_anew))
    _require_no_solutions(work, assignment.folder)
    _draw_graph(assignment, work, written)
    shared = scratch / DATA
    if assignment.data:
        _write_digits(shared, data)
        _link(shared, work / DATA)
        _add_config(master, {"autograder_files": [DATA]})
    _require_pictures(master, work, assignment)
    nbformat.write(master, work / assignment.notebook)  # type: ignore[no-untyped-call]
    dist = _otter_assign(work / assignment.notebook)
    if assignment.data:
        shutil.rmtree(work / DATA)
    for part, kind in ((LEARNER, "student"), (TEACHER, "autograder")):
        shutil.copytree(work, made / part, ignore=shutil.ignore_patterns("dist", assignment.notebook))
        if assignment.data:
            _link(shared, made / part / DATA)
        notebook = read_notebook(dist / kind / assignment.notebook)
        _finish(notebook, assignment)
        nbformat.write(notebook, made / part / assignment.notebook)  # type: ignore[no-untyped-call]
        folder = made / part / KIT
        folder.mkdir()
        for file, text in kit.items():
            (folder / file).write_text(text, encoding="utf-8")
        shutil.copyfile(made / LEARNER / assignment.notebook, folder / BLANK)
    (zipped,) = (dist / "autograder").glob("*.zip")
    zipped.rename(made / AUTOGRADER)


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
    """Return the master, held against assignment.toml, stamped, with its numbers filled in."""
    path = assignment.folder / assignment.notebook
    notebook = read_notebook(path)
    if not any(map(_is_config, notebook["cells"])):
        raise AssignmentError(
            f"{path} is no master notebook: it needs, at the top, a raw cell that begins with `# ASSIGNMENT CONFIG`. "
            "See one that works: gradbook new example"
        )
    stamp_master(notebook)
    asked: dict[str, str] = {}
    for cell in notebook["cells"]:
        name = re.search(r"^name:\s*['\"]?([\w-]+)", cell["source"], re.MULTILINE)
        if cell["cell_type"] == "raw" and name and re.match(r"#\s+BEGIN QUESTION", cell["source"], re.IGNORECASE):
            asked[name[1]] = cell["source"]
        if cell["cell_type"] == "markdown":
            cell["source"] = written.fill(cell["source"])
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


def _add_config(master: Any, extra: Mapping[str, object]) -> None:
    cell = next(filter(_is_config, master["cells"]))
    # JSON is YAML.
    lines = [f"{key}: {json.dumps(value)}" for key, value in extra.items()]
    cell["source"] = "\n".join([cell["source"].rstrip(), *lines])


def _is_config(cell: Any) -> bool:
    return cell["cell_type"] == "raw" and bool(re.match(r"#\s+ASSIGNMENT CONFIG", cell["source"], re.IGNORECASE))


def _otter_assign(notebook: Path) -> Path:
    """Run Otter Assign in a process of its own, because it changes the working directory."""
    command = [sys.executable, "-m", "otter", "assign", notebook.name, "dist", "--no-run-tests", "--no-pdfs"]
    done = subprocess.run(command, cwd=notebook.parent, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        lines = (done.stderr.strip() or done.stdout.strip()).splitlines()
        raise AssignmentError(f"Otter Assign refuses {notebook.name}: {lines[-1] if lines else 'no reason given'}")
    return notebook.parent / "dist"


def _finish(notebook: Any, assignment: Assignment) -> None:
    """Give each cell its stamp and a lasting id, each question a check, and the notebook our line."""
    cells = notebook["cells"]
    current = ""
    for cell in cells:
        stamp = cell["metadata"].get(STAMP)
        call = re.fullmatch(r"grader\.check\(\"(\w+)\"\)", cell["source"].strip())
        if call:
            stamp = {"question": call[1], "role": CHECK}
        elif stamp is None and "otter_answer_cell" in cell["metadata"].get("tags", []):
            stamp = {"question": current, "role": ANSWER}
        cell["metadata"][STAMP] = stamp or {"question": "", "role": TEXT}
        current = cell["metadata"][STAMP]["question"] or current
    # Otter leaves its placeholder beside a written solution.
    cells[:] = [cell for cell, after in zip(cells, [*cells[1:], None], strict=True) if not _is_superseded(cell, after)]
    tests = notebook["metadata"].setdefault("otter", {}).setdefault("tests", {})
    notebook["metadata"]["otter"].setdefault("OK_FORMAT", True)
    for question in assignment.questions:
        mine = [index for index, cell in enumerate(cells) if cell["metadata"][STAMP]["question"] == question.id]
        if not any(cells[index]["metadata"][STAMP]["role"] == CHECK for index in mine):
            cells.insert(mine[-1] + 1, _check_cell(question.id))
        if question.id not in tests:
            tests[question.id] = _unchecked(question.id)
    cells.insert(0, _cell(_OURS, {"question": "", "role": TEXT}))
    counts: dict[str, int] = {}
    for cell in cells:
        place = cell["metadata"][STAMP]
        stem = f"{place['question'] or 'cell'}-{place['role']}"
        counts[stem] = counts.get(stem, 0) + 1
        cell["id"] = f"{stem}-{counts[stem]}"
    notebook["nbformat_minor"] = max(5, notebook["nbformat_minor"])


def _is_superseded(cell: Any, after: Any) -> bool:
    stamp = cell["metadata"][STAMP]
    answer = stamp["role"] == ANSWER and cell["source"].strip() == PLACEHOLDER
    return answer and after is not None and after["metadata"][STAMP] == stamp


def _check_cell(id: str) -> Any:
    return _cell(f'grader.check("{id}")', {"question": id, "role": CHECK})


def _cell(source: str, stamp: Mapping[str, str]) -> Any:
    from nbformat.v4 import new_code_cell

    return new_code_cell(  # type: ignore[no-untyped-call]
        source, metadata={"deletable": False, "editable": False, STAMP: dict(stamp)}
    )


def _unchecked(id: str) -> dict[str, object]:
    """Return a test for plain Otter, which would stop at a check of a question that it has no test for."""
    case = {"code": f">>> raise NotImplementedError({_UNCHECKED!r})", "hidden": False, "locked": False, "points": 0}
    suite = {"cases": [case], "scored": True, "setup": "", "teardown": "", "type": "doctest"}
    return {"name": id, "points": 0, "suites": [suite]}


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


def _write_digits(folder: Path, data: "str | Path | Digits") -> None:
    """Write the machine's digits as torchvision lays them out, so that the notebook needs no network."""
    from gradbook.digits import load
    from gradbook.digits.datasets import idx

    digits = load(data) if isinstance(data, str | Path) else data
    raw = folder / "MNIST" / "raw"
    raw.mkdir(parents=True)
    for split, stem in (("train", "train"), ("test", "t10k")):
        images, labels = getattr(digits, f"{split}_images"), getattr(digits, f"{split}_labels")
        idx.write(raw / f"{stem}-images-idx3-ubyte", images.numpy())
        idx.write(raw / f"{stem}-labels-idx1-ubyte", labels.numpy().astype("uint8"))


def _link(source: Path, target: Path) -> None:
    """Copy a folder by hard links where that works: full-size MNIST is 55 MB."""

    def link(one: str, other: str) -> None:
        try:
            os.link(one, other)
        except OSError:
            shutil.copyfile(one, other)

    shutil.copytree(source, target, copy_function=link)
