"""What must speak against an answer before it is blamed."""

import pytest
from tests.written.corpus import verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise, Status

NEURON = Exercise.from_graph(
    Graph("z = w*x + b; a = sigmoid(z); L = (a - y)**2", w=0.8, x=2, b=-0.6, y=1),
    ["z", "a", "L", "dL/da", "dL/dz", "dL/dw", "new:w"],
    lr=0.5,
)


# a = 0.73106, L = 0.07233, w_new = 0.90575
@pytest.mark.parametrize(
    ("answer", "key", "status"),
    [
        ("a = sigmoid(a) = 0.73106", "a", Status.PERSON),  # a name too many
        ("a = sigmoid(w) = 0.73106", "a", Status.PERSON),
        ("a = 1 / (1 + e^1) = 0.73106", "a", Status.PERSON),  # the sign is left out
        ("L = (a - x)^2 = (0.731 - 1)^2 = 0.0723", "L", Status.PERSON),  # the numbers are right
        ("z = w*x + y = 0.8*2 - 0.6 = 1", "z", Status.PERSON),
        ("z = w*x + b = 3 = 1", "z", Status.PERSON),
        ("z = w*x + y = 1", "z", Status.WRONG_STEP),  # one digit may come of anything
        ("a = sigmoid(w) = 0.69", "a", Status.WRONG),
        ("L = (a - x)^2 = 1.61", "L", Status.WRONG),
        ("dL/dw = dL/da * dz/dw = -0.2115", "dL/dw", Status.WRONG_STEP),  # a broken chain
        ("dL/dw = dL/da * dz/dw = -0.538 * 2 = -0.2115", "dL/dw", Status.WRONG_STEP),  # its numbers are put in
        ("dL/dw = dL/da * dz/dw = -0.538 * 0.1966 * 2 = -0.2115", "dL/dw", Status.PERSON),  # other numbers than its own
        ("dL/dw = dL/dz = (-0.1058) * 2 = -0.2115", "dL/dw", Status.PERSON),
        ("dL/dw = dL/da * da/dz * dz/dw * x = -0.538 * 0.1966 * 2 = -0.2115", "dL/dw", Status.PERSON),
        ("dL/dw = dL/da * dz/dw = -0.538 * 0.1966 * 2 = -0.3", "dL/dw", Status.WRONG),
        ("dL/dw = 3 * 4 = -0.2115", "dL/dw", Status.WRONG_STEP),
        ("dL/dw = 7 = -0.2115", "dL/dw", Status.PERSON),
    ],
)
def test_a_slip_of_the_pen_beside_a_right_number_is_for_a_person(answer: str, key: str, status: Status) -> None:
    assert verdicts(answer, NEURON)[key].status is status


@pytest.mark.parametrize(
    ("answer", "key", "status"),
    [
        ("z = 1, a = 0.73106", "L", Status.MISSING),  # all that is said is understood
        ("1. z = 0.8 * 2 - 0.6 = 1\n2. a = 0.731", "dL/dz", Status.MISSING),
        ("With w = 0.8, x = 2 and b = -0.6 I get z = 1.", "a", Status.MISSING),
        ("z = 1\n\nzurab | 0.25 | 17", "a", Status.UNREAD),  # what is said in a line like this?
        ("z = 1\n\nKaltak: -0.3", "dL/dw", Status.UNREAD),
        ("g_top = 2 * (a - 1) = -0.538", "dL/da", Status.UNREAD),
    ],
)
def test_a_quantity_is_missing_only_where_all_numbers_of_an_answer_are_understood(
    answer: str, key: str, status: Status
) -> None:
    assert verdicts(answer, NEURON)[key].status is status


SMALL = Graph("z = w*x + b; a = sigmoid(z); L = (a - y)**2", w=0.5, x=1, b=0.007, y=0.5715)
STEPS = {rate: Exercise.from_graph(SMALL, ["dL/dw", "dL/db", "new:w", "new:b"], lr=rate) for rate in (0.5, 0.01)}


# dL/dw = dL/db = 0.02467; with the larger rate b_new = -0.00534, with the smaller w_new = 0.49975
@pytest.mark.parametrize(
    ("answer", "rate", "key", "status"),
    [
        ("dL/db = 0.025, b_new = 0.007 - 0.5 * 0.025 = -0.006", 0.5, "new:b", Status.PERSON),
        ("dL/db = 0.025, b_new = 0.007 - 0.5 * 0.025 = -0.008", 0.5, "new:b", Status.WRONG),
        ("dL/db = 0.025, b_new = 0.007 + 0.5 * 0.025 = 0.02", 0.5, "new:b", Status.WRONG),
        ("dL/dw = 0.026, w_new = w - lr * dL/dw = 0.5 - 0.01 * 0.026 = 0.500", 0.01, "new:w", Status.PERSON),
        ("dL/dw = 0.026, w_new = 0.5 - 0.01 * 0.026 = 0.5", 0.01, "new:w", Status.WRONG),  # tells of no step
    ],
)
def test_a_step_that_is_smaller_than_its_rounding_is_for_a_person(
    answer: str, rate: float, key: str, status: Status
) -> None:
    assert verdicts(answer, STEPS[rate])[key].status is status


STILL = Exercise.from_graph(Graph("h = relu(w*x); L = v*h", w=-0.5, x=2, v=3), ["h", "L", "new:w", "new:v"], lr=0.1)


def test_an_input_that_the_step_does_not_change_may_be_said_to_stay() -> None:
    assert verdicts("h = 0, L = 0\n\nAfter the update: w = -0.5, v = 3.", STILL)["new:w"].status is not Status.MISSING
    assert verdicts("h = 0, L = 0", STILL)["new:w"].status is Status.MISSING


TINY = Exercise.from_graph(Graph("s = w*x; p = sigmoid(s); L = -log(p)", w=2, x=6), ["L", "dL/dw", "new:w"], lr=0.1)


# dL/dw = -0.0000369, w_new = 2.0000037
@pytest.mark.parametrize(
    ("answer", "status"),
    [
        ("w_new = w - lr * dL/dw = 2 + 0.1 * 0.000037 = 2.0000", Status.RIGHT),
        ("w_new = 2 + 0.1 * 0.00004 = 2.0000", Status.RIGHT),
        ("w_new = 2 + 0.1 * 0.9 = 2.09", Status.WRONG),
        ("w_new = 2 - 0.1 * 0.9 = 2", Status.WRONG),
        ("w_new = 2", Status.WRONG),
    ],
)
def test_a_step_that_no_digit_shows_is_no_mistake_where_it_is_written(answer: str, status: Status) -> None:
    assert verdicts(answer, TINY)["new:w"].status is status
