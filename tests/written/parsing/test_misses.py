"""Misses: a prediction is off by a difference, whose value is stated; numbers of parts are nobody's value."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise

LINE = Exercise.from_graph(Graph("p = w*x; d = p - t; L = d**2", w=2.1, x=0.4, t=1.5), ["p", "d", "L"])


@pytest.mark.parametrize(
    ("answer", "accepted"),
    [
        ("We're off by d = 0.84 - 1.5 = -0.66", True),
        ("We are wrong by $d = -0.66$", True),
        ("me equivoco en d = 0,84 - 1,5 = -0,66", True),
        ("On se trompe de d = -0,66", True),
        ("мы ошибаемся на d = -0,66", True),
        ("d is off by 0.1: d = -0.66", False),
        ("I was off by a factor in d = -0.66", False),
        ("not sure by how much, d = -0.66", False),
    ],
)
def test_who_is_off_by_a_difference_states_it(answer: str, accepted: bool) -> None:
    assert (verdicts(f"p = 0.84\n{answer}", LINE)["d"].status in ACCEPTED) is accepted


@pytest.mark.parametrize(
    "before", ["In [Part 1] we saw what a loss is.", "See chapter 3 on the loss.", "Siehe Kapitel 2 zum Verlust."]
)
def test_a_number_of_a_part_is_no_value(before: str) -> None:
    answer = f"{before}\n\np = 0.84\nd = 0.84 - 1.5 = -0.66, and squaring gives us the loss, 0.4356.\n\nw = 2.1"
    assert verdicts(answer, LINE)["L"].status in ACCEPTED
