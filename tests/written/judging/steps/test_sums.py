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
    Graph(
        "h = x1*w1 + x2*w2 + b; a = sigmoid(h); k = x1*w3 + x2*w4 + c; d = sigmoid(k); z = a*v1 + d*v2 + e;"
        "p = sigmoid(z); E = 0.5*(t - p)**2",
        w1=0.8, w2=-0.8, b=-0.7, w3=-0.6, w4=0.9, c=-0.1, v1=0.3, v2=-0.4, e=0.3, x1=1, x2=0, t=1,
    ),
    ["new:w1"],
    lr=0.25,
)  # dE/dw1 -0.0076429, w1_new 0.801911  # fmt: skip


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        ("w1_new = 0.8 + (0.25*0.00764*1) = 0.8019", Status.RIGHT),
        ("w1_new = 0.8 + (0.25*0.0077*1) = 0.8019", Status.PERSON),  # rounded in the wrong digit
    ],
)
def test_a_gradient_that_is_rounded_astray_is_no_wrong_step(answer: str, status: Status) -> None:
    assert verdicts(answer, STEP)["new:w1"].status is status
