"""What looks drawn: strokes thin for their size, few of them, sharp, and with paper all round."""

from dataclasses import dataclass

import numpy as np
from scipy import ndimage
from scipy.spatial import ConvexHull

from gradbook.digits.handwriting.locating.ink import Box, Mask, contrast_of, otsu, stroke_width
from gradbook.digits.handwriting.photo import Gray

# What looks drawn: MNIST's digits have stroke width / longest side 0.07 to 0.3, stroke length / longest side 1 to 4.
MOST_WIDTH, _MOST_LENGTH = 0.45, 6.0
_FLATTEST = 0.42  # height / width; a flatter thing is a line
_SQUAREST = 0.93  # of the smallest rectangle around it, what the convex hull of a digit covers
_MOST_BLUR = 0.2  # of the longest side, from paper to full ink
_AS_TALL, _ON_ONE_LINE = 0.55, 0.6  # of the taller's and the smaller's height: digits of one number
_TONES_APART = 0.8  # the logarithms of brightness of a shadow and of the ink on it
_FAT, _FATTER = 0.2, 1.5  # a shadow with strokes on it, of its longest side; a shadow, of the width of the strokes
MOST_OPEN = 0.15  # of a digit's border, where a line was taken out or it meets something else

FLAT = "what is there is as flat as a line"


@dataclass(frozen=True, eq=False)
class Drawn:
    """A group of connected parts that looks like a digit.

    Attributes:
        ink: (H, W), 0 is background and 1 is the ink's own level.
        mask: (H, W), where the group's ink is.
        box: rows and columns of the group.
        width: mean width of its strokes, pixels.
        weight: how much speaks for it; larger is better.
        light: whether the ink is lighter than its background.
        level: the ink's own, as a share of what is possible.
    """

    ink: Gray
    mask: Mask
    box: Box
    width: float
    weight: float
    light: bool
    level: float

    @property
    def longest(self) -> int:
        return int(max(side.stop - side.start for side in self.box))


def fault_of(drawn: Drawn, scale: float) -> str | None:
    """Say why a group cannot be a digit by its shape alone, for people; None where it can.

    Args:
        drawn: the group.
        scale: by which its picture was enlarged.
    """
    mask, width, longest = drawn.mask[drawn.box], drawn.width, drawn.longest
    if longest < 8:
        return "what is there is too small"
    if mask.shape[0] <= _FLATTEST * mask.shape[1]:
        return FLAT
    if width >= MOST_WIDTH * longest:
        return "what is there is a blot, not a stroke"
    if mask.sum() >= _MOST_LENGTH * longest * max(width, 1):
        return "what is there has more strokes than a digit"
    if _blur(drawn) >= max(_MOST_BLUR * longest, 6, 3 * scale):  # a small digit is blurred by its own pixels
        return "what is there is too blurred: more a shadow than ink"
    if _is_wedge(drawn):
        return "what is there is the edge of something larger"
    return None


def is_alike(drawn: Drawn, other: Drawn) -> bool:
    """Whether two groups may be digits of one number: as tall, as dark, by the same pen, and on one line."""
    rows, others = drawn.box[0], other.box[0]
    lower = min(rows.stop - rows.start, others.stop - others.start)
    overlap = min(rows.stop, others.stop) - max(rows.start, others.start)
    return overlap > _ON_ONE_LINE * lower and is_by_same_hand(drawn, other)


def is_by_same_hand(drawn: Drawn, other: Drawn) -> bool:
    """Whether two groups are as tall, as dark, and by the same pen, wherever they stand."""
    lower, higher = sorted(one.box[0].stop - one.box[0].start for one in (drawn, other))
    return (
        lower > _AS_TALL * higher
        and 0.5 < other.level / drawn.level < 2
        and 0.25 < max(other.width, 1) / max(drawn.width, 1) < 4
        and not meets_border(other.box, other.mask.shape)
    )


