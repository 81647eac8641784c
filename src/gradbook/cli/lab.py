"""The main job."""

from pathlib import Path

import typer

from gradbook.cli.digits import DataOption, DeviceOption, SeedOption
from gradbook.cli.options import RunsOption
from gradbook.cli.terminal.show import cell_progress, print_results, print_table, training_progress
from gradbook.cli.terminal.stopping import stoppable


def lab(
    data: DataOption = "auto",
    runs: RunsOption = Path("runs"),
    seed: SeedOption = 0,
    device: DeviceOption = "auto",
) -> None:
    """Do the whole assignment once, on whatever data this machine has, and write one report.

    Gradients are derived, the network is trained and evaluated, and assignment 8 is built, solved, checked, handed in
    and graded.
    An interrupted lab goes on where it was; an earlier one is kept under another name.

    \b
    Examples:
      gradbook lab
      gradbook lab --data sample
    """
    from gradbook.assignment.checking.points import points_text
    from gradbook.assignment.checking.summary import result_rows
    from gradbook.digits.datasets.sources import load
    from gradbook.lab.job import run_lab
    from gradbook.lab.report import training_rows

    digits = load(data)
    typer.echo(f"Data: {digits.describe()}")
    with stoppable(lambda: "Stopped. Go on with the same command: what is done is kept."):
        result = run_lab(
            runs / "lab",
            digits,
            seed=seed,
            device=device,
            progress=training_progress,
            cells=cell_progress,
            say=typer.echo,
        )
    print_table("", *training_rows(result.runs, result.original))
    solved = result.part3.solved
    print_results(f"{solved.assignment.title}, solved", result_rows(solved.assignment, solved.results))
    for fault in solved.faults:
        typer.echo(fault)
    typer.echo(f"Points: {points_text(solved.points)} of {points_text(solved.assignment.points)}")
    if result.own.page is None:
        typer.echo(result.own.text)
    else:
        worth = points_text(solved.assignment.points)
        typer.echo(f"Its hand-in, {result.own.text}: {points_text(result.own.points)} of {worth}")
    typer.echo(f"Report: {result.report}")
    if solved.faults:
        raise typer.Exit(1)
