"""Tables for spreadsheets and course sites. A cell that a spreadsheet would take for a formula is made a text."""

import csv
import io
import json
import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from fractions import Fraction

from gradbook.assignment.checking.points import counted_points, points_text
from gradbook.assignment.deadline import zone_of
from gradbook.assignment.definition import Assignment
from gradbook.grading.gradebook.records import Learner, Row
from gradbook.grading.intake.sites.canvas_gradebook import COLUMNS, CanvasGradebook

# A program that takes ";" or tabs for what parts cells finds a formula behind one as well, whatever is quoted.
_FORMULA = re.compile(r"^(?= *[=+\-@＝＋－＠\t\r\n])|(?<=[;\t\r\n])(?= *[=+\-@＝＋－＠])")
SITES = ("canvas", "moodle", "gradescope")


def csv_text(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Write a table as CSV. Where a formula could begin stands an apostrophe, which shows it as it is."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow([_defused(cell) for cell in header])
    writer.writerows([_defused(cell) for cell in row] for row in rows)
    return stream.getvalue()


def grades_csv(assignment: Assignment, rows: Iterable[Row]) -> str:
    """Write the gradebook: one line a learner, with the points of each question."""
    questions = [question.id for question in assignment.questions]
    header = ["id", "name", "status", *questions, "points", "late", "counts", "total", "of", "waits for a person",
              "handed in", "known by", "file"]  # fmt: skip
    zone = zone_of(assignment.late, assignment.due)

    def line(row: Row) -> list[object]:
        grading = row.grading
        marks = [row.marks.get(question) for question in questions]
        return [
            row.learner.id,
            row.learner.name,
            row.status,
            *("" if mark is None else _number(mark.points) for mark in marks),
            "" if row.status == "absent" else _number(row.subtotal),
            _hours(grading.late) if grading and grading.late else "",
            _number(row.credit),
            "" if row.status == "absent" else _number(row.total),
            _number(assignment.points),
            " ".join(row.waits),
            grading.handed_in.astimezone(zone).isoformat(" ", "seconds") if grading and grading.handed_in else "",
            grading.time_source if grading else "",
            grading.source if grading else "",
        ]

    return csv_text(header, map(line, rows))


def grades_json(assignment: Assignment, rows: Iterable[Row]) -> str:
    """Write the gradebook as JSON; points are exact, as texts such as "3/10", with a rounded number beside."""
    learners = []
    for row in rows:
        grading = row.grading
        learners.append(
            {
                "id": row.learner.id,
                "name": row.learner.name,
                "status": row.status,
                "total": _exact(row.total),
                "points": _exact(row.subtotal),
                "credit": _exact(row.credit),
                "provisional": bool(row.waits),
                "questions": {
                    name: {
                        "points": _exact(mark.points),
                        "of": _exact(mark.of),
                        "waits": mark.waits,
                        "by": mark.by,
                        "why": mark.why,
                        "at": _iso(mark.at),
                    }
                    for name, mark in row.marks.items()
                },
                "handed_in": _iso(grading.handed_in) if grading else None,
                "known_by": grading.time_source if grading else None,
                "late_seconds": grading.late if grading else 0,
                "file": grading.source if grading else None,
                "isolation": grading.isolation if grading else None,
                "notes": [*grading.detail.notes, *grading.detail.teacher] if grading else [],
            }
        )
    whole = {"assignment": assignment.name, "title": assignment.title, "of": _exact(assignment.points)}
    return json.dumps(whole | {"learners": learners}, indent=1, ensure_ascii=False) + "\n"


def site_csv(
    site: str,
    assignment: Assignment,
    rows: Iterable[Row],
    *,
    provisional: bool = False,
    canvas: CanvasGradebook | None = None,
) -> str:
    """Write what a course site imports, in its own columns.

    Args:
        site: one of `SITES`.
        assignment: whose title the column of grades has.
        rows: the gradebook.
        provisional: also give totals for which a person has still to decide something; without it they stay empty.
        canvas: Canvas's own table, whose columns are taken over.
    """
    zone = zone_of(assignment.late, assignment.due)
    of = _number(assignment.points)

    def grade(row: Row) -> str:
        open_ = row.status == "absent" or (row.waits and not provisional)
        return "" if open_ else _number(row.total)

    match site:
        case "canvas":
            head = [*COLUMNS, canvas.heading(assignment.title) if canvas else assignment.title]
            lines = [["    Points Possible", "", "", "", "", of]]
            for row in rows:
                own = canvas.rows.get(row.learner.id) if canvas else None
                if own is not None:
                    lines.append([*own, grade(row)])
                    continue
                number, login = _numeric(row.learner), row.learner.email
                lines.append([row.learner.shown, number, "" if number else row.learner.id, login, "", grade(row)])
            return csv_text(head, lines)
        case "moodle":
            head = ["Identifier", "Full name", "ID number", "Email address", "Status", "Grade", "Maximum grade",
                    "Grade can be changed", "Last modified (submission)", "Last modified (grade)",
                    "Feedback comments"]  # fmt: skip
            lines = []
            for row in rows:
                number = _numeric(row.learner, alias_first=True)
                status = "No submission" if row.grading is None else "Submitted for grading"
                id = "" if row.learner.id == number else row.learner.id
                lines.append([f"Participant {number}" if number else "", row.learner.name, id, row.learner.email,
                              status, grade(row), of, "Yes", "-", "-", _feedback(row)])  # fmt: skip
            return csv_text(head, lines)
    titles = [f"{q.id}: {q.title} ({points_text(q.points)} pts)" for q in assignment.questions]
    head = ["First Name", "Last Name", "SID", "Email", "Total Score", "Max Points", "Status", "Submission ID",
            "Submission Time", "Lateness (H:M:S)", *titles]  # fmt: skip
    lines = []
    for row in rows:
        first, _, last = row.learner.name.rpartition(" ")
        grading = row.grading
        time = grading.handed_in.astimezone(zone) if grading and grading.handed_in else None
        marks = [row.marks.get(question.id) for question in assignment.questions]
        state = {"absent": "Missing", "graded": "Graded"}.get(row.status, "Ungraded")
        lines.append([first or last, last if first else "", row.learner.id, row.learner.email, grade(row), of, state,
                      "", f"{time:%Y-%m-%d %H:%M:%S %z}" if time else "", _clock(grading.late if grading else 0),
                      *("" if mark is None or (mark.waits and not provisional) else _number(mark.points)
                        for mark in marks)])  # fmt: skip
    return csv_text(head, lines)


def _defused(cell: object) -> str:
    text = str(cell)
    return text if text == "-" else _FORMULA.sub("'", text)


def _number(points: Fraction) -> str:
    return f"{float(points):.4f}".rstrip("0").rstrip(".")


def _exact(points: Fraction) -> dict[str, object]:
    return {"exact": str(points), "number": round(float(points), 4)}


def _iso(time: datetime | None) -> str | None:
    return None if time is None else time.isoformat()


def _hours(seconds: float) -> str:
    return f"{seconds / 3600:.2f} h"


def _clock(seconds: float) -> str:
    whole = int(seconds)
    return f"{whole // 3600:02d}:{whole // 60 % 60:02d}:{whole % 60:02d}"


def _numeric(learner: Learner, alias_first: bool = False) -> str:
    """Return the number that a site knows a learner by."""
    aliases = learner.alias.split(";")
    ways = [*aliases, learner.id] if alias_first else [learner.id, *aliases]
    return next((way for way in ways if way.isdigit()), "")


def _feedback(row: Row) -> str:
    waiting = f" {', '.join(row.waits)} {'waits' if len(row.waits) == 1 else 'wait'} for a person." if row.waits else ""
    late = f" before lateness. {row.grading.detail.late}" if row.grading and row.grading.late else "."
    return f"{counted_points(row.subtotal)}{late}{waiting}" if row.marks else ""
