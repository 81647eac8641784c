"""What is read, in words: sure, unsure, several digits, none."""

import numpy as np
import pytest

from gradbook.digits.handwriting.reading import DigitReading, Reading

PHOTO = np.full((20, 20), 0.5, np.float32)
SEEN = np.zeros((28, 28), np.uint8)


def sign(**shares: float) -> DigitReading:
    """A sign with the given probabilities, as in `d4=0.9`; the rest is spread evenly."""
    rest = (1 - sum(shares.values())) / (10 - len(shares))
    return DigitReading(SEEN, tuple(shares.get(f"d{digit}", rest) for digit in range(10)))


@pytest.mark.parametrize(
    ("digits", "number", "digit", "sure", "words"),
    [
        ((sign(d4=0.95),), "4", 4, True, "4 (95.0%)"),
        ((sign(d4=0.6, d9=0.35),), "4", 4, False, "unsure: 4 or 9 (60.0%)"),
        ((sign(d4=0.5, d9=0.25, d7=0.2),), "4", 4, False, "unsure: 4 or 9 or 7 (50.0%)"),
        ((sign(d3=0.3),), "3", 3, False, "no digit: what is there is like none of the ten (most like 3 (30.0%))"),
        ((sign(d4=0.95), sign(d2=0.9)), "42", None, True, "42: 4 (95.0%), 2 (90.0%)"),
        ((sign(d4=0.95), sign(d2=0.6, d7=0.3)), "42", None, False, "42: 4 (95.0%), 2 (60.0%); unsure: 2 or 7"),
        ((), None, None, False, "no digit: the picture is blank"),
    ],
)
def test_a_verdict(
    digits: tuple[DigitReading, ...], number: str | None, digit: int | None, sure: bool, words: str
) -> None:
    reading = Reading("x.png", PHOTO, digits, reason="" if digits else "the picture is blank")
    assert (reading.number, reading.digit, reading.sure, reading.verdict()) == (number, digit, sure, words)
    assert reading.found == bool(digits)
    assert words in repr(reading)


def test_a_note_makes_it_unsure() -> None:
    reading = Reading("x.png", PHOTO, (sign(d4=0.95),), note="something beside it was left out")
    assert not reading.sure
    assert reading.verdict() == "4 (95.0%); something beside it was left out"


def test_one_digit_has_an_image_and_a_number_has_none() -> None:
    one, two = Reading("x", PHOTO, (sign(d4=1.0),)), Reading("x", PHOTO, (sign(d4=1.0), sign(d4=1.0)))
    assert one.image is SEEN
    assert one.probabilities is not None
    assert (two.image, two.probabilities, two.top(3)) == (None, None, [])


def test_a_further_digit_apart_makes_it_unsure_and_is_named() -> None:
    note = "more than one digit was found: apart from it also 4 (95.0%)"
    reading = Reading("x.png", PHOTO, (sign(d7=0.99),), note=note, apart=(sign(d4=0.95),))
    assert (reading.number, reading.sure) == ("7", False)
    assert reading.verdict() == f"7 (99.0%); {note}"
