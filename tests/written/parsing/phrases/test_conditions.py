"""Conditions of the exercise's own step suppose nothing, on whichever side of them a language sets the "if"."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise

PARABOLA = Exercise.from_graph(Graph("L = (w - 3)**2", w=0), ["L", "dL/dw", "new:w"], lr=0.1)  # 9, -6, 0.6
ROWS: list[tuple[str, set[str]]] = [
    ("학습률 $\\eta=0.1$이면 다음 값은\n\n$$\nw_{new}=0-0.1(-6)=0.6\n$$\n\n이다.", {"new:w"}),
    ("학습률이 0.1이면 w_{new}=0.6이다.", {"new:w"}),
    ("If $\\eta = 0.1$, then $w_{new} = 0.6$.", {"new:w"}),
    ("$w=3$이면 $L=9$이다.", set()),
    ("w가 3이면 dL/dw = -6이다.", set()),
    ("학습률이 0.2이면 w_{new}=0.6이다.", set()),
    ("Step 1 gives L = 9, step 2 gives dL/dw = -6.", {"L", "dL/dw"}),
    ("Schritt 1 liefert L = 9, Schritt 2 liefert dL/dw = -6.", {"L", "dL/dw"}),
    ("L = 9, or 10", set()),
]


@pytest.mark.parametrize(("text", "accepted"), ROWS)
def test_what_is_so_for_the_exercises_step_is_said_of_it(text: str, accepted: set[str]) -> None:
    found = verdicts(text, PARABOLA)
    assert {key for key, verdict in found.items() if verdict.status in ACCEPTED} == accepted
