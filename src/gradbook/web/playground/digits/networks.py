"""The networks to choose from: those of complete runs, and the one for handwriting that `gradbook predict` uses."""

import threading
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from gradbook.core.errors import GradbookError, UsageError
from gradbook.digits import NeuralNet
from gradbook.digits.datasets.digits import DIGIT_NAMES, FASHION_NAMES
from gradbook.digits.handwriting.network import kept_network
from gradbook.digits.runs import is_complete, load_model, read_metrics
from gradbook.web.playground.digits.explanation import Weights

_DEEPEST = 2  # runs/fast, runs/lab/fast
# Ids that no run has, since hidden folders are none.
OWN, _QUICK = ".hand", ".quick"
_NAMES = {OWN: "for handwriting", _QUICK: "for now"}
# Which preset's network to begin with: the one that suits handwriting best.
_PREFERENCE = ("hand", "best", "fast", "notebook")


@dataclass(frozen=True)
class Entry:
    """A network in the list.

    Attributes:
        id: what a page calls it by.
        folder: its run.
        name: for people.
        title: the name, and how good it is.
        classes: the names of what it tells apart.
    """

    id: str
    folder: Path
    name: str
    title: str
    classes: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Network:
    """A network, ready to be asked."""

    entry: Entry
    model: NeuralNet
    weights: Weights


class Networks:
    """What lies in a folder of runs now, the network to begin with first, and the one for handwriting.

    Args:
        runs: the folder.
        quick: the run of a network that serves until there is another.
    """

    def __init__(self, runs: Path, quick: Path) -> None:
        self._runs = runs
        self._quick = quick
        self._loaded: dict[Path, tuple[int, Network]] = {}
        self._lock = threading.Lock()

    def entries(self) -> list[Entry]:
        """List the networks of all complete runs; damaged ones are left out."""
        found: list[tuple[int, Entry]] = []
        for id, folder in self._folders().items():
            if is_complete(folder):
                try:
                    figures = read_metrics(folder)
                    found.append((_rank(figures["recipe"]), _entry(id, folder, figures)))
                except (GradbookError, KeyError, TypeError, ValueError):
                    continue
        lasting = [pair for pair in found if pair[1].id != _QUICK]
        return [entry for _, entry in sorted(lasting or found, key=lambda pair: (pair[0], pair[1].id))]

    def network(self, id: str) -> Network:
        """Return a network of the list.

        Raises:
            UsageError: there is none of this name.
            RunError: its files are damaged.
        """
        folder = self._folders().get(id)
        if folder is None or not is_complete(folder):
            raise UsageError(f"there is no complete run {id!r} any more. Load the page again.")
        stamp = (folder / "model.safetensors").stat().st_mtime_ns
        with self._lock:
            known = self._loaded.get(folder)
            if known is None or known[0] != stamp:
                model = load_model(folder)
                entry = _entry(id, folder, read_metrics(folder))
                known = self._loaded[folder] = (stamp, Network(entry, model, _weights(model)))
        return known[1]

    def _folders(self) -> dict[str, Path]:
        found = {path.relative_to(self._runs).as_posix(): path for path in _below(self._runs, _DEEPEST)}
        own = kept_network()
        return found | {_QUICK: self._quick} | ({} if own is None else {OWN: own})


def _entry(id: str, folder: Path, figures: dict[str, object]) -> Entry:
    right = float(str(figures["test_accuracy"]))
    classes = FASHION_NAMES if figures["data"] == "fashion-mnist" else DIGIT_NAMES
    name = _NAMES.get(id, id)
    return Entry(id, folder, name, f"{name} ({right:.1%} of its test images right)", classes)


def _below(folder: Path, depth: int) -> list[Path]:
    if depth == 0 or not folder.is_dir():
        return []
    try:
        children = sorted(path for path in folder.iterdir() if path.is_dir() and not path.name.startswith("."))
    except OSError:
        return []
    return [*children, *(below for child in children for below in _below(child, depth - 1))]


def _rank(preset: object) -> int:
    return _PREFERENCE.index(str(preset)) if preset in _PREFERENCE else len(_PREFERENCE)


def _weights(model: NeuralNet) -> Weights:
    tensors = (model.l1.weight, model.l1.bias, model.l2.weight, model.l2.bias)
    return Weights(*(np.asarray(tensor.detach().double().numpy()) for tensor in tensors))
