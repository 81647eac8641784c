"""The search for what the numbers of a step stand for, and what is said where it ends without an answer."""

import pytest
from tests.written.corpus import ACCEPTED, EXERCISES, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise, Status

PADDED = "df/dw = (3 + 1 + 2)" + "*2/2" * 7 + " = 6"


@pytest.mark.parametrize("answer", [PADDED, f"df/dx = {PADDED.partition('=')[2].replace('= 6', '+ 9 = 15')}\n{PADDED}"])
def test_a_step_with_too_many_readings_gets_no_full_credit(answer: str) -> None:
    verdict = verdicts(answer, EXERCISES["seed"])["df/dw"]
    assert verdict.status not in ACCEPTED
    assert not verdict.status.decided


NEURON = Exercise.from_graph(
    Graph("z = w*x; a = z + b; e = a - y; L = e**2", w=3, x=2, b=1, y=3), ["dL/da", "dL/dw", "L"]
)


@pytest.mark.parametrize(
    ("answer", "accepted"),
    [
        ("(a - 3)^2", True),  # of y the number is put in
        ("(a - y)^2", True),
        ("(z + b - 3)^2", False),  # by a?
        ("(a - 4)^2", False),
        ("16", False),
    ],
)
def test_a_derivative_of_what_is_written_out_may_have_numbers_put_in(answer: str, accepted: bool) -> None:
    verdict = verdicts(rf"$\frac{{dL}}{{da}} = \frac{{d}}{{da}}({answer}) = 8$", NEURON)["dL/da"]
    assert (verdict.status in ACCEPTED) is accepted


def test_padding_one_quantity_does_not_raise_another() -> None:
    alone = verdicts("df/dw = r + b = 8 - 2 = 6", EXERCISES["seed"])["df/dw"]
    padded = "".join(f"df/dx = (3 + {n} + {12 - n}) * 1 * 1 = 15\n" for n in range(1, 12))
    beside = verdicts(f"{padded}df/dw = r + b = 8 - 2 = 6", EXERCISES["seed"])["df/dw"]
    assert beside.status is alone.status


def test_a_wrong_step_is_told_where_an_input_is_zero() -> None:
    exercise = Exercise.from_graph(Graph("z = w*x + b; L = z**2", w=3, x=2, b=0), ["z", "dL/dw"])
    assert exercise.keeping_zeros.keeping_zeros is exercise.keeping_zeros
    found = verdicts("z = 3*2 = 6\n\ndL/dw = 6 + 6*3 = 24", exercise)
    assert found["z"].status is Status.RIGHT  # a term of 0 left out
    assert found["dL/dw"].status is Status.WRONG_STEP


SHARED = Exercise.from_graph(Graph("p = u*v; s = u + p; T = s**2", u=3, v=2), ["T", "dT/du", "dT/dv"])


@pytest.mark.parametrize(
    ("answer", "accepted"),
    [
        ("$T(u) = (u + 2u)^2 = 9u^2$, so $dT/du = 18u = 54$", True),
        ("T = (u + 2u)^2\n\ndT/du = 6*(u + 2u) = 54", True),
        ("dT/du = 18u = 54", False),  # of what?
        ("$T(u) = 9u^2$, so $dT/du = 18u = 54$", False),
        ("$T(u) = (u + 2u)^2$, so $dT/du = 2u^3 = 54$", False),  # here only
        ("$T(u) = (u + 2u)^2$, so $dT/du = 12u + 18 = 54$", False),
        ("$T(u) = 27(u + 2)$, so $dT/du = 18u = 54$", False),
        ("After the step $T(u) = (u + 2u)^2$\n\nT = 81. $dT/du = 18u$, which is false", False),
    ],
)
def test_what_is_the_derivative_of_the_form_that_is_written_is_right(answer: str, accepted: bool) -> None:
    assert (verdicts(answer, SHARED)["dT/du"].status in ACCEPTED) is accepted


SUM = Exercise.from_graph(Graph("u = 3*t; v = u**2; w = v + u", t=2), ["dw/dt", "dw/du"])
MIXED = Exercise.from_graph(
    Graph("u = 3*t; v = u**2; w = v - u; k = u*t; m = k + u + 5; n = w + m", t=2), ["dw/dt", "dm/dt"]
)


@pytest.mark.parametrize(
    ("answer", "exercise", "key", "accepted"),
    [
        ("dw/dt = dv/dt + du/dt = 36 + 3 = 39", SUM, "dw/dt", True),
        ("dm/dt = dk/dt + du/dt = 12 + 3 = 15", MIXED, "dm/dt", True),
        ("dw/dt = dv/dt + du/dt = 36 - 3 = 33", MIXED, "dw/dt", False),
        ("dm/dt = dk/dt = 15", MIXED, "dm/dt", False),
        ("dw/dt = dv/dt + 3 = 38", SUM, "dw/dt", False),
    ],
)
def test_the_derivative_of_a_sum_is_that_of_its_terms(
    answer: str, exercise: Exercise, key: str, accepted: bool
) -> None:
    assert (verdicts(answer, exercise)[key].status in ACCEPTED) is accepted
