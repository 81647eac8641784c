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


PRIMED = Exercise.from_graph(
    Graph("p = w*x + b; y_prime = sigmoid(p); L = 0.5*(y - y_prime)**2", w=0.5, x=2, b=-1, y=1),
    ["dL/dy_prime", "dy_prime/dp", "dL/dp"],
    lr=0.1,
)


@pytest.mark.parametrize("written", ["y'", "{y}'", r"y^\prime", r"y^{\prime}"])
def test_a_prime_is_of_the_name_where_the_exercise_has_one(written: str) -> None:
    answer = rf"$\frac{{\partial L}}{{\partial p}} = ({written} - y) {written} (1 - {written}) = -0.125$"
    found = {verdict.key: verdict.status for verdict in judge(read(answer, PRIMED), PRIMED)}
    assert found["dL/dp"] is Status.RIGHT
    answer = rf"$\frac{{\partial {written}}}{{\partial p}} = {written} (1 - {written}) = 0.25$"
    found = {verdict.key: verdict.status for verdict in judge(read(answer, PRIMED), PRIMED)}
    assert found["dy_prime/dp"] is Status.RIGHT


def test_derivatives_side_by_side_are_a_product() -> None:
    exercise = Exercise.from_graph(Graph("z = x*y; w = z**2", x=3, y=4), ["dz/dx", "dw/dx"], lr=0.1)
    answer = r"$\frac{\partial{w}}{\partial{z}}$ $\frac{\partial{z}}{\partial{x}}$ = $2zy$ = 96"
    found = {verdict.key: verdict.status for verdict in judge(read(answer, exercise), exercise)}
    assert found["dz/dx"] is not Status.WRONG
