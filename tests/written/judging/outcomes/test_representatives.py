"""Formulas for any of several quantities: they hold for some, and are no answer against the others."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise, Status

UNITS = Exercise.from_graph(  # dL/dv1 = u1 = 2, dL/dv2 = u2 = 12, dL/dw2 = v2 x = 28
    Graph("u1 = w1*x; u2 = w2*x; L = v1*u1 + v2*u2", w1=0.5, w2=3, x=4, v1=5, v2=7),
    ["dL/dw1", "dL/dw2", "dL/dv1", "dL/dv2"],
)
NUMBERS = "dL/dw1 = 5 * 4 = 20, dL/dw2 = 7 * 4 = 28.\n\n"
CHAIN = "A weight of the second unit:\n\n$\\frac{\\partial L}{\\partial w} = "
SECOND = CHAIN + "\\frac{\\partial L}{\\partial u_2} \\frac{\\partial u_2}{\\partial w}$"
NEITHER = CHAIN + "\\frac{\\partial L}{\\partial u_2} \\cdot 9 x$"


@pytest.mark.parametrize("key", ["dL/dw1", "dL/dw2"])
@pytest.mark.parametrize("text", [NUMBERS + SECOND, SECOND + "\n\n" + NUMBERS])
def test_a_formula_for_one_of_several_is_not_held_against_the_others(text: str, key: str) -> None:
    assert verdicts(text, UNITS)[key].status in ACCEPTED


def test_alone_it_is_no_answer_for_those_that_it_is_not_meant_for() -> None:
    assert verdicts(SECOND, UNITS)["dL/dw1"].status not in {*ACCEPTED, Status.WRONG}


def test_a_formula_that_holds_for_none_of_them_counts_against_all() -> None:
    assert verdicts(NUMBERS + NEITHER, UNITS)["dL/dw1"].status not in ACCEPTED


def test_a_wrong_number_stays_wrong_beside_such_a_formula() -> None:
    assert verdicts("dL/dw1 = 21, dL/dw2 = 28.\n\n" + SECOND, UNITS)["dL/dw1"].status not in ACCEPTED