def _blur(drawn: Drawn) -> float:
    """Return over how many pixels the ink rises from nothing to its level at the group's border."""
    window = tuple(slice(max(0, side.start - 4), side.stop + 4) for side in drawn.box)
    mask = drawn.mask[window]
    # The largest nearby: along the middle of a stroke of one pixel, the ink neither rises nor falls.
    steep = ndimage.maximum_filter(ndimage.gaussian_gradient_magnitude(drawn.ink[window], 1), 3)
    return float(1 / max(np.median(steep[mask & ~ndimage.binary_erosion(mask)]), 1e-6))


def has_two_tones(drawn: Drawn, picture: Gray) -> bool:
    """Whether a group of dark ink is a shadow together with the strokes on it.

    Args:
        drawn: the group.
        picture: (H, W), 0 is black and 1 is white.
    """
    inside = ndimage.binary_erosion(drawn.mask[drawn.box], iterations=2)
    if inside.sum() < 30:
        return False
    # A shadow divides the light on the paper, so that the ratio tells it from ink, not the difference.
    tones = np.log(ndimage.median_filter(picture[drawn.box], 5).clip(0.03))
    threshold = otsu(tones[inside])
    bright, dark = inside & (tones >= threshold), inside & (tones < threshold)
    if min(bright.sum(), dark.sum()) < 10 or tones[bright].mean() - tones[dark].mean() < _TONES_APART:
        return False
    return drawn.width > _FAT * drawn.longest or stroke_width(bright) > _FATTER * stroke_width(dark)


def _is_wedge(drawn: Drawn) -> bool:
    """Whether the group is a convex thing at the picture's border, as the edge of a shadow or a table is.

    A digit that fills the picture is not.
    """
    spans = [(side.stop - side.start) / size for side, size in zip(drawn.box, drawn.mask.shape, strict=True)]
    return meets_border(drawn.box, drawn.mask.shape) and min(spans) < 0.6 and solidity(drawn.mask[drawn.box]) > 0.85


def solidity(mask: Mask) -> float:
    """Return the share of its convex hull that a mask covers."""
    return float(mask.sum() / _hull(mask).volume)


def _hull(mask: Mask) -> ConvexHull:
    corners = np.argwhere(mask & ~ndimage.binary_erosion(mask))[:, None] + [(0, 0), (0, 1), (1, 0), (1, 1)]
    return ConvexHull(corners.reshape(-1, 2))


def open_border_of(drawn: Drawn, bright: Gray, background: Gray, level: float) -> float:
    """Return the share of the group's border across which the picture does not change.

    Ink ends where the picture does change. Background that is hemmed in by other things ends just where the opening's
    square found room.
    """
    apart = 2 + 0.25 * drawn.width
    reach = int(apart) + 3
    window = tuple(slice(max(0, side.start - reach), side.stop + reach) for side in drawn.box)
    away, nearest = ndimage.distance_transform_edt(~drawn.mask[window], return_indices=True)
    ring = (away > apart) & (away <= apart + 1.5)
    if not ring.any():
        return 0.0
    behind = background[window][tuple(nearest)]
    return float((contrast_of(bright[window], behind)[ring] > 0.5 * level).mean())


def meets_border(box: Box, shape: tuple[int, ...]) -> bool:
    near = 0.01 * max(shape)
    return any(side.start <= near or side.stop >= size - near for side, size in zip(box, shape, strict=True))


def is_sheet(drawn: Drawn) -> bool:
    """Whether the group goes round a sheet of paper: it is large, and its outline a rectangle."""
    return bool(drawn.longest > 0.5 * max(drawn.mask.shape) and is_rectangle(drawn.mask[drawn.box]))


def is_rectangle(mask: Mask) -> bool:
    """Whether the outline of a mask is a rectangle, turned by any angle."""
    hull = _hull(mask)
    angles = np.radians(np.arange(0, 90, 3))
    turns = np.array([[np.cos(angles), -np.sin(angles)], [np.sin(angles), np.cos(angles)]]).transpose(2, 0, 1)
    smallest = np.ptp(hull.points[hull.vertices] @ turns, axis=1).prod(axis=1).min()
    return bool(hull.volume > _SQUAREST * smallest)
