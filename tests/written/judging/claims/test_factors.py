r"""Derivatives that an answer says by the way: as factors of a product, and by the function that is differentiated."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise

KEYS = ["a", "dL/da", "da/dz", "dz/dw", "dL/dz", "dL/dw"]
NEURON = Exercise.from_graph(
    Graph("z = w*x + b; a = sigmoid(z); L = (a - y)**2", w=1, x=2, b=-2, y=1), KEYS, lr=0.1
)  # z 0, a 0.5, L 0.25; dL/da -1, da/dz 0.25, dz/dw 2, dL/dz -0.25, dL/dw -0.5
TWO = Exercise.from_graph(
    Graph("z1 = w*x; a1 = sigmoid(z1); z2 = v*x; a2 = sigmoid(z2); f = a1*a2", w=0, x=2, v=0),
    ["a1", "a2", "da1/dz1", "da2/dz2"],
)  # both are sigmoid'(0): nobody can tell which is meant

# what is written, and the keys that are accepted
ROWS: list[tuple[str, set[str]]] = [
    ("dL/dw = dL/da * da/dz * dz/dw = -1 * 0.25 * 2 = -0.5", {"dL/dw", "dL/da", "da/dz", "dz/dw"}),
    (
        r"$$\frac{\partial L}{\partial w} = \frac{\partial L}{\partial a} \cdot \frac{\partial a}{\partial z} \cdot "
        r"\frac{\partial z}{\partial w} = (-1) \cdot 0.25 \cdot 2$$",
        {"dL/dw", "dL/da", "da/dz", "dz/dw"},
    ),
    ("dL/dw = dL/dz * dz/dw = -0.25 * x = -0.5", {"dL/dw", "dL/dz", "dz/dw"}),
    ("dL/dw = dL/da * da/dz * dz/dw = 2(a - y) * a(1 - a) * x = -0.5", {"dL/dw", "dL/da", "da/dz", "dz/dw"}),
    ("dL/dz = -1 * σ'(0) = -1 * 0.25 = -0.25", {"dL/dz", "da/dz", "dL/da"}),
    ("σ'(0) = 0.5 * (1 - 0.5) = 0.25", {"da/dz"}),
    (r"$\sigma'(0) = 0.25$", {"da/dz"}),
    ("σ(0) = 0.5", {"a"}),
    (r"$\sigma(0) = \frac{1}{1 + e^{0}} = 0.5$", {"a"}),
    # other numbers, and others' places
    ("σ(0) = 0.6", set()),
    ("σ(2) = 0.5", set()),
    ("tanh(0) = 0.5", set()),
    ("maybe σ(0) = 0.5", set()),
    ("For the second sample: σ(0) = 0.5", set()),
    ("dL/dw = dL/da * da/dz * dz/dw = -1 * 2 * 0.25 = -0.5", {"dL/dw"}),
    ("dL/dw = dL/da * da/dz * dz/dw = 0.25 * -1 * 2 = -0.5", {"dL/dw"}),
    ("dL/dw = dL/da * da/dz * dz/dw = -0.5", {"dL/dw"}),
    ("dL/dw = dL/da * da/dz * dz/dw = -1 * 0.5", {"dL/dw"}),
    ("dL/dw = dL/da * da/dz * dz/dw = -1 * 0.25 * 3 = -0.75", {"dL/da", "da/dz"}),
    ("dL/dz = -1 * σ'(0) = -1 * 0.2 = -0.2", set()),
    ("σ'(0) = 0.2", set()),
    ("σ'(1) = 0.25", set()),
    ("tanh'(0) = 0.25", set()),
    # no claims
    ("It is wrong that dL/dw = dL/dz * dz/dw = -0.25 * 2 = -0.5", set()),
    ("If y were 3: dL/dw = dL/dz * dz/dw = -0.25 * 2 = -0.5", set()),
    ("My neighbour has dL/dw = dL/dz * dz/dw = -0.25 * 2 = -0.5", set()),
    ("Is σ'(0) = 0.25?", set()),
    ("maybe σ'(0) = 0.25", set()),
    # what the answer says of the factors, or of what the function is taken of
    ("z = 3. σ(0) = 0.5", set()),
    ("After the update: σ'(0) = 0.25", set()),
    ("dL/dz = dL/da * da/dz = -1 * 0.5 = -0.5\n\nσ'(0) = 0.25", {"dL/da"}),
    ("dL/dw = dL/da * da/dz * dz/dw = -1 * 0.25 * 2 = -0.5. But da/dz is wrong.", set()),
    ("dL/dw = dL/da * da/dz * dz/dw = -1 * 0.25 * 2 = -0.5. My dL/da is wrong.", set()),
    # what is said of a quantity itself goes before
    ("da/dz = 0.2\n\ndL/dw = dL/da * da/dz * dz/dw = -1 * 0.25 * 2 = -0.5", {"dL/da", "dz/dw"}),
]


@pytest.mark.parametrize(("answer", "accepted"), ROWS)
def test_factors_say_the_derivatives_that_they_stand_for(answer: str, accepted: set[str]) -> None:
    found = verdicts(answer, NEURON)
    assert {key for key in KEYS if found[key].status in ACCEPTED} == accepted


APART = Exercise.from_graph(
    Graph("z1 = w*x; a1 = sigmoid(z1); z2 = v*x; a2 = sigmoid(z2); f = a1*a2", w=0, x=2, v=1),
    ["a1", "a2", "da1/dz1", "da2/dz2"],
)  # z1 0, z2 2


@pytest.mark.parametrize(
    "answer",
    [
        "For the second neuron: σ(0) = 0.5, σ'(0) = 0.25",
        "### Neuron 2\n\nσ'(0) = 0.25",
        "Output layer: σ'(0) = 0.25",
        "Hidden: σ(2) = 0.8808",
        "z2 = 0: σ(0) = 0.5",
        "z2 = 0, σ'(0) = 0.25",
    ],
)
def test_a_function_of_a_number_is_of_no_neuron_where_another_may_be_meant(answer: str) -> None:
    found = verdicts(answer, APART)
    assert not any(verdict.status in ACCEPTED for verdict in found.values())


def test_a_function_that_two_neurons_have_says_nothing_of_either() -> None:
    found = verdicts("σ(0) = 0.5 and σ'(0) = 0.25", TWO)
    assert not any(verdict.status in ACCEPTED for verdict in found.values())
