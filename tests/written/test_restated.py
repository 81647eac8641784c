"""An answer that restates its exercise is judged by what it answers."""

import pytest
from tests.written.corpus import EXERCISES, verdicts

from gradbook.written import Status

RESTATED = [
    "> Given: w = 5, x = 2, b = -2, z = 3, learning rate 0.01",
    "> df/dw = ?",
    "> Let q = w*x, r = q + b and f = z*r. For w = 5, x = 2, b = -2, z = 3 compute q and df/dw.",
    "> Calculate $q$ and $\\frac{\\partial f}{\\partial w}$ at $w = 5$, $x = 2$.",
    "Given:\n- w = 5\n- x = 2\n\nSolution:",
    "Gegeben: q = w·x mit w = 5, x = 2. Gesucht: df/dw.",
    "> What is df/dw? What is w after one step?",
    "Question: find q = ?, df/dw = ?\n\nAnswer:",
    "Let w = 5, x = 2 and z = 3.",
]
ANSWER = "q = w*x = 10\ndf/dw = z*x = 6\nw_new = 5 - 0.01*6 = 4.94"


@pytest.mark.parametrize("restated", RESTATED)
def test_what_is_given_or_asked_speaks_neither_for_nor_against(restated: str) -> None:
    exercise = EXERCISES["seed"]
    found = verdicts(f"{restated}\n\n{ANSWER}", exercise)
    assert {key: found[key].status for key in ("q", "df/dw", "w1")} == dict.fromkeys(("q", "df/dw", "w1"), Status.RIGHT)
    alone = verdicts(restated, exercise)
    assert all(alone[key].status in (Status.MISSING, Status.UNREAD, Status.PERSON) for key in ("q", "df/dw", "w1"))
