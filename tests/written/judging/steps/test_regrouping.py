"""Whether one list of numbers regroups another, side by side."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise
from gradbook.written.judging.steps.regrouping import in_order


@pytest.mark.parametrize(
    ("old", "new", "one", "regroups"),
    [
        ([2, 3, 4], [6, 4], 1.0, True),
        ([2, 3, 4], [2, 12], 1.0, True),
        ([2, 3, 4], [8, 3], 1.0, False),  # 2 and 4 do not stand side by side
        ([2, 3, 4], [2, 3], 1.0, False),  # 4 is left over
        ([2, 3], [2, 3, 1], 1.0, False),  # the 1 comes from nowhere
        ([2, 1, 3], [2, 3], 1.0, True),
        ([5, -2, 1], [3, 1], 0.0, True),
        ([5, -2, 1], [6, -2], 0.0, False),
        ([0.5, -0.52] * 40, [0.5, -0.52] * 40, 1.0, True),
    ],
)
def test_numbers_are_regrouped_in_their_order(old: list[float], new: list[float], one: float, regroups: bool) -> None:
    assert in_order(old, new, one) is regroups


# of which 1 and 0.5 may each be one of many quantities
LAYER = Exercise.from_graph(
    Graph(
        "a = max(0, u*x + v*y + b); c = max(0, p*x + q*y + d); e = max(0, r*a + s*c + g)",
        u=1, v=1, b=0.5, p=0.5, q=-0.5, d=0, r=1, s=1, g=0.5, x=1, y=0,
    ),
    ["e"],
)  # fmt: skip
FORMULA = r"e = \max(0, r a + s c + g)"


@pytest.mark.parametrize(
    ("text", "accepted"),
    [
        (rf"${FORMULA} = \max(0, 1 \cdot 1.5 + 1 \cdot 0.5 + 0.5) = 2.5$", True),
        (rf"${FORMULA} = \max(0, 1 \cdot 1.5 + 1 \cdot 0.5 + 0.5) = 2.4$", False),
        (r"$e = \max(0, r a + s c) = \max(0, 1 \cdot 1.5 + 1 \cdot 1) = 2.5$", False),
    ],
)
def test_numbers_that_stand_where_the_formula_has_its_quantities_need_no_other_reason(
    text: str, accepted: bool
) -> None:
    assert (verdicts(text, LAYER)["e"].status in ACCEPTED) is accepted
