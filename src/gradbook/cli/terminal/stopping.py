"""What is said to a person who presses Ctrl-C."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import typer

EXIT_CODE = 130  # as a shell gives it to what SIGINT ended


@contextmanager
def stoppable(advice: Callable[[], str]) -> Iterator[None]:
    """Say what was done and how to go on where a person stops what is in it; Typer would end without a word.

    Args:
        advice: returns the sentences.
    """
    try:
        yield
    except KeyboardInterrupt:
        typer.echo(advice(), err=True)
        raise typer.Exit(EXIT_CODE) from None
