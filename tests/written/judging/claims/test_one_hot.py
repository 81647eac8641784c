"""Targets of several classes: what is multiplied by their zeros, and their one, may be left out of a value."""

import pytest
from tests.written.corpus import ACCEPTED

from gradbook.graph import Graph
from gradbook.written import Exercise, judge, read

CLASSES = Exercise.from_graph(
    Graph(
        "p_1 = sigmoid(a); p_2 = sigmoid(b); p_3 = sigmoid(c); L = -(y_1*log(p_1) + y_2*log(p_2) + y_3*log(p_3))",
        a=0.7, b=0.2, c=-1, y_1=1, y_2=0, y_3=0,
    ),
    ["L", "dL/dp_1"],
)  # fmt: skip


def _accepts(text: str, key: str, exercise: Exercise = CLASSES) -> bool:
    return next(v for v in judge(read(text, exercise), exercise) if v.key == key).status in ACCEPTED


@pytest.mark.parametrize(
    "text",
    ["L = -ln(p_1) = -ln(0.668) = 0.403", "L = -ln(0.668) = 0.403", "L = -(1*ln(0.668) + 0 + 0) = 0.403"],
)
def test_the_loss_of_one_class_needs_that_class_only(text: str) -> None:
    assert _accepts(text, "L")


@pytest.mark.parametrize(
    "text",
    [
        "L = -ln(p_2) = -ln(0.550) = 0.598",
        "L = ln(p_1) = 0.403",
        "L = -ln(p_2) = 0.403",
        "L = -ln(0.668) = 0.413",
        "L = -ln(1 - p_1) = 0.403",
    ],
)
def test_the_loss_of_another_class_is_not_accepted(text: str) -> None:
    assert not _accepts(text, "L")


def test_the_derivative_follows_the_class() -> None:
    assert _accepts("dL/dp_1 = -1/p_1 = -1/0.668 = -1.497", "dL/dp_1")
    assert not _accepts("dL/dp_1 = -1/p_2 = -1.497", "dL/dp_1")
    assert not _accepts("dL/dp_1 = -p_1 = -1.497", "dL/dp_1")
