"""Tables of steps of descent that nothing counts: each row is the next step, where weights move and data do not."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise

KEYS = ["h", "E", "dE/dw", "new:w"]
NET = Exercise.from_graph(Graph("h = w*x; E = (h - t)**2", w=2, x=1.5, t=1), KEYS, lr=0.1)  # 3, 4, 6, 1.4
TITLES = "| t | x | w | h | E | dE/dw |\n|--|--|--|--|--|--|\n"
FIRST = "| 1 | 1.5 | 2 | 3 | 4 | 6 |\n"


@pytest.mark.parametrize(
    ("rows", "accepted"),
    [
        (f"{FIRST}| 1 | 1.5 | 1.4 | 2.1 | 1.21 | 3.3 |", set(KEYS)),
        (f"{FIRST}| 1 | 1.5 | 1.4 | ... | ... | ... |", set(KEYS)),
        (f"{FIRST}| 1 | 1.5 | 1.4 | | | |\n| 1 | 1.5 | 1.07 | | | |", set(KEYS)),
        (f"{FIRST}| 1 | 1.5 | 1.5 | 2.25 | 1.56 | 3.75 |", {"h", "E", "dE/dw"}),  # a wrong step
        (f"{FIRST}| 1 | 2 | 2 | 4 | 9 | 12 |", set()),  # another sample, of which nothing says which is meant
    ],
)
def test_each_row_is_a_step(rows: str, accepted: set[str]) -> None:
    found = verdicts(TITLES + rows, NET)
    assert {key for key in found if found[key].status in ACCEPTED} == accepted
