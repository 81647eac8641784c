"""The commands of a teacher, new, build and verify, and of whoever has a notebook to check."""

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from gradbook.cli.digits import DataOption
from gradbook.cli.show import print_table
from gradbook.core.errors import UsageError

if TYPE_CHECKING:
    from gradbook.assignment.checks import CheckResult
    from gradbook.assignment.definition import Assignment, Question
    from gradbook.assignment.exports import CellRun
    from gradbook.assignment.questions import Missing

WhereArgument = Annotated[
    str, typer.Argument(metavar="DIR|NAME", help="A teacher's folder, or an assignment of Gradbook's such as a8.")
]
LimitOption = Annotated[float, typer.Option(min=1, metavar="SECONDS", help="How long one cell may take.")]


def new(
    name: Annotated[Path, typer.Argument(metavar="NAME", help="The folder to make; its last part is the name.")],
) -> None:
    """Make an assignment with a question of each kind, which works as it is, to be changed into your own.

    \b
    Examples:
      gradbook new a9
      gradbook verify a9
    """
    from gradbook.assignment.skeleton import new_assignment

    for path in new_assignment(name):
        typer.echo(path)
    typer.echo(f"Change these, then try them: gradbook verify {name}")


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
    from gradbook.assignment.build import build as build_assignment

    # A name of Gradbook's is no place to write to; a folder is.
    out = out or (Path(where) if Path(where).is_dir() else Path()) / "dist"
    built = build_assignment(where, out, data=data, variant=variant)
    typer.echo(f"For learners:   {built.learner}")
    typer.echo(f"For you:        {built.teacher} (the solution)")
    typer.echo(f"For Gradescope: {built.autograder}")


def verify(where: WhereArgument, data: DataOption = "auto", limit: LimitOption = 60.0) -> None:
    """Prove an assignment: the solution scores full marks, the untouched notebook zero. Both are really run.

    \b
    Examples:
      gradbook verify a8
      gradbook verify my_assignment --limit 300
    """
    from gradbook.assignment.verify import verify as verify_assignment

    with _progress() as show:
        verified = verify_assignment(where, data=data, limit=limit, progress=show)
    print_table("", ("question", "points", "solution", "blank"), verified.rows())
    for fault in verified.faults:
        typer.echo(fault)
    if verified.faults:
        raise typer.Exit(1)
    typer.echo(f"{verified.assignment.title}: the solution scores full marks, the untouched notebook zero.")


def check(
    notebook: Annotated[Path, typer.Argument(metavar="NOTEBOOK", help="Such as A8.ipynb, whatever it is called now.")],
    assignment: Annotated[
        str | None,
        typer.Option("--assignment", "-a", metavar="DIR|NAME", help="Which. [default: that of the notebook's folder]"),
    ] = None,
    limit: LimitOption = 60.0,
    variant: Annotated[
        str | None, typer.Option(metavar="LEARNER", help="Whose numbers. [default: the folder's]")
    ] = None,
) -> None:
    """Run a notebook from top to bottom in a fresh kernel and check every question.

    A cell that fails, or does not end, is named; the rest is checked all the same. The notebook is not changed.

    \b
    Examples:
      gradbook check A8.ipynb
      gradbook check ~/Downloads/smith_A8.ipynb --assignment a8
    """
    from gradbook.assignment.checks import check_question
    from gradbook.assignment.definition import load_assignment
    from gradbook.assignment.kernel import run_notebook
    from gradbook.assignment.place import find_folder
    from gradbook.assignment.questions import missing, read_notebook

    cells = read_notebook(notebook)
    where = assignment or find_folder(notebook.resolve().parent)
    if where is None:
        raise UsageError(f"{notebook} lies in no assignment's folder. Say which it is of: --assignment a8")
    asked = load_assignment(where)
    with _progress() as show:
        exports = run_notebook(
            cells, asked, notebook.resolve().parent, limit=limit, variant=variant, progress=show(notebook.name)
        )
    results = [(question, check_question(asked, question, exports, variant=variant)) for question in asked.questions]
    _print_results(asked, results)
    for line in [*_troubles(exports.cells, cells, limit), *_gone(missing(cells, asked))]:
        typer.echo(line)
    if not all(result.passed or result.person for _, mine in results for result in mine):
        raise typer.Exit(1)


