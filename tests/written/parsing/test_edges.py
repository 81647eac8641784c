"""Edges of mathematics, over which rules look, and the word "soft", over which none does."""

import pytest
from tests.written.corpus import EXERCISES

from gradbook.written.judging.outcomes.said.readback import read_back
from gradbook.written.reading import reading_of


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("The loss for this point is 24", ["f = 24"]),
        ("The loss $$ for this point is 24", ["f = 24"]),
        ("The loss soft for this point is 24", []),
        ("The loss for soft this point is 24", []),
        ("q comes out at $10$, r at $8$", ["q = 10", "r = 8"]),
        ("q comes out at 10 soft r at 8", ["q = <10 soft r>"]),
    ],
)
def test_the_word_soft_is_no_edge_of_mathematics(text: str, statements: list[str]) -> None:
    assert [read_back(statement, text) for statement in reading_of(text, EXERCISES["seed"].lexicon)] == statements
