"""The lab's own hand-in, graded as a class's is: zipped, run in a sandbox, judged, with its page."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from gradbook.assignment.submission.package import hand_in
from gradbook.digits.datasets.digits import Digits
from gradbook.grading.reports.learner_page import isolation_text
from gradbook.grading.run import grade_class
from gradbook.grading.sandbox import SandboxError, best_runner
from gradbook.lab.solution import Part3

LEARNER = "solution"


@dataclass(frozen=True, slots=True)
class OwnGrade:
    """What the hand-in was given.

    Attributes:
        points: of all questions.
        page: the learner's page; None where there is no sandbox.
        text: in a sentence.
    """

    points: Fraction
    page: Path | None
    text: str


def grade_own(part3: Part3, folder: Path, data: Digits | str, *, say: Callable[[str], None]) -> OwnGrade:
    """Hand the solution in and grade it.

    Args:
        part3: the assignment, built and solved.
        folder: where the hand-in and its grades go.
        data: the digits that its cells see.
        say: is told what is done.
    """
    assignment = part3.solved.assignment
    say("Handing the solution in, and grading it in a sandbox ...")
    folder.mkdir(parents=True, exist_ok=True)
    zipped = hand_in(part3.built.teacher, out=folder / f"{LEARNER}.zip").zip
    try:
        graded = grade_class([zipped], assignment, folder / "grades", best_runner, data=data)
    except SandboxError as error:
        return OwnGrade(Fraction(0), None, f"The hand-in was not graded in a sandbox: {error}")
    with graded.folder.open_book() as book:
        row = book.row(LEARNER)
    points = row.subtotal if row else Fraction(0)
    text = f"graded as a class's are, in {isolation_text(graded.isolation)}"
    return OwnGrade(points, graded.folder.page_of(LEARNER), text)
