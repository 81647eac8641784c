"""Tables in which names and numbers stand several times abreast."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise

KEYS = ["q", "f", "df/dq", "df/dz"]
EXERCISE = Exercise.from_graph(Graph("q = x + y; f = q*z", x=-2, y=5, z=-4), KEYS)

RIGHT = [
    ("| | value | | value |\n|---|---|---|---|\n| q | 3 | f | -12 |\n| df/dq | -4 | df/dz | 3 |", set(KEYS)),
    ("| name | value | name | value |\n|---|---|---|---|\n| x | -2 | q | 3 |\n| y | 5 | f | -12 |", {"q", "f"}),
    ("| node | value | grad | node | value | grad |\n|---|---|---|---|---|---|\n| q | 3 | -4 | z | -4 | 3 |",
     {"q", "df/dq", "df/dz"}),
    ("| q | 3 | f | -12 |\n|---|---|---|---|\n| df/dq | -4 | df/dz | 3 |", set(KEYS)),
    ("| | value | | value |\n|---|---|---|---|\n| q | 3 | f | -12 |\n| df/dq | -4 | | |", {"q", "f", "df/dq"}),
]  # fmt: skip
WRONG = [
    "| | value | | value |\n|---|---|---|---|\n| q | -12 | f | 3 |\n| df/dq | 3 | df/dz | -4 |",
    "| mine | value | Tom | value |\n|---|---|---|---|\n| q | 4 | q | 3 |\n| f | 12 | f | -12 |",
    "| node | value | grad | node | value | grad |\n|---|---|---|---|---|---|\n| q | -4 | 3 | z | 3 | -4 |",
]


@pytest.mark.parametrize(("table", "accepted"), RIGHT)
def test_all_of_it_is_read(table: str, accepted: set[str]) -> None:
    assert {key for key, verdict in verdicts(table, EXERCISE).items() if verdict.status in ACCEPTED} == accepted


@pytest.mark.parametrize("table", WRONG)
def test_what_is_not_so_is_not_accepted(table: str) -> None:
    assert not [key for key, verdict in verdicts(table, EXERCISE).items() if verdict.status in ACCEPTED]
