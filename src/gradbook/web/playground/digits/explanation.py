"""Why the network says what it says: its own backward pass, and what would have to change for another answer.

The network is built as a computational graph of arrays, so that the gradients are those of the engine that the graph
page shows, not of PyTorch.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from gradbook.graph import Graph

Array = npt.NDArray[np.float64]
_AT_ONCE = 2  # pixels changed before the gradient is taken anew: more is faster, and finds more of them
_MOST_ROUNDS = 60


@dataclass(frozen=True, eq=False)
class Weights:
    """The weights of a 784-H-10 network, in float64.

    Attributes:
        w1, b1: (H, 784) and (H,).
        w2, b2: (10, H) and (10,).
    """

    w1: Array
    b1: Array
    w2: Array
    b2: Array


@dataclass(frozen=True, eq=False)
class Explanation:
    """What goes on in the network for one picture.

    Attributes:
        hidden: (H,) what the hidden neurons pass on, after ReLU.
        scores: (10,) before softmax.
        probabilities: (10,) after it.
        winner, runner_up: the classes of the two highest scores.
        contributions: (28, 28) the gradient of the winner's score by each pixel, times the pixel. With ReLU they and
            the biases' shares add up to the score.
    """

    hidden: Array
    scores: Array
    probabilities: Array
    winner: int
    runner_up: int
    contributions: Array


@dataclass(frozen=True, eq=False)
class Change:
    """A small change after which another class wins.

    Attributes:
        picture: (28, 28) uint8 after the change.
        added, erased: how many pixels were filled, and how many were emptied.
        reached: whether the other class wins.
    """

    picture: npt.NDArray[np.uint8]
    added: int
    erased: int
    reached: bool


def explain(weights: Weights, picture: npt.NDArray[np.uint8]) -> Explanation:
    """Explain the answer to a picture (28, 28)."""
    pixels = _pixels(picture)
    seen = _network(weights).replay({"x": pixels})
    value = seen.value
    order = np.argsort(-np.asarray(value["scores"]), kind="stable")
    winner, runner_up = int(order[0]), int(order[1])
    gradient = _gradient(seen, {winner: 1.0})
    return Explanation(
        np.asarray(value["hidden"]),
        np.asarray(value["scores"]),
        np.asarray(value["probabilities"]),
        winner,
        runner_up,
        (gradient * pixels).reshape(picture.shape),
    )


def change_towards(weights: Weights, picture: npt.NDArray[np.uint8], wanted: int) -> Change:
    """Fill and empty pixels, those that matter most first, until class `wanted` wins.

    Args:
        weights: of the network.
        picture: (28, 28).
        wanted: the class that is to win.
    """
    pixels = _pixels(picture)
    untouched = np.ones(len(pixels), bool)  # each pixel changes once, or two could undo each other for ever
    reached = False
    for _ in range(_MOST_ROUNDS):
        seen = _network(weights).replay({"x": pixels})
        winner = int(np.argmax(seen.value["scores"]))
        if winner == wanted:
            reached = True
            break
        gradient = _gradient(seen, {winner: 1.0, wanted: -1.0})
        # What the winner's lead loses where a pixel is emptied (a positive gradient) or filled (a negative one).
        loss = untouched * np.where(gradient > 0, gradient * pixels, -gradient * (1 - pixels))
        for place in np.argsort(-loss)[:_AT_ONCE]:
            pixels[place] = 0.0 if gradient[place] > 0 else 1.0
            untouched[place] = False
    changed = (pixels * 255).round().astype(np.uint8).reshape(picture.shape)
    return Change(changed, int((changed > picture).sum()), int((changed < picture).sum()), reached)


def _pixels(picture: npt.NDArray[np.uint8]) -> Array:
    return picture.reshape(-1).astype(np.float64) / 255


@lru_cache(maxsize=4)
def _network(weights: Weights) -> Graph:
    """Return the network as a graph to be replayed for each picture; its output is a sum of scores times shares."""
    graph = Graph()
    x = graph.input("x", np.zeros(weights.w1.shape[1]))
    w1, b1 = graph.input("W1", weights.w1), graph.input("b1", weights.b1)
    w2, b2 = graph.input("W2", weights.w2), graph.input("b2", weights.b2)
    shares = graph.input("shares", np.zeros(len(weights.b2)))
    hidden = graph.name("hidden", graph.apply("relu", graph.apply("add", graph.apply("matmul", w1, x), b1)))
    scores = graph.name("scores", graph.apply("add", graph.apply("matmul", w2, hidden), b2))
    graph.name("probabilities", graph.apply("softmax", scores))
    graph.apply("sum", graph.apply("mul", scores, shares))
    return graph


def _gradient(seen: Graph, shares: dict[int, float]) -> Array:
    """Return the gradient (784,) of a sum of scores, each times its share, by the pixels that the network sees."""
    chosen = np.zeros(len(np.asarray(seen.value["shares"])))
    for place, share in shares.items():
        chosen[place] = share
    return np.asarray(seen.replay({"shares": chosen}).grad["x"])
