"""The state after an epoch, on disk."""

import hashlib
from pathlib import Path

from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file
from torch import Tensor

from gradbook.core.errors import RunError
from gradbook.digits.runs.config import config_bytes
from gradbook.digits.runs.folder import CHECKPOINT, CONFIG, written
from gradbook.digits.training.loop import Checkpoint


def save_checkpoint(folder: Path, checkpoint: Checkpoint) -> None:
    """Keep a checkpoint in a run's folder, in place of an earlier one.

    Raises:
        RunError: it cannot be written; the earlier one is still there.
    """
    about = {
        "epochs_done": str(checkpoint.epochs_done),
        "seconds": repr(checkpoint.seconds),
        "config": hashlib.sha256(config_bytes(folder)).hexdigest(),
    }
    tensors: dict[str, Tensor] = {**checkpoint.state, "losses": checkpoint.losses}
    with written(folder / CHECKPOINT) as scratch:
        save_file({name: tensor.cpu().contiguous() for name, tensor in tensors.items()}, scratch, metadata=about)


def load_checkpoint(folder: Path) -> Checkpoint | None:
    """Read the checkpoint of a run; None where there is none.

    Raises:
        RunError: it is damaged, or the run's configuration is not the one that it was made with.
    """
    path = folder / CHECKPOINT
    if not path.is_file():
        return None
    try:
        with safe_open(path, framework="pt") as file:
            about = file.metadata()
            tensors = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118 (not a dict)
        losses = tensors.pop("losses")
        checkpoint = Checkpoint(int(about["epochs_done"]), tensors, losses, float(about["seconds"]))
    except (OSError, SafetensorError, KeyError, TypeError, ValueError) as error:
        raise RunError(f"{path}: damaged ({error}). Delete it to start this run from its beginning.") from error
    if about.get("config") not in (None, hashlib.sha256(config_bytes(folder)).hexdigest()):
        raise RunError(
            f"{folder / CONFIG} was changed since the training began: it is not what the epochs so far were trained "
            f"with. Change it back, or delete {path} to start from the beginning with what it says now."
        )
    return checkpoint
