"""Bars: pairs of names and numbers that a bar parts are a table without titles."""

import pytest
from tests.written.corpus import ACCEPTED, EXERCISES, verdicts


@pytest.mark.parametrize(
    ("answer", "key", "accepted"),
    [
        ("q | 10\nr | 8", "r", True),
        ("Final:\nq | 10\nr | 8\ndf/dw | 6", "df/dw", True),
        ("df/dw = 6\n\nFinal answers:\nq | 10\ndf/dw | 3", "df/dw", False),  # which of the two?
        ("q = 10\n\nq | 11\nr | 8", "q", False),
        ("q | 11\nr | 8", "q", False),
    ],
)
def test_pairs_are_a_table(answer: str, key: str, accepted: bool) -> None:
    assert (verdicts(answer, EXERCISES["seed"])[key].status in ACCEPTED) is accepted
