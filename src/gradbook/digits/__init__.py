"""Handwritten digits: data, the assignment's network, training, evaluation, pictures, and your own handwriting.

>>> from gradbook.digits import evaluate, load, train
>>> data = load("sample")
>>> trained = train(data, "fast", seed=0)
>>> evaluate(trained).accuracy > 0.9
True
"""

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
