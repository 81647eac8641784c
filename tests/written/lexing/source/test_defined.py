"""Functions that answers define: headers say nothing; and dy_dz, where y is only another name of z."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise
from gradbook.written.lexing.source.defined import without_headers

NEURON = Exercise.from_graph(
    Graph("dot = w1*x1 + w2*x2; f = sigmoid(dot)", w1=1.1, w2=-0.8, x1=0.6, x2=-1.5), ["df/ddot", "df/dw1", "df/dw2"]
)
NAMED_AGAIN = Exercise.from_graph(Graph("z = w*x; y = z; L = (y - t)**2", w=0.5, x=2, t=3), ["dL/dw"])


@pytest.mark.parametrize(
    "header", ["function dw = grads(w,x)", "function  dw = grads (w, x);", "function [dw] = grads(w)"]
)
def test_the_header_of_a_function_says_nothing(header: str) -> None:
    found = verdicts(f"{header}\nddot = (1-f)*f;\ndw = [x(1)*ddot, x(2)*ddot];\nend", NEURON)
    assert all(verdict.status in ACCEPTED for verdict in found.values())


@pytest.mark.parametrize("line", ["function f = q(w)", "  function f = q(w) % of w"])
def test_a_header_is_blank_and_its_place_is_kept(line: str) -> None:
    source = f"{line}\nf = 3"
    blank = without_headers(source)
    assert len(blank) == len(source)
    assert "q(w)" not in blank
    assert without_headers("function f = q(w) + 1") == "function f = q(w) + 1"


def test_a_derivative_by_another_name_of_the_same_is_one() -> None:
    text = "dL_dy = 2 * (y - t)\ndy_dz = 1\ndz_dw = x\ndL_dw = dL_dy * dy_dz * dz_dw"
    assert verdicts(text, NAMED_AGAIN)["dL/dw"].status in ACCEPTED
    assert verdicts(text.replace("dz_dw = x", "dz_dw = w"), NAMED_AGAIN)["dL/dw"].status not in ACCEPTED