_TROUBLE = ("error", "timeout", "died")


def _troubles(runs: "Sequence[CellRun]", notebook: Any, limit: float) -> Iterator[str]:
    """Yield a line for each cell in trouble; one for all those that only lack what another should have made."""
    followers = []
    in_trouble = [run for run in runs if run.status in _TROUBLE]
    for run in in_trouble:
        name = re.match(r"NameError: name '(\w+)' is not defined", run.error)
        if name and run is not in_trouble[0]:
            followers.append((str(run.index + 1), name[1]))
            continue
        first = next(iter(notebook["cells"][run.index]["source"].splitlines()), "")
        yield f"Cell {run.index + 1} (`{first[:60]}`) {_trouble(run, limit)}"
    if followers:
        numbers, names = (", ".join(dict.fromkeys(part)) for part in zip(*followers, strict=True))
        yield f"Then these could not work either: cell {numbers}. They lack {names}, made further up."


def _gone(gone: "Sequence[Missing]") -> Iterator[str]:
    for cell in gone:
        what = "answer cell" if cell.role == "answer" else "cell with its check"
        yield f"{cell.question}: the {what} is gone. Copy it back from the notebook as you got it."


def _trouble(run: "CellRun", limit: float) -> str:
    match run.status:
        case "timeout":
            return f"did not end within {limit:g} s and was stopped. Is there a loop that never ends?"
        case "died":
            return "ended the whole kernel. The other cells were run again without it."
    return f"failed: {run.error}"


def _print_results(assignment: "Assignment", results: "Sequence[tuple[Question, list[CheckResult]]]") -> None:
    """Print a line for each question that is all right, and for each finding of the others."""
    from rich import box
    from rich.console import Console
    from rich.table import Table

    table = Table(title=assignment.title, title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("question", no_wrap=True)
    table.add_column("points", justify="right", no_wrap=True)
    table.add_column("", no_wrap=True)
    table.add_column("finding")
    for question, mine in results:
        name = f"{question.id}  {question.title}"
        points = f"{float(sum(result.points for result in mine)):.4g} of {float(question.points):.4g}"
        if all(result.passed for result in mine):
            told = list(dict.fromkeys(result.message for result in mine))
            table.add_row(name, points, "✓", " ".join(told))
            continue
        for number, (mark, message) in enumerate(_findings(mine)):
            table.add_row(*((name, points) if number == 0 else ("", "")), mark, message)
    Console(highlight=False, markup=False).print(table)


def _mark(result: "CheckResult") -> str:
    return "✓" if result.passed else "?" if result.person else "✗"


def _findings(results: "Sequence[CheckResult]") -> Iterator[tuple[str, str]]:
    """Yield what is not all right; quantities of which the same is to be said share a line."""
    asked: dict[tuple[str, str], list[str]] = {}
    for result in results:
        if result.passed:
            continue
        if result.verdict is None:
            asked.setdefault((_mark(result), result.message), [])
            continue
        message = "No answer found." if result.verdict.status == "missing" else result.message
        asked.setdefault((_mark(result), message), []).append(result.verdict.asked)
    for (mark, message), names in asked.items():
        yield mark, f"{', '.join(names)}: {message}" if names else message


@contextmanager
def _progress() -> "Iterator[Callable[[str], Callable[[int, int], None]]]":
    """Show on a terminal which cell runs; elsewhere show nothing."""
    if not sys.stderr.isatty():
        yield lambda title: lambda done, total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("cell {task.completed} of {task.total}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:

        def show(title: str) -> Callable[[int, int], None]:
            task = bars.add_task(title, total=None)
            return lambda done, total: bars.update(task, completed=done, total=total)

        yield show
