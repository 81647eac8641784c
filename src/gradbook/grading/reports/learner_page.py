"""The page of one learner: points, what was read, hints, what the code printed and drew, lateness, what is open."""

import hashlib
from collections.abc import Sequence
from datetime import tzinfo

from gradbook.assignment.checking.marks import Mark
from gradbook.assignment.checking.points import points_text
from gradbook.assignment.checking.summary import TROUBLE
from gradbook.assignment.deadline import zone_of
from gradbook.assignment.definition import Assignment
from gradbook.assignment.notebook.images import data_url
from gradbook.core import html
from gradbook.grading.gradebook.giver import giver_for_learner
from gradbook.grading.gradebook.records import MACHINE, Picture, QuestionResult, Row
from gradbook.grading.reports.pages import templates
from gradbook.grading.reports.sanitise import marked, typeset

_ISOLATION = {
    "ns": "a sandbox with namespaces of its own (ns)",
    "ll": "a sandbox of Landlock and seccomp (ll)",
}
_FEW_LINES = 40


def state_of(row: Row, anonymous: bool = False) -> str:
    """Return what changes exactly where a learner's page would."""
    from gradbook import __version__

    graded = row.grading.graded if row.grading else None
    said = repr((__version__, anonymous, row.learner, graded, sorted(row.marks.items())))
    return hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()[:24]


def learner_page(assignment: Assignment, row: Row, pictures: Sequence[Picture], alias: str = "") -> str:
    """Return a learner's page.

    Args:
        assignment: what was asked.
        row: the learner's line in the gradebook.
        pictures: of the hand-in.
        alias: what the learner is called on a page that is shown to others; "" for the name.
    """
    grading, zone = row.grading, zone_of(assignment.late, assignment.due)
    detail = grading.detail if grading else None
    failure = _failure(row)
    # Of what could not be graded, the machine has nothing to say of any question.
    questions = [one for one in (detail.questions if detail else ()) if not failure or _by_person(row, one.id)]
    return _rendered(
        assignment,
        row,
        alias,
        state=state_of(row, bool(alias)),
        late=detail.late if detail else "Nothing was handed in.",
        failure=failure,
        notes=() if alias or failure or detail is None else detail.notes,
        photos=_shown(pictures, "hand-in", "") if failure and not alias else (),
        trouble=detail.trouble if detail else "",
        marks=_marks_table(row, questions, zone) if questions or not failure else "",
        questions=[_question(question, row, pictures, alias) for question in questions],
        loose=_cells(row, "", pictures),
    )


def unmade_page(assignment: Assignment, row: Row, alias: str = "") -> str:
    """Return what stands in the place of a page that could not be made: points alone, and nothing that was handed in.

    Its state is none, so that the page is tried again.
    """
    return _rendered(
        assignment,
        row,
        alias,
        state="",
        late=row.grading.detail.late if row.grading else "",
        failure="This page could not be made in full, which need not be your mistake: a person tells you the rest.",
        notes=(),
        photos=(),
        trouble="",
        marks=_marks_table(row, (), zone_of(assignment.late, assignment.due)),
        questions=(),
        loose=(),
    )


def _rendered(assignment: Assignment, row: Row, alias: str, **parts: object) -> str:
    """Return a page of these parts, with what every learner's page says."""
    return (
        templates()
        .get_template("learner.html")
        .render(
            title=assignment.title,
            lead=alias or row.learner.told_apart,
            tiles=_tiles(assignment, row),
            facts=_facts(row, zone_of(assignment.late, assignment.due), alias),
            footer=_footer(),
            **parts,
        )
    )


def isolation_text(isolation: str) -> str:
    """Name what protected the machine, in words."""
    return _ISOLATION.get(isolation, isolation)


def _failure(row: Row) -> str:
    """Return what a learner is told and can do where nothing could be graded; the reasons are for the teacher."""
    if row.grading is None or not row.failed:
        return ""
    if not row.grading.fingerprint:  # the grader itself failed on it, and tries again the next time
        return "This hand-in could not be graded, which need not be your mistake: a person decides."
    if row.grading.detail.advice:
        return f"This hand-in could not be graded. {row.grading.detail.advice}"
    return "This hand-in could not be graded, as no notebook could be opened in it: hand in the .ipynb again."


def _by_person(row: Row, question: str) -> bool:
    mark = row.marks.get(question)
    return mark is not None and mark.by != MACHINE


