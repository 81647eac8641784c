"""How well a network reads digits that it was not trained on: the weights are tried here, not where they were made."""

import os
from collections.abc import Mapping

import numpy as np

from gradbook.assignment.running.exports import Array, WrongAnswer
from gradbook.core.cache import cache_folder
from gradbook.digits.datasets.sources import Images, load_images

_PIXELS, _CLASSES = 28 * 28, 10
_LAYERS = ("l1.weight", "l1.bias", "l2.weight", "l2.bias")
_MOST_HIDDEN = 5_000  # ten times the notebook's
SEEN = 1000
"""Test images that the notebook looks at itself, the first; a network is tried on those after them."""


def accuracy_on_unseen_digits(state: Mapping[str, Array]) -> tuple[float, int]:
    """Try the weights of a network `l2(relu(l1(x)))` on test images that the notebook did not use.

    The sample has only the notebook's own 1,000 test images; no network was trained on them either.

    Args:
        state: l1.weight (H, 784), l1.bias (H,), l2.weight (10, H), l2.bias (10,).

    Returns:
        The share of images read right, and their number.

    Raises:
        WrongAnswer: the weights do not have these shapes, or are not finite.
    """
    if state.keys() != set(_LAYERS) or not all(np.isfinite(array).all() for array in state.values()):
        raise WrongAnswer("The network's weights cannot be tried: they should be finite, in l1 and l2 only.")
    # Exactly: NumPy would stretch others to fit, a bias of a few bytes to more than the memory holds.
    hidden_size = len(state["l1.bias"]) if state["l1.bias"].ndim == 1 else 0
    shapes = ((hidden_size, _PIXELS), (hidden_size,), (_CLASSES, hidden_size), (_CLASSES,))
    if tuple(state[name].shape for name in _LAYERS) != shapes or not hidden_size:
        raise WrongAnswer("The network's weights cannot be tried: their shapes are not those of l1 and l2 for digits.")
    if hidden_size > _MOST_HIDDEN:  # nobody waits for it, and it would fill the memory
        raise WrongAnswer("The network's weights cannot be tried: there are too many of them.")
    data = _data()
    start = SEEN if len(data.test_images) > SEEN else 0
    x = data.test_images[start:].reshape(-1, _PIXELS).astype(np.float32) / 255
    with np.errstate(all="ignore"):  # finite weights may still be too large to be multiplied
        # In one type: others, such as whole numbers, may take twice the memory or more.
        first, first_bias, second, second_bias = (state[name].astype(np.float32) for name in _LAYERS)
        hidden = np.maximum(x @ first.T + first_bias, 0)
        scores = hidden @ second.T + second_bias
    return float((scores.argmax(axis=1) == data.test_labels[start:]).mean()), len(x)


def _data() -> Images:
    """Return what this machine has, without a download: nobody waits for feedback that long."""
    if os.environ.get("GRADBOOK_DATA"):
        return load_images("auto")
    cached = cache_folder() / "mnist"
    return load_images(cached) if cached.is_dir() else load_images("sample")
