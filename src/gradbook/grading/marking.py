"""Points given by hand: what a teacher writes in a terminal or a table becomes marks in the gradebook."""

import re
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

from gradbook.assignment.checking.summary import points_text
from gradbook.assignment.definition import Assignment
from gradbook.grading.errors import GradingUsageError
from gradbook.grading.folder import GradesFolder
from gradbook.grading.gradebook.book import Gradebook
from gradbook.grading.gradebook.records import MACHINE, Learner, Mark, clean
from gradbook.grading.intake.roster import read_table
from gradbook.grading.outputs import Outputs

Wanted = tuple[str, str, str, str]
"""Learner, question, points and why, as written."""
_NUMBER = re.compile(r"\d{1,6}(\.\d{1,6}|/[1-9]\d{0,5})?")
_COLUMNS = ("learner", "question", "points", "why")


def read_marks(path: Path) -> list[Wanted]:
    """Read a table with the columns learner, question, points and why.

    Raises:
        GradingUsageError: it cannot be read, or lacks a column.
    """
    rows = list(read_table(path))
    missing = [name for name in _COLUMNS if not rows or name not in rows[0]]
    if missing:
        raise GradingUsageError(f"{path} needs the columns {', '.join(_COLUMNS)}; it lacks {', '.join(missing)}.")
    return [(row["learner"], row["question"], row["points"], row.get("why", "")) for row in rows if any(row.values())]


def give(folder: GradesFolder, wanted: Sequence[Wanted], by: str) -> list[str]:
    """Write marks down, all or none, and the tables and pages anew.

    Args:
        folder: of the grades.
        wanted: what is to be given.
        by: who decides.

    Returns:
        A line for each mark: what it was, and what it is.

    Raises:
        GradingUsageError: a learner, question or number makes no sense, or there is no reason; nothing was written.
    """
    assignment = folder.load_assignment()
    name = clean(by, 200).strip()
    if not name or name.casefold() == MACHINE:
        raise GradingUsageError(f"--by needs a person's name, not {by!r}.")
    with folder.locked(), folder.open_book() as book:
        learners = book.learners()
        marks = [_mark(assignment, book, learners, one, name) for one in wanted]
        lines = []
        for mark in marks:
            row = book.row(mark.learner)
            before = row.marks.get(mark.question) if row else None
            was = "nothing" if before is None else f"{points_text(before.points)} by {before.by}"
            now = f"{points_text(mark.points)} of {points_text(mark.of)}"
            lines.append(f"{learners[mark.learner].shown}, {mark.question}: {now} (was {was})")
        book.mark(marks)
        outputs = Outputs(folder, assignment, book)
        outputs.all()
    return lines


def _mark(assignment: Assignment, book: Gradebook, learners: dict[str, Learner], wanted: Wanted, by: str) -> Mark:
    said, id, text, why = wanted
    learner = _learner(learners, said)
    question = assignment.question(id)
    number = text.strip().replace(",", ".")
    if not _NUMBER.fullmatch(number):
        raise GradingUsageError(f"{said}, {id}: {text[:40]!r} is no number of points. Write 0.3, or 1/3.")
    points = Fraction(number)
    if points > question.points:
        most = points_text(question.points)
        raise GradingUsageError(f"{said}, {id}: {text} is more than the question is worth, {most}.")
    if not why.strip():
        raise GradingUsageError(f'{said}, {id}: say why, for whoever asks later: --why "..."')
    row = book.row(learner.id)
    content = row.grading.content if row and row.grading else ""
    return Mark(learner.id, question.id, points, question.points, False, by, clean(why, 1000).strip(), content)


def _learner(learners: dict[str, Learner], said: str) -> Learner:
    if said in learners:
        return learners[said]
    wanted = said.strip().casefold()
    found = [one for one in learners.values() if wanted in (one.id.casefold(), one.name.casefold())]
    if len(found) == 1:
        return found[0]
    if found:
        ids = ", ".join(one.id for one in found)
        raise GradingUsageError(f"Several learners are called {said[:80]!r}: give the id, one of {ids}.")
    raise GradingUsageError(f"The gradebook has no learner {said[:80]!r}. See them all: gradbook grades")
