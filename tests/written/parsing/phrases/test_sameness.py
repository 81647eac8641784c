"""What is the same as another: read with its number, and no wrong number is accepted."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise

NEURON = Exercise.from_graph(
    Graph("z = w*x + b; a = sigmoid(z); L = (a - y)**2/2", w=0.8, x=1.5, b=-0.4, y=1.0), ["dL/dz", "dL/dw", "dL/db"]
)
SAME = [
    "dL/db: same as dL/dz, {}",
    "dL/db is the same as dL/dz, so {}",
    "dL/db is the same, {}",
    "dL/db same thing {}",
    "dL/db also {}",
    "dL/db is also {}",
    "grad of b: same as grad of z, {}",
    "dL/db: ditto, {}",
    "dL/db likewise: {}",
    "dL/db ist auch {}",
    "dL/db: idem, {}",
    "dL/db: lo mismo, {}",
]


@pytest.mark.parametrize("text", SAME)
def test_what_is_the_same_has_the_number(text: str) -> None:
    assert verdicts(text.format("-0.0663"), NEURON)["dL/db"].status in ACCEPTED


@pytest.mark.parametrize("text", SAME)
def test_a_wrong_number_is_not_accepted(text: str) -> None:
    assert verdicts(text.format("-0.1663"), NEURON)["dL/db"].status not in ACCEPTED


@pytest.mark.parametrize(
    "text",
    [
        "dL/db is not the same as dL/dz, -0.0663",
        "dL/dz is the same as dL/db in last week's exercise, -0.0663",
        "Is dL/db also -0.0663?",
        "w also moves, -0.0663",
    ],
)
def test_what_is_not_said_to_be_the_same_is_not_accepted(text: str) -> None:
    assert verdicts(text, NEURON)["dL/db"].status not in ACCEPTED
