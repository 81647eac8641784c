"""Boxes that digits are written into, as on a form: they are taken out."""

import numpy as np
from scipy import ndimage

from gradbook.digits.handwriting.locating.ink import Box, Mask
from gradbook.digits.handwriting.locating.shape import is_rectangle

_AS_TALL = 0.3  # of the box's height, at least: what is written into it
_MOST_INK = 0.35  # of the box's area: its four lines


def without_frames(mask: Mask) -> Mask:
    """Take out rectangles drawn in thin lines around something else."""
    labels, count = ndimage.label(mask, np.ones((3, 3)))
    boxes = ndimage.find_objects(labels)
    frames = [
        part + 1
        for part in range(count)
        if any(_holds(boxes[part], other) for other in boxes) and _is_frame(labels[boxes[part]] == part + 1)
    ]
    return mask & ~np.isin(labels, frames) if frames else mask


def _holds(box: Box, other: Box) -> bool:
    height = box[0].stop - box[0].start
    inside = all(outer.start < inner.start and inner.stop < outer.stop for outer, inner in zip(box, other, strict=True))
    return inside and other[0].stop - other[0].start >= _AS_TALL * height


def _is_frame(part: Mask) -> bool:
    return part.mean() < _MOST_INK and is_rectangle(part)
