"""Your own handwriting: from any image of one digit to MNIST's own form.

`read_photo` turns a file, bytes, a Pillow image or an array into gray values; `normalise` finds the digit there and
redraws it as MNIST's digits were drawn (http://yann.lecun.com/exdb/mnist/): white on black with anti-aliased edges, the
longest side of its box 20 pixels, its centre of mass in the middle of 28 x 28.

The digit is found without knowing its size, place or colour:

1. A morphological opening keeps what is wider than any stroke, which is the background however it is lit; what it
   takes away is ink. This is done for light ink and, on the negative, for dark ink.
2. Ink above the noise and above half of its own level makes a mask. Lines that run through the picture are taken out.
3. Connected parts that lie close make a group; the group must look drawn: strokes thin for its size, few of them.
4. Where dark and light both give a group, the outer one is the digit, since the other is the holes in it.
5. A small digit is looked at again from close by.
"""

import contextlib
import io
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageOps
from scipy import ndimage
from scipy.spatial import ConvexHull

from gradbook.core.errors import DataError, UsageError

Photo = Path | str | bytes | Image.Image | npt.NDArray[Any]
Gray = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]

LONGEST = 1_000  # pixels on the longest side of what `read_photo` returns
_MOST_PIXELS = 64_000_000  # to decode; phones make 50 million, and a JPEG is decoded at a fraction of its size
# Those that people have. Pillow would also run Ghostscript on EPS, which a stranger's file should not reach.
_FORMATS = ("JPEG", "MPO", "PNG", "GIF", "BMP", "TIFF", "WEBP", "AVIF", "PPM", "HEIF")
_HEIC_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")

# Lengths in pixels of the working picture, whose longest side is between these two.
_SMALL, _LARGE = 140, 400
_CLOSE = 120  # pixels of a digit that needs no second look
_WIDEST = 0.4  # of the picture's shorter side: the widest stroke
_FAINTEST = 0.06  # of the way from paper to black
# What looks drawn: MNIST's digits have stroke width / longest side 0.07 to 0.3, stroke length / longest side 1 to 4.
_MOST_WIDTH, _MOST_LENGTH = 0.45, 6.0
_FLATTEST = 0.42  # height / width; a flatter thing is a line
_SQUAREST = 0.93  # of the smallest rectangle around it, what the convex hull of a digit covers
_WIDEST_GAP = 0.45  # of the longest side of what is below the bar of a 5
_MOST_BLUR = 0.13  # of the longest side, from paper to full ink
_MOST_OPEN = 0.15  # of a digit's border, where a line was taken out or it meets something else

# MNIST's form.
_SIDE, _BOX = 28, 20
_FINE = 8  # pixels of the enlarged digit to one of MNIST's
_THINNEST, _THICKEST = 2.3, 4.0  # stroke widths in MNIST's pixels that are left as they are


@dataclass(frozen=True, eq=False)
class _Drawn:
    """A group of connected parts that looks like a digit.

    Attributes:
        ink: (H, W), 0 is background and 1 is the ink's own level.
        mask: (H, W), where the group's ink is.
        box: rows and columns of the group.
        width: mean width of its strokes, pixels.
        weight: how much speaks for it; larger is better.
        light: whether the ink is lighter than its background.
    """

    ink: Gray
    mask: Mask
    box: tuple[slice, slice]
    width: float
    weight: float
    light: bool

    @property
    def longest(self) -> int:
        return int(max(side.stop - side.start for side in self.box))


# --- reading ---------------------------------------------------------------------------------------------------------


