"""Brackets right behind mathematics, "$f$(2) = 5": what a quantity is taken at, no quantity of their own."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise, Status

GATE = Exercise.from_graph(Graph("u = a * b; z = max(0, u)", a=3, b=2), ["u", "z", "dz/du", "dz/da"])


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (r"$\frac{\partial z}{\partial u}$(u) = 1", "dz/du"),
        (r"2 u: \(\frac{\partial z}{\partial u}\)(u) = 1", "dz/du"),
        (r"2 u: \\(\frac{\partial z}{\partial u}\\)(u) = 1", "dz/du"),
        ("$dz/du$(u) = 1", "dz/du"),
        ("$z$(3, 2) = 6", "z"),
        (r"$\frac{\partial z}{\partial a}$(3, 2) = 2", "dz/da"),
        (r"$\frac{\partial z}{\partial a}$ (3, 2) ≈ 2", "dz/da"),
        (r"$\frac{\partial z}{\partial a}$(a=3) = 2", "dz/da"),
    ],
)
def test_a_bracket_right_behind_mathematics_belongs_to_it(text: str, key: str) -> None:
    found = verdicts(text, GATE)
    assert found[key].status in ACCEPTED
    assert all(found[other].status is Status.MISSING for other in found if other != key)


@pytest.mark.parametrize(
    "text",
    [
        r"$\frac{\partial z}{\partial b}$ (u) = 6",
        r"$\frac{\partial z}{\partial u}$(u) = 6",
        r"\(\frac{\partial z}{\partial a}\)(a) = 6",
        "$z$(u) = 7",
        "$w$(u) = 6",
        "$u$(4, 2) = 6",
        "$u$(7) = 6",
    ],
)
def test_what_stands_in_such_a_bracket_gets_no_value(text: str) -> None:
    found = verdicts(text, GATE)
    assert found["u"].status not in ACCEPTED
    assert found["u"].status is not Status.WRONG
