r"""Tables of a network with layers: vectors at the head of rows, signals and slopes of functions, a column a neuron."""

import pytest
from tests.written.corpus import ACCEPTED

from gradbook.graph import Graph
from gradbook.written import Exercise, judge, read

NET = Exercise.from_graph(
    Graph(
        "z1_1 = w1_1*x; z1_2 = w1_2*x; a1_1 = relu(z1_1); a1_2 = relu(z1_2); z2 = w2_1*a1_1 + w2_2*a1_2;"
        "a2 = sigmoid(z2); L = (a2 - y)**2/2",
        x=2, w1_1=1.5, w1_2=-0.5, w2_1=0.5, w2_2=0.25, y=1,
    ),
    ["z1_1", "z1_2", "a1_1", "a1_2", "dL/dz2", "da1_1/dz1_1", "da1_2/dz1_2", "dL/dz1_1", "dL/dz1_2"],
)  # 3, -1, 3, 0, -0.0272, 1, 0, -0.0136, 0  # fmt: skip
Z, A, SLOPES = {"z1_1", "z1_2"}, {"a1_1", "a1_2"}, {"da1_1/dz1_1", "da1_2/dz1_2"}
SIGNALS = {"dL/dz1_1", "dL/dz1_2"}
LABELLED = "| Quantity | Value |\n|---|---|\n| {} | {} |"

ROWS: list[tuple[str, set[str]]] = [
    (LABELLED.format("$z^{(1)}$", "(3, -1)"), Z),
    (LABELLED.format(r"$\delta^{(1)}$", "[-0.0136, 0]"), SIGNALS),
    (LABELLED.format("δ⁽¹⁾", "[-0.0136, 0]") + "\n| a⁽¹⁾ | [3, 0] |", SIGNALS | A),
    (LABELLED.format(r"$\delta^{(1)}$", "[0.0136, 0]"), {"dL/dz1_2"}),  # the other sign may be meant
    (LABELLED.format(r"$\delta^{(2)}$", "-0.0272"), {"dL/dz2"}),
    (LABELLED.format(r"$\delta^{(2)}$", "-0.0136"), set()),
    (LABELLED.format(r"$\text{ReLU}'\bigl(z^{(1)}\bigr)$", r"$(1,\ 0)$"), SLOPES),
    (LABELLED.format("relu'(z1)", "[1, 0]"), SLOPES),
    (LABELLED.format("relu'(z1)", "[0, 1]"), set()),
    ("- $z^{(1)}$: (3, -1)\n- $\\delta^{(1)}$: (-0.0136, 0)\n- $\\delta^{(2)}$: -0.0272", Z | SIGNALS | {"dL/dz2"}),
    ("relu'(z1) → [1, 0]", SLOPES),
    (
        "| | Neuron 1 | Neuron 2 |\n|---|---|---|\n| $z^{(1)}$ | 3 | -1 |\n| $\\delta^{(1)}$ | -0.0136 | 0 |",
        Z | SIGNALS,
    ),
    ("| Step | Hidden 1 | Hidden 2 |\n|---|---|---|\n| z1 | 3 | -1 |\n| a1 | 3 | 0 |", Z | A),
    ("| Step | 1 | 2 |\n|---|---|---|\n| z1 | 3 | -1 |", set()),  # of rounds
    ("| Neuron | z | a | delta |\n|---|---|---|---|\n| 1 | 3 | 3 | -0.0136 |\n| 2 | -1 | 0 | 0 |", Z | A | SIGNALS),
    ("| Unit | $z^{(1)}_j$ | $a^{(1)}_j$ |\n|---|---|---|\n| 1 | 3 | 3 |\n| 2 | -1 | 0 |", Z | A),
    ("| Neuron | z | a |\n|---|---|---|\n| 1 | -1 | 0 |\n| 2 | 3 | 3 |", set()),
]


@pytest.mark.parametrize(("answer", "accepted"), ROWS)
def test_tables_of_layers_say_what_their_heads_denote(answer: str, accepted: set[str]) -> None:
    assert {verdict.key for verdict in judge(read(answer, NET), NET) if verdict.status in ACCEPTED} == accepted
