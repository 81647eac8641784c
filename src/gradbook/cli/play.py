"""The command that opens the playground."""

from pathlib import Path
from typing import Annotated

import typer

from gradbook.cli.options import whole
from gradbook.core.errors import AbsentError
from gradbook.digits.training.hyperparameter import Bounds


def play(
    port: Annotated[
        int | None,
        typer.Option(
            metavar="N",
            help="Port to listen on. [default: 8765, or one that is free]",
            parser=whole("--port", 9000, Bounds(1, 65535)),
        ),
    ] = None,
    open_browser: Annotated[bool, typer.Option("--open/--no-open", help="Open the page in the browser.")] = True,
    runs: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Folder that runs are kept in. [default: runs]")
    ] = None,
    data: Annotated[
        str | None,
        typer.Option(
            metavar="mnist|fashion-mnist|sample|DIR",
            help="Data to train on. [default: what this machine has, without a download]",
        ),
    ] = None,
) -> None:
    """Open the playground: graphs to drag, practice, and a network to draw for and to watch as it learns.

    It runs on this machine only and needs no network; Ctrl-C ends it.

    \b
    Examples:
      gradbook play
      gradbook play --no-open --port 9000
    """
    if runs is not None and not runs.is_dir():
        raise AbsentError(f"--runs {str(runs)!r} is no folder. Make it, or leave --runs out.")
    from gradbook.web.playground.server import serve

    serve(runs or Path("runs"), data, port=port, open_browser=open_browser, say=typer.echo)
