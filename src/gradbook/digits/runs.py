"""Run folders: everything that a training run was, did and made, written so that nothing is lost.

config.json          what was asked for, and what it ran on; written first
checkpoint.safetensors   the state after the last finished epoch; gone when the run is complete
history.csv          one row a batch
model.safetensors    the network's weights, under PyTorch's names
trained_on.npy       fingerprints of the training images, so that an evaluation can tell what was trained on
figures/*.png, *.svg pictures, for papers and in the theme of a page
report.html          all of it on one page
metrics.json         the figures; written last, so a run that has it is complete
"""

import dataclasses
import hashlib
import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import load_file, save_file
from torch import Tensor

from gradbook.core.errors import DataError, GradbookError, RunError
from gradbook.core.files import replacing, write_bytes, write_text
from gradbook.digits.datasets.digits import Digits
from gradbook.digits.datasets.fingerprints import fingerprints
from gradbook.digits.datasets.sources import load
from gradbook.digits.device import pick_device, pick_precision, pick_threads
from gradbook.digits.evaluation.evaluation import Evaluation, evaluate
from gradbook.digits.evaluation.figures import draw_figures
from gradbook.digits.evaluation.report import run_page
from gradbook.digits.network import NeuralNet
from gradbook.digits.plots import png, svg
from gradbook.digits.training.calibration import Calibration
from gradbook.digits.training.history import History
from gradbook.digits.training.loop import Checkpoint, Progress, Trained, train
from gradbook.digits.training.recipe import Recipe

_CONFIG, _CHECKPOINT, _MODEL = "config.json", "checkpoint.safetensors", "model.safetensors"
_HISTORY, _TRAINED_ON, _METRICS, _FIGURES = "history.csv", "trained_on.npy", "metrics.json", "figures"
REPORT = "report.html"


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
        paths = [*(self.folder / _FIGURES).glob("*.png"), *(self.folder / _FIGURES).glob("*.svg")]
        return {path.stem: path.read_bytes() for path in paths}


def new_folder(path: Path, *, overwrite: bool = False) -> Path:
    """Make an empty folder for a run.

    Raises:
        RunError: there is something already, and it may not be or is not a run to overwrite.
    """
    if path.exists():
        if not overwrite:
            done = "a complete run" if is_complete(path) else "an unfinished run" if is_run(path) else "something else"
            resume = f"go on with it: --resume {path}, or " if is_run(path) and not is_complete(path) else ""
            raise RunError(
                f"{path} exists already ({done}). {resume.capitalize()}choose another --name, or --overwrite."
            )
        if not is_run(path):
            raise RunError(f"{path} is not a run, so it is not overwritten. Choose another --name.")
        shutil.rmtree(path)
    try:
        path.mkdir(parents=True)
    except OSError as error:
        raise RunError(f"{path} cannot be made ({error.strerror}).") from error
    return path


def free_folder(root: Path, name: str) -> Path:
    """Return the first of `root`/name, name-2, name-3, ... that does not exist."""
    path, number = root / name, 1
    while path.exists():
        number += 1
        path = root / f"{name}-{number}"
    return path


def is_run(folder: Path) -> bool:
    """Whether a folder holds a run, complete or not."""
    return (folder / _CONFIG).is_file()


def is_complete(folder: Path) -> bool:
    """Whether a folder holds a run that got to its end."""
    return is_run(folder) and (folder / _METRICS).is_file()


def start_run(
    folder: Path,
    data: Digits,
    recipe: Recipe,
    *,
    seed: int = 0,
    device: str = "auto",
    on_progress: Callable[[Progress], None] | None = None,
) -> FinishedRun:
    """Train in an empty folder, evaluate on the test images, and write the report.

    Raises:
        UsageError: a hyperparameter or device cannot work.
    """
    where = pick_device(device)
    precision = pick_precision(recipe.precision, where)
    recipe = recipe.replace(precision=str(precision).removeprefix("torch."))
    config = {
        "recipe": dataclasses.asdict(recipe),
        "seed": seed,
        "device": str(where),
        "threads": pick_threads(where, precision),
        "data": {"name": data.name, "source": _source(data), "description": data.describe(), "digest": _digest(data)},
        "versions": _versions(),
    }
    _write_json(folder / _CONFIG, config)
    return _run(folder, config, data, on_progress)


