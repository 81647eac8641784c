"""Equal numbers of quantities side by side are no step; of a chain, they are one."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise

NET = Graph("h1 = relu(w1*x); h2 = relu(w2*x); y = v1*h1 + v2*h2", w1=1, w2=1, x=1, v1=2, v2=3)
ASKED = ["h1", "h2", "dy/dv1", "dy/dv2", "dy/dh1", "dy/dw1"]


@pytest.mark.parametrize(
    ("answer", "key", "accepted"),
    [
        ("h1 = h2 = 1", "h1", True),
        ("h1 = h2 = 1", "h2", True),
        ("dy/dv1 = dy/dv2 = 1", "dy/dv1", True),
        ("dy/dv1 = dy/dv2 = 1", "dy/dv2", True),
        ("h1 = h2 = 2", "h1", False),
        ("dy/dw1 = dy/dv1 = 2", "dy/dw1", False),
        ("dy/dv1 = y = 1", "dy/dv1", False),
    ],
)
def test_equal_numbers_of_quantities_side_by_side(answer: str, key: str, *, accepted: bool) -> None:
    exercise = Exercise.from_graph(NET, ASKED)
    assert (verdicts(answer, exercise)[key].status in ACCEPTED) is accepted
