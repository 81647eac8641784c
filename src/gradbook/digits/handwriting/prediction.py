"""Reading handwriting with a trained network: what it saw, and what it makes of it."""

import io
import warnings
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from PIL import Image
from torch import nn

from gradbook.core.errors import UsageError
from gradbook.digits.handwriting.photo import Photo, photo_name, read_photo
from gradbook.digits.handwriting.redraw import normalise
from gradbook.digits.network import scores

_THUMBNAIL = 160  # pixels on the longest side


@dataclass(frozen=True, eq=False)
class Reading:
    """What a network reads in one photo.

    Attributes:
        source: the photo's name, for people.
        thumbnail: (h, w) float32, the photo in gray and small.
        image: (28, 28) uint8, what the network saw; None where no digit was found.
        probabilities: one a class; None where no digit was found.
    """

    source: str
    thumbnail: npt.NDArray[np.float32]
    image: npt.NDArray[np.uint8] | None
    probabilities: tuple[float, ...] | None

    @property
    def found(self) -> bool:
        """Whether there is a digit in the photo at all."""
        return self.image is not None

    @property
    def digit(self) -> int | None:
        """The most probable digit; None where there is none."""
        best = self.top(1)
        return best[0][0] if best else None

    def top(self, count: int) -> list[tuple[int, float]]:
        """Return the `count` most probable digits with their probabilities; empty where no digit was found."""
        ranked = sorted(enumerate(self.probabilities or ()), key=lambda pair: -pair[1])
        return ranked[:count]

    def __repr__(self) -> str:
        if not self.found:
            return f"<Reading of {self.source}: no digit found>"
        best = ", ".join(f"{digit} ({probability:.1%})" for digit, probability in self.top(3))
        return f"<Reading of {self.source}: {best}>"

    def _repr_html_(self) -> str:
        """Show in Jupyter what the network saw and what it makes of it."""
        from gradbook.core.html import picture

        return picture(shown([self]), repr(self).strip("<>"))


def predict(model: nn.Module, photos: Iterable[Photo] | Photo) -> list[Reading]:
    """Read one digit in each photo.

    Args:
        model: a network that maps (N, 784) pixels from 0 to 1 to (N, 10) scores.
        photos: paths, bytes, Pillow images or arrays; see `handwriting.read_photo`. A single one will do.

    Raises:
        DataError: a photo cannot be read; the message names it.
        UsageError: there is no photo.
    """
    names, thumbnails, images = [], [], []
    for photo in _listed(photos):
        gray = read_photo(photo)
        names.append(photo_name(photo))
        thumbnails.append(gray[:: (step := max(1, max(gray.shape) // _THUMBNAIL)), ::step])
        images.append(normalise(gray))
    if not names:
        raise UsageError("there is no photo to read.")
    found = [image for image in images if image is not None]
    rows: list[list[float]] = []
    if found:
        rows = scores(model, torch.from_numpy(np.stack(found))).double().softmax(1).tolist()
    known = iter(rows)
    return [
        Reading(name, thumbnail, image, None if image is None else tuple(next(known)))
        for name, thumbnail, image in zip(names, thumbnails, images, strict=True)
    ]


def _listed(photos: Any) -> Iterable[Photo]:
    """Return photos to go through: one alone would fall apart, a path into letters and an image into rows."""
    is_one = isinstance(photos, str | Path | bytes | Image.Image) or len(getattr(photos, "shape", ())) == 2
    return [photos] if is_one else photos


def shown(readings: Sequence[Reading]) -> bytes:
    """Draw readings as a PNG: each photo, what the network saw of it, and the three most probable digits as bars."""
    from matplotlib.figure import Figure

    columns = max(1, min(len(readings), 3))
    rows = max(1, -(-len(readings) // columns))
    figure = Figure(figsize=(4.6 * columns, 1.75 * rows), dpi=110, layout="constrained")
    grid = figure.subplots(rows, 3 * columns, squeeze=False, width_ratios=[1, 1, 1.1] * columns)
    for axes in grid.flat:
        axes.axis("off")
    for place, reading in enumerate(readings):
        photo, seen, bars = grid[place // columns, 3 * (place % columns) : 3 * (place % columns) + 3]
        photo.imshow(reading.thumbnail, cmap="gray", vmin=0, vmax=1)
        name = reading.source
        photo.set_title(name if len(name) <= 22 else f"…{name[-21:]}", fontsize=8)
        if reading.image is None:
            seen.text(0.5, 0.5, "no digit\nfound", ha="center", va="center", color="#c62a2f", transform=seen.transAxes)
            continue
        seen.imshow(reading.image, cmap="gray", vmin=0, vmax=255)
        seen.set_title("seen", fontsize=8)
        best = reading.top(3)
        for line, (digit, probability) in enumerate(best):
            bars.barh(-line, probability, height=0.7, color="#2457c5" if line == 0 else "#aab8d4")
            bars.text(0.02, -line, f"{digit}   {probability:.1%}", va="center", fontsize=10, color="#111")
        bars.set(xlim=(0, 1), ylim=(-2.7, 0.7))
    file = io.BytesIO()
    with warnings.catch_warnings(action="ignore", category=UserWarning):  # a file's name may be in any script
        figure.savefig(file, format="png")
    return file.getvalue()
