"""Several digits in one picture: found from left to right, cut where they touch, and said where they cannot be read."""

import io

import numpy as np
import pytest
from PIL import Image
from tests.digits.handwriting.causes import LETTERS, no_digit, number
from tests.digits.handwriting.photos import inked, placed, saved, strokes
from tests.digits.handwriting.pictures import likeness

from gradbook.digits import Digits, Trained
from gradbook.digits.handwriting.display import shown
from gradbook.digits.handwriting.locating.locate import find
from gradbook.digits.handwriting.locating.split import halves
from gradbook.digits.handwriting.photo import read_photo
from gradbook.digits.handwriting.prediction import predict
from gradbook.digits.handwriting.redraw import redraw


def of(sample: Digits, digit: int, which: int = 0) -> np.ndarray:
    return sample.test_images[int((sample.test_labels == digit).nonzero()[which])].numpy()


def test_digits_side_by_side_are_found_from_left_to_right(sample: Digits) -> None:
    for count in (2, 3, 5):
        page = np.zeros((200, 130 * count + 60))
        for place in range(count):
            covered = placed(strokes(of(sample, place), 90), *page.shape, (0.5, (95 + 130 * place) / page.shape[1]))
            page = np.maximum(page, covered)
        found = find(read_photo(saved(inked(page))))
        assert len(found.digits) == count
        for place, drawn in enumerate(found.digits):
            assert likeness(redraw(drawn), of(sample, place)) > 0.75


def test_a_smaller_thing_beside_it_is_no_digit_of_its_number(sample: Digits) -> None:
    page = placed(strokes(of(sample, 3), 150), 300, 400, (0.5, 0.35))
    page = np.maximum(page, placed(strokes(of(sample, 5), 60), 300, 400, (0.5, 0.8)))
    assert len(find(read_photo(saved(inked(page)))).digits) == 1


def test_touching_digits_are_cut_where_the_ink_is_thinnest(sample: Digits) -> None:
    page = np.maximum(
        placed(strokes(of(sample, 3), 110), 300, 400, (0.5, 0.36)),
        placed(strokes(of(sample, 5), 110), 300, 400, (0.5, 0.64)),
    )
    page[148:153, 140:260] = 1  # a thin stroke from one to the other
    (drawn,) = find(read_photo(saved(inked(page)))).digits
    pair = halves(drawn)
    assert pair is not None
    left, right = pair
    assert left.box[1].stop <= right.box[1].start + 8
    assert not (left.mask & right.mask).any()
    assert (left.mask | right.mask).sum() == drawn.mask.sum()


def test_one_slim_digit_is_not_cut(sample: Digits) -> None:
    for digit in (1, 3, 8):
        (drawn,) = find(read_photo(saved(inked(placed(strokes(of(sample, digit), 150), 300, 240))))).digits
        assert halves(drawn) is None


def test_numbers_of_two_digits_are_read_or_said_to_be_unsure(reader: Trained, sample: Digits) -> None:
    random = np.random.default_rng(42)
    right = told = 0
    for tens in range(10):
        ones = (3 * tens + 1) % 10
        photo = number((of(sample, tens, 1), of(sample, ones, 2)), random)
        reading = predict(reader.model, photo)[0]
        right += reading.number == f"{tens}{ones}"
        told += len(reading.digits) == 2 or not reading.sure
    assert right >= 6
    assert told >= 9


def test_letters_and_signs_are_seldom_claimed_to_be_digits(reader: Trained) -> None:
    random = np.random.default_rng(0)
    readings = [predict(reader.model, no_digit(name, random))[0] for name in LETTERS]
    assert sum(reading.certainty > 0.9 for reading in readings) <= 3


@pytest.mark.parametrize(
    ("first", "second"),
    [((0.5, 0.1), (0.5, 0.9)), ((0.2, 0.15), (0.8, 0.85)), ((0.2, 0.5), (0.8, 0.5))],
    ids=["far on one line", "aslant", "one above the other"],
)
def test_two_digits_that_make_no_number_are_both_said(
    reader: Trained, sample: Digits, first: tuple[float, float], second: tuple[float, float]
) -> None:
    page = np.maximum(
        placed(strokes(of(sample, 4), 90), 500, 700, first), placed(strokes(of(sample, 7), 90), 500, 700, second)
    )
    (reading,) = predict(reader.model, saved(inked(page)))
    assert {each.digit for each in (*reading.digits, *reading.apart)} == {4, 7}
    assert len(reading.digits) == 1 and not reading.sure
    assert f"more than one digit was found: apart from it also {reading.apart[0].digit}" in reading.verdict()
    assert Image.open(io.BytesIO(shown([reading]))).width > Image.open(io.BytesIO(shown([]))).width


def test_a_digit_is_read_beside_something_larger_that_is_none(reader: Trained, sample: Digits) -> None:
    page = placed(strokes(of(sample, 4), 90), 400, 700, (0.5, 0.2))
    page[150:250, 560:570] = page[150:250, 640:650] = page[195:205, 560:650] = 1  # an H
    (reading,) = predict(reader.model, saved(inked(page)))
    assert (reading.number, reading.apart, reading.sure) == ("4", (), False)
    assert reading.verdict().endswith("something apart from it was left out")
