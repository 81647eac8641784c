"""From a pen's strokes to what the network sees.

Where the ink is need not be looked for, as it must be in a photo; whether it looks drawn is asked as there, and it is
redrawn as there.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw

from gradbook.digits.handwriting.ink import box_of, stroke_width
from gradbook.digits.handwriting.redraw import redraw
from gradbook.digits.handwriting.shape import Drawn, fault_of

_SIDE = 140  # pixels: the size at which a photo's digit is looked for
_PEN = 0.055  # of the side: a felt pen on a field that one fills

Stroke = Sequence[tuple[float, float]]


def picture_of(strokes: Sequence[Stroke]) -> Image.Image:
    """Draw strokes in black on white, as gray values of 140 x 140.

    Args:
        strokes: each the points (x, y) that a pen went through, from 0 to 1, from left to right and from top to bottom.
    """
    picture = Image.new("L", (_SIDE, _SIDE), 255)
    draw = ImageDraw.Draw(picture)
    width = round(_PEN * _SIDE)
    for stroke in strokes:
        points = [(x * _SIDE, y * _SIDE) for x, y in stroke]
        draw.line(points, fill=0, width=width, joint="curve")
        for x, y in (points[0], points[-1]):
            draw.ellipse((x - width / 2, y - width / 2, x + width / 2, y + width / 2), fill=0)
    return picture


def seen_in(strokes: Sequence[Stroke]) -> tuple[npt.NDArray[np.uint8] | None, str]:
    """Return what a network sees of strokes.

    Returns:
        A picture (28, 28) in MNIST's form and "", or None and why the strokes are no digit.
    """
    ink = (1 - np.asarray(picture_of(strokes)) / 255).astype(np.float32)
    mask = ink > 0.5
    if not mask.any():
        return None, "the picture is blank"
    drawn = Drawn(ink, mask, box_of(mask), stroke_width(mask), weight=1, light=False, level=1)
    fault = fault_of(drawn, 1)
    return (redraw(drawn), "") if fault is None else (None, fault)
