"""Questions for what a right calculation comes to say nothing against the answer behind them."""

import pytest
from tests.written.corpus import ACCEPTED, EXERCISES, verdicts

SEED = EXERCISES["seed"]
ROWS: list[tuple[str, bool]] = [
    ("What is $q = 5 * 2 + 0$?\n\nIt is $q = 10$.", True),
    ("Now, what is $q = 5 * 2 + 0$?\n\n$q = 5 * 2 + 0 = 10$", True),
    ("Was ist $q = 5 * 2 + 0$?\n\n$q = 10$", True),
    ("What is $q = 5 * 2 + 0$?", False),
    ("What is $q = 5 * 2 + 0$?\n\nIt is $q = 11$.", False),
    ("What is $q = 5 * 2 + 1$?\n\nIt is $q = 10$.", False),
    ("What is $q = 10$?", False),
    ("Is $q = 10$?", False),
    ("$q = 10$?", False),
    ("What is $q = 5 * 2 + 0$?\n\nMaybe $q = 10$.", False),
    ("What is $q = 5 * 2 + 0$?\n\nIt is not $q = 10$.", False),
]


@pytest.mark.parametrize(("answer", "accepted"), ROWS)
def test_a_question_for_a_result_is_answered_behind_it(answer: str, accepted: bool) -> None:
    assert (verdicts(answer, SEED)["q"].status in ACCEPTED) == accepted


@pytest.mark.parametrize(
    ("question", "accepted"),
    [
        ("The weight? df/dw = 6", True),
        ("The weight? Same thing: df/dw = 6", True),
        ("Das Gewicht? Genauso: df/dw = 6", True),
        ("And the weight? df/dw = 6", True),
        ("The weight? Not so easy: df/dw = 6", False),
        ("Really? df/dw = 6", False),
        ("The sign? df/dw = 6", False),
    ],
)
def test_a_question_that_names_what_follows_doubts_nothing_before_it(question: str, accepted: bool) -> None:
    assert (verdicts(f"df/db = 3. {question}", SEED)["df/db"].status in ACCEPTED) == accepted
