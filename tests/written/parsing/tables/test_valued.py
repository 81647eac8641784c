"""Tables of equations with their values beside them, whose heads name no quantities."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise

LAYER = Exercise.from_graph(
    Graph("h1 = u1*x; h2 = u2*x; p = v1*h1 + v2*h2; C = (p - t)**2/2", x=1, u1=3, u2=1, v1=2, v2=-1, t=8),
    ["dC/dp", "dC/dv1", "dC/dv2", "dC/dh1", "dC/dh2"],
)  # p = 5, dC/dp = -3
ROWS = [
    r"| output | $\frac{\partial C}{\partial p} = p - t$ | $-3$ |",
    r"| output weights | $\frac{\partial C}{\partial v} = \frac{\partial C}{\partial p} \, h$ | $(-9, -3)$ |",
    r"| hidden | $\frac{\partial C}{\partial h} = \frac{\partial C}{\partial p} \, v$ | $(-6, 3)$ |",
]
HEAD = "| {} | {} | {} |\n|---|---|---|\n"


@pytest.mark.parametrize(
    "titles", [("step", "formula", "value"), ("Schritt", "Formel", "Wert"), ("Adım", "Formül", "Değer")]
)
def test_a_value_beside_an_equation_goes_on_with_it(titles: tuple[str, str, str]) -> None:
    found = verdicts(HEAD.format(*titles) + "\n".join(ROWS), LAYER)
    assert all(verdict.status in ACCEPTED for verdict in found.values())
    wrong = verdicts(HEAD.format(*titles) + "\n".join(ROWS).replace("(-9, -3)", "(-3, -9)"), LAYER)
    assert all(wrong[key].status not in ACCEPTED for key in ("dC/dv1", "dC/dv2"))


@pytest.mark.parametrize(
    ("titles", "row"),
    [
        (("step", "formula", "wrong value"), ROWS[2]),
        (("step", "formula", "value of Ben"), ROWS[2]),
        (("step", "formula", "points"), ROWS[2]),
        (("step", "formula", "value"), ROWS[2].replace("hidden", "wrong")),
        (("step", "formula", "value"), ROWS[2].replace("(-6, 3)", "(-6, 3) is wrong")),
    ],
)
def test_what_titles_and_rows_say_against_a_value_counts(titles: tuple[str, str, str], row: str) -> None:
    found = verdicts(HEAD.format(*titles) + "\n".join([*ROWS[:2], row]), LAYER)
    assert found["dC/dh1"].status not in ACCEPTED
