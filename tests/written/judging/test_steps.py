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
