"""Points given by hand: what a teacher writes in a terminal or a table becomes marks in the gradebook."""

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

from gradbook.assignment.checking.points import points_text
from gradbook.assignment.definition import Assignment
from gradbook.assignment.errors import AssignmentError
from gradbook.core.text.quotes import quoted
from gradbook.core.text.suggest import did_you_mean
from gradbook.grading.errors import GradingUsageError
from gradbook.grading.folder import GradesFolder
from gradbook.grading.gradebook.book import Gradebook
from gradbook.grading.gradebook.giver import giver_for_learner
from gradbook.grading.gradebook.records import MACHINE, Learner, Mark, Row, clean, machine_mark
from gradbook.grading.intake.roster import read_table
from gradbook.grading.last_run import read_last_run
from gradbook.grading.outputs import Outputs


class Wanted(NamedTuple):
    """What is to be given, as written.

    Attributes:
        learner: an id, a name, an alias, or a part that only one has.
        question: an id, several with commas between them, or all.
        points: of each; "machine" for the machine's own.
        why: the reason.
        where: the line of the table that says so; "" where there is none.
    """

    learner: str
    question: str
    points: str
    why: str
    where: str = ""


_ALL = "all"
_NUMBER = re.compile(r"\d{1,6}(\.\d{1,6}|/[1-9]\d{0,5})?")
_FEW = 10
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
    return [
        Wanted(row["learner"], row["question"], row["points"], row.get("why", ""), f"{path}, line {number}")
        for number, row in enumerate(rows, start=2)
        if any(row.values())
    ]


def give(folder: GradesFolder, wanted: Sequence[Wanted | tuple[str, str, str, str]], by: str) -> list[str]:
    """Write marks down, all or none, and the tables and pages anew.

    Args:
        folder: of the grades.
        wanted: what is to be given.
        by: who decides.

    Returns:
        A line for each mark: what it was, and what it is.

    Raises:
        GradingUsageError: a learner, question or number makes no sense, or there is no reason; nothing was written. All
            that is wrong is said.
    """
    assignment = folder.load_assignment()
    name = clean(by, 200).strip()
    if not name or name.casefold() == MACHINE:
        raise GradingUsageError(f"--by needs a person's name, not {by!r}.")
    with folder.locked(), folder.open_book() as book:
        learners = book.learners()
        run = read_last_run(folder.path)
        recent = {id: learners[id] for id in (run.learners if run else learners) if id in learners}
        marks: list[Mark] = []
        faults: list[str] = []
        asked = [each for one in wanted for each in _each_question(assignment, Wanted(*one))]
        for one in asked:
            try:
                marks.append(_mark(assignment, book, (recent, learners), one, name, folder.path))
            except (GradingUsageError, AssignmentError) as error:
                faults.append(f"{one.where}: {error}" if one.where else str(error))
        if faults:
            raise GradingUsageError(_all_faults(faults, several=len(asked) > 1))
        lines = []
        for mark in marks:
            row = book.row(mark.learner)
            before = row.marks.get(mark.question) if row else None
            now = f"{points_text(mark.points)} of {points_text(mark.of)}"
            lines.append(f"{learners[mark.learner].told_apart}, {mark.question}: {now} (was {_was(before)})")
        book.mark([*_others(assignment, book, marks), *marks])
        outputs = Outputs(folder, assignment, book)
        outputs.all()
    return lines


def _each_question(assignment: Assignment, wanted: Wanted) -> list[Wanted]:
    """Return what is wanted question by question, where several are named at once."""
    known = [question.id for question in assignment.questions]
    if wanted.question.strip().casefold() == _ALL and _ALL not in known:
        return [wanted._replace(question=id) for id in known]
    return [wanted._replace(question=id.strip()) for id in wanted.question.split(",") if id.strip()] or [wanted]


def _all_faults(faults: Sequence[str], *, several: bool) -> str:
    lines = list(dict.fromkeys(faults))
    more = [f"So it is with {len(lines) - _FEW:,} more."] if len(lines) > _FEW else []
    return "\n".join([*lines[:_FEW], *more, *(["Nothing was written."] if several else [])])