def read_photo(source: Photo) -> Gray:
    """Read an image of any kind as gray values.

    A photo is turned as its camera says (EXIF). Transparent parts become white paper, or a black one where the drawing
    would not show on white. Of an animation the first picture is read.

    Args:
        source: a file's path, its bytes, a Pillow image, or an array or tensor (H, W), (1, H, W), (H, W, 1),
            (H, W, 3) or (H, W, 4) with values 0..1, 0..255 or 0..65,535; with negative ones, from least to greatest.

    Returns:
        (h, w) float32, 0 is black and 1 is white; reduced in size to at most 1,000 pixels on the longest side.

    Raises:
        DataError: the file is absent, empty, damaged, no image or too large, or the array is none of the above.
        UsageError: `source` is something else altogether.
    """
    name = photo_name(source)
    if isinstance(source, Image.Image):
        return _gray(_decoded(source, name))
    if hasattr(source, "__array__"):
        return _gray(_from_array(np.asarray(source), name))
    if isinstance(source, str | Path):
        try:
            source = Path(source).read_bytes()
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or error
            raise DataError(f"{name}: the photo cannot be read ({reason}).") from error
    if not isinstance(source, bytes):
        raise UsageError(
            f"a photo must be a path, bytes, a Pillow image or a NumPy array, not {type(source).__name__}."
        )
    if not source:
        raise DataError(f"{name}: expected an image, found an empty file. Save or send it again.")
    with _opened(source, name) as image:
        return _gray(_decoded(image, name))


def photo_name(source: object) -> str:
    """Return what to call a photo in messages and tables: its path, or what kind of thing it is."""
    if isinstance(source, str | Path):
        return str(source)
    if isinstance(source, Image.Image):
        return str(getattr(source, "filename", "") or "image")
    return "array" if hasattr(source, "__array__") else "image"


@contextlib.contextmanager
def _opened(data: bytes, name: str) -> Iterator[Image.Image]:
    is_heic = data[4:8] == b"ftyp" and data[8:12] in _HEIC_BRANDS
    if is_heic:
        try:
            import pillow_heif
        except ImportError as error:
            raise DataError(
                f"{name}: this is a HEIC photo, for which Gradbook needs pillow-heif. "
                'Run pip install "gradbook[heic]", or save the photo as JPEG.'
            ) from error
        pillow_heif.register_heif_opener()
    Image.init()
    try:
        with warnings.catch_warnings(action="ignore"):  # Pillow's on large sizes: `_decoded` looks at the size itself
            image = Image.open(io.BytesIO(data), formats=[known for known in _FORMATS if known in Image.OPEN])
    except Image.DecompressionBombError as error:
        raise DataError(f"{name}: the image is too large to read ({error}). Make it smaller.") from error
    except Exception as error:  # Pillow's readers raise what they meet in a damaged header
        raise DataError(
            f"{name}: expected an image (JPEG, PNG, GIF, BMP, TIFF, WebP, HEIC), found something else or a damaged one."
        ) from error
    with image:
        # A JPEG can be decoded at a half, quarter or eighth of its size, in a fraction of the time and memory.
        image.draft(None, (LONGEST, LONGEST))
        yield image


def _decoded(image: Image.Image, name: str) -> Image.Image:
    """Decode an image, upright, in mode L, RGB, RGBA or F (0..1)."""
    width, height = image.size
    if width * height == 0:
        raise DataError(f"{name}: expected an image, found one of {width} x {height} pixels.")
    if width * height > _MOST_PIXELS:
        raise DataError(
            f"{name}: the image has {width:,} x {height:,} pixels, more than the {_MOST_PIXELS:,} that Gradbook reads. "
            "Make it smaller."
        )
    try:
        with warnings.catch_warnings(action="ignore"):
            image.load()
            with contextlib.suppress(Exception):  # damaged EXIF: then the photo stays as it lies
                image = ImageOps.exif_transpose(image)
            if image.mode in ("I", "F") or image.mode.startswith("I;16"):
                return _from_array(np.asarray(image), name)
            if image.has_transparency_data:
                return image.convert("RGBA")
            return image.convert("L" if image.mode in ("1", "L") else "RGB")
    except DataError:
        raise
    except Exception as error:
        raise DataError(f"{name}: the image is damaged or cut short ({error}). Save or send it again.") from error


