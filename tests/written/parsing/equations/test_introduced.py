"""Names that an answer gives: to expressions, derivatives, numbers, and to all derivatives in one way."""

import pytest
from tests.written.corpus import ACCEPTED, EXERCISES, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise
from gradbook.written.judging.outcomes.said.readback import read_back
from gradbook.written.reading import reading_of

LEXICON = EXERCISES["seed"].lexicon

READ: list[tuple[str, list[str]]] = [
    ("let e = q + b\nf = z*e = 24", ["q + b = q + b", "f = z * (q + b) = 24"]),
    ("let e = q + b\ndf/de = z", ["q + b = q + b", "df/d(q + b) = z"]),
    (
        r"$\delta = \frac{\partial f}{\partial q} = 3$, $\frac{df}{dw} = \delta x$",
        ["df/dq = df/dq = 3", "df/dw = df/dq * x"],
    ),
    ("delta = 3\ndf/dw = delta * x", ["3 = 3", "df/dw = 3 * x"]),
    ("delta = 3\ndelta = 4\ndf/dw = delta * x", ["df/dw = <delta * x>"]),  # which of them?
    (r"$\bar f = 1$, $\bar q = \bar f z$", ["df/df = 1", "df/dq = df/df * z"]),
    (r"Write $\bar v = \partial f/\partial v$. $\bar w = 6$", ["df/dw = 6"]),
    (r"Let $g_v = \partial f/\partial v$. $g_w = 6$", ["df/dw = 6"]),
    (r"Let $S_v = \partial f/\partial v$. $S_w = 6$", ["df/dw = 6"]),
    (r"Let $\tilde v = \partial f/\partial v$. $\tilde w = 6$", ["df/dw = 6"]),
    ("ḟ = 1, q̇ = ḟ z", ["df/df = 1", "df/dq = df/df * z"]),
    (r"$\bar q = 3$", ["3 = 3"]),  # one mark is no convention
    (
        "| | rule | number |\n|---|---|---|\n| $\\bar r$ | $z$ | 3 |\n| $\\bar w$ | $\\bar r\\,x$ | 6 |",
        ["df/dr = z = 3", "df/dw = df/dr * x = 6"],
    ),
    ("| | rule | number |\n|---|---|---|\n| r̄ | z | 3 |\n| w̄ | x r̄ | 6 |", ["df/dr = z = 3", "df/dw = x * df/dr = 6"]),
    ("| $\\bar r$ | $\\bar w$ |\n|---|---|\n| 3 | 6 |", []),  # means, for all that is said
    (r"$\underbrace{w x}_{q = 10} + b$", ["q = w * x = 10"]),
    (r"$\underbrace{w x}_{\text{the product}} + b$", []),
    ("f(5) = 3", ["f(5) = 3"]),
    ("f(w, x, b, z) = 24", ["f = 24"]),
    ("df/dw(2, 5, -2, 3) = 6", ["df/dw(2, 5, -2, 3) = 6"]),
    ("u_val, v_val = 2.0, 3.0\ndf/dw = z * u_val", ["df/dw = <z * u_val>"]),  # 2.0 is not v's
    ("x = -2 / w = 3", ["x = -2", "w = 3"]),
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_what_an_answer_introduces_is_understood(text: str, expected: list[str]) -> None:
    assert [read_back(statement, text) for statement in reading_of(text, LEXICON)] == expected


ONE = Exercise.from_graph(Graph("u = x - 3; f = u**2 + 1", x=0.5), ["f", "df/dx", "new:f", "new:x"], lr=0.1)


@pytest.mark.parametrize(
    ("text", "key", "status"),
    [
        ("f(0.5) = 7.25", "f", "right"),
        ("f(0.5) = 7", "f", "wrong"),
        ("f(1) = 5", "new:f", "right"),
        ("f(1) = 6", "new:f", "wrong"),
        ("f(2) = 2", "f", "unread"),  # another point
        ("f'(0.5) = -5", "df/dx", "right"),
        ("f'(2) = -2", "df/dx", "unread"),
        ("x_1 = x_0 - 0.1 f'(x_0) = 0.5 - 0.1 (-5) = 1", "new:x", "right"),
        ("delta = 2u = -5\ndf/dx = delta * 1 = -5", "df/dx", "right"),
        ("delta = 2u = -6\ndf/dx = delta * 1 = -6", "df/dx", "carried"),
    ],
)
def test_points_in_brackets_are_looked_at(text: str, key: str, status: str) -> None:
    assert str(verdicts(text, ONE)[key].status) == status


DEEP = Exercise.from_graph(
    Graph("a1 = w1*x; a2 = w2*a1; C = 0.5*(a2 - y)**2", w1=2.0, x=1.5, w2=-0.5, y=1.0), ["dC/da2", "dC/da1"], lr=0.1
)


@pytest.mark.parametrize(
    ("defined", "used"),
    [
        (r"\delta^{(l)} = \partial C/\partial a^{(l)}", r"\delta^{(%d)}"),
        (r"\delta^l = \frac{\partial C}{\partial a^l}", r"\delta^%d"),
        (r"\delta^{[l]} := \frac{\partial C}{\partial a^{[l]}}", r"\delta^{[%d]}"),
        (r"\delta_i \equiv \frac{dC}{da_i}", r"\delta_%d"),
        (r"\delta^{(\ell)} = \frac{\partial C}{\partial a^{(\ell)}}", r"\delta^{(%d)}"),
    ],
)
def test_a_name_for_any_layer_is_one_for_each(defined: str, used: str) -> None:
    found = verdicts(f"Let ${defined}$. ${used % 2} = -2.5$ and ${used % 1} = 1.25$", DEEP)
    assert [found[key].status.name for key in ("dC/da2", "dC/da1")] == ["RIGHT", "RIGHT"]


TWO = Exercise.from_graph(Graph("E1 = x**2; E2 = 3*x; E_tot = E1 + E2", x=2), ["E1", "E2", "E_tot"], lr=0.1)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("$E_1 = 4$, $E_2 = 3x = 6$, $E = E_1 + E_2 = 10$", {"E1", "E2", "E_tot"}),
        ("E = E1 + E2\n\nE1: 4\nE2: 6\nE: 10", {"E1", "E2", "E_tot"}),
        ("E = E1 + E2 = 11, E1 = 4, E2 = 6", {"E1", "E2"}),
        ("E = (4, 6)", {"E1", "E2"}),
        ("E = E1 + 6 = 10", set()),
        ("E = 4", set()),
    ],
)
def test_a_letter_is_the_sum_of_what_has_an_index(text: str, keys: set[str]) -> None:
    found = verdicts(text, TWO)
    assert {key for key in ("E1", "E2", "E_tot") if found[key].status.name in ("RIGHT", "STEP_UNREAD")} == keys


@pytest.mark.parametrize(
    ("said", "right"),
    [
        (r"The error at the output ($\delta$) is $$\delta = a - y = 1.5 - 1 = 0.5.$$ $dC/dv = \delta = 0.5$", True),
        (r"Assim, o erro ($\delta$) é $$\delta = a - y = 1.5 - 1 = 0.5.$$ $dC/dv = \delta = 0.5$", True),
        (r"The error at the output ($\delta$) is $$\delta = a - y = 1.5 - 1 = 0.7.$$ $dC/dv = \delta = 0.7$", False),
        (r"The error at the output ($\delta$) is not $$\delta = a - y = 1.5 - 1 = 0.5.$$", False),
    ],
)
def test_a_name_in_brackets_before_its_equation_says_only_what_it_is_of(said: str, right: bool) -> None:
    line = Exercise.from_graph(Graph("a = v + u; C = (a - y)**2/2", v=1, u=0.5, y=1), ["dC/dv"])
    assert (verdicts(said, line)["dC/dv"].status in ACCEPTED) is right
