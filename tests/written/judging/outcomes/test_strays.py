"""A quantity that nothing is said of, and its number: in the answer a person looks, elsewhere it is missing."""

import pytest
from tests.written.corpus import verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise

EXERCISE = Exercise.from_graph(
    Graph("z = w*x + b; a = sigmoid(z); L = (a - y)**2", w=0.8, x=1.5, b=-0.4, y=1), ["z", "L", "dL/dz"], lr=0.5
)


@pytest.mark.parametrize(
    ("answer", "key", "status"),
    [
        ("z = 0.8 and the squared deviation comes to 0.0961", "L", "unread"),
        ("z = 0.8, a = 0.69, whence 0,0961", "L", "unread"),
        ("z = 0.8, a = 0.69, whence 0.0972", "L", "unread"),  # another number, and nobody knows of what
        ("z = 0.8, a = .69, whence .0961", "L", "unread"),
        ("z = 0.8 and a = 0.69", "L", "missing"),
        ("a = 0.69. The layer: [0.8 0.69].", "z", "unread"),  # an input has it, but the list is nobody's
        ("a = 0.69, where w = 0.8", "z", "missing"),  # the number of an input
        ("a = 0.69, dz/dw = -0.133 * 1.5 = -0.2", "dL/dz", "unread"),  # b has the same, and a calculation uses it
        ("z = 0.8, k = 2(a - y), g = k a (1 - a)", "dL/dz", "unread"),  # under a name of the answer's own
        ("z = 0.8, k = 2(a - y), g = k a", "dL/dz", "missing"),
        ("z = 0.8, dL/da = 2 * 0.69 * 0.0961", "L", "unread"),  # said of another quantity, but hardly by chance
    ],
)
def test_the_number_of_a_quantity_that_is_not_named(answer: str, key: str, status: str) -> None:
    assert str(verdicts(answer, EXERCISE)[key].status) == status


@pytest.mark.parametrize(
    ("answer", "accepted"), [("L = 0.0958", False), ("L = 0.0960", True), ("L = 0.096", True), ("L = 0.0961", True)]
)
def test_a_number_says_how_exactly_it_is_meant(answer: str, accepted: bool) -> None:
    worked = f"z = 0.8\na = sigmoid(0.8) = 0.690\n{answer.replace('L =', 'L = (0.690 - 1)^2 =')}"
    assert (str(verdicts(worked, EXERCISE)["L"].status).startswith("right")) is accepted


@pytest.mark.parametrize(
    ("answer", "quoted"),
    [
        ("z = 0.8. As to the deviation I get  0.0961\nThat is all.", "As to the deviation I get  0.0961"),
        ("z = 0.8\n\nhardly anyone has 1.7", "hardly anyone has 1.7"),
        ("z = 0.8\n   0.0961  ", "0.0961"),
    ],
)
def test_a_number_that_nobody_names_is_quoted_with_the_sentence_around_it(answer: str, quoted: str) -> None:
    assert verdicts(answer, EXERCISE)["L"].read == quoted


def test_a_formula_under_a_name_of_the_answers_own_may_be_of_a_node_that_the_graph_names_itself() -> None:
    half = Exercise.from_graph(Graph("p = u*x; C = (p - t)*(p - t)/2", u=3, x=2, t=10), ["dC/dp"])
    assert str(verdicts("p = 6, eP = p - t", half)["dC/dp"].status) == "unread"
    assert str(verdicts("p = 6, eP = p + t", half)["dC/dp"].status) == "missing"