def _from_array(array: npt.NDArray[Any], name: str) -> Image.Image:
    if array.ndim == 3 and 1 in (array.shape[0], array.shape[2]):
        array = array[0] if array.shape[0] == 1 else array[:, :, 0]
    if array.size == 0 or not (array.ndim == 2 or (array.ndim == 3 and array.shape[2] in (3, 4))):
        raise DataError(f"{name}: expected an array (H, W), (H, W, 3) or (H, W, 4), found shape {array.shape}.")
    if array.dtype.kind not in "buif":
        raise DataError(f"{name}: expected an array of numbers, found {array.dtype}.")
    values = array.astype(np.float32)
    if not np.isfinite(values).all():
        raise DataError(f"{name}: the array holds values that are not finite.")
    low, high = float(values.min()), float(values.max())
    if low < 0:  # standardised for a network
        values = (values - low) / (high - low or 1.0)
    else:  # the type says little: floats and integers of any width may hold bytes
        values /= next((top for top in (1.0, 255.0, 65_535.0) if high <= top), high)
    if array.ndim == 2:
        return Image.fromarray(values)
    return Image.fromarray((values * 255).round().astype(np.uint8))


def _gray(image: Image.Image) -> Gray:
    if max(image.size) > LONGEST:
        # Pixels that are joined are averaged, so that a thin stroke grows pale but does not vanish.
        image.thumbnail((LONGEST, LONGEST), Image.Resampling.HAMMING, reducing_gap=4.0)
    values = np.asarray(image, dtype=np.float32)
    if image.mode == "F":
        return values.clip(0, 1)
    values = values / np.float32(255)
    if image.mode == "RGBA":
        colours, alpha = values[:, :, :3], values[:, :, 3:]
        on_white, on_black = (_luminance(colours * alpha + paper * (1 - alpha)) for paper in (1, 0))
        return on_black if np.ptp(on_black) > 1.5 * np.ptp(on_white) else on_white
    return _luminance(values) if image.mode == "RGB" else values


def _luminance(colours: Gray) -> Gray:
    """Return the brightness (H, W) of colours (H, W, 3), or one channel if ink and paper are equally bright."""
    luminance: Gray = colours @ np.array([0.299, 0.587, 0.114], np.float32)
    channel = colours[:, :, np.ptp(colours, axis=(0, 1)).argmax()]
    return channel if np.ptp(channel) > 3 * np.ptp(luminance) else luminance


# --- finding ---------------------------------------------------------------------------------------------------------


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
    values = np.asarray(_from_array(gray, "array"), dtype=np.float32)
    drawn = _find(values)
    return None if drawn is None else _redraw(drawn)


def _find(gray: Gray) -> _Drawn | None:
    if min(gray.shape) < 5:
        return None
    picture, scale = _scaled(gray)
    widest = max(_WIDEST * min(picture.shape), 0.25 * max(picture.shape))
    found = [drawn for light in (False, True) if (drawn := _drawn(picture, light, widest, scale)) is not None]
    if not found:
        return _cut_close(picture, scale)
    drawn = found[0] if len(found) == 1 else _outer(*found)
    return _closer(gray, drawn, scale)


def _cut_close(picture: Gray, scale: float) -> _Drawn | None:
    """Find a digit that meets the picture's border all round, by laying the picture on a larger sheet of its paper.

    Blank pages with uneven light end at the border too, so all else must be even paper and the outline no rectangle.
    """
    margin = max(picture.shape) // 4
    for light in (False, True):
        paper = picture.min() if light else picture.max()
        drawn = _drawn(np.pad(picture, margin, constant_values=paper), light, margin, scale)
        if drawn is None or _is_sheet(drawn):
            continue
        spans = [(side.stop - side.start) / size for side, size in zip(drawn.box, picture.shape, strict=True)]
        is_one = picture.shape[0] > 2 * picture.shape[1]
        elsewhere = drawn.ink[~ndimage.binary_dilation(drawn.mask, iterations=4)]
        is_even = elsewhere.size == 0 or np.percentile(elsewhere, 98) < 0.15
        if min(spans) > 0.9 and is_even and (is_one or _solidity(drawn.mask[drawn.box]) < 0.85):
            return drawn
    return None


