"""Sums over a batch in numbers, which may each be read in many ways."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise, Status

BATCH = Exercise.from_graph(
    Graph(
        "h1 = w*x1 + b; h2 = w*x2 + b; h3 = w*x3 + b; r1 = h1 - y1; r2 = h2 - y2; r3 = h3 - y3;"
        "L = (r1**2 + r2**2 + r3**2)/6",
        w=1, b=0, x1=1, x2=2, x3=3, y1=3, y2=5, y3=7,
    ),
    ["L", "dL/dw", "dL/db"],
)  # 29/6, -20/3, -3  # fmt: skip


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (r"$L = \frac{1}{2 \cdot 3}\left((-2)^2 + (-3)^2 + (-4)^2\right) = \frac{29}{6} \approx 4.8333$", "L"),
        (r"$\frac{\partial L}{\partial b} = \frac{-2-3-4}{3} = -3$", "dL/db"),
    ],
)
def test_a_sum_over_a_batch_is_followed(text: str, key: str) -> None:
    assert verdicts(text, BATCH)[key].status in ACCEPTED


@pytest.mark.parametrize(
    "text",
    [
        r"$L = \frac{1}{2 \cdot 3}\left((-2)^2 + (-3)^2 + (-4)^2\right) = 5.8333$",
        r"$L = \frac{1}{2 \cdot 2}\left((-2)^2 + (-3)^2 + (-4)^2\right) = 7.25$",
    ],
)
def test_a_wrong_one_is_not_accepted(text: str) -> None:
    assert verdicts(text, BATCH)["L"].status not in (*ACCEPTED, Status.MISSING)
