"""Entries and layers that an answer counts in brackets behind a stem."""

import pytest
from tests.written.corpus import ACCEPTED

from gradbook.graph import Graph
from gradbook.written import Exercise, judge, read

FROM_ONE = Exercise.from_graph(
    Graph(
        "z_1 = w_11*x_1 + w_12*x_2; z_2 = w_21*x_1 + w_22*x_2; L = v_1*z_1 + v_2*z_2",
        w_11=1, w_12=2, w_21=3, w_22=4, x_1=5, x_2=7, v_1=0.5, v_2=0.25,
    ),
    ["dL/dw_12", "dL/dz_2", "z_1", "new:w_12"],
    lr=0.1,
)  # 3.5, 0.25, 19, 1.65  # fmt: skip
FROM_ZERO = Exercise.from_graph(
    Graph("z_0 = w_0*x; z_1 = w_1*x; L = z_0 + 3*z_1", w_0=1, w_1=2, x=5), ["dL/dw_1", "dL/dz_1"]
)  # 15, 3
LAYERS = Exercise.from_graph(
    Graph(
        "z1_1 = w1_1*x; z1_2 = w1_2*x; z2 = w2_1*z1_1 + w2_2*z1_2; L = z2**2",
        w1_1=1, w1_2=2, w2_1=3, w2_2=4, x=0.5,
    ),
    ["z1_1", "z1_2", "z2", "dL/dz2", "dL/dw2_1", "dL/dw2_2"],
)  # 0.5, 1, 5.5, 11, 5.5, 11  # fmt: skip

ROWS: list[tuple[Exercise, str, set[str]]] = [
    (FROM_ONE, "∂L/∂w[1,2] = 0.5 × 7 = 3.5\n\n∂L/∂z[2] = 0.25", {"dL/dw_12", "dL/dz_2"}),
    (FROM_ONE, "∂L/∂w[0,1] = 0.5 × 7 = 3.5\n\n∂L/∂z[1] = 0.25", {"dL/dw_12", "dL/dz_2"}),  # as programs count
    (FROM_ONE, "dL/dW[0][1] = 3.5, dz[1] = 0.25", {"dL/dw_12", "dL/dz_2"}),
    (FROM_ONE, r"$\frac{\partial L}{\partial w[1,2]} = 3.5$", {"dL/dw_12"}),
    (FROM_ONE, "w[0,1].grad = 3.5", {"dL/dw_12"}),
    (FROM_ONE, "dL/dw(1,2) = 3.5 and dL/dz(2) = 0.25", {"dL/dw_12", "dL/dz_2"}),
    (FROM_ONE, "z[0] = 1*5 + 2*7 = 19", {"z_1"}),
    (FROM_ONE, "z[1] = 19", set()),  # of which of the two?
    (FROM_ONE, "z[1] = 19, z[2] = 43", {"z_1"}),
    (FROM_ONE, "dL/dw[1,1] = 3.5", set()),
    (FROM_ONE, "dL/dw[2,1] = 3.5", set()),
    (FROM_ONE, "dL/dw[0,2] = 3.5, dL/dz[2] = 0.25", {"dL/dz_2"}),  # of w no row from 0 and from 1 at once
    (FROM_ZERO, "dL/dw[1] = 15, dL/dz[1] = 3", {"dL/dw_1", "dL/dz_1"}),
    (FROM_ZERO, "dL/dw[0] = 15", set()),
    (LAYERS, "z[1] = [0.5, 1], z[2] = 5.5, dL/dz[2] = 11", {"z1_1", "z1_2", "z2", "dL/dz2"}),
    (LAYERS, "z(1) = (0.5; 1), z(2) = 5.5", {"z1_1", "z1_2", "z2"}),
    (LAYERS, "z^[1] = [0.5, 1], dL/dw^[2] = [5.5, 11]", {"z1_1", "z1_2", "dL/dw2_1", "dL/dw2_2"}),
    (LAYERS, r"$\frac{\partial L}{\partial z^2} = 11$", {"dL/dz2"}),  # nobody differentiates by a power
    (LAYERS, "z[1] = 5.5", set()),
]


@pytest.mark.parametrize(("exercise", "answer", "accepted"), ROWS)
def test_places_in_brackets_name_an_entry_or_a_layer(exercise: Exercise, answer: str, accepted: set[str]) -> None:
    verdicts = judge(read(answer, exercise), exercise)
    assert {verdict.key for verdict in verdicts if verdict.status in ACCEPTED} == accepted
