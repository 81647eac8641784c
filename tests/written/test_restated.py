"""An answer that restates its exercise is judged by what it answers."""

import pytest
from tests.written.corpus import EXERCISES, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise, Status, judge, read

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


@pytest.mark.parametrize(
    "again",
    [
        "#### Forward again\n\nNow using w = 4.94 we get q = 2 * 4.94 = 9.88",
        "## Forward pass, once more\n\nq = 2 * 4.94\n\nq = 9.88",
        "Now the forward pass again: q = 9.88",
        "Re-run the forward pass: q = 9.88",
        "## Zweiter Vorwärtslauf mit dem neuen Gewicht\n\nq = 9.88",
    ],
)
def test_values_that_are_calculated_again_are_those_after_the_step(again: str) -> None:
    found = verdicts(f"{ANSWER}\n\n{again}", EXERCISES["seed"])
    assert {key: found[key].status for key in ("q", "df/dw", "w1")} == dict.fromkeys(("q", "df/dw", "w1"), Status.RIGHT)


WORKED = "y_hat = σ(1.4) ≈ 0.802\ndL/dz = -0.198 × 0.158\ndL/dw = (-0.198) × 0.158 × 2 ≈ -0.0626"


@pytest.mark.parametrize(("again", "right"), [("-0.0626", True), ("-0.0629", True), ("-0.0726", False)])
def test_a_number_that_a_rounded_calculation_led_to_is_right_where_it_is_said_again(again: str, right: bool) -> None:
    graph = Graph("z = w*x + v; y_hat = sigmoid(z); L = 0.5*(y_hat - t)**2", w=0.5, x=2, v=0.4, t=1)
    exercise = Exercise.from_graph(graph, ["dL/dw"], lr=0.1)  # -0.06281
    (found,) = judge(read(f"{WORKED}\n\nSo dL/dw = {again}", exercise), exercise)
    assert (found.status in (Status.RIGHT, Status.STEP_UNREAD)) is right
