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


@pytest.mark.parametrize(
    ("again", "accepted"),
    [
        ("If df/dw = 6, then f grows with w.", True),
        ("Example: with a rate of 0.01 and df/dw = 6 the weight falls.", True),
        ("Si df/dw = 6, f crece con w.", True),
        ("In general df/dw = (1/n) * sum(x * error).", True),
        ("$\\frac{\\partial f}{\\partial w} = \\text{upstream} \\times \\text{local}$", True),
        ("If df/dw = 15, f grows faster.", False),
        ("If df/dw = 6, it is wrong.", False),
        ("If df/dw = 6, it is not right.", False),
        ("If df/dw = 6 blarg, then f grows.", False),
        ("df/dw = 15 blarg", False),
        ("df/dw = 6 - wrong", False),
        ("df/dw = not * 6", False),
    ],
)
def test_what_is_said_again_in_passing(again: str, accepted: bool) -> None:
    found = verdicts(f"df/dw = z*x = 6\n\n{again}", EXERCISES["seed"])["df/dw"]
    assert (found.status in (Status.RIGHT, Status.STEP_UNREAD)) is accepted
