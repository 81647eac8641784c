"""Quantities that are named behind their calculation: read, wrong ones not accepted, and other equations left alone."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise, Status

NEURON = Exercise.from_graph(
    Graph("z = w*x + b; a = sigmoid(z); L = (a - y)**2", w=0.5, x=2, b=-0.2, y=1),
    ["z", "a", "L", "dL/da", "da/dz", "dL/dz", "dL/dw"],
)
NAMED = [
    ("1.0 - 0.2 = 0.8 → z", "z", "0.8"),
    ("-2(1-0.69) = -2(0.31) = -0.62 <-- dL/da", "dL/da", "0.62"),
    ("2(0.69-1) * [0.69(1-0.69)] * 2 ≈ -0.265   <- grad wrt w", "dL/dw", "-0.265"),
    ("tensor(0.6900)  <- a", "a", "0.69"),
    ("-0.62*0.69*0.31 = -0.1326 (= dL/dz)", "dL/dz", "0.1326"),
    ("0.31^2 = 0.0961 → L", "L", "0.0961"),
    ("0.5*2 - 0.2 = 0.8   (this is z)", "z", "0.8"),
    ("$-0.62 \\cdot 0.2139 \\cdot 2 = -0.265$. That is $dL/dw$.", "dL/dw", "-0.265"),
    ("0.5*2 - 0.2 = 0.8, which is z", "z", "0.8"),
    ("Adding up, $0.0961$ is the total loss $L$.", "L", "0.0961"),
    ("$2(a-1) = -0.62$ is the slope $dL/da$.", "dL/da", "-0.62"),
    ("0,31² = 0,0961, das ist L", "L", "0,0961"),
    ("0,31² = 0,0961 ; c'est L", "L", "0,0961"),
]


@pytest.mark.parametrize(("said", "key", "number"), NAMED)
def test_a_name_behind_a_calculation_is_of_it(said: str, key: str, number: str) -> None:
    assert verdicts(said, NEURON)[key].status in ACCEPTED
    assert (
        verdicts(said.replace(number, number.translate(str.maketrans({".": ".4", ",": ",4"}))), NEURON)[key].status
        not in ACCEPTED
    )


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("0.31^2 = 0.0961 → not L", "L"),
        ("0.31^2 = 0.0961, which is not L", "L"),
        ("0.31^2 = 0.0961, is that L?", "L"),
        ("0.31^2 = 0.0961, which Tom calls L", "L"),
        ("z = 0.69 → a", "a"),
        ("0.69 is the target a", "a"),
        ("Is 0.69 the prediction a?", "a"),
        ("0.31^2 = 0.0961 → L = 0.5", "L"),
        ("Tom: 0.31^2 = 0.0961 → L", "L"),
        ("0.31^2 = 0.0961 (= L, no)", "L"),
        ("0.31^2 = 0.0961 (= L) was my first try", "L"),
        ("Wrong: 0.31^2 = 0.0961 → L", "L"),
    ],
)
def test_other_names_behind_are_not(said: str, key: str) -> None:
    assert verdicts(said, NEURON)[key].status not in ACCEPTED


@pytest.mark.parametrize(
    "said", ["0.5 (w) * 2 (x) - 0.2 (b) = 0.8 (= z)", "e^-0.8 = 0.449 → a", "a-y = 0.69-1 = -0.31 → L"]
)
def test_what_points_at_a_name_blames_nobody(said: str) -> None:
    assert Status.WRONG not in {verdict.status for verdict in verdicts(said, NEURON).values()}
