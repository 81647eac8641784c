"""How far a class is, while `gradbook grade` is at work."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from gradbook.core.text.terminal import plain

if TYPE_CHECKING:
    from gradbook.grading.batch import Counts

_TELLING = 5.0  # seconds: what is guessed to take less may be one hand-in that does not end, so no time is told
_LINES = 10  # about how many are printed of a class, where no bar can be shown


def say_begun(assignment: str) -> None:
    """Say at once what takes some seconds before the first hand-in."""
    typer.echo(plain(f"Loading {assignment}, and proving the sandbox ..."), err=True)


@contextmanager
def class_progress(title: str) -> Iterator[Callable[["Counts"], None]]:
    """Show on a terminal how far a class is, with the time left; elsewhere a line now and then."""
    if not sys.stderr.isatty():
        yield _Lines()
        return
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn
    from rich.progress import Progress as Bars

    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[now]}"))
    with Bars(*columns, console=Console(stderr=True)) as bars:
        task = bars.add_task(title, total=None, now="")
        yield lambda counts: bars.update(task, total=counts.total, completed=counts.done, now=counts_text(counts))


def counts_text(counts: "Counts") -> str:
    """Write how far a class is: "12 of 200, 4 for a person, 1 failed, 3 late, about 2 min left"."""
    parts = [f"{counts.done:,} of {counts.total:,}"]
    parts += [f"{number:,} {what}" for number, what in (
        (counts.for_a_person, "for a person"), (counts.failed, "failed"), (counts.late, "late")) if number]  # fmt: skip
    left, open_ = counts.seconds_left, counts.total - counts.done
    if left is not None and open_:
        guess = f"about {left / 60:.0f} min left" if left >= 90 else f"about {left:.0f} s left"
        parts.append(guess if left >= _TELLING else f"{open_:,} still at work")
    return ", ".join(parts)


class _Lines:
    """Prints a line now and then; of those that are not run again the summary tells."""

    def __init__(self) -> None:
        self._new = self._printed = 0

    def __call__(self, counts: "Counts") -> None:
        new = counts.done - counts.known
        due = counts.done - self._printed >= max(1, counts.total // _LINES) or counts.done == counts.total
        if new > self._new and due:
            self._printed = counts.done
            print(f"Graded {counts_text(counts)}", file=sys.stderr, flush=True)
        self._new = new
