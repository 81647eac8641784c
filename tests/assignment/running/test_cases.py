"""What a check reads of a call: a wrong kind or shape is a wrong answer, said in words, and never a check's failure."""

from typing import Any

import numpy as np
import pytest

from gradbook.assignment.running.exports import ProbeCase, WrongAnswer


def case(output: Any) -> ProbeCase:
    return ProbeCase({"n": 5}, (np.arange(5.0),), output)


@pytest.mark.parametrize("output", [np.arange(5), [0, 1, 2.0, 3, 4], np.arange(5, dtype=np.float32)])
def test_arrays_and_lists_of_the_shape_asked_are_arrays(output: Any) -> None:
    assert case(output).array(5).tolist() == [0, 1, 2, 3, 4]


@pytest.mark.parametrize("output", [3, 3.0, np.array(3.0), np.array(3)])
def test_a_number_is_a_number_whatever_holds_it(output: Any) -> None:
    assert case(output).number() == 3.0


def test_what_is_not_finite_in_a_list_is_nan() -> None:
    assert np.isnan(case([1.0, None]).array(2)).tolist() == [False, True]


@pytest.mark.parametrize(
    ("output", "said"),
    [
        (None, "nothing, or a number that is not finite"),
        ("0 1 2 3 4", "a text"),
        (True, "True or False"),
        ({"a": 1}, "a dictionary"),
        ([[1.0], [1.0, 2.0]], "a list that is no array of numbers"),
        (["a"] * 5, "a list that is no array of numbers"),
        (np.zeros(3), "3 numbers in a row"),
        (np.zeros((5, 1)), "5 x 1 numbers"),
        (2.5, "a single number"),
        ([], "0 numbers in a row"),
    ],
)
def test_anything_else_is_wrong_and_said(output: Any, said: str) -> None:
    with pytest.raises(WrongAnswer) as wrong:
        case(output).array(5)
    assert str(wrong.value) == f"For n = 5 it should return 5 numbers in a row, and it returns {said}."


def test_an_array_is_no_number() -> None:
    with pytest.raises(WrongAnswer, match="should return a single number, and it returns 1 number in a row"):
        case([3.0]).number()
