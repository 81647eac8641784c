"""Tests for comparisons: an indicator is of what bends, at all points."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise, Status

RELU = Exercise.from_graph(Graph("z = w*x + b; a = relu(z); L = 0.5*(a - y)**2", w=2, x=1.5, b=-1, y=0.5), ["dL/dw"])
GATE = Exercise.from_graph(Graph("c = max(a, b); f = c*d", a=3, b=1, d=-2), ["df/da"])
INDICATED = [
    (RELU, r"dL/dw = (a - y) \cdot 1_{%s} \cdot x", ["z > 0", "a > 0", "wx + b > 0", "0 < z", "z \\ge 0"], True),
    (RELU, r"dL/dw = (a - y) \cdot 1_{%s} \cdot x", ["x > 0", "w > 0", "wx > 0", "a - y > 0", "-b > 0"], False),
    (RELU, "dL/dw = (a - y) * (1 if %s else 0) * x", ["z > 0", "a > 0"], True),
    (RELU, "dL/dw = (a - y) * (1 if %s else 0) * x", ["x > 0", "a > y"], False),
    (GATE, "df/da = d * [%s]", ["a > b", "b < a"], True),
    (GATE, "df/da = d * [%s]", ["a > 0", "c > 0", "b > 0", "a > d", "c > b", "4 > 1"], False),
]


@pytest.mark.parametrize(
    ("exercise", "answer", "right"),
    [(exercise, form % one, right) for exercise, form, ones, right in INDICATED for one in ones],
)
def test_an_indicator_is_of_what_bends(exercise: Exercise, answer: str, right: bool) -> None:
    (verdict,) = verdicts(f"${answer}$" if "\\" in answer else answer, exercise).values()
    assert (verdict.status in ACCEPTED) == right
    assert right or verdict.status is Status.UNREAD


def test_numbers_may_be_compared() -> None:
    answer = "dL/dw = (a - y) * [z > 0] * x = (2 - 0.5) * [2 > 0] * 1.5 = 2.25"
    assert verdicts(answer, RELU)["dL/dw"].status is Status.RIGHT
