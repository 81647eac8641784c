"""data/ as torchvision lays it out, made of the digits that this machine has."""

from pathlib import Path
from typing import TYPE_CHECKING

from gradbook.assignment.layout import DATA

if TYPE_CHECKING:
    from gradbook.digits import Digits


def write_digits(folder: Path, data: "str | Path | Digits") -> None:
    """Write digits as torchvision lays them out, so that the notebook needs no network."""
    import numpy as np

    from gradbook.digits.datasets import idx
    from gradbook.digits.datasets.sources import load_images

    images = load_images(data) if isinstance(data, str | Path) else data
    raw = folder / "MNIST" / "raw"
    raw.mkdir(parents=True)
    for split, stem in (("train", "train"), ("test", "t10k")):
        idx.write(raw / f"{stem}-images-idx3-ubyte", np.asarray(getattr(images, f"{split}_images")))
        idx.write(raw / f"{stem}-labels-idx1-ubyte", np.asarray(getattr(images, f"{split}_labels"), dtype=np.uint8))


def has_digits(folder: Path) -> bool:
    """Whether the digits are beside a notebook; torchvision leaves an empty folder where it could not download."""
    return any((folder / DATA).glob("MNIST/raw/train-images*"))
