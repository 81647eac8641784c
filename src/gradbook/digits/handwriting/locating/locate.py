"""Where in a picture the digit is, without knowing its size, place or colour.

1. A morphological opening keeps what is wider than any stroke, which is the background however it is lit; what it
   takes away is ink. This is done for light ink and, on the negative, for dark ink.
2. Ink above the noise and above half of its own level makes a mask. Lines that run through the picture are taken out.
3. Connected parts that lie close make a group; the group must look drawn: strokes thin for its size, few of them.
4. Where dark and light both give a group, the outer one is the digit, since the other is the holes in it.
5. A small digit is looked at again from close by.
6. Other groups of its size to its left and right, in the same ink, make a number with it; others stand apart.
"""

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
from PIL import Image
from scipy import ndimage

from gradbook.digits.handwriting.locating.frames import without_frames
from gradbook.digits.handwriting.locating.ink import Box, background_of, box_of, contrast_of, otsu, stroke_width
from gradbook.digits.handwriting.locating.lines import without_lines
from gradbook.digits.handwriting.locating.parts import group_around, groups_apart, groups_beside
from gradbook.digits.handwriting.locating.shape import (
    MOST_OPEN,
    MOST_WIDTH,
    Drawn,
    fault_of,
    has_two_tones,
    is_alike,
    is_by_same_hand,
    is_sheet,
    meets_border,
    open_border_of,
    solidity,
)
from gradbook.digits.handwriting.photo import Gray

# Lengths in pixels of the working picture, whose longest side is between these two.
_SMALL, _LARGE = 140, 400
_CLOSE = 120  # pixels of a digit that needs no second look
_WIDEST = 0.4  # of the picture's shorter side: the widest stroke
_NARROWER = 0.35  # of that: a background that follows the edge of a shadow on the ink
_EDGE = 0.1  # of a sheet's side: what may be its edge, where it lies aslant
# Of the way from paper to black: the faintest ink, and where there is none, what may be ink all the same.
_FAINTEST, _BARELY = 0.06, 0.03
# What is looked for in turn: ink of usual darkness, faint ink, ink in a shadow, and ink and shadow as one.
_LOOKS = ((_FAINTEST, 1.0, False), (_BARELY, 1.0, False), (_FAINTEST, _NARROWER, False), (_FAINTEST, 1.0, True))

BLANK = "the picture is blank, or all of it is noise"
_AMID = "it does not stand out from what lies around it"
_STAINED = "a shadow or a stain cannot be told from the ink on it"
_MANY = "there are several things, and none stands out"


@dataclass(frozen=True)
class Found:
    """What is in a picture.

    Attributes:
        digits: groups that look like digits, from left to right; several where they make a number.
        main: which of them looks most like a digit.
        reason: why there is none, for people; empty where there is one.
        apart: groups like them that stand too far off to make a number with them.
    """

    digits: tuple[Drawn, ...] = ()
    main: int = 0
    reason: str = ""
    apart: tuple[Drawn, ...] = ()


def find(gray: Gray) -> Found:
    """Find what looks like a digit, or like several side by side.

    Args:
        gray: (H, W), 0 is black and 1 is white.
    """
    if min(gray.shape) < 5:
        return Found(reason="the picture has hardly any pixels")
    picture, scale = _scaled(gray)
    widest = max(_WIDEST * min(picture.shape), 0.25 * max(picture.shape))
    reasons: list[str] = []
    found: list[Found] = []
    for faintest, share, stained in _LOOKS:
        tries = [_look(picture, light, share * widest, scale, faintest, stained) for light in (False, True)]
        reasons += [one.reason for one in tries if one.reason not in ("", BLANK)]
        # Where ink and shadow are one, light things beside them are what is left of the paper.
        is_stained = any(one.reason == _STAINED for one in tries)
        if not is_stained or not found:
            found = [one for one in tries if one.digits] or found
        if found and not is_stained:
            break
    if not found:
        drawn = _cut_close(picture, scale)
        return Found((drawn,)) if drawn else Found(reason=reasons[0] if reasons else BLANK)
    best = found[0] if len(found) == 1 else _outer(*found)
    if (written := _on_sheet(gray, best.digits[best.main], scale)) is not None:
        return written
    digits, apart = (tuple(_closer(gray, drawn, scale) for drawn in some) for some in (best.digits, best.apart))
    return replace(best, digits=digits, apart=apart)


def _cut_close(picture: Gray, scale: float) -> Drawn | None:
    """Find a digit that meets the picture's border all round, by laying the picture on a larger sheet of its paper.

    Blank pages with uneven light end at the border too, so all else must be even paper and the outline no rectangle.
    """
    margin = max(picture.shape) // 4
    for light in (False, True):
        paper = picture.min() if light else picture.max()
        found = _look(np.pad(picture, margin, constant_values=paper), light, margin, scale)
        if not found.digits or is_sheet(found.digits[found.main]):
            continue
        drawn = found.digits[found.main]
        spans = [(side.stop - side.start) / size for side, size in zip(drawn.box, picture.shape, strict=True)]
        is_one = picture.shape[0] > 2 * picture.shape[1]
        elsewhere = drawn.ink[~ndimage.binary_dilation(drawn.mask, iterations=4)]
        is_even = elsewhere.size == 0 or np.percentile(elsewhere, 98) < 0.15
        if max(spans) > 0.9 and min(spans) > 0.75 and is_even and (is_one or solidity(drawn.mask[drawn.box]) < 0.85):
            return drawn
    return None


