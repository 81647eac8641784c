"""What says of a function where it goes, or what it is of a letter, says nothing of the graph's quantities."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise

KEYS = ["z_1", "h_1", "L"]
LINEAR = Exercise.from_graph(Graph("z_1 = w_1*x_1 + b_1; h_1 = z_1; L = h_1**2", w_1=0.5, x_1=2, b_1=0.3), KEYS)
TRACE = Exercise.from_graph(
    Graph("v_1 = log(x_1); v_2 = x_1 * x_2; v_3 = v_1 + v_2", x_1=2, x_2=5), ["v_1", "v_2", "v_3"]
)

# what is written, and the keys that are accepted
ROWS: list[tuple[str, set[str]]] = [
    ("Neuron with $g(z) = z$ and $g'(z) = 1$: $z_1 = 0.5*2+0.3 = 1.3$, $h_1 = z_1 = 1.3$", {"z_1", "h_1"}),
    ("Aktivierung: Identität ($g(z)=z$)\n\n$z_1 = 1.3$\n\n$h_1 = 1.3$", {"z_1", "h_1"}),
    ("Let $L: \\mathbb{R}^3 \\to \\mathbb{R}$ be the loss. $L = 1.69$", {"L"}),
    ("L: ℝ³ → ℝ\n\n$L = 1.69$", {"L"}),
    ("L: R^3 -> R, and L = 1.7", set()),
    ("$L: \\mathbb{R}^3 \\to \\mathbb{R}$, and $L = 1.7$", set()),
    ("Neuron with $g(z) = z$: $z_1 = 1.4$, $h_1 = z_1 = 1.4$", set()),
    ("$h_1 = g(z) = z$ and $z_1 = 1.4$", set()),
]
INPUTS: list[tuple[str, set[str]]] = [
    (
        "- $v_{-1} = x_1 = 2$,\n- $v_0 = x_2 = 5$,\n- $v_1 = \\ln v_{-1} = 0.693$,\n- $v_2 = v_{-1} v_0 = 10$,\n"
        "- $v_3 = v_1 + v_2 = 10.693$.",
        {"v_1", "v_2", "v_3"},
    ),
    ("v_-1 = 2\n\nv_1 = ln(v_-1) = 0.693", {"v_1"}),
    ("$v_{-1} = x_1$, $v_0 = x_2$. $v_2 = v_{-1} + v_0 = 10$", set()),
    ("$v_{-1} = x_1$, $v_0 = x_1$. $v_2 = v_{-1} v_0 = 10$", set()),
    ("$v_{-1} = 3$. $v_1 = \\ln v_{-1} = 0.693$", set()),
]


@pytest.mark.parametrize(("text", "accepted"), ROWS)
def test_what_a_function_is_of_a_letter_says_nothing_of_quantities(text: str, accepted: set[str]) -> None:
    found = verdicts(text, LINEAR)
    assert {key for key in KEYS if found[key].status in ACCEPTED} == accepted


@pytest.mark.parametrize(("text", "accepted"), INPUTS)
def test_the_inputs_of_a_list_of_operations_have_names_below_one(text: str, accepted: set[str]) -> None:
    found = verdicts(text, TRACE)
    assert {key for key in ("v_1", "v_2", "v_3") if found[key].status in ACCEPTED} == accepted
