"""The page of a class: how it did, question by question, what went wrong and who is to be looked at."""

import statistics
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from markupsafe import Markup

from gradbook.assignment.checking.points import points_text
from gradbook.assignment.deadline import due_text, span_text
from gradbook.assignment.definition import Assignment
from gradbook.core import html
from gradbook.grading.gradebook.records import Row
from gradbook.grading.last_run import LastRun
from gradbook.grading.late import unsure_text
from gradbook.grading.reports.figures import histogram
from gradbook.grading.reports.learner_page import isolation_text
from gradbook.grading.reports.pages import templates
from gradbook.grading.reports.statistics import FEWEST, ClassStatistics, Item, gather
from gradbook.written import Diagnosis
from gradbook.written.judging.outcomes.said.messages import MESSAGES

_MISTAKES = 25
_PLAINLY = {"quiz": "answered wrong", "code": "did not pass"}  # by the kind of question, where nothing is diagnosed
_BRIEF = 0.05  # seconds: below it a cell takes no time that anybody notices
_ALWAYS = 5  # the first columns of the questions' table; the others are left out where nothing stands in them
Link = Callable[[str], tuple[str, str]]
"""From a learner's id to what the learner is called here, and where the page is."""


def class_page(
    assignment: Assignment,
    rows: Callable[[], Iterable[Row]],
    link: Link,
    run: LastRun | None = None,
    unmade: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[str]:
    """Yield a class's page in parts, so that ten thousand learners need not be in memory.

    Args:
        assignment: what was asked.
        rows: begins going through the gradebook; called twice.
        link: of each learner.
        run: what the grades were made from, where that is known.
        unmade: why a learner's page could not be made, by the id.
    """
    from gradbook import __version__

    found = gather(assignment, rows())
    return (
        templates()
        .get_template("class.html")
        .generate(
            title=assignment.title,
            lead=_lead(assignment, found),
            tiles=_tiles(assignment, found),
            histogram=histogram(found.totals, float(assignment.points), found.provisional) if found.totals else "",
            questions=_questions(assignment, found),
            explained=_explained(found),
            mistakes=_mistakes(assignment, found, link),
            lists=_lists(found, link, unmade, roster=run is not None and run.roster),
            left_out=run.left_out if run else (),
            earlier=run.earlier_text if run else "",
            rows=(_line(row, link) for row in rows()),
            isolation=", ".join(f"{isolation_text(name)}: {count}" for name, count in found.isolations.items()),
            own_time=found.own_time,
            unsure=unsure_text(found.late_by_file, len(found.late)) if found.late_by_file else "",
            footer=f"Made by Gradbook {__version__}.",
        )
    )


def _lead(assignment: Assignment, found: ClassStatistics) -> str:
    due = f"due {due_text(assignment)}" if assignment.due else "no deadline"
    return (
        f"{found.handed_in:,} handed in, {len(found.absent):,} did not; {due}, {points_text(assignment.points)} points."
    )


def _tiles(assignment: Assignment, found: ClassStatistics) -> Markup:
    of = f"of {points_text(assignment.points)}"
    tiles = []
    if found.totals:
        open_ = _counted(found)
        tiles.append((f"{statistics.fmean(found.totals):.2f}", f"{of} points, the mean{open_}"))
        tiles.append((f"{statistics.median(found.totals):.2f}", f"{of} points, the median{open_}"))
    tiles += [
        (f"{len(found.waiting):,}", f"wait{'s' if len(found.waiting) == 1 else ''} for a person"),
        (f"{len(found.late):,}", "late"),
        (f"{len(found.failed):,}", "could not be graded"),
        (f"{len(found.absent):,}", "absent"),
    ]
    return html.tiles(tiles)


def _counted(found: ClassStatistics) -> str:
    """Say which totals a mean is of, where it is not simply everybody's."""
    counted, out = len(found.totals), found.handed_in - len(found.totals)
    parts = [f"{found.provisional:,} of {counted:,} totals provisional"] if found.provisional else []
    if out:
        parts = [*(parts or [f"of {counted:,}"]), f"{out:,} that could not be opened left out"]
    return f" ({'; '.join(parts)})" if parts else ""


def _questions(assignment: Assignment, found: ClassStatistics) -> Markup:
    lines = []
    for question in assignment.questions:
        item, of = found.items[question.id], float(question.points)
        share, tells = item.difficulty(of), item.discrimination
        full = sum(points >= of for points in item.points)
        lines.append(
            (
                f"{question.id}  {question.title}",
                points_text(question.points),
                f"{statistics.fmean(item.points):.2f}" if item.points else "-",
                f"{share:.0%}" if share is not None else "-",
                f"{full / len(item.points):.0%}" if item.points and of else "-",
                f"{tells:+.2f}".replace("-", "−") if tells is not None else "",
                f"{seconds:.1f}" if (seconds := _seconds(item)) >= _BRIEF else "",
                f"{item.waits:,}" if item.waits else "",
            )
        )
    header = ("question", "of", "mean", "share", "full marks", "discrimination", "seconds", "for a person")
    kept = [n for n in range(len(header)) if n < _ALWAYS or any(line[n] for line in lines)]
    return html.table([header[n] for n in kept], [[line[n] for n in kept] for line in lines], stack=True)


def _seconds(item: Item) -> float:
    return statistics.median(item.seconds) if item.seconds else 0.0


def _explained(found: ClassStatistics) -> str:
    """Explain the columns of the questions' table that are there, and why one is not."""
    items = found.items.values()
    text = "Of what is decided. Share: of the points, on average. Full marks: the share of learners."
    if any(item.discrimination is not None for item in items):
        text += (
            " Discrimination: the correlation with the rest of the assignment; near 0 or below, a question does not "
            f"tell who knows the matter. It is given from {FEWEST} learners on: of fewer it is chance."
        )
    elif max((len(item.points) for item in items), default=0) < FEWEST:
        text += (
            " Discrimination, which is how well a question tells who knows the matter, is given from "
            f"{FEWEST} learners on: of fewer it is chance."
        )
    if any(_seconds(item) >= _BRIEF for item in items):
        text += " Seconds: that the cells ran, the median."
    return text


def _mistakes(assignment: Assignment, found: ClassStatistics, link: Link) -> list[dict[str, object]]:
    kinds = {question.id: question.kind for question in assignment.questions}
    worthless = {question.id for question in assignment.questions if not question.points}
    # What costs points goes first.
    ordered = sorted(found.mistakes.most_common(), key=lambda one: one[0][0] in worthless)
    shown = []
    for key, count in ordered[:_MISTAKES]:
        question, asked, diagnosis = key
        examples = [
            {"who": link(one.learner), "understood": one.understood, "said": one.said} for one in found.examples[key]
        ]
        what = _named(kinds.get(question, ""), diagnosis)
        shown.append({"question": question, "asked": asked, "what": what, "count": count, "examples": examples})
    return shown


def _named(kind: str, diagnosis: str) -> str:
    """Name a mistake as a teacher does; a code that is known no more, of an older gradebook, as it is."""
    if not diagnosis and kind in _PLAINLY:
        return _PLAINLY[kind]
    return MESSAGES[Diagnosis(diagnosis)].title if diagnosis in set(Diagnosis) else diagnosis


def _lists(
    found: ClassStatistics, link: Link, unmade: Mapping[str, str], *, roster: bool
) -> list[tuple[str, list[tuple[tuple[str, str], str]]]]:
    """Return the lists of learners to be looked at: a heading, and for each the link and what is to be known."""
    # The slowest fifth: a list of everybody tells nothing.
    slowest = found.slowest[: max(1, len(found.totals) // 5)]
    lists = [
        ("For a person", [(link(one.id), ", ".join(questions)) for one, questions in found.waiting]),
        ("Could not be graded", [(link(one.id), why) for one, why in found.failed]),
        ("Without a page: a person looks at the hand-in", [(link(id), why) for id, why in sorted(unmade.items())]),
        ("Cells that were ended, or tried what is forbidden", [(link(one.id), which) for one, which in found.ended]),
        ("Late", [(link(one.id), span_text_of(seconds)) for one, seconds in found.late]),
        (
            "Late by the course site's mark, not by the time known here",
            [(link(one.id), "") for one in found.marked_late],
        ),
        ("Not on the roster", [(link(one.id), "") for one in found.strangers if roster]),
        ("Absent", [(link(one.id), "") for one in found.absent]),
        ("Untouched notebook", [(link(one.id), "") for one in found.untouched]),
        ("Not said to the learner", [(link(one.id), told) for one, told in found.told]),
        ("The slowest", [(link(id), f"{seconds:.2f} s") for seconds, id in slowest if seconds]),
    ]
    for who in found.identical.values():
        lists.append(("The same notebook", [(link(id), "") for id in who]))
    return [(heading, entries) for heading, entries in lists if entries]


def span_text_of(seconds: float) -> str:
    """Write seconds of lateness as a person does."""
    from datetime import timedelta

    return span_text(timedelta(seconds=seconds))


def _line(row: Row, link: Link) -> dict[str, object]:
    name, page = link(row.learner.id)
    absent = row.status == "absent"
    return {
        "name": name,
        "page": page,
        "status": row.status,
        "points": "" if absent else points_text(row.subtotal),
        "late": span_text_of(row.grading.late) if row.grading and row.grading.late else "",
        "total": "" if absent else points_text(row.total),
        "waits": " ".join(row.waits),
    }