def resume_run(folder: Path, on_progress: Callable[[Progress], None] | None = None) -> FinishedRun:
    """Go on with an interrupted run; it ends with the same weights as one that was not interrupted.

    A complete run is read and handed back as it is.

    Raises:
        RunError: there is no run, or its files are damaged.
        DataError: the run's data is not there any more, or has changed.
    """
    config = _read_config(folder)
    data = _run_data(folder, config)
    if is_complete(folder):
        trained = load_run(folder, data)
        return FinishedRun(folder, trained, evaluate(trained))
    if _digest(data) != config["data"]["digest"]:
        raise DataError(
            f"{folder} was trained on {config['data']['description']}, and the data there is not the same any more. "
            "Bring the data back, or start a new run."
        )
    return _run(folder, config, data, on_progress)


def load_run(folder: Path, data: Digits | None = None) -> Trained:
    """Read a complete run. `data` is by default what it was trained on.

    Raises:
        RunError: there is no complete run, or its files are damaged.
        DataError: the run's data is not there any more.
    """
    config = _read_config(folder)
    model = _read_model(folder, config)
    if data is None:
        data = _run_data(folder, config)
    try:
        figures = json.loads((folder / _METRICS).read_text())
        seconds, calibration = figures["train_seconds"], figures.get("calibration")
        calibration = Calibration(**calibration) if calibration else None
        seen = torch.from_numpy(np.load(folder / _TRAINED_ON, allow_pickle=False))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise RunError(f"{folder}: the run's files are damaged ({error}).") from error
    return Trained(
        model=model,
        recipe=Recipe(**config["recipe"]),
        seed=config["seed"],
        device=config["device"],
        precision=config["recipe"]["precision"],
        threads=config["threads"],
        history=History.read(folder / _HISTORY),
        seconds=seconds,
        data=data,
        trained_on=seen,
        calibration=calibration,
    )


def read_metrics(folder: Path) -> dict[str, Any]:
    """Read the figures of a complete run, as `metrics` made them.

    Raises:
        RunError: there is no complete run, or its files are damaged.
    """
    try:
        figures = json.loads((folder / _METRICS).read_text())
    except (OSError, ValueError) as error:
        raise RunError(f"{folder}: not a complete run ({error}).") from error
    if not isinstance(figures, dict):
        raise RunError(f"{folder / _METRICS}: the run's files are damaged.")
    return figures


def load_model(folder: Path) -> NeuralNet:
    """Read the network of a complete run; its data is not needed.

    Raises:
        RunError: there is no complete run, or its files are damaged.
    """
    return _read_model(folder, _read_config(folder))


def _read_model(folder: Path, config: dict[str, Any]) -> NeuralNet:
    if not is_complete(folder):
        raise RunError(f"{folder} is an unfinished run. Go on with it: gradbook train --resume {folder}")
    model = NeuralNet(28 * 28, config["recipe"]["hidden_size"], 10)
    try:
        model.load_state_dict(load_file(folder / _MODEL))
    except (OSError, SafetensorError, RuntimeError) as error:
        raise RunError(f"{folder / _MODEL}: not the weights of this run ({error}).") from error
    if not all(torch.isfinite(weights).all() for weights in model.parameters()):
        raise RunError(f"{folder / _MODEL}: some weights are no numbers; this run cannot be used. Train a new one.")
    return model


def _run(
    folder: Path, config: dict[str, Any], data: Digits, on_progress: Callable[[Progress], None] | None
) -> FinishedRun:
    trained = train(
        data,
        Recipe(**config["recipe"]),
        seed=config["seed"],
        device=config["device"],
        threads=config["threads"],
        on_progress=on_progress,
        on_checkpoint=lambda checkpoint: _save_checkpoint(folder, checkpoint),
        resume=_load_checkpoint(folder),
    )
    trained.history.save(folder / _HISTORY)
    with replacing(folder / _MODEL) as scratch:
        save_file(trained.model.state_dict(), scratch)
    with replacing(folder / _TRAINED_ON) as scratch:
        np.save(scratch, trained.trained_on.numpy())
    evaluation = evaluate(trained)
    figures = draw_figures(trained, evaluation)
    for name, figure in figures.items():
        write_bytes(folder / _FIGURES / f"{name}.png", png(figure))
        write_bytes(folder / _FIGURES / f"{name}.svg", svg(figure))
    finished = FinishedRun(folder, trained, evaluation)
    write_text(folder / REPORT, run_page(folder.name, trained, evaluation, finished.figures()))
    _write_json(folder / _METRICS, metrics(trained, evaluation))
    (folder / _CHECKPOINT).unlink(missing_ok=True)
    return finished


