"""Numbers as learners write them."""

import pytest

from gradbook.assignment.quiz.numbers import NumberError, number_words, read_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("392000", 392000),
        ("392 000", 392000),
        ("392\u202f000", 392000),
        ("392'000", 392000),
        ("392_000", 392000),
        ("1,234,567", 1234567),
        ("1.234.567", 1234567),
        ("1,234.5", 1234.5),
        ("1.234,5", 1234.5),
        ("1 234,5", 1234.5),
        ("0.5", 0.5),
        ("0,5", 0.5),
        ("0.125", 0.125),
        ("0,125", 0.125),
        ("3.14", 3.14),
        ("-3,5", -3.5),
        ("\u22125", -5),
        ("+7", 7),
        ("1e-3", 0.001),
        ("3920.00", 3920.0),
        ("3.1250", 3.125),
    ],
)
def test_what_can_be_read_in_one_way(text: str, number: float) -> None:
    assert read_number(f" {text} ") == number


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("392,000", "392,000 can be read as 392000 or as 392.0. Write 392000, or 392.0."),
        ("392.000", "392.000 can be read as 392000 or as 392.0. Write 392000, or 392.0."),
        ("3.125", "3.125 can be read as 3125 or as 3.125. Write 3125, or 3.1250."),
    ],
)
def test_what_can_be_read_in_two_ways_is_asked_back(text: str, said: str) -> None:
    with pytest.raises(NumberError) as caught:
        read_number(text)
    assert str(caught.value) == said


@pytest.mark.parametrize("text", ["", "ten", "1,2,3", "12 34", "1.2.3", "nan", "inf", "1e999", "1/3", "9" * 5000])
def test_what_is_no_number(text: str) -> None:
    with pytest.raises(NumberError, match=r"such as 12 or 0\.5"):
        read_number(text)


@pytest.mark.parametrize("number", [392000, 1234567.0, 0.1, -2.03, 12345678901234567890, 1e20])
def test_what_is_shown_is_what_was_understood(number: float) -> None:
    assert read_number(number_words(number)) == number