def _closer(gray: Gray, drawn: _Drawn, scale: float) -> _Drawn:
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


def _drawn(picture: Gray, light: bool, widest: float, scale: float) -> _Drawn | None:
    """Find what looks most like a digit in light or dark ink, in a picture that was enlarged by `scale`."""
    bright = ndimage.gaussian_filter(picture if light else 1 - picture, 0.8)
    background = _background(bright, widest)
    ink = _contrast(bright, background)
    middle, low = np.percentile(ink, (50, 16))
    floor = max(_FAINTEST, middle + 5 * (middle - low))
    strong = ink[ink > floor]
    if strong.size < 8:
        return None
    threshold = _otsu(strong)
    threshold = max(floor, min(threshold, 0.5 * strong[strong >= threshold].mean()))
    mask = _without_lines(ink > threshold)
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
        chosen = _group(labels, boxes, part)
        group = np.isin(labels, chosen + 1)
        box = _box(group)
        level = float(np.percentile(ink[group], 75))
        weight = float(weights[chosen].sum())
        drawn = _Drawn((ink / level).clip(0, 1), group, box, _stroke_width(group[box]), weight, light)
        is_one_thing = weight > 0.3 * weights.sum() and (labels == part + 1).sum() > 0.4 * group.sum()
        if not is_one_thing or not _looks_drawn(drawn, scale):
            continue
        open_border = _open_border(drawn, bright, background, level)
        if open_border < _MOST_OPEN:
            trust = (1 - open_border / _MOST_OPEN) ** 2 * (1 - drawn.width / drawn.longest / _MOST_WIDTH)
            return replace(drawn, weight=weight * trust)
    return None


def _background(bright: Gray, widest: float) -> Gray:
    """Return the picture without what is narrower than `widest` and lighter than what lies around it."""
    half = max(1, int(widest / 2))
    size = 2 * half + 1
    padded = np.pad(bright, half, mode="edge")  # so that what meets the border counts as going on outside
    opened: Gray = ndimage.grey_opening(padded, size=(size, size), mode="nearest")
    return opened[half:-half, half:-half]


def _contrast(bright: Gray, background: Gray) -> Gray:
    """Return how much lighter pixels are than their background, as a share of what is possible."""
    contrast: Gray = (bright - background) / (1 - background).clip(0.25, 1)
    return contrast


def _looks_drawn(drawn: _Drawn, scale: float) -> bool:
    """Whether the group could be a digit by its shape alone."""
    mask, width, longest = drawn.mask[drawn.box], drawn.width, drawn.longest
    return bool(
        longest >= 8
        and mask.shape[0] > _FLATTEST * mask.shape[1]
        and width < _MOST_WIDTH * longest
        and mask.sum() < _MOST_LENGTH * longest * max(width, 1)
        and _blur(drawn) < max(_MOST_BLUR * longest, 6, 3 * scale)  # a small digit is blurred by its own pixels
        and not _is_wedge(drawn)
    )


def _blur(drawn: _Drawn) -> float:
    """Return over how many pixels the ink rises from nothing to its level at the group's border."""
    window = tuple(slice(max(0, side.start - 4), side.stop + 4) for side in drawn.box)
    mask = drawn.mask[window]
    steep = ndimage.gaussian_gradient_magnitude(drawn.ink[window], 1)
    return float(1 / max(np.median(steep[mask & ~ndimage.binary_erosion(mask)]), 1e-6))


def _is_wedge(drawn: _Drawn) -> bool:
    """Whether the group is a convex thing at the picture's border, as the edge of a shadow or a table is.

    A digit that fills the picture is not.
    """
    spans = [(side.stop - side.start) / size for side, size in zip(drawn.box, drawn.mask.shape, strict=True)]
    return _meets_border(drawn.box, drawn.mask.shape) and min(spans) < 0.6 and _solidity(drawn.mask[drawn.box]) > 0.85


def _solidity(mask: Mask) -> float:
    """Return the share of its convex hull that a mask covers."""
    return float(mask.sum() / _hull(mask).volume)


