"""Drawings of paths state nothing, and a fraction of numbers before a bracket is a factor."""

import pytest
from tests.written.corpus import EXERCISES

from gradbook.written.judging.outcomes.said.readback import read_back
from gradbook.written.reading import reading_of

LEXICON = EXERCISES["seed"].lexicon


def _read(text: str) -> list[str]:
    return [read_back(statement, text) for statement in reading_of(text, LEXICON).statements]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x -> (w) -> q -> r -> f", []),
        ("w → q → r → f, so q = 10", ["q = 10"]),
        ("x → q → r → f = 24", ["f = 24"]),
        ("the path is w → q → r. dq/dw = 2", ["dq/dw = 2"]),
        ("w → 4.94", ["w_new = 4.94"]),
        ("w → 5 - 0.06 → 4.94", ["w_new = 5 - 0.06 = 4.94"]),
    ],
)
def test_names_with_arrows_between_state_nothing(text: str, expected: list[str]) -> None:
    assert _read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("f = 1/2 (r + 2)^2", ["f = 1 / 2 * (r + 2)**2"]),
        ("f = 1/2(r + 2)^2", ["f = 1 / 2 * (r + 2)**2"]),
        ("f = 1/2 r^2", ["f = 1 / 2 * r**2"]),
        ("f = 1/2r", ["f = <1/2r>"]),  # 1/(2r)?
        ("f = q/r x", ["f = <q/r x>"]),
        ("f = 1/2(3)", ["f = <1/2(3)>"]),
    ],
)
def test_a_fraction_of_numbers_is_a_factor_where_nothing_else_can_be_meant(text: str, expected: list[str]) -> None:
    assert _read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("f → r: ∂f/∂r = 3", ["df/dr = 3"]),
        ("q → w: ∂f/∂w = 6", ["df/dw = 6"]),
        ("Gradients:\n* f wrt r: 3", ["df/dr = 3"]),
        ("w - 0.01 * df/dw = 4.94", ["w_new = w - 0.01 * df/dw = 4.94"]),
        ("the 2nd gradient: df/dr = 3", ["df/dr = 3"]),
    ],
)
def test_edges_and_steps_may_stand_where_names_do(text: str, expected: list[str]) -> None:
    assert _read(text) == expected