def _tiles(assignment: Assignment, row: Row) -> str:
    total = "provisional total" if row.waits else "total"
    tiles = [(points_text(row.total), f"of {points_text(assignment.points)} points, {total}")]
    if row.credit != 1:
        tiles.append((f"{float(row.credit):.0%}", f"of {points_text(row.subtotal)} points: it was late"))
    if row.waits:
        tiles.append((str(len(row.waits)), f"for a person: {', '.join(row.waits)}"))
    decided = sum((mark.points for mark in row.marks.values() if not mark.waits), start=assignment.points * 0)
    if row.waits:
        tiles.append((points_text(decided), "points in questions that are decided"))
    return html.tiles(tiles)


def _marks_table(row: Row, questions: Sequence[QuestionResult], zone: tzinfo) -> str:
    titles = {question.id: question.title for question in questions}
    lines = []
    for id, mark in row.marks.items():
        if row.failed and mark.by == MACHINE:
            continue
        by = (
            "machine"
            if mark.by == MACHINE
            else f"{giver_for_learner(mark.by)}, {mark.at.astimezone(zone):%Y-%m-%d %H:%M}"
            if mark.at
            else ""
        )
        points = f"{points_text(mark.points)} of {points_text(mark.of)}"
        what = f"waits for a person: {mark.why}" if mark.waits else mark.why
        lines.append((f"{id}  {titles.get(id, '')}".strip(), points, by, what))
    return html.table(("question", "points", "by", "note"), lines, left=(0, 2, 3), stack=True)


def _question(question: QuestionResult, row: Row, pictures: Sequence[Picture], alias: str) -> dict[str, object]:
    mark = row.marks.get(question.id)
    by_person = _by_person(row, question.id)
    decided = by_person and mark is not None and not mark.waits
    photos = _shown(pictures, "answer", question.id)
    return {
        "result": question,
        "points": f"{points_text(mark.points if mark else question.points)} of {points_text(question.of)}",
        "mark": mark,
        "by_person": by_person,
        "by": giver_for_learner(mark.by) if mark else "",
        # What was left to a person is answered where one has decided.
        "findings": [one for one in question.findings if not decided or one.mark != Mark.PERSON.value],
        "typeset": typeset(question.answer, [name for name, _ in photos]) if question.answer else "",
        "marked": marked(question.answer, question.findings) if question.kind == "written" and question.answer else "",
        "photos": [(f"photo {n}", url) for n, (_, url) in enumerate(photos, 1)] if alias else photos,
        "cells": _cells(row, question.id, pictures),
    }


def _cells(row: Row, question: str, pictures: Sequence[Picture]) -> list[dict[str, object]]:
    """Return the cells of a question that printed, drew or failed."""
    found: list[dict[str, object]] = []
    for cell in row.grading.detail.cells if row.grading else ():
        if cell.question != question:
            continue
        drawn = [url for name, url in _shown(pictures, "cell", question) if name == f"cell {cell.index + 1}"]
        bad = cell.status in TROUBLE
        if cell.text.strip() or drawn or bad:
            lines = cell.text.strip().splitlines()
            text = "\n".join(lines[:_FEW_LINES]) + (
                f"\n... {len(lines) - _FEW_LINES} more lines" if len(lines) > _FEW_LINES else ""
            )
            found.append({"cell": cell, "text": text, "drawn": drawn, "bad": bad})
    return found


def _shown(pictures: Sequence[Picture], kind: str, question: str) -> list[tuple[str, str]]:
    mine = [picture for picture in pictures if (picture.kind, picture.question) == (kind, question)]
    return [(picture.name, url) for picture in mine if (url := data_url(picture.data))]


def _facts(row: Row, zone: tzinfo, alias: str) -> str:
    grading = row.grading
    if grading is None:
        return ""
    lines = [] if alias else [("File", grading.source.rpartition("/")[2]), ("Content", grading.content[:16])]
    if grading.handed_in and not alias:
        lines.append(("Handed in", f"{grading.handed_in.astimezone(zone):%Y-%m-%d %H:%M:%S %z}"))
    lines.append(("Known from", grading.time_source))
    if not row.failed:  # of what could not be opened, nothing ran
        lines += [("Ran in", isolation_text(grading.isolation)), ("Took", f"{grading.seconds:.2f} s")]
    if grading.graded:
        lines.append(("Graded", f"{grading.graded.astimezone(zone):%Y-%m-%d %H:%M:%S %z}"))
    return html.table(("what", "is"), lines, left=(0, 1), stack=True)


def _footer() -> str:
    from gradbook import __version__

    return f"Made by Gradbook {__version__}. What a hand-in printed, drew or claims is its author's."
