"""Where in a picture the digit is, without knowing its size, place or colour.

1. A morphological opening keeps what is wider than any stroke, which is the background however it is lit; what it
   takes away is ink. This is done for light ink and, on the negative, for dark ink.
2. Ink above the noise and above half of its own level makes a mask. Lines that run through the picture are taken out.
3. Connected parts that lie close make a group; the group must look drawn: strokes thin for its size, few of them.
4. Where dark and light both give a group, the outer one is the digit, since the other is the holes in it.
5. A small digit is looked at again from close by.
"""

from dataclasses import replace

import numpy as np
from PIL import Image
from scipy import ndimage

from gradbook.digits.handwriting.ink import Box, background_of, box_of, contrast_of, otsu, stroke_width
from gradbook.digits.handwriting.lines import without_lines
from gradbook.digits.handwriting.parts import group_around
from gradbook.digits.handwriting.photo import Gray
from gradbook.digits.handwriting.shape import (
    MOST_OPEN,
    MOST_WIDTH,
    Drawn,
    is_sheet,
    looks_drawn,
    meets_border,
    open_border_of,
    solidity,
)

# Lengths in pixels of the working picture, whose longest side is between these two.
_SMALL, _LARGE = 140, 400
_CLOSE = 120  # pixels of a digit that needs no second look
_WIDEST = 0.4  # of the picture's shorter side: the widest stroke
# Of the way from paper to black: the faintest ink, and where there is none, what may be ink all the same.
_FAINTEST, _BARELY = 0.06, 0.03


def find(gray: Gray) -> Drawn | None:
    if min(gray.shape) < 5:
        return None
    picture, scale = _scaled(gray)
    widest = max(_WIDEST * min(picture.shape), 0.25 * max(picture.shape))
    for faintest in (_FAINTEST, _BARELY):
        tries = (_drawn(picture, light, widest, scale, faintest) for light in (False, True))
        found = [drawn for drawn in tries if drawn is not None]
        if found:
            break
    else:
        return _cut_close(picture, scale)
    drawn = found[0] if len(found) == 1 else _outer(*found)
    return _closer(gray, drawn, scale)


def _cut_close(picture: Gray, scale: float) -> Drawn | None:
    """Find a digit that meets the picture's border all round, by laying the picture on a larger sheet of its paper.

    Blank pages with uneven light end at the border too, so all else must be even paper and the outline no rectangle.
    """
    margin = max(picture.shape) // 4
    for light in (False, True):
        paper = picture.min() if light else picture.max()
        drawn = _drawn(np.pad(picture, margin, constant_values=paper), light, margin, scale)
        if drawn is None or is_sheet(drawn):
            continue
        spans = [(side.stop - side.start) / size for side, size in zip(drawn.box, picture.shape, strict=True)]
        is_one = picture.shape[0] > 2 * picture.shape[1]
        elsewhere = drawn.ink[~ndimage.binary_dilation(drawn.mask, iterations=4)]
        is_even = elsewhere.size == 0 or np.percentile(elsewhere, 98) < 0.15
        if max(spans) > 0.9 and min(spans) > 0.75 and is_even and (is_one or solidity(drawn.mask[drawn.box]) < 0.85):
            return drawn
    return None


def _closer(gray: Gray, drawn: Drawn, scale: float) -> Drawn:
    """Look again at a small digit, with a background that fits its stroke width."""
    if drawn.longest > _CLOSE:
        return drawn
    margin = 0.5 * drawn.longest
    rows, columns = (
        slice(max(0, int((side.start - margin) / scale)), min(size, int(np.ceil((side.stop + margin) / scale))))
        for side, size in zip(drawn.box, gray.shape, strict=True)
    )
    picture, closer = _scaled(gray[rows, columns])
    zoom = closer / scale
    again = _drawn(picture, drawn.light, min(4 * drawn.width * zoom, _WIDEST * min(picture.shape)), closer)
    # It must be the same thing, and not a line or a neighbour that is larger from close by.
    if again is None or not 0.75 < again.longest / (drawn.longest * zoom) < 1.33:
        return drawn
    return again


def _scaled(gray: Gray) -> tuple[Gray, float]:
    """Return the picture at working size and its scale."""
    longest = max(gray.shape)
    scale = min(max(longest, _SMALL), _LARGE) / longest
    if scale == 1:
        return gray, 1.0
    size = tuple(max(1, round(scale * side)) for side in reversed(gray.shape))
    filter_ = Image.Resampling.BICUBIC if scale > 1 else Image.Resampling.HAMMING
    return np.asarray(Image.fromarray(gray).resize(size, filter_)), scale


def _drawn(picture: Gray, light: bool, widest: float, scale: float, faintest: float = _FAINTEST) -> Drawn | None:
    """Find what looks most like a digit in light or dark ink, in a picture that was enlarged by `scale`."""
    bright = ndimage.gaussian_filter(picture if light else 1 - picture, 0.8)
    background = background_of(bright, widest)
    ink = contrast_of(bright, background)
    middle, low = np.percentile(ink, (50, 16))
    floor = max(faintest, middle + 5 * (middle - low))
    strong = ink[ink > floor]
    if strong.size < 8:
        return None
    threshold = otsu(strong)
    threshold = max(floor, min(threshold, 0.5 * strong[strong >= threshold].mean()))
    mask = without_lines(ink > threshold)
    labels, count = ndimage.label(mask, np.ones((3, 3)))
    if count == 0:
        return None
    boxes = ndimage.find_objects(labels)
    weights = ndimage.sum_labels(ink**2, labels, range(1, count + 1))  # a strong stroke outweighs a large shadow
    weights = weights * [_placed(box, ink.shape) for box in boxes]
    for part in weights.argsort()[::-1][:6].tolist():
        if weights[part] < 0.05 * weights.sum():
            return None
        height, across = (side.stop - side.start for side in boxes[part])
        if height < 0.25 * across:
            continue  # a line, or the bar of a 5, which comes with the rest of it
        chosen = group_around(labels, boxes, part)
        group = np.isin(labels, chosen + 1)
        box = box_of(group)
        level = float(np.percentile(ink[group], 75))
        weight = float(weights[chosen].sum())
        drawn = Drawn((ink / level).clip(0, 1), group, box, stroke_width(group[box]), weight, light)
        is_one_thing = weight > 0.3 * weights.sum() and (labels == part + 1).sum() > 0.4 * group.sum()
        if not is_one_thing or not looks_drawn(drawn, scale):
            continue
        open_border = open_border_of(drawn, bright, background, level)
        if open_border < MOST_OPEN:
            trust = (1 - open_border / MOST_OPEN) ** 2 * (1 - drawn.width / drawn.longest / MOST_WIDTH)
            return replace(drawn, weight=weight * trust)
    return None


def _placed(box: Box, shape: tuple[int, ...]) -> float:
    """Weigh a part by its place: less away from the middle, much less where it meets the picture's border."""
    off = max(abs((side.start + side.stop) / size - 1) for side, size in zip(box, shape, strict=True))
    return float((1 - 0.5 * off) * (0.2 if meets_border(box, shape) else 1.0))


def _outer(dark: Drawn, light: Drawn) -> Drawn:
    """Choose between dark and light ink: holes and bays of a digit, in the other's ink, lie inside it."""
    weights = [dark.weight, light.weight]
    for i, (outer, inner) in enumerate(((dark, light), (light, dark))):
        if all(
            around.start - 2 <= side.start and side.stop <= around.stop + 2
            for around, side in zip(outer.box, inner.box, strict=True)
        ):
            weights[i] *= 0 if is_sheet(outer) else 4
    return dark if weights[0] >= weights[1] else light
