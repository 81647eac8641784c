"""A digit redrawn in MNIST's own form.

As MNIST's digits were drawn (http://yann.lecun.com/exdb/mnist/): white on black with anti-aliased edges, the longest
side of its box 20 pixels, its centre of mass in the middle of 28 x 28.
"""

from typing import Any

import numpy as np
import numpy.typing as npt
from PIL import Image
from scipy import ndimage

from gradbook.core.errors import DataError
from gradbook.digits.handwriting.locating.ink import Mask, box_of, stroke_width
from gradbook.digits.handwriting.locating.locate import find
from gradbook.digits.handwriting.locating.shape import Drawn
from gradbook.digits.handwriting.photo import from_array

_SIDE, _BOX = 28, 20
_FINE = 8  # pixels of the enlarged digit to one of MNIST's
_THINNEST, _THICKEST = 2.3, 4.0  # stroke widths in MNIST's pixels that are left as they are


def normalise(gray: npt.NDArray[Any]) -> npt.NDArray[np.uint8] | None:
    """Find the digit in a picture and redraw it as MNIST would have it.

    Args:
        gray: (H, W), 0 is black and 1 is white, as `read_photo` returns it; or bytes, 0 to 255.

    Returns:
        (28, 28) uint8, white on black; or None if nothing in the picture looks like one digit.

    Raises:
        DataError: `gray` is no such array.
    """
    if gray.ndim != 2:
        raise DataError(f"expected gray values (H, W), found shape {gray.shape}. Use read_photo first.")
    found = find(np.asarray(from_array(gray, "array"), dtype=np.float32))
    return redraw(found.digits[found.main]) if found.digits else None


def redraw(drawn: Drawn) -> npt.NDArray[np.uint8]:
    """Draw a digit (28, 28) in MNIST's form."""
    margin = 3
    rows, columns = (slice(side.start, side.stop + 2 * margin) for side in drawn.box)
    ink, mask = (np.pad(part, margin)[rows, columns] for part in (drawn.ink, drawn.mask))
    ink = ink * ndimage.binary_dilation(mask, iterations=2)
    scale = _FINE * _BOX / drawn.longest
    size = tuple(max(1, round(scale * side)) for side in reversed(ink.shape))
    fine = np.asarray(Image.fromarray(ink.astype(np.float32)).resize(size, Image.Resampling.BICUBIC)) > 0.5
    fine = _thickened(fine[box_of(fine)])
    box = box_of(fine)
    shape = fine[box].shape
    height, width = (max(1, round(_BOX * side / max(shape))) for side in shape)
    small = Image.fromarray(fine[box].astype(np.float32)).resize((width, height), Image.Resampling.BOX)
    return _centred((np.asarray(small) * 255).round().astype(np.uint8))


def _thickened(fine: Mask) -> Mask:
    """Bring strokes that are thinner or thicker than MNIST's to MNIST's width, as a share of the longest side."""
    width, longest = stroke_width(fine), max(fine.shape)
    share = min(max(width / longest, _THINNEST / _BOX), _THICKEST / _BOX)
    # With `more` on each side, (width + 2 more) / (longest + 2 more) is the share.
    more = (share * longest - width) / (2 - 2 * share)
    if more >= 0:
        thicker: Mask = ndimage.distance_transform_edt(~np.pad(fine, 1 + int(more))) < more + 0.5
        return thicker
    inside = ndimage.distance_transform_edt(np.pad(fine, 1))
    ridge = (inside > 0) & (inside == ndimage.maximum_filter(inside, 3))
    thinner: Mask = inside > min(-more, 0.5 * np.percentile(inside[ridge], 10)) + 0.5
    return thinner


def _centred(small: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
    """Place an image of at most 20 x 20 on 28 x 28, its centre of mass in the middle."""
    image = np.zeros((_SIDE, _SIDE), np.uint8)
    starts = (
        min(max(round(_SIDE / 2 - centre), 0), _SIDE - side)
        for centre, side in zip(ndimage.center_of_mass(small), small.shape, strict=True)
    )
    top, left = starts
    image[top : top + small.shape[0], left : left + small.shape[1]] = small
    return image
