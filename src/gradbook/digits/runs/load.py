"""Reading a complete run back: whole, or its network only."""

import struct
from pathlib import Path

import numpy as np
import torch
from safetensors import SafetensorError, safe_open
from torch import Tensor

from gradbook.core.errors import RunError
from gradbook.digits.datasets.digits import Digits
from gradbook.digits.network import NeuralNet, is_finite
from gradbook.digits.runs.config import RunConfig
from gradbook.digits.runs.folder import CONFIG, HISTORY, MODEL, TRAINED_ON, is_complete
from gradbook.digits.runs.results import check_hashes, read_calibration, read_metrics
from gradbook.digits.training.history import History
from gradbook.digits.training.loop import Trained


def load_run(folder: Path, data: Digits | None = None) -> Trained:
    """Read a complete run.

    Args:
        folder: the run's.
        data: by default what it was trained on.

    Raises:
        AbsentError: there is no run.
        RunError: it is not complete, its files are damaged, or they are not what the training wrote.
        DataError: the run's data is not there any more, or is not the same.
    """
    config = RunConfig.read(folder)
    model = _read_model(folder, config)
    check_hashes(folder, HISTORY, TRAINED_ON)
    history, seen, figures = History.read(folder / HISTORY), _read_fingerprints(folder), read_metrics(folder)
    return Trained(
        model=model,
        recipe=config.recipe,
        seed=config.seed,
        device=config.device,
        precision=config.recipe.precision,
        threads=config.threads,
        history=history,
        seconds=figures["train_seconds"],
        data=config.data.find(folder, "name other data with --data") if data is None else data,
        trained_on=seen,
        calibration=read_calibration(figures),
    )


def load_model(folder: Path) -> NeuralNet:
    """Read the network of a complete run; its data is not needed.

    Raises:
        AbsentError: there is no run.
        RunError: it is not complete, its files are damaged, or they are not what the training wrote.
    """
    return _read_model(folder, RunConfig.read(folder))


def _read_model(folder: Path, config: RunConfig) -> NeuralNet:
    if not is_complete(folder):
        raise RunError(f"{folder} is an unfinished run. Go on with it: gradbook train --resume {folder}")
    check_hashes(folder, CONFIG, MODEL)
    path, hidden = folder / MODEL, config.recipe.hidden_size
    try:
        with safe_open(path, framework="pt") as file:
            # Before anything is made in the size that the configuration says.
            if file.get_slice("l1.weight").get_shape() != [hidden, 28 * 28]:
                raise ValueError(f"they are not those of a 784-{hidden}-10 network")
            tensors = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118 (not a dict)
        model = NeuralNet(28 * 28, hidden, 10)
        model.load_state_dict(tensors)
    except (OSError, SafetensorError, RuntimeError, ValueError) as error:
        raise RunError(f"{path}: not the weights of this run ({error}).") from error
    if not is_finite(model):
        raise RunError(f"{path}: some of the weights are not numbers. Train the run anew, with a lower learning rate.")
    return model


def _read_fingerprints(folder: Path) -> Tensor:
    path = folder / TRAINED_ON
    try:
        # Mapped, so that a file that says it is huge is found out before memory is asked for.
        mapped = np.load(path, mmap_mode="r", allow_pickle=False)
        if mapped.dtype != np.int64 or mapped.ndim != 1:
            raise ValueError("not a list of whole numbers")
        return torch.from_numpy(np.array(mapped))
    except (OSError, ValueError, TypeError, SyntaxError, EOFError, OverflowError, struct.error) as error:
        raise RunError(f"{path}: not the fingerprints of training images ({error}).") from error
