"""Ruled and squared paper: lines that run through the picture are taken out, and strokes that cross them kept."""

import numpy as np
from scipy import ndimage

from gradbook.digits.handwriting.ink import Mask


def without_lines(mask: Mask) -> Mask:
    """Take out thin straight lines that run through the picture, and keep the strokes that cross them."""
    return _without_rows(_without_rows(mask).T).T


def _without_rows(mask: Mask) -> Mask:
    height, width = mask.shape
    if mask.any(0).sum() < 0.8 * width:
        return mask
    rows, columns = np.nonzero(mask)
    thick_rows, thick_columns = np.nonzero(ndimage.binary_dilation(mask, np.ones((3, 1))))
    lines = np.zeros_like(mask)
    for slope in np.arange(-0.12, 0.121, 0.01):
        # Sheared by the slope, a line lies along a row. Each row is counted on a picture tall enough for all of it.
        offset = height + int(0.06 * width) + 2
        counts = np.bincount((offset + thick_rows + slope * (thick_columns - width / 2)).round().astype(int))
        if counts.max(initial=0) > 0.8 * width:
            sheared = (offset + rows + slope * (columns - width / 2)).round().astype(int)
            lines[rows, columns] |= counts[sheared] > 0.8 * width
    rest = mask & ~lines
    if not lines.any() or not rest.any():
        return mask
    thickness = int(np.ceil(lines.sum(0).mean() / max(1, ndimage.label(lines[:, width // 2])[1])))
    if thickness > 0.04 * height:
        return mask
    bridge = np.ones((2 * thickness + 3, 1))
    bridged: Mask = rest | (ndimage.binary_closing(np.pad(rest, 1), bridge)[1:-1, 1:-1] & lines)
    return bridged
