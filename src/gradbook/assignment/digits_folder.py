"""data/ as torchvision lays it out, made of the digits that this machine has."""

from pathlib import Path
from typing import TYPE_CHECKING

from gradbook.assignment.layout import DATA

if TYPE_CHECKING:
    from gradbook.digits import Digits


def write_digits(folder: Path, data: "str | Path | Digits", tests: int | None = None) -> None:
    """Write digits as torchvision lays them out, so that the notebook needs no network.

    Args:
        folder: is made; it will hold MNIST/raw.
        data: digits, or as for `gradbook.digits.load`.
        tests: how many of the test images, the first; None for all.
    """
    import numpy as np

    from gradbook.digits.datasets import idx
    from gradbook.digits.datasets.sources import load_images

    images = load_images(data) if isinstance(data, str | Path) else data
    raw = folder / "MNIST" / "raw"
    raw.mkdir(parents=True)
    for split, stem, most in (("train", "train", None), ("test", "t10k", tests)):
        idx.write(raw / f"{stem}-images-idx3-ubyte", np.asarray(getattr(images, f"{split}_images")[:most]))
        labels = np.asarray(getattr(images, f"{split}_labels")[:most], dtype=np.uint8)
        idx.write(raw / f"{stem}-labels-idx1-ubyte", labels)


def has_digits(folder: Path) -> bool:
    """Whether the digits are beside a notebook; torchvision leaves an empty folder where it could not download."""
    return any((folder / DATA).glob("MNIST/raw/train-images*"))
