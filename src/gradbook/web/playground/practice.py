"""Practice: exercises with numbers of their own, chosen so that what was not understood comes again."""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from gradbook.core.errors import UsageError
from gradbook.core.seeds import derive_seed
from gradbook.graph import Graph
from gradbook.written import Exercise, variant
from gradbook.written.exercise import Key
from gradbook.written.judging.outcomes.mistakes.misconceptions import guesses

MAX_ANSWER = 2_000  # characters in a field


@dataclass(frozen=True)
class Model:
    """An exercise that others are drawn from.

    Attributes:
        title: what it trains.
        text, values: its graph.
        lr: the learning rate of its step.
    """

    title: str
    text: str
    values: dict[str, float]
    lr: float = 0.1


# From the first chain to two paths, each a little harder than the one before.
MODELS: Mapping[str, Model] = {
    "product": Model("A product and a sum", "q = w*x; f = q + b", {"w": 5, "x": 2, "b": -3}),
    "chain": Model("A chain of three", "q = w*x; r = q + b; f = z*r", {"x": 2, "w": 5, "b": -2, "z": 3}, 0.01),
    "loss": Model("A squared loss", "y = w*x; e = y - t; L = e**2", {"w": 3, "x": 2, "t": 4}, 0.01),
    "quotient": Model("A quotient", "q = a + b; f = q/c", {"a": 3, "b": 5, "c": 4}),
    "neuron": Model("A sigmoid neuron", "a = w*x; s = a + b; f = sigmoid(s)", {"w": 0.6, "x": 1.5, "b": -0.4}),
    "paths": Model("Two paths", "q = x*y; r = x + z; f = q*r", {"x": 2, "y": 3, "z": -4}, 0.01),
    "relu": Model("Two factors that share an input", "p = x + a; q = x*b; f = p*q", {"x": 3, "a": 2, "b": -4}, 0.01),
}


@dataclass(frozen=True, eq=False)
class Drawn:
    """An exercise as a learner gets it."""

    name: str
    seed: int
    title: str
    exercise: Exercise


@lru_cache(maxsize=64)
def drawn(name: str, seed: int) -> Drawn:
    """Return the exercise that a name and a seed stand for.

    Raises:
        UsageError: there is no such exercise.
    """
    model = MODELS.get(name)
    if model is None:
        raise UsageError(f"there is no exercise {name!r}; there are {', '.join(MODELS)}.")
    graph = Graph(model.text, **model.values)
    whole = Exercise.from_graph(graph, _asked(graph), lr=model.lr)
    return Drawn(name, seed, model.title, variant(whole, derive_seed(seed, "practice", name)))


def _asked(graph: Graph) -> list[str]:
    """Ask for every value, every gradient from the top down, and one new weight."""
    out = graph.output
    gradients = [name for name in reversed([*graph.inputs, *graph.intermediates]) if name != out]
    return [*graph.intermediates, *(f"d{out}/d{name}" for name in gradients), f"{graph.parameters()[0]}1"]


def next_name(solved: Mapping[str, int], missed: Mapping[str, int], last: str | None, seed: int) -> str:
    """Choose the next exercise.

    While nothing is missed, the first that was solved least often; else one on which the mistakes that were made can be
    made again, the more often the likelier.

    Args:
        solved: how often each exercise was solved.
        missed: how often each diagnosis was made and not yet made good.
        last: the exercise just left, which does not come twice in a row.
        seed: of the draw.
    """
    others = [name for name in MODELS if name != last]
    weights = [sum(missed.get(diagnosis, 0) for diagnosis in _possible(name)) for name in others]
    if any(weight > 0 for weight in weights):
        return random.Random(seed).choices(others, [max(0, weight) for weight in weights])[0]
    return min(others, key=lambda name: solved.get(name, 0))


def possible_mistakes(exercise: Exercise, key: Key) -> set[str]:
    """Return the diagnoses of mistakes that can be made on a quantity."""
    return {str(diagnosis) for diagnosis, _ in guesses(exercise, key)}


@lru_cache
def _possible(name: str) -> frozenset[str]:
    """Return the diagnoses of mistakes that can be made on an exercise."""
    exercise = drawn(name, 0).exercise
    return frozenset().union(*(possible_mistakes(exercise, key) for key in exercise.keys))
