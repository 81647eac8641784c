"""A group of ink that may be two digits: where it would fall apart."""

from dataclasses import replace

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from gradbook.digits.handwriting.locating.ink import Mask, box_of
from gradbook.digits.handwriting.locating.shape import Drawn

_TALL = 0.5  # of the group's height: a part that may be a digit of its own
_WIDE = 1.0  # width over height from which two digits may touch
_MIDDLE = (0.25, 0.75)  # of the width: where they would
_LEANS = np.linspace(-0.5, 0.5, 11)  # columns for a row: how far the cut may lean, as slanted digits do
_THICKEST_CUT = 2.5  # stroke widths


def halves(drawn: Drawn) -> tuple[Drawn, Drawn] | None:
    """Cut a group in two, left and right, where it is in two parts or thinnest; None where it cannot be two digits."""
    mask = drawn.mask[drawn.box]
    left = _by_parts(mask)
    if left is None:
        left = _by_cut(mask, drawn.width)
    if left is None:
        return None
    cut = []
    for half in (mask & left, mask & ~left):
        whole = np.zeros_like(drawn.mask)
        whole[drawn.box] = half
        cut.append(replace(drawn, mask=whole, box=box_of(whole)))
    return cut[0], cut[1]


def _by_parts(mask: Mask) -> Mask | None:
    """Return what is left of two tall parts' middle; None where there are not two."""
    labels, count = ndimage.label(mask, np.ones((3, 3)))
    boxes = ndimage.find_objects(labels)
    tall = [k for k in range(count) if boxes[k][0].stop - boxes[k][0].start > _TALL * mask.shape[0]]
    if len(tall) < 2:
        return None
    sizes = np.bincount(labels.ravel())
    a, b = sorted(sorted(tall, key=lambda k: -sizes[k + 1])[:2], key=lambda k: _middle(boxes[k][1]))
    nearer = [k + 1 for k in range(count) if _distance(boxes, k, a) <= _distance(boxes, k, b)]
    left: Mask = np.isin(labels, nearer)
    return left


def _by_cut(mask: Mask, width: float) -> Mask | None:
    """Return what is left of the straight cut through the least ink; None where the group is too narrow or solid."""
    high, across = mask.shape
    if across < _WIDE * high:
        return None
    rows, columns = np.nonzero(mask)
    grid: npt.NDArray[np.float64] = np.arange(across) - np.zeros((high, 1))
    height = (np.arange(high) - high / 2)[:, None]
    best: tuple[float, Mask] | None = None
    for lean in _LEANS:
        counts = np.bincount((columns + lean * (rows - high / 2)).round().clip(0, across - 1).astype(int))
        first, last = (int(share * across) for share in _MIDDLE)
        if last >= counts.size:
            continue
        # Of cuts that are equally thin, the one nearest to the middle.
        place = np.arange(first, last)
        cost = counts[first:last] + 0.02 * high * np.abs(place / across - 0.5)
        at = int(cost.argmin())
        if best is None or cost[at] < best[0]:
            best = (float(cost[at]), grid + lean * height < first + at)
    if best is None or best[0] > _THICKEST_CUT * max(width, 1):
        return None
    left = best[1]
    return left if (mask & left).any() and (mask & ~left).any() else None


def _middle(side: slice) -> float:
    return float(side.start + side.stop) / 2


def _distance(boxes: list[tuple[slice, slice]], one: int, other: int) -> float:
    return abs(_middle(boxes[one][1]) - _middle(boxes[other][1]))
