"""A name that only says again what another says, "a = z": it can be asked, answered, and answered by the other."""

import pytest

from gradbook.graph import Graph
from gradbook.written import Exercise, Status, judge, read

GRAPH = Graph("z = w*x + b; a = z; L = (a - y)**2; J = L", w=1, x=2, b=3, y=4)  # z = 5, L = 1
KEYS = ["z", "a", "J", "dJ/da", "dL/dz", "dJ/dw", "new:J"]


@pytest.mark.parametrize(
    ("answer", "right"),
    [
        ("a = z = 1*2 + 3 = 5", ["z", "a"]),
        ("z = 5", ["z", "a"]),
        ("J = (a - y)^2 = (5 - 4)^2 = 1", ["J"]),
        ("dJ/da = 2(a - y) = 2", ["dJ/da", "dL/dz"]),
        ("dL/dz = dL/da * da/dz = 2 * 1 = 2", ["dJ/da", "dL/dz"]),
        ("dJ/dw = dJ/da * da/dz * x = 2 * 1 * 2 = 4", ["dJ/da", "dL/dz", "dJ/dw"]),
        ("dJ/da = 4", []),
    ],
)
def test_both_names_are_one_node(answer: str, right: list[str]) -> None:
    exercise = Exercise.from_graph(GRAPH, KEYS, lr=0.01)
    found = judge(read(answer, exercise), exercise)
    assert [verdict.key for verdict in found if verdict.status is Status.RIGHT] == right
