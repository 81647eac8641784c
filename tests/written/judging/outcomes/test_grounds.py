"""No result counts that is calculated with what the answer does not say."""

import pytest
from tests.written.corpus import ACCEPTED

from gradbook.graph import Graph
from gradbook.written import Exercise, judge, read

ASKED = ["q", "r", "f", "df/dz", "df/dr", "df/dq", "df/db", "df/dw", "df/dx", "new:w", "new:b"]
EXERCISE = Exercise.from_graph(
    Graph("q = w*x; r = q + b; f = z*r", w=5, x=2, b=-2, z=3), ASKED, 0.01, moving=["w", "b"]
)
CIRCLE = (
    "f = 3*df/dz\n\nr = f/3\n\nq = r + 2\n\ndf/dr = 1*df/dq\n\ndf/dq = 1*df/db\n\ndf/db = 100*(-2 - b1)\n\n"
    "df/dw = 100*(5 - w1)\n\nw1 = 5 - 0.01*df/dw\n\nb1 = -2 - 0.01*df/db"
)


@pytest.mark.parametrize(
    ("answer", "accepted"),
    [
        ("w_new = 5 - 0.01*grad", set()),
        ("df/dw = 7\n\nw1 = 5 - 0.01*df/dw", set()),
        ("df/dw = 6\n\nw1 = 5 - 0.01*df/dw", {"df/dw", "new:w"}),
        ("df/dw = z*x\n\nw1 = 5 - 0.01*df/dw", {"df/dw", "new:w"}),
        ("w1 = 5 - 0.01*(z*x)", {"new:w"}),
        (CIRCLE, set()),
        ("df/dr = df/dq\n\ndf/dq = df/db\n\ndf/db = df/dr", set()),
        ("df/dr = df/db\n\ndf/db = df/dq\n\ndf/dq = z", {"df/dr", "df/db", "df/dq"}),
        ("df/dr = z\n\ndf/dq = df/dr\n\ndf/dw = x*df/dq", {"df/dr", "df/dq", "df/dw"}),
        ("df/dw = d/dw (3*(2w-2))", set()),
        ("df/dw = d/dw (3*(2w-2)) = 6", {"df/dw"}),
        ("w1 = 4.94\n\ndf/dw = 100*(5 - w1)", {"new:w", "df/dw"}),
    ],
)
def test_what_a_result_is_calculated_with_is_said(answer: str, accepted: set[str]) -> None:
    found = {verdict.key for verdict in judge(read(answer, EXERCISE), EXERCISE) if verdict.status in ACCEPTED}
    assert found == accepted
