"""From a pen's strokes to a picture, which then goes the way of any photo."""

from collections.abc import Sequence

from PIL import Image, ImageDraw

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
