"""A training that leaves a run folder behind: started, interrupted, gone on with, finished."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from safetensors.torch import save_file

from gradbook.core.errors import RunError
from gradbook.digits.datasets.digits import Digits
from gradbook.digits.evaluation.evaluation import Evaluation, evaluate
from gradbook.digits.evaluation.figures import draw_figures
from gradbook.digits.evaluation.report import run_page
from gradbook.digits.network import is_finite
from gradbook.digits.plots import png, svg
from gradbook.digits.runs.checkpoint import load_checkpoint, save_checkpoint
from gradbook.digits.runs.config import RunConfig
from gradbook.digits.runs.folder import (
    CHECKPOINT,
    FIGURES,
    HISTORY,
    MODEL,
    REPORT,
    TRAINED_ON,
    in_use,
    is_complete,
    made,
    written,
)
from gradbook.digits.runs.load import load_run
from gradbook.digits.runs.results import metrics, write_metrics
from gradbook.digits.training.loop import CheckpointError, Progress, Trained, train
from gradbook.digits.training.recipe import Recipe


@dataclass(frozen=True, eq=False)
class FinishedRun:
    """A complete run: its folder, the training and the evaluation on the test images."""

    folder: Path
    trained: Trained
    evaluation: Evaluation

    @property
    def report(self) -> Path:
        """The HTML report."""
        return self.folder / REPORT

    def figures(self) -> dict[str, bytes]:
        """Read the pictures of the run by the names of `figures.captions`: SVGs, or PNGs where there is no SVG."""
        paths = [*(self.folder / FIGURES).glob("*.png"), *(self.folder / FIGURES).glob("*.svg")]
        return {path.stem: path.read_bytes() for path in paths}


def start_run(
    folder: Path,
    data: Digits,
    recipe: Recipe,
    *,
    seed: int = 0,
    device: str = "auto",
    overwrite: bool = False,
    on_progress: Callable[[Progress], None] | None = None,
) -> FinishedRun:
    """Train in a new folder, evaluate on the test images, and write the report.

    Args:
        folder: the run's; it is not there, or empty, or a run to overwrite.
        data: what to learn from.
        recipe: how.
        seed: of everything random.
        device: "auto", "cpu", "cuda" or "mps".
        overwrite: replace the run that is in the folder.
        on_progress: see `train`.

    Raises:
        UsageError: a hyperparameter or device cannot work.
        OutputError: something else is in the folder.
        RunError: another process works there, or a file cannot be written.
    """
    config = RunConfig.choose(recipe, data, seed, device)
    with made(folder, config.to_bytes(), overwrite=overwrite):
        return _run(folder, config, data, on_progress)


def resume_run(folder: Path, on_progress: Callable[[Progress], None] | None = None) -> FinishedRun:
    """Go on with an interrupted run; it ends with the same weights as one that was not interrupted.

    A complete run is read and handed back as it is.

    Args:
        folder: the run's.
        on_progress: see `train`.

    Raises:
        RunError: there is no run, its files are damaged, another process works there, or a file cannot be written.
        DataError: the run's data is not there any more, or has changed.
    """
    config = RunConfig.read(folder)
    if is_complete(folder):
        trained = load_run(folder)
        return FinishedRun(folder, trained, evaluate(trained))
    with in_use(folder):
        return _run(folder, config, config.data.find(folder, "start a new run"), on_progress)


def resuming_text(folder: Path) -> str:
    """Say from where on an unfinished run is gone on with.

    Raises:
        RunError: there is no run, or its files are damaged.
    """
    recipe, checkpoint = RunConfig.read(folder).recipe, load_checkpoint(folder)
    if checkpoint is None:
        return f"Going on with {folder} from its beginning: no epoch was done."
    return f"Going on with {folder}: {checkpoint.epochs_done:,} of {recipe.total_epochs:,} epochs are done."


def _run(folder: Path, config: RunConfig, data: Digits, on_progress: Callable[[Progress], None] | None) -> FinishedRun:
    try:
        trained = train(
            data,
            config.recipe,
            seed=config.seed,
            device=config.device,
            threads=config.threads,
            on_progress=on_progress,
            on_checkpoint=lambda checkpoint: save_checkpoint(folder, checkpoint),
            resume=load_checkpoint(folder),
        )
    except CheckpointError as error:
        raise RunError(f"{folder / CHECKPOINT}: {error} Delete it to start this run from its beginning.") from error
    with written(folder / HISTORY) as scratch:
        scratch.write_text(trained.history.to_csv(), "utf-8")
    if not is_finite(trained.model):
        raise RunError(
            f"{folder}: the weights grew until they were not numbers any more. Train anew with a lower --learning-rate."
        )
    with written(folder / MODEL) as scratch:
        save_file(trained.model.state_dict(), scratch)
    with written(folder / TRAINED_ON) as scratch:
        np.save(scratch, trained.trained_on.numpy())
    finished = FinishedRun(folder, trained, evaluate(trained))
    for name, figure in draw_figures(trained, finished.evaluation).items():
        for kind, image in (("png", png(figure)), ("svg", svg(figure))):
            with written(folder / FIGURES / f"{name}.{kind}") as scratch:
                scratch.write_bytes(image)
    with written(folder / REPORT) as scratch:
        scratch.write_text(run_page(folder.name, trained, finished.evaluation, finished.figures()), "utf-8")
    write_metrics(folder, metrics(trained, finished.evaluation), config.data.digest)
    (folder / CHECKPOINT).unlink(missing_ok=True)
    return finished
