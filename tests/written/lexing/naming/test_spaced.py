"""Names of several words with blanks between them, names with what says that a derivative is meant, counts of terms."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise, Status

KEYS = ["Hidden_Sum", "OutputError", "dOutputError/dw1", "dOutputError/dw2", "dOutputError/dHidden_Sum"]
NET = Exercise.from_graph(
    Graph("Hidden_Sum = a*w1 + b*w2; OutputError = (Hidden_Sum - t)**2", a=2, b=3, w1=1, w2=0.5, t=5), KEYS
)  # 3.5, 2.25, -6, -9, -3
LAYER = Exercise.from_graph(
    Graph("output_layer = a*w; net_h = output_layer + c; h = net_h**2", a=2, w=3, c=1), ["output_layer", "net_h", "h"]
)
HAT = Exercise.from_graph(Graph("y_hat = w*x; E_total = (y_hat - y)**2", w=1, x=3, y=1), ["y_hat", "E_total"])
NEURON = Exercise.from_graph(
    Graph("net_h1 = w1*x; out_h1 = sigmoid(net_h1); net_o1 = w2*out_h1; out_o1 = sigmoid(net_o1)", w1=0, x=3, w2=2),
    ["net_h1", "out_h1", "net_o1"],
)  # 0, 0.5, 1
MEAN = Exercise.from_graph(
    Graph(
        "p1 = w*x1 + b; p2 = w*x2 + b; p3 = w*x3 + b; p4 = w*x4 + b;"
        "L = ((y1 - p1)**2 + (y2 - p2)**2 + (y3 - p3)**2 + (y4 - p4)**2)/4",
        x1=1, x2=2, x3=3, x4=4, y1=2, y2=3, y3=5, y4=6, w=1, b=0,
    ),
    ["L", "dL/db", "m"],
)  # 2.5, -3, and m is its seventh node without a name  # fmt: skip
SUM, ERROR, W1, W2, BY_SUM = KEYS
# exercise, what is written, and the keys that are accepted
ROWS: list[tuple[Exercise, str, set[str]]] = [
    (NET, "Hidden Sum = 3.5\n\nOutput Error = 2.25", {SUM, ERROR}),
    (NET, "hidden sum: 3.5\n\nThe output error is 2.25.", {SUM, ERROR}),
    (NET, "HIDDEN SUM = 3.5", {SUM}),
    (NET, r"$Hidden\ Sum = 3.5$, $\text{Output Error} = 2.25$", {SUM, ERROR}),
    (NET, "```\nHidden Sum = 3.5\nOutput Error = 2.25\n```", {SUM, ERROR}),
    (NET, "d(Output Error)/d(Hidden Sum) = -3", {BY_SUM}),
    (NET, r"$\frac{\partial Output Error}{\partial w1} = -6$", {W1}),
    (NET, "The derivative of the output error with respect to w1 is -6.", {W1}),
    (NET, "| Hidden Sum | Output Error |\n|--|--|\n| 3.5 | 2.25 |", {SUM, ERROR}),
    (NET, "Hidden Sum = 2.25\n\nOutput Error = 3.5", set()),
    (NET, "Half the output error = 2.25", set()),
    (NET, "Output errors = 2.25", set()),
    (NET, "Output Error 1 = 2.25", set()),
    (NET, "output error rate = 2.25", set()),
    (NET, "output error squared = 2.25", set()),
    (NET, "Example: output error = 2.25", set()),
    (NET, "The output error is not 2.25.", set()),
    (NET, "My neighbour: hidden sum = 3.5", set()),
    *((NET, f"{delta} {name} = 3.5", set()) for delta in ("Delta", "delta", "Δ", "δ")
      for name in ("hidden sum", "Hidden Sum", "Hidden_Sum")),
    (HAT, "y hat = 3 and E total = 4", {"y_hat", "E_total"}),
    (HAT, "Y Hat: 3", {"y_hat"}),
    (HAT, "y hat = 1", set()),
    (HAT, "y hat den Wert 3", set()),  # the target has it
    (LAYER, "Output layer: h = 49, net_h = 7", {"h", "net_h"}),
    (LAYER, "Output layer: net_h = 6", set()),
    (LAYER, "net h = 7", {"net_h"}),  # though there is an h too
    (LAYER, "net h = 49", set()),
    # a word behind the name that says what of it is meant
    *((NET, f"w1_{slope} = -3 * 2 = -6", {W1}) for slope in ("grad", "gradient", "deriv", "derivative")),
    (NET, r"$w1\_gradient = -6$ and $\text{w2\_gradient} = -9$", {W1, W2}),
    (NET, "w₁_gradient = -6, `w2_grad` = -9", {W1, W2}),
    (NET, "w_gradient = [-6, -9]", {W1, W2}),
    (NET, "w_gradient = [-9, -6]", set()),
    (NET, "Hidden_Sum_gradient = -3", {BY_SUM}),
    (NET, "Derivative by the sum: OutputError_derivative = 2 * (3.5 - 5) = -3\n\n"
     "w1_gradient = OutputError_derivative * a = -6", {W1, BY_SUM}),
    (NET, "w1_gradient = -9, w2_gradient = -6", set()),
    (NET, "w1_gradients = -6", set()),
    (NET, "w1_gradient_check = -6", set()),
    (NET, "old_w1_gradient = -6", set()),
    (NET, "OutputError_gradient = -6", set()),
    (NET, "w1_gradient is not -6", set()),
    (NEURON, "h1_in = 0, h1_out = 0.5, o1_net = 1", {"net_h1", "out_h1", "net_o1"}),
    (NEURON, "h1_out = 1, o1_in = 0.5", set()),
    # n and m count samples, whatever the graph calls so
    (MEAN, "L = (1/n) × Σ(yᵢ - pᵢ)²\n\nL = 2.5", {"L"}),
    (MEAN, "dL/db = (-2/n) Σ (yᵢ - pᵢ)\n\ndL/db = -0.5 * (1 + 1 + 2 + 2)\n\ndL/db = -3", {"dL/db"}),
    (MEAN, "L = (1/n) × Σ(yᵢ - pᵢ)²\n\nL = 2", set()),
    (MEAN, "m = y2 - p2 = 1", {"m"}),
    (MEAN, "m = y2 - p2 = 1 and L = (1/m) × Σ(yᵢ - pᵢ)² = 2.5", {"m"}),
]  # fmt: skip


@pytest.mark.parametrize(("exercise", "text", "accepted"), ROWS)
def test_a_name_is_read_with_its_words_and_with_nothing_else(exercise: Exercise, text: str, accepted: set[str]) -> None:
    found = verdicts(text, exercise)
    assert {key.text for key in exercise.keys if found[key.text].status in ACCEPTED} == accepted


def test_a_change_of_a_quantity_is_no_wrong_value_of_it() -> None:
    assert verdicts("Delta hidden sum = -0.13", NET)[SUM].status is Status.UNREAD
