"""Calculations in lines of their own, each with the quantity before it, are one chain."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise

FIT = Exercise.from_graph(
    Graph(
        "p1 = u*x1; p2 = u*x2; p3 = u*x3; C = ((p1 - t1)**2 + (p2 - t2)**2 + (p3 - t3)**2)/3",
        u=0.5, x1=1, x2=2, x3=4, t1=2, t2=3, t3=6,
    ),
    ["dC/du"],
)  # fmt: skip
FORMULA = "dC/du = (2/3) * [(0.5 - 2) * 1 + (1 - 3) * 2 + (2 - 6) * 4]"
PRODUCTS = "dC/du = (2/3) * [(-1.5) * 1 + (-2) * 2 + (-4) * 4]"
SUM = "dC/du = (2/3) * [-1.5 - 4 - 16]"
RESULT = "dC/du = (2/3) * (-21.5) = -14.333"

# what is written, and whether it is accepted
ROWS: list[tuple[str, bool]] = [
    (f"{FORMULA}\n\n{PRODUCTS}\n\n{SUM}\n\n{RESULT}", True),
    (f"{FORMULA}\n{RESULT}", True),
    (f"{PRODUCTS}\n\n{SUM}\n\n{RESULT}", True),
    (f"**{FORMULA}**\n\n- {RESULT}", True),
    (f"{FORMULA}\n\n{PRODUCTS}\n\n{SUM.replace('16', '15')}\n\n{RESULT}", False),
    (f"{FORMULA.replace('- 6', '- 5')}\n\n{RESULT}", False),
    (f"{FORMULA}\n\n{SUM}\n\n{RESULT.replace('-14.333', '-13.333')}", False),
    (f"{FORMULA}\n\nThat is wrong.\n\n{RESULT}", False),
    (f"{SUM}\n\n{RESULT}", True),  # the terms are what the edges bring
    (f"{FORMULA}\n\ndC/du = -14", False),
]


@pytest.mark.parametrize(("text", "accepted"), ROWS)
def test_lines_that_lead_to_one_another_are_one_chain(text: str, accepted: bool) -> None:
    assert (verdicts(text, FIT)["dC/du"].status in ACCEPTED) is accepted
