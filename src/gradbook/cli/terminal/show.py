"""How the command line shows training under way and its results."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from gradbook.cli.terminal import table
from gradbook.core.text.terminal import plain

if TYPE_CHECKING:
    from gradbook.digits.training.loop import Progress


@contextmanager
def training_progress(
    title: str, *, every_line: bool = False, err: bool = False
) -> Iterator[Callable[["Progress"], None]]:
    """Show training as a bar on a terminal, else as plain lines, some ten in all.

    `every_line` prints the assignment's own lines, one for every ten batches, wherever it goes. `err` sends plain lines
    to standard error, where standard output is for something else.
    """
    if every_line:
        yield lambda now: print(now.line()) if now.batch % 10 == 0 else None
    elif sys.stderr.isatty():
        with _bar(title) as update:
            yield update
    else:
        yield lambda now: _plain_line(now, err)


def _plain_line(now: "Progress", err: bool) -> None:
    every = -(-now.epochs // 10)
    if now.batch == now.batches and (now.epoch % every == 0 or now.epoch == now.epochs):
        left = f", about {now.seconds_left:.0f} s left" if now.epoch < now.epochs else ""
        typer.echo(f"{now.line()}, Accuracy: {now.accuracy:.1%}{left}", err=err)


@contextmanager
def _bar(title: str) -> Iterator[Callable[["Progress"], None]]:
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bars

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("epoch {task.fields[epoch]}  loss {task.fields[loss]}  accuracy {task.fields[accuracy]}"),
        TimeRemainingColumn(),
    )
    with Bars(*columns, console=Console(stderr=True), refresh_per_second=8) as bars:
        task = bars.add_task(title, total=None, epoch="-", loss="-", accuracy="-")

        def update(now: "Progress") -> None:
            bars.update(
                task,
                total=now.epochs * now.batches,
                completed=(now.epoch - 1) * now.batches + now.batch,
                epoch=f"{now.epoch}/{now.epochs}",
                loss=f"{now.loss:.3f}",
                accuracy=f"{now.accuracy:.1%}",
            )

        yield update


def print_table(title: str, header: Sequence[str], rows: Sequence[Sequence[str]], *, left: int = 1) -> None:
    """Print a table; the first columns, one by default, are aligned left, the others right."""
    table.print_table(title, header, rows, left=range(left))


def print_results(title: str, rows: Iterable[tuple[str, str, str, str]]) -> None:
    """Print what the checks of an assignment found: question, points, mark, finding."""
    header = ("question", "points", "", "finding")
    table.print_table(title, header, list(rows), left=(0, 2, 3))


@contextmanager
def cell_progress() -> Iterator[Callable[[str], Callable[[int, int], None]]]:
    """Say what is run; on a terminal show with a bar which of its cells."""
    if not sys.stderr.isatty():

        def announce(title: str) -> Callable[[int, int], None]:
            typer.echo(plain(f"Running {title} in a fresh kernel ..."), err=True)
            return lambda done, total: None

        yield announce
        return
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn
    from rich.progress import Progress as Bars

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), TextColumn("{task.fields[where]}"))
    with Bars(*columns, console=Console(stderr=True), transient=True) as bars:

        def show(title: str) -> Callable[[int, int], None]:
            task = bars.add_task(plain(title), total=None, where="starting a kernel ...")

            def update(done: int, total: int) -> None:
                where = f"cell {done + 1} of {total}" if done < total else "checking ..."
                bars.update(task, completed=done, total=total, where=where)

            return update

        yield show


def say(text: str) -> None:
    """Print text that may hold somebody else's: its lines stay, and nothing in it moves or colours the terminal."""
    typer.echo(plain(text, lines=True))
