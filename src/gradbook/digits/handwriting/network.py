"""The network that reads handwriting where nobody names one: preset `hand`, trained once and kept in the cache."""

import dataclasses
import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path

from gradbook.core.cache import cache_folder
from gradbook.core.errors import DataError, RunError
from gradbook.digits.datasets.digits import DIGIT_NAMES, Digits
from gradbook.digits.datasets.sources import load
from gradbook.digits.network import NeuralNet
from gradbook.digits.runs import is_complete, is_run, load_model, new_folder, resume_run, start_run
from gradbook.digits.runs.checkpoint import load_checkpoint
from gradbook.digits.runs.config import RunConfig
from gradbook.digits.runs.folder import in_use
from gradbook.digits.training.loop import Progress
from gradbook.digits.training.recipe import PRESETS, preset

PRESET = "hand"


def hand_network(
    data: Digits | None = None,
    *,
    on_start: Callable[[str], None] | None = None,
    on_progress: Callable[[Progress], None] | None = None,
) -> tuple[NeuralNet, Path]:
    """Return the network for handwriting, trained now or taken from the cache, and the folder of its run.

    It is trained anew when the preset changes. An interrupted training is gone on with, or begun again where what is
    there of it is damaged.

    Args:
        data: what to train on; by default MNIST where it can be had, else the sample.
        on_start: called with a sentence for people before a training begins.
        on_progress: as in `train`, from where an interrupted training goes on.

    Raises:
        DataError: the data is damaged.
        RunError: another process trains it now, or the cache cannot be written.
    """
    if data is None:
        # A network that was trained on MNIST is as good without its data.
        for folder in _folders("mnist"):
            if (model := _kept(folder)) is not None:
                return model, folder
        data = load("auto")
        if data.class_names != DIGIT_NAMES:
            data = load("sample")
    folder = network_folder(data)
    if (model := _kept(folder)) is not None:
        return model, folder
    resuming = _can_go_on(folder)
    if on_start is not None:
        on_start(
            f"No run was named. {'Going on with' if resuming else 'Now comes'} the training of a network for "
            f"handwriting (preset {PRESET}) on {data.name}: once, for about one to three minutes; it is kept for the "
            f"next time in {folder}." + (" With all of MNIST it would read better." if data.is_sample else "")
        )
    if resuming:
        run = resume_run(folder, on_progress)
    else:
        run = start_run(new_folder(folder), data, preset(PRESET, data), on_progress=on_progress)
    return run.trained.model, folder


def kept_network() -> Path | None:
    """Return the run of a network for handwriting that is in the cache, one of MNIST before others; None if none is."""
    return next((folder for folder in (*_folders("mnist"), *_folders("*")) if is_complete(folder)), None)


def network_folder(data: Digits, root: Path | None = None) -> Path:
    """Return where the network for handwriting that was trained on `data` is kept.

    Args:
        data: training images and labels, which make the name.
        root: the folder of all such networks; by default in the user's cache.
    """
    content = hashlib.sha256(data.train_images.numpy().tobytes() + data.train_labels.numpy().tobytes()).hexdigest()
    return (root or _root()) / f"{PRESET}-{data.name}-{_of_preset()}-{content[:8]}"


def _folders(data: str) -> list[Path]:
    return sorted(_root().glob(f"{PRESET}-{data}-{_of_preset()}-*"))


def _root() -> Path:
    return cache_folder() / "networks"


def _can_go_on(folder: Path) -> bool:
    """Whether an interrupted training is there; one that cannot be gone on with is removed."""
    if not is_run(folder):
        return False
    with in_use(folder):  # another process may be at it
        try:
            load_checkpoint(folder)
            RunConfig.read(folder).data.find(folder, "start a new run")
        except (RunError, DataError):
            shutil.rmtree(folder)
            return False
    return True


def _kept(folder: Path) -> NeuralNet | None:
    """Return the network of a complete run; what is damaged is removed, since it can be made again."""
    if not is_complete(folder):
        if folder.exists() and not is_run(folder):
            shutil.rmtree(folder)
        return None
    try:
        return load_model(folder)
    except RunError:
        shutil.rmtree(folder)
        return None


def _of_preset() -> str:
    text = json.dumps(dataclasses.asdict(PRESETS[PRESET]), sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:8]
