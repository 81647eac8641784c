"""Contradictions: right results that do not follow from the learner's own numbers, or follow from two wrong ones."""

import pytest
from tests.written.corpus import ACCEPTED, EXERCISES, verdicts

from gradbook.written import Status

TWO_WRONG = [
    "df/dq = 2, dq/dw = 3, df/dw = df/dq * dq/dw = 6",
    "df/dq = 2\n\ndq/dw = 3\n\ndf/dw = df/dq * dq/dw = 2*3 = 6",
    "- df/dq = 2\n- dq/dw = 3\n- df/dw = 2 * 3 = 6",
    r"$\frac{\partial f}{\partial q} = 2$, $\frac{\partial q}{\partial w} = 3$, so $\frac{\partial f}{\partial w} = 6$",
    "| | |\n|---|---|\n| df/dq | 2 |\n| dq/dw | 3 |\n| df/dw | 6 |",
    "df/dw = df/dq * dq/dw = 6, where df/dq = 2 and dq/dw = 3",
    "Mit df/dq = 2 und dq/dw = 3 ist df/dw = df/dq * dq/dw = 6.",
    "Avec df/dq = 2 et dq/dw = 3, on a df/dw = df/dq * dq/dw = 2 * 3 = 6.",
    "Con df/dq = 2 y dq/dw = 3, df/dw = 2 * 3 = 6.",
    "df/dq = 2，dq/dw = 3，所以 df/dw = 6。",
    "df/dq = 2 이고 dq/dw = 3 이므로 df/dw = 6",
    "The gradient of f with respect to q is 2. The derivative of q with respect to w is 3. So df/dw = 2 * 3 = 6.",
]
OWN = [
    ("r", "q = 12, r = q + b = 8"),
    ("r", "q = 12\n\nr = q + b = 8"),
    ("r", "q = 12\nr = q - 2 = 8"),
    ("r", "Zuerst q = 12. Dann ist r = q + b = 8."),
    ("r", "| q | 12 |\n|---|---|\n| r = q + b | 8 |"),
    ("f", "q = 10, r = 9, f = z*r = 24"),
    ("f", "r = 9\n\nf = z*r = 3*r = 24"),
    ("df/dw", "df/dq = 4, so df/dw = df/dq * x = 6"),
    ("df/dw", "df/dw = df/dq * dq/dw = 6 with dq/dw = 5"),
    ("w1", "df/dw = 9\n\nw_new = w - lr * df/dw = 4.94"),
    ("w1", "df/dw = 15. w ← w - 0.01 * df/dw = 4.94"),
]
RIGHT = [
    ("r", "q = 12? No, q = 10, r = q + b = 8"),
    ("r", "q = 12. Sorry, q = 10. r = q + b = 8"),
    ("r", "q = 10, r = q + b = 8"),
    ("w1", "df/dw = 3*2 = 60\n\nw_new = w - lr * df/dw = 5 - 0.01 * 6 = 4.94"),  # a slip of the pen
    ("df/dw", "df/dq = 3, dq/dw = 2, df/dw = df/dq * dq/dw = 6"),
    ("df/dw", "df/dx = 14, df/dw = df/dq * dq/dw = 3 * 2 = 6"),
]


@pytest.mark.parametrize("answer", TWO_WRONG)
def test_a_person_looks_at_what_is_right_by_two_wrong_numbers(answer: str) -> None:
    assert verdicts(answer, EXERCISES["seed"])["df/dw"].status in (Status.PERSON, Status.UNREAD)


@pytest.mark.parametrize(("key", "answer"), OWN)
def test_a_person_looks_at_what_does_not_follow_from_the_own_numbers(key: str, answer: str) -> None:
    assert verdicts(answer, EXERCISES["seed"])[key].status in (Status.PERSON, Status.UNREAD)


@pytest.mark.parametrize(("key", "answer"), RIGHT)
def test_a_number_that_is_corrected_or_not_needed_is_no_contradiction(key: str, answer: str) -> None:
    assert verdicts(answer, EXERCISES["seed"])[key].status in ACCEPTED


@pytest.mark.parametrize(
    ("answer", "accepted"),
    [
        ("q receives 3 (not finished yet!)\n\nTotal: df/dq = 3", True),
        ("q receives 1 (not finished yet!)\n\nTotal: df/dq = 3", True),
        ("Total: df/dq = 3\n\nq receives 1 (not finished yet!)", False),
        ("q receives 3 (not finished yet!)\n\nTotal: df/dq = 1", False),
        ("q receives 3 (not finished yet!)", False),
    ],
)
def test_a_firm_statement_settles_what_was_left_open_before_it(answer: str, accepted: bool) -> None:
    assert (verdicts(answer, EXERCISES["seed"])["df/dq"].status in ACCEPTED) is accepted
