"""What the network would see of a picture, and how alike two such images are."""

from typing import Any

import numpy as np

from gradbook.digits.handwriting.photo import read_photo
from gradbook.digits.handwriting.redraw import normalise


def seen(photo: Any) -> np.ndarray:
    """What the network would see of a photo with a digit in it."""
    image = normalise(read_photo(photo))
    assert image is not None
    return image


def likeness(image: np.ndarray, other: np.ndarray) -> float:
    """The correlation of two images, at the best of nine shifts by up to a pixel."""
    shifts = [np.roll(other, (down, right), (0, 1)) for down in (-1, 0, 1) for right in (-1, 0, 1)]
    return max(float(np.corrcoef(image.ravel(), shifted.ravel())[0, 1]) for shifted in shifts)
