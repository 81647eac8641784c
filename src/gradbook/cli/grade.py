"""A teacher's commands once hand-ins have come: grade a class, look at the grades, give points by hand."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gradbook.cli.digits import DataOption
from gradbook.cli.options import number, place_for_folder, say_namesake, whole
from gradbook.cli.terminal.class_progress import class_progress, say_begun
from gradbook.cli.terminal.class_summary import summary
from gradbook.cli.terminal.show import print_table
from gradbook.cli.terminal.stopping import stoppable
from gradbook.core.errors import UsageError
from gradbook.core.text.terminal import plain
from gradbook.digits.training.hyperparameter import Bounds

if TYPE_CHECKING:
    from gradbook.assignment.running.runner import Runner
    from gradbook.grading.batch import Counts
    from gradbook.grading.gradebook.records import Row

OutOption = Annotated[
    Path, typer.Option("--out", "-o", metavar="DIR", help="The folder of grades.", callback=place_for_folder)
]


def grade(
    hand_ins: Annotated[
        list[Path], typer.Argument(metavar="HAND-INS", help="A folder, a zip, or files, as the course site gives them.")
    ],
    assignment: Annotated[
        str,
        typer.Option(
            "--assignment",
            "-a",
            metavar="DIR|NAME",
            help="Your folder, with checks and keys; or a8.",
            callback=say_namesake,
        ),
    ],
    out: OutOption = Path("grades"),
    jobs: Annotated[
        int,
        typer.Option(
            metavar="N", help="Hand-ins at once; 0 for one a processor.", parser=whole("--jobs", 4, Bounds(0))
        ),
    ] = 0,
    roster: Annotated[
        Path | None,
        typer.Option(
            metavar="CSV",
            help="Who there is: id, name, alias, variant, extension, time. It is remembered; none: nobody says.",
        ),
    ] = None,
    names: Annotated[
        str | None, typer.Option(metavar="REGEX", help=r"Finds the learner in a path: (?P<id>\w+)_(?P<name>[^_]+)")
    ] = None,
    keep: Annotated[str, typer.Option(metavar="last|first|best", help="Of several hand-ins by one learner.")] = "last",
    regrade: Annotated[bool, typer.Option("--regrade", help="Run again also what has not changed.")] = False,
    book: Annotated[
        str | None, typer.Option(metavar="FILE|URL", help="The gradebook. [default: gradebook.db in the folder]")
    ] = None,
    data: DataOption = "auto",
    limit: Annotated[
        float | None,
        typer.Option(
            metavar="SECONDS",
            help="How long one cell may take. It is remembered. [default: 60]",
            parser=number("--limit", 300, Bounds(1)),
        ),
    ] = None,
    total: Annotated[
        float | None,
        typer.Option(
            metavar="SECONDS",
            help="How long one hand-in may take. It is remembered. [default: 300]",
            parser=number("--total", 600, Bounds(1)),
        ),
    ] = None,
    due: Annotated[
        str,
        typer.Option(
            metavar="TIME",
            help="Another deadline: 2026-12-01T20:00:00+01:00, or a day. It is remembered; none: the assignment's.",
        ),
    ] = "",
    anonymous: Annotated[
        bool, typer.Option("--anonymous", help="Make pages without names as well, to be shown.")
    ] = False,
    trust: Annotated[
        bool, typer.Option("--trust", help="Run without a sandbox where there is none: every hand-in is your own.")
    ] = False,
) -> None:
    """Grade a class: marks in grades.csv, a page for each learner, and one for the class.

    Hand-ins run in a sandbox. Interrupted, it goes on where it was when it is called again; what has not changed is
    not run twice. It ends with 1 where no hand-in could be graded, whatever a learner's mistakes are; with 2, and
    nothing written, where what was given makes no sense.

    \b
    Examples:
      gradbook grade submissions/ --assignment a8
      gradbook grade submissions.zip -a my_assignment --roster class.csv --jobs 4
    """
    say_begun(assignment)
    from gradbook.assignment.definition import load_assignment
    from gradbook.grading.intake.given import Keep, require_usable

    if keep not in list(Keep):
        raise UsageError(f"--keep is one of last, first and best, not {keep!r}.")
    asked = load_assignment(assignment)
    require_usable(hand_ins, asked, names)  # before what grades is imported: a wrong path is refused at once
    from gradbook.grading.run import grade_class

    workers = jobs or _processors()
    reached: list[Counts] = []

    def progress(counts: "Counts") -> None:
        reached[:] = [counts]
        show(counts)

    with stoppable(lambda: _stopped(reached)), class_progress(asked.title) as show:
        graded = grade_class(
            hand_ins,
            asked,
            out,
            lambda private: make_runner(private, trust=trust),
            roster=roster,
            names=names,
            keep=Keep(keep),
            regrade=regrade,
            book=book,
            data=data,
            anonymous=anonymous,
            limit=limit,
            total=total,
            workers=workers,
            due=due,
            progress=progress,
        )
    for line in summary(graded, regrade, Keep(keep)):
        typer.echo(plain(line))
    if graded.nothing_graded:
        raise typer.Exit(1)


def _stopped(reached: "Sequence[Counts]") -> str:
    done = f"{reached[-1].done:,} of {reached[-1].total:,} hand-ins are" if reached else "No hand-in is"
    return f"Stopped. {done} graded{' and kept' if reached else ''}. Go on with the same command."


def make_runner(private: Iterable[Path], *, trust: bool) -> "Runner":
    """Return what hand-ins run in.

    Args:
        private: what no hand-in may see.
        trust: run unprotected where there is no sandbox.
    """
    from gradbook.grading.sandbox import best_runner

    return best_runner(private, trust=trust)


def _processors() -> int:
    import os

    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def grades(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder of grades.")] = Path("grades"),
    for_a_person: Annotated[bool, typer.Option("--for-a-person", help="Only where a person has to decide.")] = False,
    failed: Annotated[
        bool, typer.Option("--failed", help="Only what could not be graded, and nobody has marked.")
    ] = False,
    late: Annotated[bool, typer.Option("--late", help="Only what came late.")] = False,
    export: Annotated[
        str | None, typer.Option("--for", metavar="canvas|moodle|gradescope|csv|json", help="Print a file to import.")
    ] = None,
    provisional: Annotated[
        bool, typer.Option("--provisional", help="In such a file, give also totals that wait for a person.")
    ] = False,
) -> None:
    """List the grades, or write them for a course site.

    \b
    Examples:
      gradbook grades --for-a-person
      gradbook grades --for canvas > canvas.csv
    """
    from gradbook.grading.folder import GradesFolder
    from gradbook.grading.last_run import read_last_run
    from gradbook.grading.spreadsheets import SITES, grades_csv, grades_json, site_csv

    kept, run = GradesFolder(folder), read_last_run(folder)
    assignment = kept.load_assignment()
    if run is not None and run.stopped:
        text = "gradbook grade has not come to its end here: whom it has not reached is absent, or not shown at all."
        typer.echo(f"{text} Call it again with the same hand-ins, and it goes on.", err=True)
    with kept.open_book() as book:
        rows = (
            row
            for row in kept.rows(book)
            if (not for_a_person or row.waits)
            and (not failed or row.unopened)
            and (not late or (row.grading is not None and row.grading.late > 0))
        )
        match export:
            case None:
                header, lines = _failures(rows) if failed else _listed(rows)
                if all(line[0] == line[1] for line in lines):  # nobody has a name besides
                    header, lines = (header[0], *header[2:]), [(line[0], *line[2:]) for line in lines]
                if lines:
                    print_table("", header, lines, left=len(header) if failed else header.index("points"))
                elif next(kept.rows(book), None) is None:
                    typer.echo(f"Nothing is graded in {folder} yet.")
                else:
                    typer.echo("There is nobody of whom this is so.")
            case "csv":
                typer.echo(grades_csv(assignment, rows), nl=False)
            case "json":
                typer.echo(grades_json(assignment, rows), nl=False)
            case site if site in SITES:
                held = list(rows)
                canvas = run.canvas if run else None
                typer.echo(site_csv(site, assignment, held, provisional=provisional, canvas=canvas), nl=False)
                title = assignment.title
                if site == "canvas" and (canvas is None or canvas.heading(title) not in canvas.assignments):
                    text = (
                        f"Canvas will take {title} for a new assignment, as its number there is not known. To fill one "
                        "that is there, export Canvas's gradebook and grade with it: --roster GRADEBOOK.csv"
                    )
                    typer.echo(text, err=True)
                waiting = sum(bool(row.waits) for row in held)
                if waiting and not provisional:
                    many = "1 total waits" if waiting == 1 else f"{waiting:,} totals wait"
                    text = f"{many} for a person. Such a total is left empty; --provisional gives it as it is."
                    typer.echo(text, err=True)
            case _:
                raise UsageError(f"--for is one of {', '.join(SITES)}, csv and json, not {export!r}.")


def _listed(rows: "Iterable[Row]") -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    from gradbook.assignment.checking.points import points_text

    header = ("learner", "id", "status", "points", "late", "total", "waits for a person")
    lines: list[tuple[str, ...]] = []
    for row in rows:
        hours = row.grading.late / 3600 if row.grading else 0
        absent = row.status == "absent"
        lines.append(
            (
                row.learner.shown,
                row.learner.id,
                row.status,
                "" if absent else points_text(row.subtotal),
                f"{hours:.1f} h" if hours else "",
                "" if absent else points_text(row.total),
                " ".join(row.waits),
            )
        )
    return header, lines


def _failures(rows: "Iterable[Row]") -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    header = ("learner", "id", "file", "why")
    return header, [
        (row.learner.shown, row.learner.id, Path(row.grading.source).name, row.grading.failure)
        for row in rows
        if row.grading is not None
    ]


def mark(
    learner: Annotated[
        str | None,
        typer.Argument(metavar="LEARNER", help="Whose: an id, a name, an alias, or a part that only one has."),
    ] = None,
    question: Annotated[
        str | None, typer.Argument(metavar="QUESTION", help="Such as q3; several as q1,q2; or all.")
    ] = None,
    points: Annotated[
        str | None, typer.Argument(metavar="POINTS", help="Such as 0.3 or 1/3; machine: the machine's own.")
    ] = None,
    why: Annotated[str, typer.Option(help="The reason, which the learner's page shows.")] = "",
    by: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who decides, for the learner's page. [default: git's user.name]")
    ] = None,
    table: Annotated[
        Path | None, typer.Option("--csv", metavar="CSV", help="Many at once: learner, question, points, why.")
    ] = None,
    out: OutOption = Path("grades"),
) -> None:
    """Give points by hand. The earlier mark stays in the gradebook, with who gave it, when and why.

    \b
    Examples:
      gradbook mark ada q3 0.3 --why "the derivation is on the photo"
      gradbook mark ada q1,q2 0 --why "copied"
      gradbook mark ada q3 machine        # the machine's mark stands again
      gradbook mark --csv marks.csv
    """
    from gradbook.grading.folder import GradesFolder
    from gradbook.grading.gradebook.giver import giver_here
    from gradbook.grading.marking import Wanted, give, read_marks

    if table is None:
        if learner is None or question is None or points is None:
            raise UsageError('Say whom, what and how much: gradbook mark ada q3 0.3 --why "..."; or --csv FILE')
        wanted = [Wanted(learner, question, points, why)]
    elif learner is not None:
        raise UsageError("Give either one mark or a table of them (--csv), not both.")
    else:
        wanted = read_marks(table)
    for line in give(GradesFolder(out), wanted, by or giver_here()):
        typer.echo(line)
