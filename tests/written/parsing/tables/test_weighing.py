"""Tables of weights by neuron, and arrows with slopes at them, state no value of a neuron."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise

KEYS = ["s", "k", "new:c"]
NET = Exercise.from_graph(
    Graph("s = v1*x1 + v2*x2 + c; k = sigmoid(s); E = (k - t)**2", v1=0.7, v2=-0.2, x1=2, x2=1, c=0.1, t=1), KEYS
)
VALUES = "\n\ns = 1.3, k = 0.7858"
RULE = "|---|---|---|---|\n"

# what is written, and the keys that are accepted
ROWS: list[tuple[str, set[str]]] = [
    (f"| neuron | weight of $x_1$ | weight of $x_2$ | bias |\n{RULE}| $k$ | 0.7 | -0.2 | 0.1 |{VALUES}", {"s", "k"}),
    (f"| para | peso de $x_1$ | peso de $x_2$ | viés |\n{RULE}| $k$ | 0,7 | −0,2 | 0,1 |{VALUES}", {"s", "k"}),
    (f"| neuron | weight 1 | weight 2 | bias |\n{RULE}| k | 0.7858 | 0.7858 | 0.7858 |", set()),
    (f"| neuron | weight 1 | weight 2 | bias |\n{RULE}| k | 0.7 | -0.2 | 0.1 |\n\nk = 0.9", set()),
    (f"| node | value | weight | bias |\n{RULE}| k | 0.7858 | -0.2 | 0.1 |", {"k"}),
    ("| node | new weight | new bias |\n|---|---|---|\n| k | 0.6 | 0.0928 |", set()),
    (r"$x_1 \xrightarrow{0.7} s$ and $s \xrightarrow{k(1-k)} k$." + VALUES, {"s", "k"}),
    (r"$s \xrightarrow{1.3}$", set()),
    (r"$s \xrightarrow{\text{wrong}} 1.3$", set()),
    (r"$x_1 \xrightarrow{s = 1.4} k$, so $s = 1.3$", set()),
]


@pytest.mark.parametrize(("text", "accepted"), ROWS)
def test_weights_beside_a_neuron_are_not_its_value(text: str, accepted: set[str]) -> None:
    found = verdicts(text, NET)
    assert {key for key in KEYS if found[key].status in ACCEPTED} == accepted
