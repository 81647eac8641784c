"""Letters for functions: "z = f(x, y)" calls z's function f, whose derivatives are those of z."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise

CURVE = Exercise.from_graph(Graph("u = t**2; v = 2*t; q = 3*u + 4*v", t=1), ["q", "dq/du", "dq/dv", "dq/dt"])

# what is written, and which keys are accepted
ROWS: list[tuple[str, set[str]]] = [
    (r"$q = f(u, v) = 3u + 4v$. $f_u(u, v) = 3$, $f_v(u, v) = 4$", {"dq/du", "dq/dv"}),
    (r"Let \(q = f(u, v)\). \({ f }_{ u } = 3\) and \({ f }_{ v } = 4\)", {"dq/du", "dq/dv"}),
    (r"Let \(q = f(u, v)\). Then \(f_u = 3\) and \(f_{v} = 4\)", {"dq/du", "dq/dv"}),
    (r"$q = f(u, v)$, so $\frac{\partial f}{\partial u} = 3$ and $\frac{df}{dt} = 14$", {"dq/du", "dq/dt"}),
    (r"$f(u, v) = 3u + 4v$, $f_u = 3$, $f_v = 4$", {"dq/du", "dq/dv"}),
    ("q = g(u, v). dq/dt = g_u du/dt + g_v dv/dt = 3*2 + 4*2 = 14", {"dq/dt", "dq/du", "dq/dv"}),
    ("$q_u(u, v) = 3$ and $q_v(u, v) = 4$", {"dq/du", "dq/dv"}),
    ("q = f(u, v). f_u = 4, f_v = 3", set()),
    ("f(u, v) = 4u + 4v, f_u = 4", set()),
    ("f(u, v) = 2u + 4v, f_u = 3", set()),
    ("f_u = 3, f_v = 4", set()),  # of what?
    ("u = f(t). f_t = 14", set()),
    ("q = f(u, v), p = f(v, u). f_u = 3", set()),
    ("q = f(u, v) and F = 7. f_u = 3", set()),  # which of the two letters?
]


@pytest.mark.parametrize(("text", "accepted"), ROWS)
def test_a_letter_for_a_function_is_what_it_is_called_for(text: str, accepted: set[str]) -> None:
    found = verdicts(text, CURVE)
    assert {key for key, verdict in found.items() if verdict.status in ACCEPTED} - {"q"} == accepted
