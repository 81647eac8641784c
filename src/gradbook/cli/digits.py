"""The commands around the digit classifier: train and evaluate."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gradbook.cli.options import RunsOption, whole, with_options
from gradbook.cli.terminal.show import print_table, training_progress
from gradbook.cli.terminal.stopping import stoppable
from gradbook.core.errors import UsageError
from gradbook.core.outputs import require_name
from gradbook.digits.training.hyperparameter import Bounds
from gradbook.digits.training.recipe import PRESETS, Recipe, repeats
from gradbook.digits.training.recipe import preset as fitted_preset

if TYPE_CHECKING:
    from gradbook.digits.runs import FinishedRun

DataOption = Annotated[
    str,
    typer.Option(
        "--data",
        metavar="auto|mnist|fashion-mnist|sample|DIR",
        help="Data set, or a folder with the four IDX files. auto: GRADBOOK_DATA, the cache, a download, the sample.",
    ),
]
SeedOption = Annotated[
    int, typer.Option(metavar="N", help="Seed of everything random.", parser=whole("--seed", 7, Bounds(0)))
]
DeviceOption = Annotated[str, typer.Option(metavar="auto|cpu|cuda|mps", help="Where to compute.")]
RunArgument = Annotated[Path, typer.Argument(metavar="RUN", help="A run's folder, such as runs/fast.")]


def train(
    preset: Annotated[str, typer.Option(metavar="|".join(PRESETS), help="Which recipe to start from.")] = "fast",
    data: DataOption = "auto",
    name: Annotated[
        str | None, typer.Option(metavar="NAME", help="Name of the run. [default: the preset's, numbered]")
    ] = None,
    runs: RunsOption = Path("runs"),
    resume: Annotated[
        Path | None, typer.Option(metavar="RUN", help="Go on with an interrupted run; all other options are its own.")
    ] = None,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace the run of this name.")] = False,
    seed: SeedOption = 0,
    device: DeviceOption = "auto",
    **changes: object,
) -> None:
    """Train the assignment's 784-500-10 network and write a run folder with a report.

    The presets: notebook follows the assignment to the letter; fast gives the best accuracy for the least time;
    best takes longer and moves the images about; hand suits your own handwriting, and knows what is no digit.
    Of few images, all but notebook take more epochs, as is said then. Options without a default change one number
    of what comes of that, and no other: --epochs 5 leaves the epochs at half size as they are.

    \b
    Examples:
      gradbook train
      gradbook train --preset best --name mine
      gradbook train --preset notebook --epochs 5 --lr 0.002
      gradbook train --resume runs/mine
    """
    changes = {name: value for name, value in changes.items() if value is not None}
    from gradbook.digits import runs as folders
    from gradbook.digits.datasets.sources import load

    if resume is not None:
        if changes or name is not None or overwrite:
            raise UsageError("--resume goes on with the run as it was: leave out the name and hyperparameters.")
        if folders.is_complete(resume):
            folders.load_model(resume)  # a run whose weights are damaged is not complete
            typer.echo(f"{resume} is complete already; its report is {resume / folders.REPORT}.")
            return
        folder = resume
        typer.echo(folders.resuming_text(folder))
        with _resumable(folder), training_progress(folder.name) as show:
            finished = folders.resume_run(folder, show)
    else:
        wanted = None if name is None else runs / require_name(name)
        digits = load(data)
        recipe = fitted_preset(preset, digits, **changes)
        typer.echo(f"Data: {digits.describe()}")
        if preset == "notebook" and digits.is_sample:
            typer.echo("The sample is small: all of its training images are used, not the first 10 %.")
        if (times := repeats(preset, digits)) > 1:
            typer.echo(
                f"The images are few: the preset goes over them {times} times as often, distorted anew each time. Now: "
                f"{recipe.epochs_text}, distortion {recipe.distort:g}."
            )
        folder = folders.new_folder(wanted or folders.free_folder(runs, preset), overwrite=overwrite)
        with _resumable(folder), training_progress(folder.name, every_line=preset == "notebook") as show:
            finished = folders.start_run(
                folder, digits, recipe, seed=seed, device=device, overwrite=overwrite, on_progress=show
            )
    _summary(finished)


# One option for each hyperparameter, in the place of `changes`.
train.__signature__ = with_options(train, Recipe)  # type: ignore[attr-defined]


def evaluate(
    run: RunArgument,
    data: Annotated[
        str | None,
        typer.Option("--data", metavar="mnist|fashion-mnist|sample|DIR", help="Other data. [default: the run's own]"),
    ] = None,
    protocol: Annotated[
        str,
        typer.Option(metavar="test|notebook", help="notebook: the original assignment's 1,000 images, and the truth."),
    ] = "test",
    json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
) -> None:
    """Evaluate a run: accuracy with its 95 % interval, per digit, and whether the images were trained on.

    \b
    Examples:
      gradbook evaluate runs/fast
      gradbook evaluate runs/fast --data sample
      gradbook evaluate runs/notebook --protocol notebook
    """
    import json as json_format

    from gradbook.digits.datasets.sources import load
    from gradbook.digits.evaluation import report
    from gradbook.digits.evaluation.evaluation import evaluate as evaluate_run
    from gradbook.digits.runs import load_run, metrics

    trained = load_run(run, load(data) if data else None)
    evaluation = evaluate_run(trained, protocol=protocol)
    if json:
        typer.echo(json_format.dumps(metrics(trained, evaluation), indent=2))
        return
    typer.echo(f"{run}: {report.recipe_text(trained)}")
    print_table("", report.ACCURACY_HEADER, report.accuracy_rows(evaluation))
    typer.echo(evaluation.overlap_text())
    if protocol == "notebook":
        honest = evaluate_run(trained)
        print_table("", report.ACCURACY_HEADER, report.accuracy_rows(honest))
        typer.echo(honest.overlap_text())
        return
    print_table("", report.CLASS_HEADER, report.class_rows(evaluation))
    names = evaluation.data.class_names
    counts = evaluation.confusion.tolist()
    rows = [(names[k], *(str(n) if n else "." for n in counts[k])) for k in range(10)]
    print_table("Confusion (row: truth, column: prediction)", ("", *names), rows)
    worst = [
        (
            f"image {i}",
            names[int(evaluation.labels[i])],
            names[int(evaluation.predictions[i])],
            f"{evaluation.probabilities[i].amax():.1%}",
        )
        for i in evaluation.mistakes(10)
    ]
    if worst:
        print_table("Most confident mistakes", ("", "truth", "predicted", "certainty"), worst)
    typer.echo(f"Pictures are in {run / 'report.html'}.")


@contextmanager
def _resumable(folder: Path) -> Iterator[None]:
    """Tell a person who presses Ctrl-C how to go on."""
    from gradbook.digits.runs import is_run

    def advice() -> str:
        return f"Stopped. Go on with: gradbook train --resume {folder}" if is_run(folder) else "Stopped."

    with stoppable(advice):
        yield


def _summary(finished: "FinishedRun") -> None:
    from gradbook.digits.evaluation import report

    trained, evaluation = finished.trained, finished.evaluation
    if trained.precision == "float32" and trained.device == "cpu":
        typer.echo("This processor has no fast bfloat16 (measured), or float32 was asked for: float32 was used.")
    typer.echo(f"Trained in {trained.seconds:.2f} s: {report.recipe_text(trained)}.")
    print_table("", report.ACCURACY_HEADER, report.accuracy_rows(evaluation))
    typer.echo(evaluation.overlap_text())
    typer.echo(f"Report: {finished.report}")
