"""The main job."""

from pathlib import Path
from typing import Annotated

import typer

from gradbook.cli.digits import DataOption, DeviceOption, SeedOption
from gradbook.cli.show import print_table, training_progress


def lab(
    data: DataOption = "auto",
    runs: Annotated[Path, typer.Option(help="Folder that runs are kept in.")] = Path("runs"),
    seed: SeedOption = 0,
    device: DeviceOption = "auto",
) -> None:
    """Do the whole assignment once, on whatever data this machine has, and write one report.

    An interrupted lab goes on where it was; an earlier one is kept under another name.

    \b
    Examples:
      gradbook lab
      gradbook lab --data sample
    """
    from gradbook.digits.sources import load
    from gradbook.lab.job import run_lab, summary_rows

    digits = load(data)
    typer.echo(f"Data: {digits.describe()}")
    result = run_lab(runs / "lab", digits, seed=seed, device=device, progress=training_progress, say=typer.echo)
    print_table("", *summary_rows(result))
    typer.echo(f"Report: {result.report}")