def _hull(mask: Mask) -> ConvexHull:
    corners = np.argwhere(mask & ~ndimage.binary_erosion(mask))[:, None] + [(0, 0), (0, 1), (1, 0), (1, 1)]
    return ConvexHull(corners.reshape(-1, 2))


def _open_border(drawn: _Drawn, bright: Gray, background: Gray, level: float) -> float:
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
    return float((_contrast(bright[window], behind)[ring] > 0.5 * level).mean())


def _otsu(values: Gray) -> float:
    """Return the threshold that parts values in two with the least spread inside the parts (N. Otsu, 1979)."""
    counts, edges = np.histogram(values, 64)
    centres = (edges[1:] + edges[:-1]) / 2
    below, above = counts.cumsum()[:-1], counts[::-1].cumsum()[-2::-1]
    total = (counts * centres).cumsum()
    mean_below, mean_above = total[:-1] / below.clip(1), (total[-1] - total[:-1]) / above.clip(1)
    return float(edges[1:-1][(below * above * (mean_above - mean_below) ** 2).argmax()])


def _without_lines(mask: Mask) -> Mask:
    """Take out thin straight lines that run through the picture, and keep the strokes that cross them."""
    return _without_rows(_without_rows(mask).T).T


def _without_rows(mask: Mask) -> Mask:
    height, width = mask.shape
    if mask.any(0).sum() < 0.8 * width:
        return mask
    rows, columns = np.nonzero(mask)
    thick_rows, thick_columns = np.nonzero(ndimage.binary_dilation(mask, np.ones((3, 1))))
    lines = np.zeros_like(mask)
    for slope in np.arange(-0.12, 0.121, 0.01):
        # Sheared by the slope, a line lies along a row. Each row is counted on a picture tall enough for all of it.
        offset = height + int(0.06 * width) + 2
        counts = np.bincount((offset + thick_rows + slope * (thick_columns - width / 2)).round().astype(int))
        if counts.max(initial=0) > 0.8 * width:
            sheared = (offset + rows + slope * (columns - width / 2)).round().astype(int)
            lines[rows, columns] |= counts[sheared] > 0.8 * width
    rest = mask & ~lines
    if not lines.any() or not rest.any():
        return mask
    thickness = int(np.ceil(lines.sum(0).mean() / max(1, ndimage.label(lines[:, width // 2])[1])))
    if thickness > 0.04 * height:
        return mask
    bridge = np.ones((2 * thickness + 3, 1))
    bridged: Mask = rest | (ndimage.binary_closing(np.pad(rest, 1), bridge)[1:-1, 1:-1] & lines)
    return bridged


def _placed(box: tuple[slice, slice], shape: tuple[int, ...]) -> float:
    """Weigh a part by its place: less away from the middle, much less where it meets the picture's border."""
    off = max(abs((side.start + side.stop) / size - 1) for side, size in zip(box, shape, strict=True))
    return float((1 - 0.5 * off) * (0.2 if _meets_border(box, shape) else 1.0))


def _meets_border(box: tuple[slice, slice], shape: tuple[int, ...]) -> bool:
    near = 0.01 * max(shape)
    return any(side.start <= near or side.stop >= size - near for side, size in zip(box, shape, strict=True))


def _group(labels: npt.NDArray[np.int32], boxes: list[tuple[slice, slice]], part: int) -> npt.NDArray[np.int64]:
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
        joined = []
        for number in np.flatnonzero(is_near):
            if gaps[number] <= _most_gap(boxes[number - 1], rows, columns) * longest + 1:
                joined.append(int(number) - 1)
        if not joined:
            return np.array(chosen)
        chosen += joined


def _most_gap(part: tuple[slice, slice], rows: slice, columns: slice) -> float:
    """Return how far a part may lie from a group to belong to it, as a share of the group's longest side."""
    height, width = (side.stop - side.start for side in part)
    high, across = rows.stop - rows.start, columns.stop - columns.start
    is_beside = min(part[1].stop, columns.stop) - max(part[1].start, columns.start) < 0.5 * min(width, across)
    # A tall part close by may be the other half of a digit; farther off it is the next digit.
    if height > 0.6 * max(high, across):
        return 0.06 if is_beside else 0.12
    is_bar = height < 0.5 * width < across and part[0].stop <= rows.start + 0.25 * high
    return 0.15 if is_beside else _WIDEST_GAP if is_bar else 0.25


def _stroke_width(mask: Mask) -> float:
    """Return the mean width of strokes, in pixels: across a stroke, the distance to its border is a quarter of it."""
    smooth = ndimage.binary_closing(np.pad(mask, 2), np.ones((3, 3)))  # a pencil leaves holes
    inside = ndimage.distance_transform_edt(smooth)
    return float(4 * inside[smooth].mean() - 1)


def _box(mask: Mask) -> tuple[slice, slice]:
    box: tuple[slice, slice] = ndimage.find_objects(mask.astype(np.int8))[0]
    return box


def _outer(dark: _Drawn, light: _Drawn) -> _Drawn:
    """Choose between dark and light ink: holes and bays of a digit, in the other's ink, lie inside it."""
    weights = [dark.weight, light.weight]
    for i, (outer, inner) in enumerate(((dark, light), (light, dark))):
        if all(
            around.start - 2 <= side.start and side.stop <= around.stop + 2
            for around, side in zip(outer.box, inner.box, strict=True)
        ):
            weights[i] *= 0 if _is_sheet(outer) else 4
    return dark if weights[0] >= weights[1] else light


def _is_sheet(drawn: _Drawn) -> bool:
    """Whether the group goes round a sheet of paper: it is large, and its outline a rectangle."""
    hull = _hull(drawn.mask[drawn.box])
    angles = np.radians(np.arange(0, 90, 3))
    turns = np.array([[np.cos(angles), -np.sin(angles)], [np.sin(angles), np.cos(angles)]]).transpose(2, 0, 1)
    rectangle = np.ptp(hull.points[hull.vertices] @ turns, axis=1).prod(axis=1).min()
    return bool(drawn.longest > 0.5 * max(drawn.mask.shape) and hull.volume > _SQUAREST * rectangle)


# --- redrawing -------------------------------------------------------------------------------------------------------


def _redraw(drawn: _Drawn) -> npt.NDArray[np.uint8]:
    """Draw a digit (28, 28) in MNIST's form."""
    margin = 3
    rows, columns = (slice(side.start, side.stop + 2 * margin) for side in drawn.box)
    ink = np.pad(drawn.ink * ndimage.binary_dilation(drawn.mask, iterations=2), margin)[rows, columns]
    scale = _FINE * _BOX / drawn.longest
    size = tuple(max(1, round(scale * side)) for side in reversed(ink.shape))
    fine = np.asarray(Image.fromarray(ink.astype(np.float32)).resize(size, Image.Resampling.BICUBIC)) > 0.5
    fine = _thickened(np.pad(fine, 2 * _FINE))
    box = _box(fine)
    shape = fine[box].shape
    height, width = (max(1, round(_BOX * side / max(shape))) for side in shape)
    small = Image.fromarray(fine[box].astype(np.float32)).resize((width, height), Image.Resampling.BOX)
    return _centred((np.asarray(small) * 255).round().astype(np.uint8))


def _thickened(fine: Mask) -> Mask:
    """Bring strokes that are thinner or thicker than MNIST's to MNIST's width, as a share of the longest side."""
    outside, inside = (ndimage.distance_transform_edt(part) for part in (~fine, fine))
    width = _stroke_width(fine)
    longest = max(side.stop - side.start for side in _box(fine))
    share = min(max(width / longest, _THINNEST / _BOX), _THICKEST / _BOX)
    # With `more` on each side, (width + 2 more) / (longest + 2 more) is the share.
    more = (share * longest - width) / (2 - 2 * share)
    if more >= 0:
        thicker: Mask = outside < more + 0.5
        return thicker
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
