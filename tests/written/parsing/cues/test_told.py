"""Numbers that clauses in words tell, of what these clauses are about."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise

NEURON = Exercise.from_graph(
    Graph("z = w*x + b; a = sigmoid(z); L = (a - y)**2", w=0.6, x=1.5, b=-0.4, y=1),
    ["z", "a", "L", "da/dz", "dL/da", "dL/dz", "dL/dw", "dL/db", "new:w"],
    lr=0.5,
)
GATES = Exercise.from_graph(
    Graph("m = max(p, q); d = m - c; L = d**2", p=4, q=1.5, c=6),
    ["m", "d", "L", "dL/dm", "dL/dp", "dL/dq", "dL/dc", "dL/dd"],
)
GRADIENTS = "dL/da = -0.755. "  # so that what follows is of gradients

TOLD = [
    (NEURON, GRADIENTS + "The bias enters z with factor one and so simply inherits -0.177.", "dL/db"),
    (NEURON, GRADIENTS + "At z we are left with -0.177, and w sees that scaled by the input, thus -0.266.", "dL/dw"),
    (NEURON, GRADIENTS + "At z we are left with -0.177.", "dL/dz"),
    (NEURON, GRADIENTS + "The sigmoid itself has slope 0.62 times 0.38, about 0.235 there.", "da/dz"),
    (NEURON, "Sending 0.5 through it gives an activation a of about 0.622.", "a"),
    (NEURON, GRADIENTS + "Der Bias b übernimmt den Wert von z unverändert, sein Gradient ist also -0,177.", "dL/db"),
    (GATES, "Since p is larger, m comes out as the larger one, namely 4.", "m"),
    (GATES, "dL/dd = -4. Since m enters the difference with a plus sign, its gradient is -4 as well.", "dL/dm"),
    (GATES, "dL/dd = -4. So both m and p receive -4, while q receives 0.", "dL/dp"),
    (GATES, "dL/dd = -4. What c gets has the opposite sign, so it is left with 4.", "dL/dc"),
    (GATES, "dL/dd = -4. Differentiating the difference we obtain 4 for c.", "dL/dc"),
]
NOT_TOLD = [
    (NEURON, GRADIENTS + "The bias enters z with factor one and so simply inherits -0.266.", "dL/db"),
    (NEURON, GRADIENTS + "It is not true that the bias inherits -0.177.", "dL/db"),
    (NEURON, GRADIENTS + "The bias inherits -0.177, which is wrong.", "dL/db"),
    (NEURON, GRADIENTS + "My neighbour says that the bias inherits -0.177.", "dL/db"),
    (NEURON, GRADIENTS + "Maybe the bias simply inherits -0.177.", "dL/db"),
    (NEURON, GRADIENTS + "The bias first sees -0.177. In the end the bias is left with -0.2.", "dL/db"),
    (NEURON, "The bias simply has -0.177.", "dL/db"),  # nobody speaks of gradients
    (NEURON, GRADIENTS + "The bias is multiplied by -0.177.", "dL/db"),
    (NEURON, GRADIENTS + "That of z is -0.177, and the bias has one too.", "dL/db"),
    (GATES, "dL/dd = -4. It says that the gradient of m is -2 and that of c is -4.", "dL/dm"),
    (GATES, "The exponential of m is 4.", "m"),
    (GATES, "The product of c and m is 4.", "m"),
]


@pytest.mark.parametrize(("exercise", "text", "key"), TOLD)
def test_a_clause_tells_a_number_of_what_it_is_about(exercise: Exercise, text: str, key: str) -> None:
    assert verdicts(text, exercise)[key].status in ACCEPTED


@pytest.mark.parametrize(("exercise", "text", "key"), NOT_TOLD)
def test_what_is_said_otherwise_is_not_told(exercise: Exercise, text: str, key: str) -> None:
    assert verdicts(text, exercise)[key].status not in ACCEPTED


def test_what_a_clause_seems_to_tell_is_held_against_nobody() -> None:
    found = verdicts(GRADIENTS + "The bias goes on from there with the same 3 over 2, so 1.5.", NEURON)
    assert str(found["dL/db"].status) not in ("wrong", "carried")
