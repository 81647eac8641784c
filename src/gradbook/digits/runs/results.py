"""The figures of a run as data, and the hashes by which its files are known."""

import dataclasses
import hashlib
import json
import math
from pathlib import Path
from typing import Any

from gradbook.core.errors import RunError
from gradbook.digits.evaluation.evaluation import Evaluation
from gradbook.digits.runs.folder import CONFIG, HISTORY, METRICS, MODEL, TRAINED_ON, written
from gradbook.digits.training.calibration import Calibration
from gradbook.digits.training.loop import Trained

_HASHED = (CONFIG, MODEL, TRAINED_ON, HISTORY)
_LARGEST = 2**20  # bytes; ours have a thousand


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


def write_metrics(folder: Path, figures: dict[str, Any], digest: str) -> None:
    """Write the figures of a run, which is then complete, with the hashes of its files and of its data.

    Raises:
        RunError: they cannot be written.
    """
    hashes = {name: _hash(folder / name) for name in _HASHED} | {"data": digest}
    with written(folder / METRICS) as scratch:
        scratch.write_text(json.dumps({**figures, "hashes": hashes}, indent=2, ensure_ascii=False) + "\n", "utf-8")


def read_metrics(folder: Path) -> dict[str, Any]:
    """Read the figures of a complete run, as `metrics` made them.

    Raises:
        RunError: there is no complete run, or its files are damaged.
    """
    path = folder / METRICS
    try:
        if path.stat().st_size > _LARGEST:
            raise ValueError("larger than a megabyte")
        figures = json.loads(path.read_bytes())
        seconds = figures["train_seconds"]
        if isinstance(seconds, bool) or not isinstance(seconds, int | float) or not 0 <= seconds < math.inf:
            raise ValueError("train_seconds is no time")
        if not isinstance(figures.get("hashes", {}), dict):
            raise ValueError("hashes are no table")
        read_calibration(figures)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise RunError(f"{path}: not the figures of a complete run ({error}).") from error
    return dict(figures)


def read_calibration(figures: dict[str, Any]) -> Calibration | None:
    """Return how a network's certainty was set, from the figures of its run.

    Raises:
        TypeError, ValueError: the figures say it in no way that is known.
    """
    told = figures.get("calibration")
    if told is None:
        return None
    calibration = Calibration(**told)
    if not all(isinstance(value, int | float) for value in told.values()):
        raise ValueError("the calibration is not made of numbers")
    return calibration


def check_hashes(folder: Path, *names: str) -> None:
    """Refuse a run whose files are not those that its training wrote.

    A run that was made before hashes were kept is taken as it is.

    Raises:
        RunError: the message names the file and says what to do.
    """
    kept = read_metrics(folder).get("hashes", {})
    for name in names:
        path = folder / name
        try:
            same = name not in kept or kept[name] == _hash(path)
        except OSError as error:
            raise RunError(f"{path}: cannot be read ({error.strerror}). {_again(folder)}") from error
        if not same and name == CONFIG:
            raise RunError(
                f"{path} was changed since the training: it is not what this network was trained with. Change it back, "
                "or train anew."
            )
        if not same:
            raise RunError(f"{path} is not what the training wrote: it was changed or damaged. {_again(folder)}")


def _again(folder: Path) -> str:
    return f"To train it again, the same to the bit: delete {folder / METRICS}, then gradbook train --resume {folder}"


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
