"""What is said to be one of several neurons' is said of no quantity that has that name."""

import pytest
from tests.written.corpus import ACCEPTED

from gradbook.graph import Graph
from gradbook.written import Exercise, Status, judge, read

TWO = Exercise.from_graph(
    Graph("h1 = relu(w*x); h2 = relu(u*x); output = h1 + h2; loss = (output - t)**2", w=1, x=2, u=3, t=1), ["output"]
)
ONE = Exercise.from_graph(Graph("a = w*x; output = relu(a)", w=1, x=2), ["output"])


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("The total is 2, so this neuron's output is 2.", False),
        ("The second unit adds nothing; its output is 6.", False),
        ("The neuron's output is 8.", False),  # of which?
        ("The network adds both. Its output is 8.", True),
        ("The output is 8.", True),
    ],
)
def test_what_one_of_several_neurons_gives_is_not_what_the_network_gives(text: str, right: bool) -> None:
    status = judge(read(text, TWO), TWO)[0].status
    assert status in ACCEPTED if right else status is Status.UNREAD


def test_the_only_neuron_gives_what_the_network_gives() -> None:
    assert judge(read("The neuron's output is 2.", ONE), ONE)[0].status in ACCEPTED