def _was(before: Mark | None) -> str:
    """Say what a mark replaces, with a person's reason for it."""
    if before is None:
        return "nothing"
    reason = "" if before.by == MACHINE else f": {quoted(before.why)}"
    return f"{points_text(before.points)} by {before.by}{reason}"


def _others(assignment: Assignment, book: Gradebook, marks: Sequence[Mark]) -> list[Mark]:
    """Return what makes the other questions wait of those who handed nothing in and are given points all the same."""
    none, why = Fraction(0), "nothing was handed in"
    others: dict[tuple[str, str], Mark] = {}
    given = {(mark.learner, mark.question) for mark in marks}
    for id in dict.fromkeys(mark.learner for mark in marks):
        row = book.row(id)
        if row is not None and row.status == "absent":
            for question in assignment.questions:
                if (id, question.id) not in given:
                    others[id, question.id] = Mark(id, question.id, none, question.points, True, MACHINE, why)
    return list(others.values())


def _mark(
    assignment: Assignment, book: Gradebook, known: Sequence[dict[str, Learner]], wanted: Wanted, by: str, folder: Path
) -> Mark:
    said, id, text, why, _ = wanted
    learner = _learner(known, said, folder)
    question = assignment.question(id)
    row = book.row(learner.id)
    if text.strip().casefold() == MACHINE:
        return _given_back(row, question.id, learner, by, why)
    number = text.strip().replace(",", ".")
    if number.startswith(("-", "\N{MINUS SIGN}")):
        raise GradingUsageError(f"{said}, {id}: points cannot be negative, and {text[:40]} is. The least is 0.")
    if not _NUMBER.fullmatch(number):
        raise GradingUsageError(f"{said}, {id}: {text[:40]!r} is no number of points. Write 0.3, 1/3, or machine.")
    points = Fraction(number)
    if points > question.points:
        most = f"{float(question.points):.4g}"
        raise GradingUsageError(f"{said}, {id}: {text} is more than the question is worth, {most}.")
    if not why.strip():
        raise GradingUsageError(f'{said}, {id}: say why, for whoever asks later: --why "..."')
    content = row.grading.content if row and row.grading else ""
    return Mark(learner.id, question.id, points, question.points, False, by, clean(why, 1000).strip(), content)


def _given_back(row: Row | None, question: str, learner: Learner, by: str, why: str) -> Mark:
    """Return the machine's own mark for a question, with who wanted it back, and why where that is said."""
    found = row.grading.detail.questions if row and row.grading else ()
    result = next((one for one in found if one.id == question), None)
    if row is None or row.grading is None or result is None:
        raise GradingUsageError(f"{learner.told_apart}, {question}: the machine gave nothing that could be given back.")
    mark = machine_mark(row.grading, result)
    said = f"the machine's mark again, by {giver_for_learner(by, 'a person')}" + (
        f": {why.strip()}" if why.strip() else ""
    )
    return replace(mark, why=clean("; ".join(filter(None, (mark.why, said))), 1000))


def _learner(known: Sequence[dict[str, Learner]], said: str, folder: Path) -> Learner:
    """Return whom a text means: an id, else a whole name or alias, else a part of one that only one learner has.

    Args:
        known: learners by id, those of the last run first, then all.
        said: the text.
        folder: of the grades, for the advice.
    """
    wanted = said.strip().casefold()
    ways = {
        id: [id.casefold(), *(way.casefold() for way in (one.name, one.email, *one.alias.split(";")) if way)]
        for id, one in known[-1].items()
    }
    for learners in known:
        if said in learners:
            return learners[said]
        whole = [one for id, one in learners.items() if wanted in ways[id]]
        found = whole or [one for id, one in learners.items() if wanted and any(wanted in way for way in ways[id])]
        if len(found) == 1:
            return found[0]
        if found:
            ids = ", ".join(one.id for one in found[:_FEW]) + (", ..." if len(found) > _FEW else "")
            raise GradingUsageError(f"Several learners are meant by {said[:80]!r}: give the id, one of {ids}.")
    hint = did_you_mean(said, {way for one in known[0].values() for way in (one.id, one.name) if way})
    raise GradingUsageError(f"The gradebook has no learner {said[:80]!r}.{hint} See them all: gradbook grades {folder}")
