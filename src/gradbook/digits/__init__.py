"""Handwritten digits: data, the assignment's network, training, evaluation, pictures, and your own handwriting.

>>> from gradbook.digits import evaluate, load, train
>>> data = load("sample")
>>> trained = train(data, "fast", seed=0)
>>> evaluate(trained).accuracy > 0.9
True
"""

from gradbook.digits.data import Digits
from gradbook.digits.evaluation import Evaluation, evaluate
from gradbook.digits.network import NeuralNet
from gradbook.digits.recipe import PRESETS, Recipe, preset
from gradbook.digits.sources import load
from gradbook.digits.training import Progress, Trained, train

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
