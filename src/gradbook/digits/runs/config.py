"""The configuration of a run: what was asked for, and what it runs on. A file that people may have edited."""

import dataclasses
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

from gradbook.core.errors import AbsentError, DataError, GradbookError, RunError
from gradbook.core.pictures import PHOTOS
from gradbook.digits.datasets.digits import Digits
from gradbook.digits.datasets.fingerprints import fingerprints
from gradbook.digits.datasets.sources import load
from gradbook.digits.device import DEVICES, pick_device, pick_precision, pick_threads
from gradbook.digits.runs.folder import CONFIG, RUNS, is_run
from gradbook.digits.training.loop import MOST_SEED
from gradbook.digits.training.recipe import Recipe

_LARGEST = 2**20  # bytes; ours have a thousand
_MOST_THREADS = 4_096


@dataclass(frozen=True)
class DataReference:
    """Which data a run is trained on.

    Attributes:
        name: the data set's name.
        source: what `load` needs to find it again.
        description: for people.
        digest: a hash of everything in it.
    """

    name: str
    source: str
    description: str
    digest: str

    @classmethod
    def of(cls, data: Digits) -> "DataReference":
        """Refer to a data set."""
        source = "sample" if data.is_sample else str(Path(data.origin).resolve())
        return cls(data.name, source, data.describe(), _digest(data))

    def find(self, folder: Path, advice: str) -> Digits:
        """Load the data.

        Args:
            folder: the run's, for messages.
            advice: what else to do where the data is gone.

        Raises:
            DataError: it is not there any more, or is not the same.
        """
        try:
            data = load(self.source)
        except GradbookError as error:
            raise DataError(
                f"{folder} was trained on {self.description}, which is not there any more ({error}) "
                f"Bring it back, or {advice}."
            ) from error
        if _digest(data) != self.digest:
            raise DataError(
                f"{folder} was trained on {self.description}, and the data there is not the same any more. "
                f"Bring the data back, or {advice}."
            )
        return data


@dataclass(frozen=True)
class RunConfig:
    """What a run is.

    Attributes:
        recipe: the hyperparameters; its precision is "bfloat16" or "float32", not "auto".
        seed: of everything random.
        device: "cpu", "cuda" or "mps".
        threads: processor threads.
        data: what is learned from.
        versions: of the software, by name.
    """

    recipe: Recipe
    seed: int
    device: str
    threads: int
    data: DataReference
    versions: dict[str, str]

    @classmethod
    def choose(cls, recipe: Recipe, data: Digits, seed: int, device: str) -> "RunConfig":
        """Decide on what to run a recipe.

        Raises:
            UsageError: there is no such device.
        """
        from gradbook import __version__

        where = pick_device(device)
        precision = pick_precision(recipe.precision, where)
        recipe = recipe.replace(precision=str(precision).removeprefix("torch."))
        versions = {"gradbook": __version__, "torch": torch.__version__}
        return cls(recipe, seed, str(where), pick_threads(where, precision), DataReference.of(data), versions)

    def to_bytes(self) -> bytes:
        """Return what is in the file."""
        return (json.dumps(dataclasses.asdict(self), indent=2, ensure_ascii=False) + "\n").encode()

    @classmethod
    def read(cls, folder: Path) -> "RunConfig":
        """Read the configuration of a run.

        Raises:
            AbsentError: there is no run.
        RunError: its configuration is none.
        """
        data = config_bytes(folder)
        try:
            read = json.loads(data)
            recipe = Recipe(**read["recipe"])
            about = {field.name: _text(read["data"], field.name) for field in dataclasses.fields(DataReference)}
            return cls(
                recipe=recipe.replace(name=_text(read["recipe"], "name")),
                seed=_number(read, "seed", 0, MOST_SEED),
                device=_text(read, "device", DEVICES),
                threads=_number(read, "threads", 1, _MOST_THREADS),
                data=DataReference(**{**about, "description": _shown(about["description"])}),
                versions={name: _text(read["versions"], name) for name in read.get("versions", {})},
            )
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError, GradbookError) as error:
            raise RunError(f"{folder / CONFIG}: not the configuration of a run ({_reason(error)}).") from error


def _runs_in(folder: Path) -> str:
    return ", ".join(sorted(str(path.parent) for path in folder.glob(f"*/{CONFIG}")))


def _meant(folder: Path) -> str:
    """Say which run somebody may have meant who named this, which is none."""
    if is_run(folder.parent):  # its report, or what another program would call the weights
        return f"A run is named by its folder: {folder.parent}"
    if is_run(RUNS / folder.name):
        return f"Did you mean {RUNS / folder.name}?"
    there = _runs_in(folder.parent) or _runs_in(RUNS)
    return f"Runs there are: {there}." if there else "Make one: gradbook train"


def config_bytes(folder: Path) -> bytes:
    """Return what is in the file of a run's configuration.

    Raises:
        AbsentError: there is no run.
        RunError: its configuration cannot be read.
    """
    if not is_run(folder):
        if within := _runs_in(folder):
            raise AbsentError(f"{folder} is a folder of runs. Name one of them: {within}.")
        if folder.is_dir() and any(path.suffix.lower() in PHOTOS for path in folder.iterdir()):
            raise AbsentError(f"{folder} is a folder of pictures and no run. Name the pictures: {folder}/*")
        raise AbsentError(f"{folder}: there is no run. {_meant(folder)}")
    path = folder / CONFIG
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
    except OSError as error:
        raise RunError(f"{path}: cannot be read ({error.strerror}).") from error
    if len(data) > _LARGEST:
        raise RunError(f"{path}: not the configuration of a run (larger than a megabyte).")
    return data


def _text(values: Any, name: str, choices: tuple[str, ...] = ()) -> str:
    value = values[name]
    if not isinstance(value, str) or (choices and value not in choices):
        raise ValueError(f"{name} must be {' or '.join(choices) or 'a text'}, not {value!r:.80}")
    return value


def _number(values: dict[str, Any], name: str, least: int, most: int) -> int:
    value = values[name]
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise ValueError(f"{name} must be a whole number from {least} to {most:,}, not {value!r:.80}")
    return value


def _shown(text: str) -> str:
    """Leave out what a terminal would act on."""
    return "".join(letter for letter in text if letter.isprintable())


def _reason(error: Exception) -> str:
    if isinstance(error, KeyError):
        return f"{error} is missing"
    if isinstance(error, RecursionError):
        return "it is nested too deeply"
    return _shown(str(error)).rstrip(".")[:200]


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
