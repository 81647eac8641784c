"""Which connected parts of the ink make one digit."""

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from gradbook.digits.handwriting.locating.ink import Box
from gradbook.digits.handwriting.locating.shape import meets_border

_MOST_BESIDE = 12  # tall parts that are looked at; a number has fewer digits, and a page of text more
# Gaps, as shares of the group's longest side.
_WIDEST_GAP = 0.45  # below the bar of a 5
_BESIDE = 1.0  # between the digits of a number, of their height
_CLOSE = 0.05  # to a line below it, and to what the picture's border cuts off, which belong to something else
_SLANTED_GAP = 0.4  # between slanted strokes side by side, whose boxes overlap


def group_around(labels: npt.NDArray[np.int32], boxes: list[Box], part: int) -> npt.NDArray[np.int64]:
    """Return the numbers of the parts that make one digit with `part`: a broken stroke, or the bar over a 5."""
    chosen = [part]
    while True:
        rows, columns = (
            slice(min(boxes[i][axis].start for i in chosen), max(boxes[i][axis].stop for i in chosen))
            for axis in (0, 1)
        )
        longest = max(rows.stop - rows.start, columns.stop - columns.start)
        reach = int(_WIDEST_GAP * longest) + 1
        window = tuple(slice(max(0, side.start - reach), side.stop + reach) for side in (rows, columns))
        near = labels[window]
        group = np.isin(near, [i + 1 for i in chosen])
        away = ndimage.distance_transform_edt(~group)
        counts = np.bincount(near.ravel())
        gaps = np.full(counts.size, np.inf)
        np.minimum.at(gaps, near.ravel(), away.ravel())
        is_near = (counts >= 0.03 * group.sum()) & (gaps <= reach)  # a speck is no part
        is_near[0] = False
        is_near[[i + 1 for i in chosen]] = False
        is_cut = any(meets_border(boxes[i], labels.shape) for i in chosen)
        joined = []
        for number in np.flatnonzero(is_near):
            most = _most_gap(boxes[number - 1], rows, columns)
            if not is_cut and meets_border(boxes[number - 1], labels.shape):
                most = min(most, _CLOSE)
            if gaps[number] <= most * longest + 1:
                joined.append(int(number) - 1)
        if not joined:
            return np.array(chosen)
        chosen += joined


def groups_beside(
    labels: npt.NDArray[np.int32], boxes: list[Box], chosen: npt.NDArray[np.int64]
) -> list[npt.NDArray[np.int64]]:
    """Return the groups of parts to the left and right of a group, as near as the next digit of a number is.

    Args:
        labels: (H, W), the number of its part at each pixel of ink, from 1.
        boxes: of the parts.
        chosen: the group's parts, counted from 0.
    """
    groups = [chosen]
    taken = set(chosen.tolist())
    rows = [side for side, _ in (boxes[i] for i in taken)]
    height = max(side.stop for side in rows) - min(side.start for side in rows)
    tall = [i for i, (side, _) in enumerate(boxes) if side.stop - side.start > 0.4 * height]
    for part in sorted(tall, key=lambda i: boxes[i][1].start)[:_MOST_BESIDE]:
        if part in taken:
            continue
        group = group_around(np.where(np.isin(labels, [i + 1 for i in taken]), 0, labels), boxes, part)
        groups.append(group)
        taken.update(group.tolist())
    spans = [(min(boxes[i][1].start for i in group), max(boxes[i][1].stop for i in group)) for group in groups]
    near, reach = {0}, _BESIDE * height
    while True:  # each next digit is near the one before it
        more = {
            k
            for k, (start, stop) in enumerate(spans)
            if k not in near and any(max(spans[n][0] - stop, start - spans[n][1]) < reach for n in near)
        }
        if not more:
            return [groups[k] for k in sorted(near - {0})]
        near |= more


def groups_apart(
    labels: npt.NDArray[np.int32], boxes: list[Box], taken: npt.NDArray[np.int64], height: int
) -> list[npt.NDArray[np.int64]]:
    """Return the groups of tall parts that are left, wherever they stand; none where they are more than digits.

    Args:
        labels: as in `groups_beside`.
        boxes: of the parts.
        taken: parts that make a number, counted from 0.
        height: of a digit of it, pixels.
    """
    used = set(taken.tolist())
    tall = [i for i, (side, _) in enumerate(boxes) if i not in used and side.stop - side.start > 0.4 * height]
    groups = []
    for part in tall if len(tall) <= _MOST_BESIDE else ():
        if part not in used:
            group = group_around(np.where(np.isin(labels, [i + 1 for i in used]), 0, labels), boxes, part)
            groups.append(group)
            used.update(group.tolist())
    return groups


def _most_gap(part: Box, rows: slice, columns: slice) -> float:
    """Return how far a part may lie from a group to belong to it, as a share of the group's longest side."""
    height, width = (side.stop - side.start for side in part)
    high, across = rows.stop - rows.start, columns.stop - columns.start
    beside = min(part[1].stop, columns.stop) - max(part[1].start, columns.start)
    below = min(part[0].stop, rows.stop) - max(part[0].start, rows.start)
    if height < 0.2 * width and part[0].start > rows.stop - 0.05 * high:
        return _CLOSE
    is_beside = beside < 0.5 * min(width, across)
    if is_beside and beside > 0 and below > 0:
        return _SLANTED_GAP
    # A tall part close by may be the other half of a digit; farther off it is the next digit.
    if height > 0.6 * max(high, across):
        return 0.06 if is_beside else 0.12
    is_bar = height < 0.5 * width < across and part[0].stop <= rows.start + 0.25 * high
    return 0.15 if is_beside else _WIDEST_GAP if is_bar else 0.25
