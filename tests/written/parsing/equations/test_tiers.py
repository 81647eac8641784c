r"""Layers in square brackets, W^{[1]} and z^{[2]}, where an exercise's names count units; dW alone; y_pred."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise

KEYS = [
    "z1", "z2", "a1", "a2", "z3", "y_hat", "dL/dz3", "dL/dz1", "dL/dz2", "dL/dw11", "dL/dw12", "dL/dw21", "dL/dw22",
    "dL/dv1", "dL/dv2", "dL/db1", "dL/db2", "dL/dc", "new:v1", "new:v2",
]  # fmt: skip
NET = Exercise.from_graph(
    Graph(
        "z1 = w11*x1 + w12*x2 + b1; z2 = w21*x1 + w22*x2 + b2; a1 = relu(z1); a2 = relu(z2);"
        "z3 = v1*a1 + v2*a2 + c; y_hat = relu(z3); L = (y_hat - y)**2/2",
        w11=1, w12=2, w21=3, w22=-1, b1=1, b2=2, v1=2, v2=1, c=-1, x1=2, x2=1, y=10,
    ),
    KEYS,
    lr=0.1,
)  # z 5, 7; z3 16; L' 6; dz 12, 6; dW 24 12 / 12 6; dv 30, 42; db 12, 6; dc 6; new v -1, -3.2  # fmt: skip
LAYERED = Exercise.from_graph(
    Graph("z1_1 = w1*x; z1_2 = w2*x; a1_1 = relu(z1_1); a1_2 = relu(z1_2); z2 = u1*a1_1 + u2*a1_2; f = z2**2",
          w1=1, w2=2, x=3, u1=1, u2=1), ["z1_1", "z1_2", "z2", "df/du1", "df/du2"],
)  # 3, 6, 9, 54, 108  # fmt: skip
CHAIN = Exercise.from_graph(Graph("u1 = w*x; u2 = u1**2; u3 = u2 + b; L = u3**2", w=1, x=2, b=1), ["u1", "u2", "u3"])

Z, A, DW = {"z1", "z2"}, {"a1", "a2"}, {"dL/dw11", "dL/dw12", "dL/dw21", "dL/dw22"}
COLUMN = r"\begin{{bmatrix}} {} \\ {} \end{{bmatrix}}"
SQUARE = r"\begin{{bmatrix}} {} & {} \\ {} & {} \end{{bmatrix}}"

# exercise, what is written, and the keys that are accepted
ROWS: list[tuple[Exercise, str, set[str]]] = [
    (NET, rf"$z^{{[1]}} = W^{{[1]}} x + b^{{[1]}} = {COLUMN.format(5, 7)}$, $a^{{[1]}} = {COLUMN.format(5, 7)}$",
     Z | A),
    (NET, r"$z^{[2]} = W^{[2]} a^{[1]} + b^{[2]} = 16$ and $a^{[2]} = 16$", {"z3", "y_hat"}),
    (NET, r"$z^{[1]}_1 = 5$, $z_2^{[1]} = 7$, $a_1^{[1]} = 5$, $z^{[2]}_1 = 16$", {"z1", "z2", "a1", "z3"}),
    (NET, rf"$\frac{{\partial L}}{{\partial W^{{[1]}}}} = {SQUARE.format(24, 12, 12, 6)}$", DW),
    (NET, r"$\frac{\partial L}{\partial W^{[2]}} = \delta^{[2]} (a^{[1]})^T = 6 \cdot [5, 7] = [30, 42]$",
     {"dL/dv1", "dL/dv2"}),
    (NET, rf"$\delta^{{[1]}} = (W^{{[2]}})^T \delta^{{[2]}} = {COLUMN.format(12, 6)}$", {"dL/dz1", "dL/dz2"}),
    (NET, r"$\delta^{[1]} = \delta^{[2]} \cdot W^{[2]} \cdot a^{[1]} \cdot (1 - a^{[1]}) = [12, 6]$",
     {"dL/dz1", "dL/dz2"}),  # a step that is not read: no product of a row and a column
    (NET, rf"$dW^{{[1]}} = {SQUARE.format(24, 12, 12, 6)}$, $db^{{[2]}} = 6$", DW | {"dL/dc"}),
    (NET, r"$W^{[2]} := W^{[2]} - 0.1 \, dW^{[2]} = [-1, -3.2]$", {"new:v1", "new:v2"}),
    (NET, r"$\nabla_{W^{[2]}} L = \delta^{[2]} (a^{[1]})^T = 6 \cdot [5, 7] = [30, 42]$", {"dL/dv1", "dL/dv2"}),
    (NET, rf"$\nabla_{{W^{{[1]}}}} L = {SQUARE.format(24, 12, 12, 6)}$, $\nabla_{{b^{{[2]}}}} L = 6$", DW | {"dL/dc"}),
    (NET, r"$\nabla_{W^{[2]}} L = [42, 30]$, $\nabla_{W^{[1]}} L = [30, 42]$", set()),
    (NET, rf"$z^{{[1]}} = {COLUMN.format(7, 5)}$", set()),
    (NET, r"$z^{[2]} = 7$, $a^{[2]} = 7$", set()),
    (NET, r"$z^{[1]} = 5$", set()),
    (NET, r"$\frac{\partial L}{\partial W^{[1]}} = [30, 42]$", set()),
    (NET, r"$\frac{\partial L}{\partial b^{[2]}} = [12, 6]$", set()),
    (NET, rf"$\frac{{\partial L}}{{\partial W^{{[2]}}}} = {SQUARE.format(24, 12, 12, 6)}$", set()),
    (NET, r"$z^{[2]}_2 = 16$", set()),
    (NET, r"$W^{[1]}_{new} = [-1, -3.2]$", set()),
    (NET, r"$\delta^{[1]} = [6, 12]$", set()),
    (LAYERED, rf"$z^{{[1]}} = {COLUMN.format(3, 6)}$, $z^{{[2]}} = 9$", {"z1_1", "z1_2", "z2"}),
    (LAYERED, r"$z^{[1]} = W^{[1]} x$, $\frac{\partial f}{\partial W^{[2]}} = [54, 108]$", {"df/du1", "df/du2"}),
    # a lone dW is the gradient by it, as dw is
    (NET, "dW = [[24, 12], [12, 6]], dv = [30, 42], db = [12, 6]", {*DW, "dL/dv1", "dL/dv2", "dL/db1", "dL/db2"}),
    (NET, "dW = [[24, 12], [6, 12]]", {"dL/dw11", "dL/dw12"}),
    (NET, "dv = [42, 30]", set()),
    (NET, "d v = [30, 42]", set()),
    (NET, "dv/dx1 = [30, 42]", set()),
    # the units of the first layer, where one more is calculated from them
    (NET, "z = [5, 7], a = (5, 7)", Z | A),
    (NET, rf"$z = Wx + b = {COLUMN.format(5, 7)}$", Z),
    (NET, "z = [7, 5]", set()),
    (NET, "z1 = 5, z2 = 7, z3 = 16 and so $Z = z_3 = 16$", {*Z, "z3"}),
    (NET, "z1 = 5, z2 = 7 and $Z = z_3 = 5$", Z),
    (CHAIN, "(u1, u2, u3) = (2, 4, 5)", {"u1", "u2", "u3"}),
    # a prediction by the only mark that the answer uses
    (NET, "y_pred = 16", {"y_hat"}),
    (NET, r"$y_{\text{pred}} = 16$, that is what we need", {"y_hat"}),
    (NET, "ŷ = 16, so y_pred = 1", {"y_hat"}),
    (NET, r"$\hat{y} = 7$, y_pred = 16", set()),
    (NET, "y_pred = 10", set()),
]  # fmt: skip


@pytest.mark.parametrize(("exercise", "text", "accepted"), ROWS)
def test_layers_are_those_of_the_graph(exercise: Exercise, text: str, accepted: set[str]) -> None:
    found = verdicts(text, exercise)
    assert {key.text for key in exercise.keys if found[key.text].status in ACCEPTED} == accepted
