"""The IDX file format of MNIST: a magic number, the sizes, then one byte a pixel or label.

Format: http://yann.lecun.com/exdb/mnist/ (section "FILE FORMATS FOR THE MNIST DATABASE").
"""

import struct
import zlib
from pathlib import Path

import numpy as np
import numpy.typing as npt

from gradbook.core.errors import DataError

IMAGES_MAGIC = 2051  # unsigned bytes, 3 dimensions
LABELS_MAGIC = 2049  # unsigned bytes, 1 dimension
_KINDS = {IMAGES_MAGIC: "images", LABELS_MAGIC: "labels"}
_GZIP = b"\x1f\x8b"
_MOST_BYTES = 1 << 30  # twenty times MNIST; a small gzip file may unpack to any size


def read_images(path: Path) -> npt.NDArray[np.uint8]:
    """Read images as a writable array (N, 28, 28) of bytes.

    Args:
        path: of an IDX file, raw or gzip.

    Raises:
        DataError: the file is absent, empty, truncated, not IDX, holds labels, or images of another size.
    """
    images = _read(path, IMAGES_MAGIC)
    if images.shape[1:] != (28, 28):
        raise DataError(f"{path}: expected images of 28 x 28, found {images.shape[1]} x {images.shape[2]}.")
    return images


def read_labels(path: Path) -> npt.NDArray[np.uint8]:
    """Read labels as a writable array (N,) of bytes, each 0 to 9.

    Args:
        path: of an IDX file, raw or gzip.

    Raises:
        DataError: the file is absent, empty, truncated, not IDX, holds images, or a label above 9.
    """
    labels = _read(path, LABELS_MAGIC)
    if labels.max() > 9:
        raise DataError(f"{path}: expected labels from 0 to 9, found {labels.max()}.")
    return labels


def write(path: Path, array: npt.NDArray[np.uint8]) -> None:
    """Write images (N, 28, 28) or labels (N,) as an uncompressed IDX file.

    Args:
        path: of the new file.
        array: (N, 28, 28) or (N,) bytes.
    """
    magic = {3: IMAGES_MAGIC, 1: LABELS_MAGIC}[array.ndim]
    path.write_bytes(struct.pack(f">{1 + array.ndim}I", magic, *array.shape) + np.ascontiguousarray(array).tobytes())


def _read(path: Path, magic: int) -> npt.NDArray[np.uint8]:
    data = _bytes(path)
    kind = _KINDS[magic]
    rank = 3 if magic == IMAGES_MAGIC else 1
    header = 4 * (1 + rank)
    if len(data) < header:
        raise DataError(f"{path}: expected an IDX file of {kind}, found only {len(data)} bytes. Fetch it again.")
    found, *shape = struct.unpack(f">{1 + rank}I", data[:header])
    if found != magic:
        guess = f"that is an IDX file of {_KINDS[found]}: are two files swapped?" if found in _KINDS else "not IDX."
        raise DataError(f"{path}: expected {kind} (magic number {magic}), found magic number {found}: {guess}")
    expected = int(np.prod(shape, dtype=object))
    if len(data) - header != expected:
        size = " x ".join(map(str, shape))
        raise DataError(
            f"{path}: expected {expected:,} bytes of {kind} ({size}), found {len(data) - header:,}. "
            "The file is damaged: fetch it again."
        )
    if expected == 0:
        raise DataError(f"{path}: expected {kind}, found a file that says it holds none.")
    return np.frombuffer(data, dtype=np.uint8, offset=header).reshape(shape)


def _bytes(path: Path) -> bytearray:
    """Read a file, unpacked if it is gzip; a bytearray, so that the tensors made from it are writable."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise DataError(f"{path}: too large for an IDX file of small images (more than {_MOST_BYTES >> 20:,} MiB).")
        raw = path.read_bytes()
    except OSError as error:
        raise DataError(f"{path}: cannot be read ({error.strerror}).") from error
    if not raw:
        raise DataError(f"{path}: expected an IDX file, found an empty file. Fetch it again.")
    if raw[:2] != _GZIP:
        return bytearray(raw)
    try:
        return bytearray(_unpacked(path, raw))
    except zlib.error as error:
        raise DataError(f"{path}: expected gzip data, found damaged data ({error}). Fetch it again.") from error


def _unpacked(path: Path, raw: bytes) -> bytes:
    # The last four bytes of gzip are the unpacked size: one allocation, twice the speed of gzip.open. They may lie, and
    # then no more is unpacked than they said.
    size = int.from_bytes(raw[-4:], "little")
    unpacking = zlib.decompressobj(wbits=31)
    data = unpacking.decompress(raw, min(size, _MOST_BYTES) + 1)
    if not unpacking.eof or len(data) != size:
        raise zlib.error(
            f"it says that it unpacks to {size:,} bytes, and does not, or to more than images of digits do"
        )
    return data
