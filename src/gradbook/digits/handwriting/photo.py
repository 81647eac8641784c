"""Any image of a digit as gray values: a file, bytes, a Pillow image or an array."""

import contextlib
import io
import stat
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageOps

from gradbook.core.errors import AbsentError, DataError, UsageError

Photo = Path | str | bytes | Image.Image | npt.NDArray[Any]
Gray = npt.NDArray[np.float32]

LONGEST = 1_000  # pixels on the longest side of what `read_photo` returns
_MOST_PIXELS = 64_000_000  # to decode; phones make 50 million, and a JPEG is decoded at a fraction of its size
_MOST_BYTES = 200 * 2**20  # of a file: a pipe may have no end
# Those that people have. Pillow would also run Ghostscript on EPS, which a stranger's file should not reach.
_FORMATS = ("JPEG", "MPO", "PNG", "GIF", "BMP", "TIFF", "WEBP", "AVIF", "PPM", "HEIF")
_HEIC_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")


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
        AbsentError: there is no such file.
        DataError: the file is empty, damaged, no image or too large, or the array is none of the above.
        UsageError: `source` is something else altogether.
    """
    name = photo_name(source)
    if isinstance(source, Image.Image):
        return _gray(_decoded(source, name))
    if hasattr(source, "__array__"):
        return _gray(from_array(np.asarray(source), name))
    if isinstance(source, str | Path):
        source = _file_bytes(Path(source), name)
    if not isinstance(source, bytes):
        raise UsageError(
            f"a photo must be a path, bytes, a Pillow image or a NumPy array, not {type(source).__name__}."
        )
    if not source:
        raise DataError(f"{name}: expected an image, found an empty file. Save or send it again.")
    with _opened(source, name) as image:
        return _gray(_decoded(image, name))


def require_photo(path: Path) -> None:
    """Refuse a path at which no file is.

    Raises:
        AbsentError: nothing is there, or a folder or a device.
        DataError: it cannot be looked at.
    """
    name = photo_name(path)
    try:
        mode = path.stat().st_mode
    except FileNotFoundError as error:
        raise AbsentError(f"{name}: there is no such photo.") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise DataError(f"{name}: the photo cannot be read ({reason}).") from error
    if not (stat.S_ISREG(mode) or stat.S_ISFIFO(mode)):
        raise AbsentError(f"{name}: expected an image file, found a {'folder' if path.is_dir() else 'device'}.")


def _file_bytes(path: Path, name: str) -> bytes:
    require_photo(path)
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise DataError(f"{name}: the photo cannot be read ({reason}).") from error
    if len(data) > _MOST_BYTES:
        raise DataError(f"{name}: the file has more than {_MOST_BYTES // 2**20} MB. Make the photo smaller.")
    return data


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
                return from_array(np.asarray(image), name)
            if image.has_transparency_data:
                return image.convert("RGBA")
            return image.convert("L" if image.mode in ("1", "L") else "RGB")
    except DataError:
        raise
    except Exception as error:
        raise DataError(f"{name}: the image is damaged or cut short ({error}). Save or send it again.") from error


def from_array(array: npt.NDArray[Any], name: str) -> Image.Image:
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
