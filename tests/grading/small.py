"""A small assignment as a teacher has it, and hand-ins for it in every form, with the marks that they deserve."""

import io
import json
import zipfile
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import nbformat
from tests.assignment import learner

from gradbook.assignment.definition import Assignment, load_assignment
from gradbook.assignment.running.exports import Exports
from gradbook.assignment.running.harvest import harvest
from gradbook.assignment.running.runner import Job, Limits, Outcome
from gradbook.assignment.submission.receipt import make_receipt

DUE = datetime.fromisoformat("2023-06-02T20:00:00-07:00")
DEFINITION = learner.DEFINITION.replace(
    "due = 2023-06-02T20:00:00-07:00",
    'due = 2023-06-02T20:00:00-07:00\n\n[late]\ncredit = 0.75\ndays = 3\nzone = "America/Los_Angeles"',
)
CHECKS = """
from gradbook.checks import expect


def check_q3(exports):
    expect(exports.number("size") > 0, "A size is positive.")


def hidden_q3(exports):
    expect(exports.number("size") == 784, "Count the pixels of one image.")
"""
QUIZ = [
    {"id": id, "question": "Which?", "type": "multiple_choice",
     "answers": [{"answer": "one", "correct": True}, {"answer": "two", "correct": False}]}
    for id in ("k1", "k2")
]  # fmt: skip
RIGHT = learner.RIGHT
RECORD = b'k1\t"a"\nk2\t"a"\n'


def make_assignment(folder: Path) -> Assignment:
    """Write a teacher's folder; return the assignment."""
    folder.mkdir(parents=True)
    (folder / "assignment.toml").write_text(DEFINITION)
    (folder / "checks.py").write_text(CHECKS)
    (folder / "quiz.json").write_text(json.dumps(QUIZ))
    nbformat.write(learner.notebook(), folder / "blank.ipynb")
    nbformat.write(learner.notebook(), folder / "A1.ipynb")
    return load_assignment(folder)


def notebook(answers: Mapping[str, str] | None = None, size: str = "784", code: str = "") -> bytes:
    """A learner's notebook: by default all that is asked, and right."""
    made: Any = learner.notebook(dict(RIGHT if answers is None else answers), size)
    if code:
        made.cells.insert(1, nbformat.v4.new_code_cell(code))
    return nbformat.writes(made).encode()


def zipped(files: Mapping[str, bytes], when: tuple[int, ...] = (2023, 6, 2, 19, 0, 0)) -> bytes:
    """A zip of files, each with this time."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            info = zipfile.ZipInfo(name, when)  # type: ignore[arg-type]
            archive.writestr(info, data, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def submitted(files: Mapping[str, bytes], time: datetime, who: str = "") -> bytes:
    """A zip as `gradbook submit` makes it."""
    receipt = make_receipt("Assignment 1: small", dict(files), time, learner=who)
    return zipped({**files, "receipt.json": receipt.json.encode(), "__zip_filename__": b"A1.zip"})


class InProcess:
    """Runs cells right here: fast, for tests of everything around it. For notebooks that we wrote ourselves only."""

    isolation = "in process (tests)"

    def __init__(self) -> None:
        self.ran = 0

    def run(self, job: Job, limits: Limits = Limits()) -> Outcome:  # noqa: B008
        """Run one job."""
        namespace: dict[str, Any] = {}
        for cell in job.cells:
            if "grader" not in cell.source and "gradbook" not in cell.source:
                exec(cell.source, namespace)
        self.ran += 1
        return Outcome(Exports.from_bytes(harvest(namespace, job.request), job.request), seconds=0.5)

    def map(self, jobs: Any, limits: Limits = Limits(), workers: int = 1) -> Any:  # noqa: B008
        """Run one after the other."""
        for place, job in enumerate(jobs):
            yield place, self.run(job, limits)

    def close(self) -> None:
        """Nothing to end."""
