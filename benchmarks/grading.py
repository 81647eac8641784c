"""How long does a hand-in take to be graded, against the tools that courses use?

Measured on 2 cores that a dozen other processes wanted too, one round, 2026-11-25, so that only ratios mean anything:
tiny 0.19 s (ns) and 0.12 s (ll), 0.17 and 0.10 s of it over the cells' own time, against 45 s by otter run and 12 s by
nbconvert; assignment 8 with the whole of MNIST 23.5 s (17.7 s its cells' own) and 18.5 s (15.5 s), against 194 s
by otter run (8 and 10 times as long), 148 s by nbgrader and 201 s by nbconvert.

Notebooks: tiny (three cells of Python), torch (imports it, trains a little, draws a picture) and the whole of
assignment 8, solved. Graders: Gradbook's sandbox in both modes, where a hand-in is locked in, run, and judged outside
by the assignment's checks; `otter run` (no container, no time limit), `nbgrader autograde` and, for scale, `jupyter
nbconvert --execute`, which grades nothing. All run the same cells, in turn, round by round; figures are medians. "Own"
is what the learner's cells themselves take in the sandbox, "over" the rest of the time; "2 jobs" counts hand-ins of one
minute with two at a time.

    python benchmarks/grading.py [--rounds 3] [--notebooks tiny torch a8] [--json FILE]

Peers: pip install 'gradbook[bench]'.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import nbformat
from rich import box
from rich.console import Console
from rich.table import Table

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.assignment.notebooks import blank, filled  # noqa: E402

from gradbook.assignment import Assignment, load_assignment  # noqa: E402 (notebooks lie in tests)
from gradbook.assignment.authoring.build import Built, build  # noqa: E402
from gradbook.assignment.checking.grading_session import GradingSession  # noqa: E402
from gradbook.grading.given_data import given_data  # noqa: E402
from gradbook.grading.sandbox import MODES, SandboxError, SandboxRunner  # noqa: E402

CHECK = "\n\ndef check_q1(exports):\n    expect(exports.number('answer') == 42, 'No.')\n"
OTTER_TEST = """OK_FORMAT = True
test = {"name": "q1", "points": 1, "suites": [{"cases": [{"code": ">>> answer == 42\\nTrue"}], "scored": True,
    "setup": "", "teardown": "", "type": "doctest"}]}
