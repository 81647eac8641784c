"""Inputs of 0 and 1 that are put into a formula first: what may be left out, and what may have been forgotten."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise

CROSS_ENTROPY = "z = w*x + b; a = sigmoid(z); L = -(y*log(a) + (1 - y)*log(1 - a))"
ASKED = ["z", "a", "L", "dL/da", "dL/dz", "dL/dw"]
ONE = Exercise.from_graph(Graph(CROSS_ENTROPY, w=0.5, x=2, b=-0.3, y=1), ASKED)
NOUGHT = Exercise.from_graph(Graph(CROSS_ENTROPY, w=0.5, x=2, b=-0.3, y=0), ASKED)
NO_BIAS = Exercise.from_graph(Graph("z = w*x + b; L = (z - t)**2", w=3, x=1, b=0, t=2), ["z", "L", "dL/dw", "dL/db"])
NO_TARGET = Exercise.from_graph(Graph("s = w*x; L = 0.5*(s - t)**2", w=3, x=2, t=0), ["L", "dL/ds", "dL/dw"])
AT_NOUGHT = Exercise.from_graph(Graph("p = x*y; q = x**2; f = p + q", x=0, y=3), ["f", "df/dx", "df/dy"])


@pytest.mark.parametrize(
    ("exercise", "answer", "key", "accepted"),
    [
        (ONE, "L = -log(a) = 0.403", "L", True),
        (ONE, "dL/da = -1/a = -1.497", "dL/da", True),
        (ONE, "dL/dz = a - 1 = -0.332", "dL/dz", True),
        (ONE, "dL/dw = (a - 1) * x = -0.664", "dL/dw", True),
        (ONE, "L = log(a) = 0.403", "L", False),
        (ONE, "dL/da = 1/(1 - a) = -1.497", "dL/da", False),
        (ONE, "dL/dz = -a = -0.332", "dL/dz", False),
        (NOUGHT, "L = -log(1 - a) = 1.103", "L", True),
        (NOUGHT, "dL/da = 1/(1 - a) = 3.014", "dL/da", True),
        (NOUGHT, "dL/dz = a = 0.668", "dL/dz", True),
        (NOUGHT, "dL/da = 1/a = 3.014", "dL/da", False),
        (NO_BIAS, "z = w*x = 3", "z", True),
        (NO_BIAS, "z = w = 3", "z", False),  # a factor of 1 may have been forgotten
        (NO_BIAS, "L = (w*x - t)^2 = 1", "L", True),
        (NO_BIAS, "L = (w - t)^2 = 1", "L", False),
        (NO_BIAS, "z = w*x - b = 3", "z", False),
        (NO_TARGET, "L = s^2/2 = 18", "L", True),
        (NO_TARGET, "dL/ds = s = 6", "dL/ds", True),
        (NO_TARGET, "dL/dw = s*x = 12", "dL/dw", True),
        (NO_TARGET, "dL/ds = s + t = 6", "dL/ds", False),
        (AT_NOUGHT, "df/dx = y = 3", "df/dx", False),  # where is 2x?
        (AT_NOUGHT, "df/dx = y + x = 3", "df/dx", False),
        (AT_NOUGHT, "df/dx = y + 2x = 3", "df/dx", True),
    ],
)
def test_terms_of_nothing_are_left_out_and_no_others(exercise: Exercise, answer: str, key: str, accepted: bool) -> None:
    verdict = verdicts(answer, exercise)[key]
    assert (verdict.status in ACCEPTED) is accepted, verdict


def test_a_factor_of_1_that_is_not_there_is_left_to_a_person() -> None:
    assert not verdicts("L = (w - t)^2 = 1", NO_BIAS)["L"].status.decided
    hinge = Exercise.from_graph(Graph("s = w*x; m = 1 - y*s; J = max(0, m) + w**2", w=0.25, x=-2, y=-1), ["dJ/dw"])
    assert not verdicts("dJ/dw = x + 2w = -1.5", hinge)["dJ/dw"].status.decided  # where is -y?
    assert verdicts("dJ/dw = -y x + 2w = -1.5", hinge)["dJ/dw"].status in ACCEPTED
    swish = Exercise.from_graph(Graph("s = sigmoid(z); a = z*s", z=1), ["a"])
    assert not verdicts("a = sigmoid(1) = 0.731", swish)["a"].status.decided
