"""What an answer says of later steps of descent, and where they lead, beside the first one that is asked for."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise, Status

# the slope is -6, and the steps lead to 2.2 and 2.92
BOWL = Exercise.from_graph(Graph("d = k - 4; C = d**2", k=1), ["d", "C", "dC/dk", "new:k"], lr=0.2)


@pytest.mark.parametrize(
    ("answer", "accepted"),
    [
        ("k = 1 - 0.2 * (-6) = 2.2\nk = 2.2 - 0.2 * (-3.6) = 2.92\n... and so on to k = 4 (the minimum)", True),
        ("k = 1 - 0.2 * (-6) = 2.2\n\nIt converges to k = 4.", True),
        ("k_1 = 2.2. So geht es weiter bis k = 4.", True),
        ("k_1 = 2.2\n\nConverge hacia `k = 4`, donde todo es plano.", True),
        ("k = 1 - 0.2 * (-6) = 2.2\n\nIt ends at k = 5.", False),  # no optimum
        ("k_1 = 2.2\n\nk_1 = 4", False),  # a second new value
        ("k = 4", False),
        ("k = 1 - 0.2 * (-6) = 4", False),
        ("k_new = k - \\eta \\, 2(k - 4), with $\\eta = 0.2$: $k_{new} = 1 - 0.2(-6) = 2.2$", True),
        ("$k_{new} = k - \\eta \\, 2(k - 4)$ and $\\eta = 0.2$, so $k_{new} = 2.2$", True),
        ("$k_{new} = k - \\eta \\, 3(k - 4)$ and $\\eta = 0.2$, so $k_{new} = 2.8$", False),
        ("k=1 → grad = -6 → k ← 1 - 0.2*(-6) = 2.2\nk=2.2 → grad = -3.6 → k ← 2.2 + 0.72 = 2.92", True),
        ("k=1 → grad = -6 → k := 2.2", True),
        ("k=1 → grad = -6 → k ← 1 - 0.2*6 = -0.2", False),
        ("| k_0 | k_1 |\n|---|---|\n| 1 | 2.2 |\n| 2.2 | 2.92 |\n| ... | 4 |", True),
        ("| old k | new k |\n|---|---|\n| 1 | 2.2 |\n| 2.2 | 2.92 |", True),
        ("| k | dC/dk | new k |\n|---|---|---|\n| 1 | -6 | 2.2 |\n| 2.2 | -3.6 | 2.92 |", True),
        ("| k | dC/dk | new k |\n|---|---|---|\n| 1 | -6 | 2.1 |\n| 2.1 | -3.8 | 2.86 |", False),
        ("| old k | new k |\n|---|---|\n| 1 | 2.2 |\n| 3 | 2.92 |", False),  # the second does not go on
        ("| old k | new k |\n|---|---|\n| 2.2 | 2.92 |\n| 2.92 | 3.35 |", False),
    ],
)
def test_later_steps_are_no_second_answer(answer: str, accepted: bool) -> None:
    assert (verdicts(answer, BOWL)["new:k"].status in ACCEPTED) is accepted


@pytest.mark.parametrize(
    ("answer", "key", "accepted"),
    [
        ("dC/dk = -6  C: 9", "dC/dk", True),
        ("dC/dk = -6  C: 9", "C", True),
        ("dC/dk = -6  C: 8", "C", False),
        ("C = 3 d: -3", "C", False),
        ("C: 9 → 3.24, k_1 = 2.2, C: 3.24 → 1.17", "C", True),  # the loss before each step
        ("k_1 = 2.2, C: 9 → 3.24\nk_2 = 2.92, C: 3.24 → 1.1664", "C", True),
        ("k_1 = 2.2, C: 8 → 3.24\nk_2 = 2.92, C: 3.24 → 1.1664", "C", False),
    ],
)
def test_a_label_begins_what_it_labels(answer: str, key: str, accepted: bool) -> None:
    assert (verdicts(answer, BOWL)[key].status in ACCEPTED) is accepted


@pytest.mark.parametrize(
    ("answer", "key", "accepted"),
    [
        ("*k_new* = **2.2** and *C* = 9", "C", True),
        ("*d* = -3 and *C* = **9**", "C", True),
        ("*d* = -3, *C* = **9**, done", "C", True),
        ("*d* = -3 und *C* = **9**.", "d", True),
        ("*d* = -3 and *C* = **8**", "C", False),
        ("*d* = -3 and *C* = **not 9**", "C", False),
    ],
)
def test_names_may_be_emphasised_anywhere(answer: str, key: str, accepted: bool) -> None:
    assert (verdicts(answer, BOWL)[key].status in ACCEPTED) is accepted


# w goes to 1.6 and x to 2.25; f is 1.6 * 3 = 4.8 where w moves alone, and 1.6 * 2.25 = 3.6 where both do
PRODUCT = {"graph": Graph("f = w*x", w=2.5, x=3), "ask": ["df/dw", "new:w", "new:f"], "lr": 0.3}
MOVES = "df/dw = 3\nw_new = 2.5 - 0.3*3 = 1.6\n"


@pytest.mark.parametrize(
    ("answer", "moving", "status"),
    [
        ("f_new = 1.6 * 3 = 4.8", None, Status.RIGHT),
        ("x_new = 3 - 0.3*2.5 = 2.25\nf_new = 1.6 * 2.25 = 3.6", None, Status.RIGHT),
        ("x_new = 2.25\nf_new = 3.6", None, Status.RIGHT),
        ("x_new = 2.25\nf_new = 4.8", None, Status.RIGHT),  # which may be meant, too
        ("f_new = 3.6", None, Status.PERSON),  # it does not say that x moves
        ("x_new = 2.25\nf_new = 3.7", None, Status.WRONG),
        ("x_new = 3.75\nf_new = 1.6 * 3.75 = 6", None, Status.WRONG),
        ("x_new = 3.75\nf_new = 3.6", None, Status.PERSON),
        ("x_new = 2.25\nf_new = 3.6", ["w"], Status.WRONG),  # the exercise says what moves
    ],
)
def test_a_step_of_all_inputs_counts_where_it_is_shown(answer: str, moving: list[str] | None, status: Status) -> None:
    exercise = Exercise.from_graph(**PRODUCT, moving=moving)
    assert verdicts(MOVES + answer, exercise)["new:f"].status is status
