"""Tables whose rows begin with what is calculated, "w x" or "+", and cells that say in brackets where they are from."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise

CIRCUIT = Exercise.from_graph(
    Graph("p = u*v; m = max(k, c); s = p + m; f = s**2", u=3, v=-2, k=4, c=1),
    ["p", "m", "s", "df/du", "df/dv", "df/dk", "df/dc", "df/dp", "df/dm", "df/ds"],
)  # -6, 4, -2, 8, -12, -4, 0, -4, -4, -4
HEADS = ["| node | forward | backward |", "| Knoten | vorwärts | rückwärts |", "| 노드 | 순전파 | 역전파 |"]
ROWS = """
|---|---|---|
| $u v$ | {p} | {dp} |
| $\\max(k, c)$ | {m} | -4 (chosen) |
| $+$ | {s} | -4 |
| $u$ | 3 | {du} |
| $v$ | -2 | -12 ($= u \\times (-4)$) |
| $k$ | 4 | -4 (max) |
| $c$ | 1 | 0 |
"""
RIGHT = {"p": "-6", "dp": "-4", "m": "4", "s": "-2", "du": "8 ($= v \\times (-4)$)"}
KEYS = {"p": "p", "dp": "df/dp", "m": "m", "s": "s", "du": "df/du"}


@pytest.mark.parametrize("head", HEADS)
def test_a_row_may_be_headed_by_what_is_calculated(head: str) -> None:
    found = verdicts(head + ROWS.format(**RIGHT), CIRCUIT)
    assert all(verdict.status in ACCEPTED for verdict in found.values())


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize(
    "wrong",
    [
        {"p": "6"},
        {"p": "-4", "dp": "-6"},
        {"m": "1"},
        {"s": "-10"},
        {"du": "-8 ($= v \\times 4$)"},
        {"du": "8 ($= v \\times 4$)"},
        {"du": "8 (wrong)"},
        {"du": "8 (should be $6$)"},
        {"du": "8 ($\\neq$ 6)"},
    ],
)
def test_a_wrong_cell_of_such_a_row_is_not_accepted(head: str, wrong: dict[str, str]) -> None:
    found = verdicts(head + ROWS.format(**{**RIGHT, **wrong}), CIRCUIT)
    assert all(found[KEYS[part]].status not in ACCEPTED for part in wrong)


def test_a_sign_of_which_there_are_several_heads_nothing() -> None:
    two = Exercise.from_graph(Graph("p = u + v; f = p + k", u=3, v=-2, k=4), ["p", "df/dp"])
    found = verdicts("| node | forward | backward |\n|---|---|---|\n| + | 1 | 1 |\n| $k$ | 4 | 1 |", two)
    assert found["p"].status not in ACCEPTED


NET = Exercise.from_graph(
    Graph(
        "z1 = w11*x1 + w12*x2 + b1; h1 = relu(z1); z2 = w21*x1 + w22*x2 + b2; h2 = relu(z2); p = v1*h1 + v2*h2;"
        " C = (p - t)**2/2",
        x1=2, x2=3, w11=1, w12=0.5, b1=0.5, w21=0.5, w22=1, b2=-1, v1=1, v2=2, t=9,
    ),
    ["dC/dw11", "dC/dw12", "dC/db1", "dC/dw21", "dC/dw22", "dC/db2"],
)  # p = 4 + 6 = 10; dC/dw1* = 2, 3, 1; dC/dw2* = 4, 6, 2  # fmt: skip
EDGES = """{lead}

| | {from_} $x_1 = 2$ | {from_} $x_2$ | {bias} |
|---|---|---|---|
| {to} $h_1$ (d = 1) | {} | 3 | 1 |
| {to} $h_2$ | 4 | {} | 2 |"""
WORDS = [
    ("Gradients of the hidden layer:", "from", "to", "bias"),
    ("Gradienten der verdeckten Schicht:", "von", "nach", "Bias"),
    ("Gradients de la couche cachée :", "depuis", "vers", "biais"),
    ("Gradientes de la capa oculta:", "desde", "hacia", "sesgo"),
]


@pytest.mark.parametrize(("lead", "from_", "to", "bias"), WORDS)
def test_heads_may_say_from_where_to_where_a_weight_leads(lead: str, from_: str, to: str, bias: str) -> None:
    right = verdicts(EDGES.format("2", "6", lead=lead, from_=from_, to=to, bias=bias), NET)
    assert all(verdict.status in ACCEPTED for verdict in right.values())
    wrong = verdicts(EDGES.format("3", "4", lead=lead, from_=from_, to=to, bias=bias), NET)
    assert all(wrong[key].status not in ACCEPTED for key in ("dC/dw11", "dC/dw22"))


@pytest.mark.parametrize("lead", ["", "Weights:", "Wrong gradients:"])
def test_without_a_line_that_says_so_they_are_no_gradients(lead: str) -> None:
    found = verdicts(EDGES.format("2", "6", lead=lead, from_="from", to="to", bias="bias"), NET)
    assert all(verdict.status not in ACCEPTED for verdict in found.values())


@pytest.mark.parametrize("later", ["after 50 iterations", "nach 50 Iterationen", "après 50 itérations", "epoch 50"])
def test_a_column_of_many_steps_later_is_not_the_next(later: str) -> None:
    bowl = Exercise.from_graph(Graph("C = (u - 4)**2", u=1), ["C", "new:C"], lr=0.2)  # 9, 3.24
    table = f"| | before | after 1 iteration | {later} |\n|---|---|---|---|\n| $C$ | 9 | {{}} | 0.01 |"
    assert verdicts(table.format("3.24"), bowl)["new:C"].status in ACCEPTED
    assert verdicts(table.format("3.5"), bowl)["new:C"].status not in ACCEPTED
    many = f"| | before | {later} |\n|---|---|---|\n| $C$ | 9 | 3.24 |"
    assert verdicts(many, bowl)["new:C"].status not in ACCEPTED
