"""An object that a program shows behind a formula is its number; one that has a gradient, or is assigned, stays."""

import pytest

from gradbook.written.lexing.source.pasted.programs.shown import as_numbers


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("step1: s = w*x = Node(data=1.0, grad=0.0)", "step1: s = w*x = 1.0"),
        ("s = w*x = Value(data=-2e-05)\ny = 1", "s = w*x = -2e-05\ny = 1"),
        ("relu(3.5) = Tensor(value=3.5), and", "relu(3.5) = 3.5, and"),
    ],
)
def test_it_is_a_number_behind_a_formula(line: str, number: str) -> None:
    plain = as_numbers(line)
    assert len(plain) == len(line)
    assert plain.replace(" ", "") == number.replace(" ", "")


@pytest.mark.parametrize(
    "line",
    [
        "q = Value(data=10.0)",
        "q = w*x = Value(data=10.0, grad=2.0)",
        "q = w*x = Value(data=a)",
        "q = w*x = f(data=3)",
        "q = w*x = Value(data=10.0) wrong",
    ],
)
def test_any_other_stays(line: str) -> None:
    assert as_numbers(line) == line
