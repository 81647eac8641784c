"""References stand for what a page shows of them, and say nothing of the equation beside them."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise

NEURON = Exercise.from_graph(Graph("h = w*x; a = sigmoid(h)", w=3, x=2), ["h", "a"])

# what is written, and whether h is accepted
ROWS: list[tuple[str, bool]] = [
    ("by {{eq:chain-rule}} we have h = 6", True),
    ("By {eq}`chain`, h = 6", True),
    ("see {numref}`fig-graph`: h = 6", True),
    ("By @eq-chain, h = 6", True),
    ("Following [@nielsen2015; @bishop, pp. 12-14], $h = 6$", True),
    (r"With \eqref{eq:forward} we get $h = 6$.", True),
    (r"Figure~\ref{fig:graph} shows it. $h = 6$", True),
    ("By {eq}`chain`, h = 7", False),
    ("By @eq-chain, h is not 6", False),
    ("h = 6 [@bishop: no, 7]", False),  # not the form of a citation
    ("By {eq}`chain` this is wrong: h = 6", False),
    ("@eq-h = 6", False),
]


@pytest.mark.parametrize(("text", "accepted"), ROWS)
def test_a_reference_says_nothing_of_an_equation(text: str, accepted: bool) -> None:
    assert (verdicts(text, NEURON)["h"].status in ACCEPTED) is accepted


@pytest.mark.parametrize(
    "text",
    [
        "Sigmoid: s(z) = 1/(1+e^-z)\n\nh = 3*2 = 6, a = s(6) = 0.9975",
        "With phi the sigmoid: a = phi(6) = 0.9975",
    ],
)
def test_a_letter_before_a_bracket_is_a_function_and_no_word(text: str) -> None:
    assert verdicts(text, NEURON)["a"].status in ACCEPTED


@pytest.mark.parametrize("text", ["a = s(6) = 0.75", "Sigmoid: s(z) = 1/(1+e^-z)\n\na = 6 = 0.9975"])
def test_a_function_that_is_not_known_makes_no_number_right(text: str) -> None:
    assert verdicts(text, NEURON)["a"].status not in ACCEPTED