"""
TINY = ("values = [6 * n for n in range(8)]", "answer = values[-1]", "print(answer)")
TORCH = (
    "import matplotlib.pyplot as plt\nimport torch\nfrom torch import nn",
    "torch.manual_seed(0)\nmodel = nn.Linear(20, 2)\nx = torch.randn(200, 20)\nlosses = []\n"
    "optimizer = torch.optim.Adam(model.parameters())\n"
    "for _ in range(50):\n    loss = nn.functional.cross_entropy(model(x), (x[:, 0] > 0).long())\n"
    "    optimizer.zero_grad()\n    loss.backward()\n    optimizer.step()\n    losses.append(loss.item())",
    "plt.plot(losses)\nplt.show()",
    "answer = 42",
)
PATIENCE = 600


@dataclass
class Measured:
    """Seconds of one grader on one notebook, a round each."""

    notebook: str
    grader: str
    seconds: list[float] = field(default_factory=list)
    own: list[float] = field(default_factory=list)
    a_minute: list[float] = field(default_factory=list)
    failed: str = ""


@dataclass(frozen=True)
class Task:
    """A notebook with what each grader needs for it."""

    name: str
    assignment: Assignment
    notebook: Path
    autograder: Path
    beside: Path | None


def tasks(names: list[str], folder: Path) -> Iterator[Task]:
    """Make the notebooks, and what graders need to grade them."""
    for name in names:
        home = folder / name
        home.mkdir()
        if name == "a8":
            yield _a8(home)
            continue
        cells = [*map(nbformat.v4.new_code_cell, TINY if name == "tiny" else TORCH)]
        notebook = _written(home / "hw.ipynb", cells)
        (home / "checks.py").write_text(f"from gradbook.checks import expect{CHECK}")
        (home / "assignment.toml").write_text(
            'title = "Small"\nnotebook = "hw.ipynb"\ndue = 2030-01-31T20:00:00+00:00\n\n'
            '[[question]]\nid = "q1"\ntitle = "One"\nkind = "code"\npoints = 1\nexport = ["answer"]\n'
        )
        (home / "tests").mkdir()
        (home / "tests" / "q1.py").write_text(OTTER_TEST)
        run([*_tool("otter"), "generate", "-t", "tests", "-o", "autograder.zip", "--no-environment"], home)
        yield Task(name, load_assignment(home), notebook, home / "autograder.zip", None)


def _a8(home: Path) -> Task:
    built: Built = build("a8", home / "dist", data="auto")
    solved = filled(blank(built.learner), blank(built.teacher), [f"q{number}" for number in range(1, 9)])
    notebook = home / "A8.ipynb"
    nbformat.write(nbformat.from_dict(solved), notebook)
    return Task("a8", load_assignment("a8"), notebook, built.autograder, built.learner)


def _written(path: Path, cells: list[Any]) -> Path:
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel}), path)
    return path


def _tool(name: str) -> list[str]:
    return [sys.executable, "-m", name]


def run(command: list[str], folder: Path) -> None:
    """Run a command in a folder.

    Raises:
        RuntimeError: it failed; the message is the last of what it said.
    """
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"  # nbgrader calls a program of alembic's
    surroundings = {**os.environ, "PATH": path}
    done = subprocess.run(
        command, cwd=folder, env=surroundings, capture_output=True, text=True, timeout=PATIENCE, check=False
    )
    if done.returncode:
        raise RuntimeError((done.stderr or done.stdout).strip()[-300:])


def copy_of(task: Task, place: Path) -> Path:
    """Return a fresh folder with the notebook and what lies beside it."""
    folder = Path(tempfile.mkdtemp(dir=place))
    if task.beside is not None:
        shutil.copytree(task.beside / "data", folder / "data")
    shutil.copy(task.notebook, folder)
    return folder


def otter(task: Task, place: Path) -> Callable[[], None]:
    """Return what grades the notebook with Otter."""
    folder = copy_of(task, place)
    command = [*_tool("otter"), "run", task.notebook.name, "-a", str(task.autograder), "-o", str(folder), "--no-logo"]
    return lambda: run(command, folder)


def nbconvert(task: Task, place: Path) -> Callable[[], None]:
    """Return what runs the notebook."""
    folder = copy_of(task, place)
    name = task.notebook.name
    command = [*_tool("nbconvert"), "--execute", "--to", "notebook", "--output", "ran.ipynb", name]
    return lambda: run(command, folder)


def nbgrader(task: Task, place: Path) -> Callable[[], None]:
    """Return what grades the notebook with nbgrader: one check at the end, in a course made for it."""
    course = Path(tempfile.mkdtemp(dir=place))
    question = "assert input_size == 784" if task.name == "a8" else "assert answer == 42"
    metadata = {"grade": True, "grade_id": "q1", "locked": True, "points": 1, "schema_version": 3, "solution": False}
    test = nbformat.v4.new_code_cell(question, metadata={"nbgrader": {**metadata, "task": False}})
    notebook = nbformat.read(task.notebook, as_version=4)
    notebook.cells.append(test)
    for part in ("source/ps1", "submitted/one/ps1"):
        (course / part).mkdir(parents=True)
        nbformat.write(notebook, course / part / task.notebook.name)
        if task.beside is not None:
            shutil.copytree(task.beside / "data", course / part / "data")
    (course / "nbgrader_config.py").write_text(
        f"c = get_config()\nc.CourseDirectory.course_id = 'b'\nc.CourseDirectory.root = {str(course)!r}\n"
    )
    run([*_tool("nbgrader"), "generate_assignment", "ps1", "--force"], course)
    return lambda: run([*_tool("nbgrader"), "autograde", "ps1", "--force"], course)


def sandboxed(task: Task, runner: SandboxRunner, data: Path | None, measured: Measured) -> None:
    """Grade the notebook once by itself, then several two at a time."""
    session = GradingSession(task.assignment, hidden=True)
    notebook = nbformat.read(task.notebook, as_version=4)

    def judged(outcome: Any) -> None:
        results = session.check(session.put_beside(outcome.exports, notebook))
        assert all(result.passed for mine in results.values() for result in mine), results

    began = time.perf_counter()
    outcome = runner.run(session.job(notebook, data=data))
    judged(outcome)
    measured.seconds.append(time.perf_counter() - began)
    measured.own.append(sum(run.seconds for run in outcome.exports.cells))
    count = 4 if task.name == "a8" else 40
    began = time.perf_counter()
    for _, outcome in runner.map((session.job(notebook, data=data) for _ in range(count)), workers=2):
        judged(outcome)
    measured.a_minute.append(60 * count / (time.perf_counter() - began))


def measure(names: list[str], rounds: int) -> Iterator[list[Measured]]:
    """Let every grader grade every notebook, in turn; yield the rows of each notebook."""
    runners = {}
    for mode in MODES:
        try:
            runners[mode] = SandboxRunner(mode)
        except SandboxError as error:
            print(error, file=sys.stderr)
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        for task in tasks(names, place):
            peers: dict[str, tuple[Measured, Callable[[], None] | None]] = {}
            for title, make in (
                ("otter run", otter),
                ("nbgrader autograde", nbgrader),
                ("nbconvert --execute", nbconvert),
            ):
                row = Measured(task.name, title)
                try:
                    peers[title] = row, make(task, place)
                except (RuntimeError, OSError) as error:
                    row.failed = str(error)
                    peers[title] = row, None
            ours = {mode: Measured(task.name, f"gradbook ({mode})") for mode in runners}
            with given_data(task.assignment) as data:
                for _ in range(rounds):
                    for mode, runner in runners.items():
                        sandboxed(task, runner, data, ours[mode])
                    for row, grade in peers.values():
                        if grade is not None:
                            _clock(row, grade)
            yield [*ours.values(), *(row for row, _ in peers.values())]
    for runner in runners.values():
        runner.close()


def _clock(row: Measured, grade: Callable[[], None]) -> None:
    began = time.perf_counter()
    try:
        grade()
    except (RuntimeError, subprocess.TimeoutExpired) as error:
        row.failed = str(error)
    else:
        row.seconds.append(time.perf_counter() - began)


def table(found: list[Measured]) -> Table:
    """Make the one table."""
    made = Table(box=box.MARKDOWN)
    for title in ("Notebook", "Grader"):
        made.add_column(title, no_wrap=True)
    for title in ("Seconds", "Min to max", "Own", "Over", "A minute", "2 jobs", "Otter's time over it"):
        made.add_column(title, justify="right", no_wrap=True)
    otters = {
        row.notebook: statistics.median(row.seconds) for row in found if row.grader == "otter run" and row.seconds
    }
    for row in found:
        if not row.seconds:
            made.add_row(row.notebook, row.grader, "failed", *[""] * 6)
            continue
        median = statistics.median(row.seconds)
        own = statistics.median(row.own) if row.own else None
        over = statistics.median(a - b for a, b in zip(row.seconds, row.own, strict=True)) if row.own else None
        made.add_row(
            row.notebook,
            row.grader,
            f"{median:.2f}",
            f"{min(row.seconds):.2f} to {max(row.seconds):.2f}",
            "" if own is None else f"{own:.2f}",
            "" if over is None else f"{over:.2f}",
            f"{60 / median:,.0f}",
            f"{statistics.median(row.a_minute):,.0f}" if row.a_minute else "",
            f"{otters[row.notebook] / median:.1f}" if row.notebook in otters else "",
        )
    return made


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--notebooks", nargs="+", default=["tiny", "torch", "a8"], choices=["tiny", "torch", "a8"])
    parser.add_argument("--json", type=Path)
    given = parser.parse_args()
    found: list[Measured] = []
    for rows in measure(given.notebooks, given.rounds):
        found += rows
        if given.json:  # as it goes: some peers take minutes
            given.json.write_text(json.dumps([asdict(row) for row in found], indent=2))
    Console(width=140).print(table(found))
    for row in found:
        if row.failed:
            print(f"{row.notebook}, {row.grader}: {row.failed}", file=sys.stderr)


if __name__ == "__main__":
    main()
