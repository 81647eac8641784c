"""Handwritten digits: data, the assignment's network, training, evaluation, pictures, and your own handwriting.

>>> from gradbook.digits import evaluate, load, train
>>> data = load("sample")
>>> trained = train(data, "fast", seed=0)
>>> evaluate(trained).accuracy > 0.9
True
"""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gradbook.digits.datasets.digits import Digits
    from gradbook.digits.datasets.sources import load
    from gradbook.digits.evaluation.evaluation import Evaluation, evaluate
    from gradbook.digits.network import NeuralNet
    from gradbook.digits.training.loop import Progress, Trained, train
    from gradbook.digits.training.recipe import PRESETS, Recipe, preset

__all__ = [
    "PRESETS",
    "Digits",
    "Evaluation",
    "NeuralNet",
    "Progress",
    "Recipe",
    "Trained",
    "evaluate",
    "load",
    "preset",
    "train",
]

# Where each name lives. It is fetched when it is asked for: the command line needs the recipe only, and not PyTorch.
_HOMES = {
    "datasets.digits": ("Digits",),
    "datasets.sources": ("load",),
    "evaluation.evaluation": ("Evaluation", "evaluate"),
    "network": ("NeuralNet",),
    "training.loop": ("Progress", "Trained", "train"),
    "training.recipe": ("PRESETS", "Recipe", "preset"),
}


def __getattr__(name: str) -> Any:
    for home, names in _HOMES.items():
        if name in names:
            importlib.import_module(f"{__name__}.display")
            return getattr(importlib.import_module(f"{__name__}.{home}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
