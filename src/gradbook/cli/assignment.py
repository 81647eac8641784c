"""The commands of a teacher, new, build and verify, and of whoever has a notebook to check."""

from pathlib import Path
from typing import Annotated

import typer

from gradbook.cli.digits import DataOption
from gradbook.cli.options import OfAssignmentOption, number, place_in_folder, say_namesake
from gradbook.cli.terminal.show import cell_progress, print_results, print_table, say
from gradbook.cli.terminal.stopping import stoppable
from gradbook.core.errors import UsageError
from gradbook.digits.training.hyperparameter import Bounds

_UNCHECKED = "Stopped. The notebook was not checked to its end; its file is as it was."
WhereArgument = Annotated[
    str,
    typer.Argument(
        metavar="DIR|NAME",
        help="A teacher's folder, or an assignment of Gradbook's such as a8.",
        callback=say_namesake,
    ),
]
LimitOption = Annotated[
    float,
    typer.Option(metavar="SECONDS", help="How long one cell may take.", parser=number("--limit", 300, Bounds(1))),
]


def new(
    name: Annotated[
        Path,
        typer.Argument(metavar="NAME", help="The folder to make; its last part is the name.", callback=place_in_folder),
    ],
) -> None:
    """Make an assignment with a question of each kind, which works as it is, to be changed into your own.

    \b
    Examples:
      gradbook new a9
      gradbook verify a9
    """
    from gradbook.assignment.authoring.template import new_assignment
    from gradbook.assignment.naming import as_folder, is_ours

    for path in new_assignment(name):
        typer.echo(path)
    if is_ours(name.name):
        text = (
            f"Gradbook has an assignment {name.name} of its own, and {name.name} alone means that one in every "
            f"command. Type {as_folder(name)} for yours, or give the folder another name."
        )
        typer.echo(f"Note: {text}", err=True)
    typer.echo(f"Change these, then try them: gradbook verify {as_folder(name)}")


def build(
    where: WhereArgument,
    out: Annotated[Path | None, typer.Option("--out", "-o", metavar="DIR", help="Where to. [default: dist]")] = None,
    data: DataOption = "auto",
    variant: Annotated[
        str | None, typer.Option(metavar="LEARNER", help="Numbers of this learner's own in the written questions.")
    ] = None,
) -> None:
    """Make the learner's folder, the teacher's solution and the autograder's zip for Gradescope.

    \b
    Examples:
      gradbook build a8 --out a8
      gradbook build my_assignment
    """
    from gradbook.assignment.authoring.build import build as build_assignment
    from gradbook.assignment.layout import AUTOGRADER_MANUAL, DIST
    from gradbook.assignment.naming import is_ours
    from gradbook.grading.gradescope.autograder_zip import write_autograders

    # A name of Gradbook's is no place to write to; a teacher's folder is, and the default.
    out = out or (Path(DIST) if is_ours(where) else None)
    place_in_folder(out)
    built = build_assignment(where, out, data=data, variant=variant, gradescope=write_autograders)
    typer.echo(f"For learners:   {built.learner}")
    typer.echo(f"For you:        {built.teacher} (the solution)")
    typer.echo(f"For Gradescope: {built.autograder}, and {AUTOGRADER_MANUAL} for what people read")
    for note in built.notes:
        say(f"Note: {note}")


def verify(
    where: Annotated[
        str | None,
        typer.Argument(
            metavar="DIR|NAME",
            help="A teacher's folder, or an assignment of Gradbook's such as a8. [default: this folder]",
            callback=say_namesake,
        ),
    ] = None,
    data: DataOption = "auto",
    limit: LimitOption = 60.0,
) -> None:
    """Prove an assignment: the solution scores full marks, the untouched notebook zero. Both are really run.

    \b
    Examples:
      gradbook verify a8
      gradbook verify my_assignment --limit 300
      cd my_assignment && gradbook verify
    """
    from gradbook.assignment.authoring.verify import verify as verify_assignment
    from gradbook.assignment.folder import find_folder

    place = find_folder() if where is None else where
    if place is None:
        raise UsageError("There is no assignment in this folder. Say which: gradbook verify DIR, or a8")
    with cell_progress() as show:
        verified = verify_assignment(place, data=data, limit=limit, progress=show)
    print_table("", ("question", "points", "solution", "blank"), verified.rows())
    for line in (*verified.faults, *(f"Note: {note}" for note in verified.notes)):
        say(line)
    if verified.faults:
        raise typer.Exit(1)
    typer.echo(f"{verified.assignment.title}: the solution scores full marks, the untouched notebook zero.")


def check(
    notebook: Annotated[
        Path | None,
        typer.Argument(
            metavar="NOTEBOOK|DIR", help="Such as A8.ipynb, or the folder it is in. [default: that of this folder]"
        ),
    ] = None,
    assignment: OfAssignmentOption = None,
    limit: LimitOption = 60.0,
    variant: Annotated[
        str | None, typer.Option(metavar="LEARNER", help="Whose numbers. [default: the folder's]")
    ] = None,
) -> None:
    """Run a notebook from top to bottom in a fresh kernel and check every question.

    A cell that fails, or does not end, is named; the rest is checked all the same. The notebook is not changed.
    It ends with 1 where something is wrong or missing; what is for a person is neither.

    \b
    Examples:
      cd a8 && gradbook check
      gradbook check a8
      gradbook check ~/Downloads/smith_A8.ipynb --assignment a8
    """
    from gradbook.assignment.checking.summary import result_rows
    from gradbook.assignment.submission.own_check import check_own

    with stoppable(lambda: _UNCHECKED), cell_progress() as show:
        found = check_own(notebook, assignment, limit=limit, variant=variant, progress=show)
    print_results(found.assignment.title, result_rows(found.assignment, found.results, found.answers))
    for line in (*found.lines, *([found.deadline] if found.deadline else []), found.total):
        say(line)
    if not found.passed:
        raise typer.Exit(1)
