"""Arrays with a number that counts layers or steps: H_1 of what is calculated, theta^1 of what is learned."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise

ROWS = Exercise.from_graph(
    Graph(
        "S11 = x11*w11 + x12*w21; S12 = x11*w12 + x12*w22; S21 = x21*w11 + x22*w21; S22 = x21*w12 + x22*w22;"
        " Q11 = relu(S11); Q12 = relu(S12); Q21 = relu(S21); Q22 = relu(S22); C = Q11 + Q12 + Q21 + Q22",
        x11=1, x12=2, x21=-1, x22=1, w11=1, w12=-1, w21=1, w22=2,
    ),
    ["S11", "S12", "S21", "S22", "Q11", "Q12", "Q21", "Q22"],
)  # S = [[3, 3], [0, 3]]  # fmt: skip
MATRIX = r"\begin{{pmatrix}} {} & {} \\ {} & {} \end{{pmatrix}}"


@pytest.mark.parametrize(("entries", "right"), [("3303", True), ("3033", False), ("3302", False), ("3333", False)])
def test_a_layer_of_what_is_calculated_may_be_numbered(entries: str, right: bool) -> None:
    answer = f"$S_1 = X W = {MATRIX.format(*entries)}$, $Q_1 = ReLU(S_1) = {MATRIX.format(*entries)}$"
    assert all(v.status in ACCEPTED for v in verdicts(answer, ROWS).values()) is right


THETA = Exercise.from_graph(
    Graph("p = w1*x1 + w2*x2 + b; C = (p - t)**2/2", x1=1, x2=3, w1=0, w2=0, b=0, t=2),
    ["new:w1", "new:w2", "new:b"],
    lr=0.1,
)  # 0.2, 0.6, 0.2


@pytest.mark.parametrize(
    ("step", "right"),
    [
        (r"\theta^1 = \theta^0 - 0.1 \cdot [-2; -6; -2] = [0.2; 0.6; 0.2]", True),
        (r"\theta^{(1)} = \theta^{(0)} - 0.1 [-2, -6, -2] = [0.2, 0.6, 0.2]", True),
        (r"\theta_{new} = [0.2, 0.6, 0.2]", True),
        (r"\theta \leftarrow [0.2, 0.6, 0.2]", True),
        (r"\theta^1 = \theta^0 - 0.1 \cdot [-2; -6; -2] = [0.6; 0.2; 0.6]", False),
        (r"\theta^2 = [0.2, 0.6, 0.2]", False),
        (r"\theta^0 = [0.2, 0.6, 0.2]", False),
        (r"\theta^* = [0.2, 0.6, 0.2]", False),
        (r"x^1 = [0.2, 0.6, 0.2]", False),
        (r"\theta^1 \neq [0.2, 0.6, 0.2]", False),
    ],
)
def test_theta_may_be_all_that_is_learned(step: str, right: bool) -> None:
    found = verdicts(f"$${step}$$", THETA)
    assert [verdict.status in ACCEPTED for verdict in found.values()] == [right] * 3
