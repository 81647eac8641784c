"""The learner's commands: start an assignment, and hand it in."""

from pathlib import Path
from typing import Annotated

import typer

from gradbook.cli.options import OfAssignmentOption, place_in_folder, say_namesake
from gradbook.cli.terminal.show import say

NameOption = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="Your name, for the receipt; it may be given later, and is kept.",
        callback=lambda name: name and name.strip(),
    ),
]


def start(
    assignment: Annotated[
        str,
        typer.Argument(
            metavar="NAME|DIR",
            help='The assignment, such as "a8", or a folder of one: a teacher\'s, or yours, to put your name to it.',
            callback=say_namesake,
        ),
    ],
    folder: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR", help="Folder to make; by default called as the assignment is.", callback=place_in_folder
        ),
    ] = None,
    name: NameOption = None,
    variant: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="A name; the written part of a new folder then has its own numbers."),
    ] = None,
    open_it: Annotated[bool, typer.Option("--open", help="Open the notebook in JupyterLab.")] = False,
) -> None:
    """Make your folder for an assignment. What is there already is never overwritten.

    \b
    Examples:
      gradbook start a8
      gradbook start a8 --name "Ada Lovelace" --open
      gradbook start . --name "Ada Lovelace"      (in a folder that you were given)
    """
    from gradbook.assignment.submission.start import open_lab
    from gradbook.assignment.submission.start import start as make

    started = make(assignment, folder, name=name, variant=variant, say=lambda line: typer.echo(line, err=True))
    typer.echo(started.text)
    if open_it:
        raise typer.Exit(open_lab(started.notebook))


def submit(
    notebook: Annotated[
        Path | None,
        typer.Argument(
            metavar="NOTEBOOK|DIR", help="Your notebook, or the folder it is in; by default that in this folder."
        ),
    ] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The zip to write; only one made before is replaced.")
    ] = None,
    assignment: OfAssignmentOption = None,
    name: NameOption = None,
    html: Annotated[bool, typer.Option("--html", help="Make a page of the written part too, to read it over.")] = False,
) -> None:
    """Make the zip to hand in, say what it lacks, and write a receipt. Save your notebook first.

    \b
    Examples:
      cd a8 && gradbook submit
      gradbook submit a8/A8.ipynb --html
      gradbook submit --name "Ada Lovelace"
    """
    from gradbook.assignment.submission.package import hand_in

    folder = notebook if notebook is not None and notebook.is_dir() else None
    notebook = None if folder else notebook
    say(hand_in(folder, notebook=notebook, out=out, assignment=assignment, name=name, reading=html).text)