def _on_sheet(gray: Gray, drawn: Drawn, scale: float) -> Found | None:
    """Look at what is written on a sheet that lies on something rough; None where it is no sheet, or a blank one."""
    if not is_sheet(drawn):
        return None
    rows, columns = (
        slice(int((side.start + inset) / scale), int((side.stop - inset) / scale))
        for side in drawn.box
        for inset in (_EDGE * (side.stop - side.start),)
    )
    found = find(gray[rows, columns])
    return found if found.digits else None


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
    found = _look(picture, drawn.light, min(4 * drawn.width * zoom, _WIDEST * min(picture.shape)), closer)
    if not found.digits:
        return drawn
    # It must be the same thing, and not a line or a neighbour that is larger from close by.
    again = found.digits[found.main]
    return again if 0.75 < again.longest / (drawn.longest * zoom) < 1.33 else drawn


def _scaled(gray: Gray) -> tuple[Gray, float]:
    """Return the picture at working size and its scale."""
    longest = max(gray.shape)
    scale = min(max(longest, _SMALL), _LARGE) / longest
    if scale == 1:
        return gray, 1.0
    size = tuple(max(1, round(scale * side)) for side in reversed(gray.shape))
    filter_ = Image.Resampling.BICUBIC if scale > 1 else Image.Resampling.HAMMING
    return np.asarray(Image.fromarray(gray).resize(size, filter_)), scale


def _look(
    picture: Gray, light: bool, widest: float, scale: float, faintest: float = _FAINTEST, stained: bool = False
) -> Found:
    """Find what looks most like a digit in light or dark ink, in a picture that was enlarged by `scale`."""
    bright = ndimage.gaussian_filter(picture if light else 1 - picture, 0.8)
    background = background_of(bright, widest)
    ink = contrast_of(bright, background)
    middle, low = np.percentile(ink, (50, 16))
    floor = max(faintest, middle + 5 * (middle - low))
    strong = ink[ink > floor]
    if strong.size < 8:
        return Found(reason=BLANK)
    threshold = otsu(strong)
    threshold = max(floor, min(threshold, 0.5 * strong[strong >= threshold].mean()))
    mask = without_frames(without_lines(ink > threshold))
    labels, count = ndimage.label(mask, np.ones((3, 3)))
    if count == 0:
        return Found(reason=BLANK)
    boxes = ndimage.find_objects(labels)
    weights = ndimage.sum_labels(ink**2, labels, range(1, count + 1))  # a strong stroke outweighs a large shadow
    weights = weights * [_placed(box, ink.shape) for box in boxes]

    def drawn_from(chosen: npt.NDArray[np.int64]) -> Drawn:
        group = np.isin(labels, chosen + 1)
        box = box_of(group)
        level = float(np.percentile(ink[group], 75))
        weight = float(weights[chosen].sum())
        return Drawn((ink / level).clip(0, 1), group, box, stroke_width(group[box]), weight, light, level)

    def trust(drawn: Drawn) -> float:
        """How far the whole outline is the ink's own, 0 to 1; an outline cut from something larger has none."""
        open_border = open_border_of(drawn, bright, background, drawn.level)
        return max(0.0, 1 - open_border / MOST_OPEN) ** 2 * (1 - drawn.width / drawn.longest / MOST_WIDTH)

    def is_digit(drawn: Drawn) -> bool:
        return not fault_of(drawn, scale) and trust(drawn) > 0

    reason = BLANK
    for part in weights.argsort()[::-1][:6].tolist():
        if weights[part] < 0.05 * weights.sum():
            break
        height, across = (side.stop - side.start for side in boxes[part])
        if height < 0.25 * across:
            continue  # a line, or the bar of a 5, which comes with the rest of it
        chosen = group_around(labels, boxes, part)
        drawn = drawn_from(chosen)
        if (fault := fault_of(drawn, scale)) is not None:
            reason = fault
            continue
        if not (light or stained) and has_two_tones(drawn, picture):
            reason = _STAINED
            continue
        near = [
            (group, other)
            for group in groups_beside(labels, boxes, chosen)
            if is_alike(drawn, other := drawn_from(group)) and is_digit(other)
        ]
        beside = [other for _, other in near]
        weight = drawn.weight + sum(other.weight for other in beside)
        if weight <= 0.3 * weights.sum() or (labels == part + 1).sum() <= 0.4 * drawn.mask.sum():
            reason = _MANY
            continue
        if trust(drawn) > 0:
            drawn = replace(drawn, weight=drawn.weight * trust(drawn))
            digits = sorted((drawn, *beside), key=lambda one: one.box[1].start)
            apart = tuple(
                other
                for group in groups_apart(
                    labels, boxes, np.concatenate([chosen, *(group for group, _ in near)]), height
                )
                if is_by_same_hand(drawn, other := drawn_from(group)) and is_digit(other)
            )
            return Found(tuple(digits), digits.index(drawn), apart=apart)
        reason = _AMID
    return Found(reason=reason)


def _placed(box: Box, shape: tuple[int, ...]) -> float:
    """Weigh a part by its place: less away from the middle, much less where it meets the picture's border."""
    off = max(abs((side.start + side.stop) / size - 1) for side, size in zip(box, shape, strict=True))
    return float((1 - 0.5 * off) * (0.2 if meets_border(box, shape) else 1.0))


def _outer(dark: Found, light: Found) -> Found:
    """Choose between dark and light ink: holes and bays of a digit, in the other's ink, lie inside it."""
    mains = [found.digits[found.main] for found in (dark, light)]
    weights = [main.weight for main in mains]
    for i, (outer, inner) in enumerate((mains, mains[::-1])):
        if all(
            around.start - 2 <= side.start and side.stop <= around.stop + 2
            for around, side in zip(outer.box, inner.box, strict=True)
        ):
            weights[i] *= 0 if is_sheet(outer) else 4
    return dark if weights[0] >= weights[1] else light
