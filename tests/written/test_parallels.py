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


@pytest.mark.parametrize(
    "line",
    [
        "df/dq, df/dx, df/dy = 2.",
        "all the same: df/dq, df/dx, df/dy = 2",
        "logo df/dq, df/dx e df/dy dão todos 2",
        "df/dq = 2, and df/dx and df/dy are 2.",
        "df/dq = 2. Dann sind df/dx und df/dy auch 2.",
        "df/dq = 2. En dan zijn df/dx en df/dy ook allebei 2",
        "df/dq = 2\ndf/dx ו df/dy שניהם 2",
    ],
)
def test_a_list_shares_its_number_wherever_the_verb_stands(line: str) -> None:
    exercise = Exercise.from_graph(Graph("q = x + y; f = q*z", x=1, y=2, z=2), ["df/dq", "df/dx", "df/dy"])
    found = verdicts(line, exercise)
    assert all(verdict.status in ACCEPTED for verdict in found.values()), found


@pytest.mark.parametrize(
    "line",
    [
        "-2 + 5 = 3        q\n3*(-4) = -12      f\n-4*1 = -4         df/dx",
        "q = 3\nf = -12\nq takes z on (so df/dq = -4), and x takes it from there (so df/dx = -4).",
    ],
)
def test_what_stands_in_the_margin_or_is_concluded_in_brackets_is_stated(line: str) -> None:
    exercise = Exercise.from_graph(Graph("q = x + y; f = q*z", x=-2, y=5, z=-4), ["q", "f", "df/dx"])
    found = verdicts(line, exercise)
    assert all(verdict.status in ACCEPTED for verdict in found.values()), found
