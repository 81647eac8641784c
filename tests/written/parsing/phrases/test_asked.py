"""Questions about inputs give the answer no other numbers, and a question about a result leaves it open."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise

SUM = Exercise.from_graph(Graph("q = x + y; f = q*z", x=7, y=3, z=2), ["q", "f", "new:x"], lr=0.1)  # 10, 20, 6.8


@pytest.mark.parametrize(
    ("answer", "accepted"),
    [
        ("(Why not start at `x = 5, y = 3`? It is a special case.)\n\nq = 10", {"q"}),
        ("Why not x = 5, y = 4?\n\nq = 10", {"q"}),
        ("Warum nicht x = 5, y = 4?\n\nq = 10", {"q"}),
        ("Could we start at x = 5, y = 4?\n\nx_new = 7 - 0.1*2 = 6.8", {"new:x"}),
        ("x = 5, y = 4\n\nq = 10", set()),
        ("q = 10, f = 20?", set()),
        ("x_new = 6.8. Or is x_new = 6.9?", set()),
    ],
)
def test_what_is_asked_is_not_given(answer: str, accepted: set[str]) -> None:
    found = verdicts(answer, SUM)
    assert {key.text for key in SUM.keys if found[key.text].status in ACCEPTED} == accepted