def metrics(trained: Trained, evaluation: Evaluation) -> dict[str, Any]:
    """Return the figures of a run as JSON data; accuracies are shares, times are seconds."""
    share, unseen, before = evaluation.share, evaluation.unseen_share, evaluation.before
    return {
        "data": trained.data.name,
        "recipe": trained.recipe.name,
        "train_images": len(trained.trained_on),
        "train_seconds": round(trained.seconds, 4),
        "final_loss": trained.losses[-1],
        "test_images": share.count,
        "test_accuracy": share.value,
        "test_accuracy_interval_95": list(share.interval),
        "accuracy_before_training": before.value if before else None,
        "overlap_images": evaluation.overlap,
        "unseen_images": unseen.count if unseen else None,
        "unseen_accuracy": unseen.value if unseen and unseen.count else None,
        "calibration": trained.calibration and dataclasses.asdict(trained.calibration),
        "device": trained.device,
        "precision": trained.precision,
        "threads": trained.threads,
        "seed": trained.seed,
    }


def _save_checkpoint(folder: Path, checkpoint: Checkpoint) -> None:
    about = {"epochs_done": str(checkpoint.epochs_done), "seconds": repr(checkpoint.seconds)}
    tensors: dict[str, Tensor] = {**checkpoint.state, "losses": checkpoint.losses}
    with replacing(folder / _CHECKPOINT) as scratch:
        save_file({name: tensor.cpu().contiguous() for name, tensor in tensors.items()}, scratch, metadata=about)


def _load_checkpoint(folder: Path) -> Checkpoint | None:
    path = folder / _CHECKPOINT
    if not path.exists():
        return None
    try:
        with safe_open(path, framework="pt") as file:
            about = file.metadata()
            tensors = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118 (not a dict)
        losses = tensors.pop("losses")
        return Checkpoint(int(about["epochs_done"]), tensors, losses, float(about["seconds"]))
    except (OSError, SafetensorError, KeyError, TypeError, ValueError) as error:
        raise RunError(f"{path}: damaged ({error}). Delete it to start this run from its beginning.") from error


def _read_config(folder: Path) -> dict[str, Any]:
    if not is_run(folder):
        others = sorted(str(path.parent) for path in folder.parent.glob(f"*/{_CONFIG}"))
        hint = f" Runs there are: {', '.join(others)}." if others else " Make one: gradbook train"
        raise RunError(f"{folder}: there is no run.{hint}")
    try:
        config: dict[str, Any] = json.loads((folder / _CONFIG).read_text())
        Recipe(**config["recipe"])
        config["data"]["digest"], config["seed"], config["device"], config["threads"]
    except (OSError, ValueError, KeyError, TypeError, GradbookError) as error:
        raise RunError(f"{folder / _CONFIG}: not the configuration of a run ({error}).") from error
    return config


def _run_data(folder: Path, config: dict[str, Any]) -> Digits:
    try:
        return load(config["data"]["source"])
    except GradbookError as error:
        raise DataError(
            f"{folder} was trained on {config['data']['description']}, which is not there any more ({error}) "
            "Bring it back, or name other data with --data."
        ) from error


def _source(data: Digits) -> str:
    """Return what `load` needs to find the same data again."""
    return "sample" if data.is_sample else str(Path(data.origin).resolve())


def _digest(data: Digits) -> str:
    """Return a hash of everything in the data set."""
    digest = hashlib.sha256()
    for tensor in (
        fingerprints(data.train_images),
        data.train_labels,
        fingerprints(data.test_images),
        data.test_labels,
    ):
        digest.update(tensor.numpy().tobytes())
    return digest.hexdigest()


def _versions() -> dict[str, str]:
    from gradbook import __version__

    return {"gradbook": __version__, "torch": torch.__version__}


def _write_json(path: Path, value: object) -> None:
    write_text(path, json.dumps(value, indent=2, ensure_ascii=False) + "\n")
