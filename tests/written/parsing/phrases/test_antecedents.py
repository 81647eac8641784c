"""Derivatives of what a sentence said before: "..., whose derivative is", "its slope", and "gradient = -6" alone."""

import pytest
from tests.written.corpus import ACCEPTED, EXERCISES, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise
from gradbook.written.judging.outcomes.said.readback import read_back
from gradbook.written.reading import reading_of

BOWL = Exercise.from_graph(Graph("C = (u - 5)**2", u=1), ["dC/du"], lr=0.25)
NEURON = Exercise.from_graph(Graph("s = u*x + b; h = tanh(s); C = (h - t)**2", u=1, x=2, b=0, t=1), ["dC/du"])

# of one input: what is written, and whether the derivative is right
ONE: list[tuple[str, bool]] = [
    ("The cost is $C(u) = (u - 5)^2$, whose derivative is $2(u - 5)$.", True),
    ("La función C = (u - 5)^2, cuya derivada es 2(u - 5)", True),
    ("$C = (u - 5)^2$, la cui derivata è $2(u - 5)$ e il cui minimo è in $u = 5$", True),
    ("a função C = (u - 5)^2, cuja derivada é 2(u - 5)", True),
    ("la fonction C = (u - 5)^2, dont la dérivée est 2(u - 5)", True),
    ("Функция C = (u - 5)^2, её производная равна 2(u - 5)", True),
    ("函数 C = (u - 5)^2，其导数为 2(u - 5)", True),
    ("C = (u - 5)^2. Its slope is 2(1 - 5) = -8.", True),
    ("slope = 2*(1 - 5) = -8", True),
    ("The derivative of C is C' = 2(u - 5), so C' = -8 at u = 1", True),
    ("The derivative: C' = 2u - 5", False),
    ("C' = 4 after the step", False),
    ("Gradient: -8", True),
    ("C = (u - 5)^2, whose derivative is 2u - 5", False),
    ("The gradient is -4", False),
    ("Their gradient is not -8", False),
    ("C = (u - 5)^2, whose derivative at u = 3 is -4", False),
    ("The gradient is -8 or so, maybe -4", False),
]


@pytest.mark.parametrize(("text", "right"), ONE)
def test_the_derivative_of_what_was_said_is_read(text: str, right: bool) -> None:
    assert (verdicts(text, BOWL)["dC/du"].status in ACCEPTED) is right


# of a neuron: what is written, what is read
READ: list[tuple[str, list[str]]] = [
    ("Going back to $s = ux + b$, the derivative with respect to $u$ is $x$", ["s = u * x + b", "ds/du = x"]),
    ("s = ux + b = 2, so the derivative with respect to u is 3", ["s = u * x + b = 2", "dC/du = 3"]),
    ("s = ux + b, the gradient with respect to u is 3", ["s = u * x + b", "dC/du = 3"]),
    ("s = ux + b. The derivative with respect to u is 3", ["s = u * x + b", "dC/du = 3"]),
    ("h = tanh(s), whose derivative is 1 - h^2", ["h = tanh(s)", "dh/ds = 1 - h**2"]),
    ("C = (h - t)^2, whose derivative is 2(h - t)", ["C = (h - t)**2"]),  # by h, or by t
    ("The slope is 3", []),
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_in_a_graph_of_several_nodes_it_is_of_the_one_that_was_said(text: str, expected: list[str]) -> None:
    assert [read_back(statement, text) for statement in reading_of(text, NEURON.lexicon)] == expected


def test_the_derivative_of_a_function_is_no_gradient_of_a_node_of_its_name() -> None:
    named = Exercise.from_graph(Graph("s = u*x; Relu = relu(s); C = Relu**2", u=1, x=2), ["dC/dRelu"])
    text = "dC/dRelu = 2 * 2 = 4. The derivative of Relu is 1 for s > 0."
    assert verdicts(text, named)["dC/dRelu"].status in ACCEPTED
    assert verdicts("The derivative of Relu is 4.", named)["dC/dRelu"].status not in ACCEPTED


@pytest.mark.parametrize(
    "text",
    ["q = wx, whose derivative is 6", "r = q + b, its gradient with respect to w is 6", "q = wx, whose gradient is 6"],
)
def test_a_gradient_that_is_said_of_another_node_is_not_the_outputs(text: str) -> None:
    assert verdicts(text, EXERCISES["seed"])["df/dw"].status not in ACCEPTED


def test_a_star_marks_the_optimum_which_is_no_second_new_value() -> None:
    two = Exercise.from_graph(Graph("f = v_1**2 + 3*v_2", v_1=4, v_2=1), ["new:v_1"], lr=0.1)
    text = "Best is $v_1^* = 0$, $v^* = (0, 1)$. One step: $v_1 = 4 - 0.1 * 8 = 3.2$"
    assert verdicts(text, two)["new:v_1"].status in ACCEPTED
    assert verdicts("$v_1^* = 0$", two)["new:v_1"].status not in ACCEPTED


ASKED = Exercise.from_graph(Graph("u = b*c; v = a + u; J = 3*v", a=5, b=3, c=2), ["dJ/dv", "dJ/da", "dJ/db"])


@pytest.mark.parametrize(
    ("text", "accepted"),
    [
        ("What is the derivative of J with respect to v? The derivative is 3.", {"dJ/dv"}),
        (
            "How do we get the derivative of J with respect to v?\n\nIn general J goes up, so the derivative is 3.",
            {"dJ/dv"},
        ),
        ("Was ist die Ableitung von J nach b? Die Ableitung ist 6.", {"dJ/db"}),
        ("What is the derivative of J with respect to v? The derivative is 6.", set()),
        ("What is the derivative of J with respect to v? And with respect to b? The derivative is 3.", set()),
        ("The derivative of J with respect to b is not simple. The derivative is 6.", set()),
        ("What is the derivative of J with respect to v?\n\n## Next\n\nThe derivative is 3.", set()),
    ],
)
def test_the_derivative_is_the_one_that_was_asked_for(text: str, accepted: set[str]) -> None:
    assert {key for key, verdict in verdicts(text, ASKED).items() if verdict.status in ACCEPTED} == accepted


RATIO = Exercise.from_graph(Graph("a = x + y; b = y - z; f = a/b", x=3, y=5, z=1), ["a", "b", "df/da", "df/db"])


@pytest.mark.parametrize(
    ("said", "accepted"),
    [
        ("The gradient of a is 1/b = 0.25, that of b is −a/b² = −0.5.", {"df/da", "df/db"}),
        ("The gradient at a is 0.25, the one of b is -0.5.", {"df/da", "df/db"}),
        ("Der Gradient von a ist 0,25, der von b ist -0,5.", {"df/da", "df/db"}),
        ("Le gradient de a est 0,25, celui de b est -0,5.", {"df/da", "df/db"}),
        ("El gradiente de a es 0.25, el de b es -0.5.", {"df/da", "df/db"}),
        ("O gradiente de a é 0,25, o de b é -0,5.", {"df/da", "df/db"}),
        ("Il gradiente di a è 0,25, quello di b è -0,5.", {"df/da", "df/db"}),
        ("The gradient of a is 0.25, that of b is 0.5.", {"df/da"}),
        ("The gradient of a is 0.25, not that of b, which is -0.5.", {"df/da"}),
        ("The gradient of a is 0.25. And the value of a is 8, that of b is -0.5.", {"df/da"}),
    ],
)
def test_that_of_another_is_one_more_derivative(said: str, accepted: set[str]) -> None:
    found = verdicts(said, RATIO)
    assert {key for key in ("df/da", "df/db") if found[key].status in ACCEPTED} == accepted
