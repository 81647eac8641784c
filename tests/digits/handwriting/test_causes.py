"""What made readings fail, cause by cause: the digit is found whole, and read."""

import zlib
from typing import Any

import numpy as np
import pytest
from tests.digits.handwriting.causes import CAUSES, PEN, written
from tests.digits.handwriting.photos import Digit, camera, inked, placed, ramp, saved, stripes, strokes
from tests.digits.handwriting.pictures import likeness, seen

from gradbook.digits import Digits, Trained
from gradbook.digits.handwriting.prediction import predict

DIGITS_A_CAUSE = 10
FLOOR_A_CAUSE = 0.8


def of_digit(sample: Digits, digit: int, random: np.random.Generator) -> Digit:
    choices = (sample.test_labels == digit).nonzero().flatten().tolist()
    image: Digit = sample.test_images[choices[int(random.integers(len(choices)))]].numpy()
    return image


@pytest.mark.parametrize("name", CAUSES)
def test_a_cause_is_read(name: str, reader: Trained, sample: Digits) -> None:
    random = np.random.default_rng(zlib.crc32(name.encode()))
    truths = [(4, 9)[k % 2] if "closed 4" in name else k for k in range(DIGITS_A_CAUSE)]
    photos = [CAUSES[name](of_digit(sample, digit, random), digit, random) for digit in truths]
    readings = predict(reader.model, photos)
    right = [reading.digit == truth for reading, truth in zip(readings, truths, strict=True)]
    assert sum(right) >= FLOOR_A_CAUSE * len(right), list(zip(truths, readings, strict=True))


def around(page: Any, room: int) -> Any:
    return np.pad(page, room)


@pytest.mark.parametrize("digit", [1, 2, 4, 7])
def test_a_straight_stroke_that_fills_the_picture_is_no_ruled_line(digit: int) -> None:
    lines = {1: ("4,0 4,10", "0,10 8,10"), 2: ("0,2 4,0 7,2 5,6 0,10 9,10",), 7: ("0,0 9,0 4,10",)}
    page = written(lines.get(digit, PEN[digit]), np.random.default_rng(1), 400, 330, 6, 0)
    rows, columns = np.nonzero(page > 0.3)
    page = page[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1]
    room = round(0.06 * max(page.shape))  # the stroke fills 80 % and more of the picture
    assert likeness(seen(saved(inked(around(page, room)))), seen(saved(inked(around(page, 150))))) > 0.9


def test_lines_beside_a_strip_are_taken_out(sample: Digits) -> None:
    covered = placed(strokes(sample.test_images[0].numpy(), 130), 300, 240)
    lines = stripes(covered.shape, 30, 2)
    lines[:, :20] = 0  # they end where the paper ends, before the picture does
    assert likeness(seen(saved(inked(np.maximum(covered, lines)))), seen(saved(inked(covered)))) > 0.9


@pytest.mark.parametrize("gap", [0.1, 0.2])
def test_slanted_strokes_side_by_side_are_one_digit(gap: float) -> None:
    both = np.zeros((320, 320))
    rows, columns = np.mgrid[:320, :320]
    slope = 0.5 * (320 / 2 - rows)
    both[(abs(columns - 110 - slope) < 6) & (rows > 80) & (rows < 170)] = 1
    both[(abs(rows - 165) < 6) & (columns > 100) & (columns < 150)] = 1
    left = both.copy()
    right = (abs(columns - 160 - gap * 160 - slope) < 6) & (rows > 80) & (rows < 240)
    both[right] = 1
    image = seen(saved(inked(both)))
    assert likeness(image, seen(saved(inked(left)))) < 0.85
    assert likeness(image, seen(saved(inked(right.astype(float))))) < 0.85


@pytest.mark.parametrize("light", [False, True])
def test_a_straight_stroke_of_one_pixel_is_found(light: bool) -> None:
    page = np.zeros((400, 400))
    page[60:300, 180] = 1
    image = seen(saved(inked(page, 0.0, 1.0) if light else inked(page, 1.0, 0.0)))
    rows, columns = np.nonzero(image)
    assert np.ptp(rows) >= 18
    assert np.ptp(columns) <= 4


def test_thick_strokes_are_no_ruled_lines(sample: Digits) -> None:
    for digit in (1, 2, 7):
        covered = strokes(of_digit(sample, digit, np.random.default_rng(digit)), 230, 0.8)
        image = seen(saved(inked(placed(covered, 280, 280))))
        assert likeness(image, seen(saved(inked(placed(covered, 700, 700))))) > 0.95


def test_ink_that_is_barely_darker_than_its_paper_is_found(sample: Digits) -> None:
    covered = placed(strokes(sample.test_images[0].numpy(), 160), 300, 240)
    paper = 0.9 * (0.85 + 0.15 * ramp(covered.shape, 1))
    faint = camera(paper - 0.045 * covered, np.random.default_rng(0), 0.004)
    assert likeness(seen(saved(faint)), seen(saved(inked(covered)))) > 0.9


def test_a_digit_out_of_focus_is_found(sample: Digits) -> None:
    from scipy import ndimage

    page = inked(placed(strokes(sample.test_images[0].numpy(), 130), 300, 240))
    assert likeness(seen(saved(ndimage.gaussian_filter(page, 9))), seen(saved(page))) > 0.8


def test_a_1_on_its_side_is_read_and_never_sure(reader: Trained, sample: Digits) -> None:
    page = inked(placed(strokes(of_digit(sample, 1, np.random.default_rng(1)), 130), 300, 240))
    for turns in (1, 3):
        reading = predict(reader.model, saved(np.rot90(page, turns)))[0]
        assert reading.digit == 1
        assert not reading.sure
        assert "side" in reading.note
