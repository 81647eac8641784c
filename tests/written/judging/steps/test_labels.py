"""The label of a class, 1 for the right one: who takes the logarithm of its prediction need not write it down."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise


def entropy(text: str, **values: float) -> Exercise:
    return Exercise.from_graph(Graph(text, **values), ["L"])


ONE = entropy("z = w*x; p = sigmoid(z); L = -y*log(p)", w=1, x=0.08, y=1)  # p 0.52, L 0.6539
PLAIN = entropy("z = w*x; p = sigmoid(z); L = y*log(p)", w=1, x=0.08, y=1)
WEIGHT = entropy("z = y*x; p = sigmoid(z); L = -y*log(p)", x=0.08, y=1)  # y is no label: p depends on it


@pytest.mark.parametrize(
    ("exercise", "answer", "right"),
    [
        (ONE, "L = -log(p) = -log(0.52) = 0.6539", True),
        (ONE, "L = -[y*log(p)] = -log(0.52) = 0.6539", True),
        (ONE, "L = -log(0.52) = 0.654", True),
        (PLAIN, "L = log(p) = log(0.52) = -0.6539", True),
        (ONE, "L = log(p) = log(0.52) = 0.6539", False),
        (ONE, "L = -log(1 - p) = -log(0.52) = 0.6539", False),
        (ONE, "L = -log(p) = -log(0.48) = 0.734", False),
        (WEIGHT, "L = -log(p) = -log(0.52) = 0.6539", False),
    ],
)
def test_a_label_of_one_is_left_out(exercise: Exercise, answer: str, right: bool) -> None:
    assert (verdicts(answer, exercise)["L"].status in ACCEPTED) is right
