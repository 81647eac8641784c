"""The digit is found whole and alone, and nothing is found where there is none."""

from typing import Any

import numpy as np
import pytest
from PIL import Image
from scipy import ndimage
from tests.digits.handwriting.photos import camera, inked, placed, ramp, saved, stripes, strokes
from tests.digits.handwriting.pictures import likeness, seen

from gradbook.digits import Digits
from gradbook.digits.handwriting.photo import read_photo
from gradbook.digits.handwriting.redraw import normalise


@pytest.mark.parametrize("level", [0, 60, 128, 255])
def test_a_blank_page_has_no_digit(level: int) -> None:
    assert normalise(read_photo(np.full((300, 400), level, dtype=np.uint8))) is None


@pytest.mark.parametrize("seed", range(4))
def test_noise_has_no_digit(seed: int) -> None:
    random = np.random.default_rng(seed)
    assert normalise(read_photo(random.normal(0.7, 0.03, (300, 300)).clip(0, 1))) is None


def test_a_gradient_has_no_digit() -> None:
    ramp = np.linspace(0.3, 0.9, 400)[None, :] * np.ones((300, 1))
    assert normalise(read_photo(ramp)) is None
    assert normalise(read_photo(ramp * ramp.mean(1, keepdims=True))) is None


@pytest.mark.parametrize("gap", [6, 20, 28])
def test_a_five_with_a_loose_bar_stays_whole(gap: int) -> None:
    page = np.zeros((300, 240))
    page[92 + gap : 150, 100:112] = 1
    page[138:150, 100:150] = 1
    page[138:200, 150:162] = 1
    page[188:200, 90:162] = 1
    page[80:92, 100:170] = 1  # the bar
    whole = page.copy()
    whole[92:150, 100:112] = 1
    assert likeness(seen(saved(inked(page))), seen(saved(inked(whole)))) > 0.85


def test_the_next_digit_is_left_out(sample: Digits) -> None:
    seven, four = (sample.test_images[int((sample.test_labels == digit).nonzero()[0])].numpy() for digit in (7, 4))
    page = placed(strokes(seven, 150), 300, 400, (0.5, 0.3))
    both = np.maximum(page, placed(strokes(four, 120), 300, 400, (0.5, 0.75)))
    assert likeness(seen(saved(inked(both))), seen(saved(inked(page)))) > 0.97


@pytest.mark.parametrize("side", [12, 16, 20])
def test_a_digit_of_a_few_pixels_is_found(sample: Digits, side: int) -> None:
    for image in sample.test_images[::100].numpy():
        small = np.asarray(Image.fromarray(image).resize((side, side), Image.Resampling.BOX))
        assert likeness(seen(small), image) > 0.7


def empty_pages() -> dict[str, Any]:
    random = np.random.default_rng(28)
    shape = (300, 240)
    rows, columns = np.mgrid[:300, :240]
    folds = ndimage.gaussian_filter(random.normal(size=shape), 12)
    folds /= folds.std()
    grid = np.maximum(stripes(shape, 24, 1), stripes(shape[::-1], 24, 1).T)
    return {
        "one pixel": np.ones((1, 1)),
        "one row": np.linspace(0, 1, 500)[None],
        **{f"gradient {angle}": ramp(shape, angle) for angle in range(7)},
        "gradient as JPEG": saved(0.8 + 0.1 * ramp(shape, 1), "JPEG", quality=20),
        "vignette": 1 - 1.5 * ((rows / 300 - 0.5) ** 2 + (columns / 240 - 0.5) ** 2),
        "spot of light": np.exp(-((rows - 150) ** 2 + (columns - 120) ** 2) / 2 / 40**2),
        "shadow": ndimage.gaussian_filter(np.where(ramp(shape, 0.3) < 0.5, 0.5, 0.9), 3),
        **{f"noise of {side}": random.random((side, side)) for side in (20, 28, 60, 200, 500)},
        "noise of bits": random.random((200, 200)) < 0.3,
        "noise as JPEG": saved(0.8 + random.normal(0, 0.1, shape), "JPEG", quality=10),
        "clouds": 0.7 + 0.1 * folds,
        "crumpled": saved(camera(0.85 + 0.05 * folds, random), "JPEG"),
        "specks": random.random(shape) < 0.002,
        "ruled": saved(camera(0.9 - 0.3 * stripes(shape, 40, 1.5), random), "JPEG"),
        "ruled and tilted": saved(camera(0.9 - 0.3 * stripes(shape, 40, 1.5, 0.05), random), "JPEG"),
        "grid": saved(camera(0.9 - 0.3 * grid, random), "JPEG"),
        "disc": (rows - 150) ** 2 + (columns - 120) ** 2 < 50**2,
    }


@pytest.mark.parametrize("page", empty_pages().values(), ids=empty_pages().keys())
def test_nothing_is_found_on_an_empty_page(page: Any) -> None:
    assert normalise(read_photo(page)) is None
