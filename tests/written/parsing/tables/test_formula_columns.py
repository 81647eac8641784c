"""Tables with a column for the calculation of a gradient, and its result in the next one."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise

LINE = Exercise.from_graph(
    Graph("p = u*x + v; C = (p - t)**2/2", x=3, u=0.5, v=1, t=2), ["dC/du", "dC/dv", "new:u", "new:v"], lr=0.1
)  # dC/du = 1.5, dC/dv = 0.5, u_new = 0.35, v_new = 0.95
TITLES = [
    ("weight", "gradient formula", "value"),
    ("Gewicht", "Gradient (Formel)", "Wert"),
    ("peso", "fórmula del gradiente", "valor"),
    ("가중치", "기울기 식", "값"),
    ("权值", "梯度公式", "值"),
]
TABLE = (
    "| {} | {} | {} |\n|---|---|---|\n| $u$ | $(p - t) x = 0.5 \\times 3$ | {u} |\n| $v$ | $p - t = 2.5 - 2$ | {v} |"
)
STEPS = "\n\n| weight | update | new value |\n|---|---|---|\n| $u$ | $0.5 - 0.15$ | 0.35 |\n| $v$ | $1 - 0.05$ | 0.95 |"


@pytest.mark.parametrize("titles", TITLES)
def test_the_value_behind_a_calculation_of_a_gradient_is_its_result(titles: tuple[str, str, str]) -> None:
    found = verdicts(TABLE.format(*titles, u="1.5", v="0.5") + STEPS, LINE)
    assert all(verdict.status in ACCEPTED for verdict in found.values())


@pytest.mark.parametrize("titles", TITLES)
@pytest.mark.parametrize("wrong", [{"u": "3.5", "v": "0.5"}, {"u": "0.5", "v": "1.5"}, {"u": "-1.5", "v": "0.5"}])
def test_a_wrong_result_is_not_accepted(titles: tuple[str, str, str], wrong: dict[str, str]) -> None:
    assert verdicts(TABLE.format(*titles, **wrong) + STEPS, LINE)["dC/du"].status not in ACCEPTED


@pytest.mark.parametrize("title", ["wrong value", "value of Ben", "value in the second epoch", "value for x = 5"])
def test_what_the_title_says_against_the_result_counts(title: str) -> None:
    found = verdicts(TABLE.format("weight", "gradient formula", title, u="1.5", v="0.5"), LINE)
    assert found["dC/du"].status not in ACCEPTED or "= 1.5" not in found["dC/du"].understood
