"""Ruled and squared paper: lines that run through the picture are taken out, and strokes that cross them kept."""

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from gradbook.digits.handwriting.locating.ink import Mask

_LONGEST = 0.8  # of the picture's width: ink along a straight line that is more may be a ruled line
_NEAR = 0.03  # of the picture's width: how near to both borders a ruled line comes; a digit's stroke ends before
_MANY = 4  # lines side by side that are ruled even where they end before the border, as beside the edge of the paper
_THICKEST = 0.04  # of the picture's height: a ruled line
_STEEPEST, _STEP = 0.12, 0.01  # slopes that are looked at


def without_lines(mask: Mask) -> Mask:
    """Take out thin straight lines that run through the picture, and keep the strokes that cross them."""
    return _without_rows(_without_rows(mask).T).T


def _without_rows(mask: Mask) -> Mask:
    height, width = mask.shape
    if mask.any(0).sum() < _LONGEST * width:
        return mask
    lines = _ruled(mask)
    rest = mask & ~lines
    if not lines.any() or not rest.any():
        return mask
    thickness = int(np.ceil(lines.sum(0).mean() / max(1, ndimage.label(lines[:, width // 2])[1])))
    if thickness > _THICKEST * height:
        return mask
    bridge = np.ones((2 * thickness + 3, 1))
    bridged: Mask = rest | (ndimage.binary_closing(np.pad(rest, 1), bridge)[1:-1, 1:-1] & lines)
    return bridged


def _ruled(mask: Mask) -> Mask:
    """Return where the lines are that run from left to right, each at a slope of its own."""
    height, width = mask.shape
    columns, rows = np.nonzero(mask.T)  # by column, so that the first in a row is its leftmost
    thick = ndimage.binary_dilation(mask, np.ones((3, 1)))
    thick_columns, thick_rows = np.nonzero(thick.T)
    # A thick stroke holds many straight lines that are as long as it, none of them thin.
    is_thin = (_heights(thick) <= _THICKEST * height + 2)[thick_rows, thick_columns]
    offset = height + int(_STEEPEST / 2 * width) + 2  # so that each row is counted on a picture tall enough for all
    lines = np.zeros_like(mask)
    for slope in np.arange(-_STEEPEST, _STEEPEST + _STEP / 2, _STEP):
        # Sheared by the slope, a line lies along a row.
        sheared = (offset + thick_rows + slope * (thick_columns - width / 2)).round().astype(int)
        counts = np.bincount(sheared)
        thin = np.bincount(sheared, is_thin, counts.size)
        is_long = (counts > _LONGEST * width) & (thin > 0.5 * counts)
        if not is_long.any():
            continue
        first, last = np.full(counts.size, width), np.zeros(counts.size, int)
        first[sheared[::-1]], last[sheared] = thick_columns[::-1], thick_columns
        reaches = (first <= _NEAR * width) & (last >= (1 - _NEAR) * width - 1)
        is_ruled = is_long if ndimage.label(is_long)[1] >= _MANY else is_long & reaches
        at = (offset + rows + slope * (columns - width / 2)).round().astype(int)
        lines[rows, columns] |= is_ruled[at]
    return lines


def _heights(mask: Mask) -> npt.NDArray[np.intp]:
    """Return at each pixel how many pixels of ink lie one above the other there."""
    runs = ndimage.label(mask, [[0, 1, 0]] * 3)[0]
    heights: npt.NDArray[np.intp] = np.bincount(runs.ravel())[runs]
    return heights
