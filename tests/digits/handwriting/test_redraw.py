"""Digits are redrawn as MNIST has them."""

import numpy as np
import pytest
from PIL import Image

from gradbook.digits import Digits
from gradbook.digits.handwriting.photo import read_photo
from gradbook.digits.handwriting.redraw import normalise


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
