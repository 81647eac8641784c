"""Ink told from paper, however the paper is lit."""

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from gradbook.digits.handwriting.photo import Gray

Mask = npt.NDArray[np.bool_]
Box = tuple[slice, slice]  # rows and columns


def background_of(bright: Gray, widest: float) -> Gray:
    """Return the picture without what is narrower than `widest` and lighter than what lies around it."""
    half = max(1, int(widest / 2))
    size = 2 * half + 1
    padded = np.pad(bright, half, mode="edge")  # so that what meets the border counts as going on outside
    opened: Gray = ndimage.grey_opening(padded, size=(size, size), mode="nearest")
    return opened[half:-half, half:-half]


def contrast_of(bright: Gray, background: Gray) -> Gray:
    """Return how much lighter pixels are than their background, as a share of what is possible."""
    contrast: Gray = (bright - background) / (1 - background).clip(0.25, 1)
    return contrast


def otsu(values: Gray) -> float:
    """Return the threshold that parts values in two with the least spread inside the parts (N. Otsu, 1979)."""
    counts, edges = np.histogram(values, 64)
    centres = (edges[1:] + edges[:-1]) / 2
    below, above = counts.cumsum()[:-1], counts[::-1].cumsum()[-2::-1]
    total = (counts * centres).cumsum()
    mean_below, mean_above = total[:-1] / below.clip(1), (total[-1] - total[:-1]) / above.clip(1)
    return float(edges[1:-1][(below * above * (mean_above - mean_below) ** 2).argmax()])


def stroke_width(mask: Mask) -> float:
    """Return the mean width of strokes, in pixels: across a stroke, the distance to its border is a quarter of it."""
    # A pencil leaves holes. (The closing of bytes is the same as that of truth values, and several times as fast.)
    smooth = ndimage.grey_closing(np.pad(mask, 2).view(np.uint8), size=(3, 3)).view(np.bool_)
    inside = ndimage.distance_transform_edt(smooth)
    return float(4 * inside[smooth].mean() - 1)


def box_of(mask: Mask) -> Box:
    """Return the rows and columns that a mask lies in."""
    box: Box = ndimage.find_objects(mask.astype(np.int8))[0]
    return box
