"""One number that is said of several derivatives is each one's; one of what a function is taken of is not its value."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise, Status

EXERCISE = Exercise.from_graph(Graph("a = x*y; b = max(a, z); f = 2*b", x=3, y=-4, z=2), ["df/dx", "df/dy"])
SAID_OF_BOTH = [
    "df/dx and df/dy are {}.",
    "df/db = 2. df/dx and df/dy are {}.",
    "So df/dx and df/dy are {}",
    "df/dx et df/dy valent {}",
    "df/dx and df/dy = {}",
    "df/db = 2. df/dx und df/dy sind beide {}.",
    "df/db is 2. df/dx en df/dy zijn allebei {}.",
    "df/db = 2. df/dx e df/dy sono entrambe {}.",
]
OF_ONE_AT_MOST = [
    "the sum of df/dx and df/dy is 0",
    "x gets df/dx, and df/dy is 0.",
    "df/dx or df/dy is 0",
    "df/dx and then df/dy is 0.",
    "df/dx and df/dy are 0?",
]


@pytest.mark.parametrize("text", SAID_OF_BOTH)
def test_a_number_is_each_ones(text: str) -> None:
    assert {verdict.status for verdict in verdicts(text.format(0), EXERCISE).values()} <= ACCEPTED
    assert {verdict.status for verdict in verdicts(text.format(3), EXERCISE).values()} == {Status.WRONG}


@pytest.mark.parametrize("text", OF_ONE_AT_MOST)
def test_what_is_said_of_one_is_not_the_others(text: str) -> None:
    assert verdicts(text, EXERCISE)["df/dx"].status not in ACCEPTED


@pytest.mark.parametrize("behind", ["so relu makes it 0.", "relu -> 0", "so after relu 0", "so relu kills it."])
def test_what_a_function_is_taken_of_is_not_its_value(behind: str) -> None:
    exercise = Exercise.from_graph(Graph("h = relu(w*x); y = 2*h", w=0.5, x=-2), ["h"])
    assert verdicts(f"h: w*x = -1, {behind}", exercise)["h"].status is Status.UNREAD
    assert verdicts("h: w*x = -1", exercise)["h"].status is Status.WRONG
