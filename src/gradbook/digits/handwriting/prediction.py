"""Reading handwriting with a trained network: one digit, or several side by side."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from PIL import Image
from torch import nn

from gradbook.core.errors import UsageError
from gradbook.digits.handwriting import display  # noqa: F401 (registers how a reading shows itself)
from gradbook.digits.handwriting.locating.locate import find
from gradbook.digits.handwriting.locating.shape import FLAT, Drawn
from gradbook.digits.handwriting.locating.split import halves
from gradbook.digits.handwriting.photo import Gray, Photo, photo_name, read_photo
from gradbook.digits.handwriting.reading import SURE, DigitReading, Reading
from gradbook.digits.handwriting.redraw import redraw
from gradbook.digits.network import scores

_THUMBNAIL = 160  # pixels on the longest side
_BESIDE = 0.4  # certainty from which things side by side are digits of a number
_LIKELY = 0.6  # certainty below which it is looked at in other ways
_TURNED = 0.8  # certainty from which a photo that reads badly upright may lie on its side
_ON_ITS_SIDE = "if the photo lies on its side"


def predict(model: nn.Module, photos: Iterable[Photo] | Photo) -> list[Reading]:
    """Read each photo: one digit, or several side by side as a number.

    Args:
        model: a network that maps (N, 784) pixels from 0 to 1 to (N, 10) scores.
        photos: paths, bytes, Pillow images or arrays; see `photo.read_photo`. A single one will do.

    Returns:
        One reading a photo, in their order.

    Raises:
        DataError: a photo cannot be read; the message names it.
        UsageError: there is no photo.
    """
    readings = [_read(model, photo_name(photo), read_photo(photo)) for photo in _listed(photos)]
    if not readings:
        raise UsageError("there is no photo to read.")
    return readings


def _read(model: nn.Module, name: str, gray: Gray) -> Reading:
    thumbnail = gray[:: (step := max(1, max(gray.shape) // _THUMBNAIL)), ::step]
    found = find(gray)
    if not found.digits:
        # A 1 on its side is as flat as a line.
        if found.reason == FLAT and (turned := _on_its_side(model, gray, np.full(10, 0.1))):
            return Reading(name, thumbnail, (turned,), note=_ON_ITS_SIDE)
        return Reading(name, thumbnail, reason=found.reason)
    readings = _read_images(model, [redraw(drawn) for drawn in found.digits])
    elsewhere = _read_images(model, [redraw(drawn) for drawn in found.apart])
    apart = tuple(each for each in elsewhere if each.certainty >= SURE)
    further = _further(apart)
    if len(readings) > 1 and all(each.certainty >= _BESIDE for each in readings):
        return Reading(name, thumbnail, readings, note=further, apart=apart)
    main, drawn = readings[found.main], found.digits[found.main]
    note = "; ".join(["something beside it was left out"] * (len(readings) > 1) + [further] * bool(further))
    pair = _halves(model, drawn, main)
    if pair:
        return Reading(name, thumbnail, pair, note=note, apart=apart)
    if apart and main.certainty < _LIKELY:  # what stands out most is hardly a digit, and another thing is one
        best, *others = sorted(apart, key=lambda each: -each.certainty)
        note = "; ".join(["something apart from it was left out"] + [_further(tuple(others))] * bool(others))
        return Reading(name, thumbnail, (best,), note=note, apart=tuple(others))
    if main.certainty < _LIKELY and not note:
        turned = _on_its_side(model, gray, np.array(main.probabilities))
        if turned:
            return Reading(name, thumbnail, (turned,), note=_ON_ITS_SIDE)
        high, across = (side.stop - side.start for side in drawn.box)
        if across > high:
            note = "perhaps several digits that touch: write them apart"
    return Reading(name, thumbnail, (main,), note=note, apart=apart)


def _further(apart: tuple[DigitReading, ...]) -> str:
    """Say that there are more digits than what was read, and which."""
    if not apart:
        return ""
    which = ", ".join(f"{each.digit} ({each.certainty:.1%})" for each in apart)
    return f"more than one digit was found: apart from it also {which}"


def _halves(model: nn.Module, drawn: Drawn, whole: DigitReading) -> tuple[DigitReading, ...] | None:
    """Read a group as two digits, where both halves are certain and the whole is less so."""
    if whole.certainty >= SURE:
        return None
    pair = halves(drawn)
    if pair is None:
        return None
    readings = _read_images(model, [redraw(half) for half in pair])
    return readings if min(each.certainty for each in readings) > max(SURE, whole.certainty) else None


def _on_its_side(model: nn.Module, gray: Gray, upright: npt.NDArray[np.float64]) -> DigitReading | None:
    """Read a photo turned by 90 degrees either way, where that is certain.

    Some letters are digits on their side, so that a turned reading counts half.

    Args:
        model: as in `predict`.
        gray: (H, W), 0 is black and 1 is white.
        upright: (10,) probabilities as it stands.
    """
    tries = [find(np.ascontiguousarray(np.rot90(gray, turns))) for turns in (1, 3)]
    images = [redraw(found.digits[0]) for found in tries if len(found.digits) == 1]
    best = max(_read_images(model, images), key=lambda each: each.certainty, default=None)
    if best is None or best.certainty < _TURNED:
        return None
    mixed = (np.array(best.probabilities) + upright) / 2
    return DigitReading(best.image, tuple(mixed.tolist()))


def _read_images(model: nn.Module, images: list[npt.NDArray[np.uint8]]) -> tuple[DigitReading, ...]:
    if not images:
        return ()
    rows = scores(model, torch.from_numpy(np.stack(images))).double().softmax(1).tolist()
    return tuple(DigitReading(image, tuple(row)) for image, row in zip(images, rows, strict=True))


def _listed(photos: Any) -> Iterable[Photo]:
    """Return photos to go through: one alone would fall apart, a path into letters and an image into rows."""
    is_one = isinstance(photos, str | Path | bytes | Image.Image) or len(getattr(photos, "shape", ())) == 2
    return [photos] if is_one else photos
