r"""Sums of derivatives, term by term, of which some are 0: dz/da = d(w a)/da + d(v c)/da = w."""

import pytest
from tests.written.corpus import verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise, Status

SUM = Exercise.from_graph(
    Graph("a = sigmoid(x); c = sigmoid(u); z = w*a + v*c; f = z**2", x=1, u=2, w=2, v=3), ["dz/da", "dz/dv"]
)


@pytest.mark.parametrize(
    ("answer", "key", "status"),
    [
        (r"$\frac{dz}{da} = \frac{d}{da} w a + \frac{d}{da} v c = w = 2$", "dz/da", Status.RIGHT),
        (r"$\frac{dz}{da} = \frac{d}{da} (w a) + \frac{d}{da} (v c) = w + 0 = 2$", "dz/da", Status.RIGHT),
        (r"$\frac{dz}{da} = \frac{d}{da} w a + \frac{d}{da} v c = v = 3$", "dz/da", Status.WRONG),
    ],
)
def test_terms_that_do_not_depend_on_it_are_0(answer: str, key: str, status: Status) -> None:
    assert verdicts(answer, SUM)[key].status is status


STEP = Exercise.from_graph(
    Graph("s = w*x; a = sigmoid(s); f = (a - y)**2/2", w=0.5, x=1, y=0.6), ["new:w"], lr=0.5
)  # df/dw 0.0052604


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        ("w_new = 0.5 - 0.5*0.00526 = 0.4974", Status.RIGHT),
        ("w_new = 0.5 - 0.5*0.00530 = 0.4974", Status.PERSON),  # rounded in the wrong digit
        ("w_new = 0.5 - 0.5*0.00570 = 0.4974", Status.WRONG_STEP),
    ],
)
def test_a_gradient_that_is_rounded_astray_is_no_wrong_step(answer: str, status: Status) -> None:
    assert verdicts(answer, STEP)["new:w"].status is status
