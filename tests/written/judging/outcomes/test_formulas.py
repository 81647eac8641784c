"""Formulas that cannot be read, beside clear numbers: they say no number that these could contradict."""

import pytest
from tests.written.corpus import ACCEPTED, EXERCISES, verdicts


@pytest.mark.parametrize(
    ("answer", "accepted"),
    [
        ("q = ||w x||; q = 10", True),
        ("q = 10; in general q = w ⊛ x", True),
        ("q = ||w x||", False),
        ("q = ||w x||; q = 11", False),
        ("q = 12k; q = 10", False),
        ("q = w ⊛ x = 11; q = 10", False),
        ("q = w x = 5 ⊛ 2; q = 10", True),  # a right formula, put into what is not read; then the result
        ("q = 10; q = w x = 5 ⊛ 2", False),
        ("q = w x = 5 ⊛ 2 = 11; q = 10", False),
    ],
)
def test_an_unread_formula_neither_helps_nor_harms_a_clear_number(answer: str, *, accepted: bool) -> None:
    assert (verdicts(answer, EXERCISES["seed"])["q"].status in ACCEPTED) is accepted
