"""Boxes that digits are written into, as on a form: they are taken out."""

import numpy as np
from scipy import ndimage

from gradbook.digits.handwriting.locating.ink import Box, Mask
from gradbook.digits.handwriting.locating.shape import is_rectangle

_AS_TALL = 0.3  # of the box's height, at least: what is written into it
_MOST_INK = 0.35  # of the box's area: its four lines


def without_frames(mask: Mask) -> Mask:
    """Take out rectangles drawn in thin lines around something else."""
    labels, _ = ndimage.label(mask, np.ones((3, 3)))
    boxes = ndimage.find_objects(labels)
    frames = [part + 1 for part in _holding(boxes) if _is_frame(labels[boxes[part]] == part + 1)]
    return mask & ~np.isin(labels, frames) if frames else mask


def _holding(boxes: list[Box]) -> list[int]:
    """Return the places of the boxes in which another stands that is tall enough; noise has thousands of boxes."""
    top, bottom = (np.array([getattr(box[0], edge) for box in boxes]) for edge in ("start", "stop"))
    left, right = (np.array([getattr(box[1], edge) for box in boxes]) for edge in ("start", "stop"))
    return [
        part
        for part in range(len(boxes))
        if np.any(
            (top[part] < top)
            & (bottom < bottom[part])
            & (left[part] < left)
            & (right < right[part])
            & (bottom - top >= _AS_TALL * (bottom[part] - top[part]))
        )
    ]


def _is_frame(part: Mask) -> bool:
    return part.mean() < _MOST_INK and is_rectangle(part)
