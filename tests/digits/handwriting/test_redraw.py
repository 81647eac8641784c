"""Digits are redrawn as MNIST has them."""

import numpy as np
import pytest
from PIL import Image

from gradbook.digits import Digits
from gradbook.digits.handwriting.locating.ink import box_of, stroke_width
from gradbook.digits.handwriting.locating.shape import Drawn
from gradbook.digits.handwriting.photo import read_photo
from gradbook.digits.handwriting.redraw import normalise, redraw


def test_mnists_own_images_stay_as_they_are(sample: Digits) -> None:
    differences = []
    for image in sample.test_images[:60].numpy():
        redrawn = normalise(read_photo(image))
        assert redrawn is not None
        rows, columns = np.nonzero(redrawn > 40)
        assert 17 <= max(np.ptp(rows), np.ptp(columns)) + 1 <= 22
        mass = redrawn.astype(float)
        centre = (mass.sum(1) @ np.arange(28) / mass.sum(), mass.sum(0) @ np.arange(28) / mass.sum())
        assert centre == pytest.approx((13.5, 13.5), abs=1)
        differences.append(np.abs(redrawn.astype(float) - image).mean() / image.mean())
    assert np.mean(differences) < 0.35


def test_dark_and_light_give_the_same(sample: Digits) -> None:
    big = np.asarray(Image.fromarray(sample.test_images[3].numpy()).resize((280, 280), Image.Resampling.BICUBIC))
    light, dark = normalise(read_photo(big)), normalise(read_photo(255 - big))
    assert light is not None
    assert dark is not None
    assert np.abs(light.astype(int) - dark).mean() < 3


@pytest.mark.parametrize("side", [2, 30])  # pixels: a thin stroke is thickened, a thick one thinned
def test_what_is_around_a_digit_changes_nothing(side: int) -> None:
    mask = np.zeros((100, 90), bool)
    mask[:, :side] = mask[-side:] = True

    def drawn(margin: int) -> Drawn:
        ink = np.pad(mask, margin)
        return Drawn(ink.astype(np.float32), ink, box_of(ink), stroke_width(ink), weight=1, light=False, level=1)

    assert stroke_width(mask) == stroke_width(np.pad(mask, 17))
    assert np.array_equal(redraw(drawn(0)), redraw(drawn(40)))
    assert redraw(drawn(0)).any()
