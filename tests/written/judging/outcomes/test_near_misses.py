"""A value told coarsely behind a calculation that comes to all its digits is right; any other is left to a person."""

import pytest
from tests.written.corpus import verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise, Status

EXERCISE = Exercise.from_graph(
    Graph("q = w*x; r = q + b; f = z*r", w=3, x=-2, b=4, z=1.5), ["f", "df/dw", "new:w", "new:f"], lr=0.1
)
ANSWER = """f = -3
df/dw = -3
Step, rate 0.1
w = 3 - 0.1(-3) = 3.3
x = -2.45
b = 3.85
z = 1.7
Check after the step: 3.3 x (-2.45) = -8.085
-8.085 + 3.85 = -4.235
1.7 x (-4.235) = {exact}
{told}"""


def status(exact: str, told: str) -> Status:
    return verdicts(ANSWER.format(exact=exact, told=told), EXERCISE)["new:f"].status


@pytest.mark.parametrize("told", [
    "So f dropped from -3 to about -7.2. Good.", "new f = -7.2", "f_new is roughly -7.2", "f dropped to -7.2",
])  # fmt: skip
def test_a_rounded_value_is_right_where_it_is_worked_out(told: str) -> None:
    assert status("-7.1995", told) is Status.RIGHT
    assert status("-7.2195", told) is not Status.RIGHT


@pytest.mark.parametrize("told", ["f_new = -7.19", "f_new = -7", "f_new = -7.3", "f_new = 7.2", "f_new = -7.1"])
def test_another_number_is_not(told: str) -> None:
    assert status("-7.1995", told) is not Status.RIGHT
