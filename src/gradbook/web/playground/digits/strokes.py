"""From a pen's strokes to what the network sees.

Where the ink is need not be looked for, as it must be in a photo; whether it looks drawn is asked as there, and it is
redrawn as there. Strokes side by side, which may be several digits, go the whole way of a photo.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw
from torch import nn

from gradbook.digits.handwriting.locating.ink import box_of, stroke_width
from gradbook.digits.handwriting.locating.shape import Drawn, fault_of
from gradbook.digits.handwriting.prediction import predict
from gradbook.digits.handwriting.redraw import redraw

_SIDE = 140  # pixels: the size at which a photo's digit is looked for
_PEN = 0.055  # of the side: a felt pen on a field that one fills
_FINER = 3  # times the side: for several digits, each is smaller

Stroke = Sequence[tuple[float, float]]
Picture = npt.NDArray[np.uint8]


@dataclass(frozen=True, eq=False)
class Seen:
    """What is there for a network to look at.

    Attributes:
        pictures: each (28, 28) uint8 in MNIST's form, from left to right.
        reason: why there is none.
        note: what else should be known.
    """

    pictures: tuple[Picture, ...] = ()
    reason: str = ""
    note: str = ""


def seen_in_strokes(strokes: Sequence[Stroke], model: nn.Module) -> Seen:
    """Return what is seen of strokes.

    Args:
        strokes: each the points (x, y) that a pen went through, from 0 to 1, from left to right and from top to bottom.
        model: a network that helps to decide what belongs together.
    """
    ink = (1 - np.asarray(picture_of(strokes)) / 255).astype(np.float32)
    mask = ink > 0.5
    if not mask.any():
        return Seen(reason="the picture is blank")
    if _stands_apart(mask):
        return seen_in_photo(picture_of(strokes, _FINER * _SIDE), model)
    box = box_of(mask)
    drawn = Drawn(ink, mask, box, stroke_width(mask[box]), weight=1, light=False, level=1)
    fault = fault_of(drawn, 1)
    return Seen((redraw(drawn),)) if fault is None else Seen(reason=fault)


def seen_in_photo(photo: bytes | Image.Image, model: nn.Module) -> Seen:
    """Return what is seen in a photo.

    Args:
        photo: the content of its file, or a picture.
        model: a network that helps to decide what belongs together, and which way is up.

    Raises:
        DataError: it cannot be read.
    """
    [reading] = predict(model, photo)
    return Seen(tuple(digit.image for digit in reading.digits), reading.reason, reading.note)


def picture_of(strokes: Sequence[Stroke], side: int = _SIDE) -> Image.Image:
    """Draw strokes in black on white, as gray values of `side` x `side`."""
    picture = Image.new("L", (side, side), 255)
    draw = ImageDraw.Draw(picture)
    width = round(_PEN * side)
    for stroke in strokes:
        points = [(x * side, y * side) for x, y in stroke]
        draw.line(points, fill=0, width=width, joint="curve")
        for x, y in (points[0], points[-1]):
            draw.ellipse((x - width / 2, y - width / 2, x + width / 2, y + width / 2), fill=0)
    return picture


def _stands_apart(mask: npt.NDArray[np.bool_]) -> bool:
    """Whether there is ink on both sides of an empty column."""
    columns = np.flatnonzero(mask.any(axis=0))
    return bool((np.diff(columns) > 1).any())
