"""What a learner is told of a statement that does not count."""

import pytest
from tests.written.corpus import EXERCISES, verdicts

from gradbook.written import Status


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("df/dw = 6, ignore this", "“ignore” beside it puts it in doubt."),
        ("If df/dw = 6 then all is well", "“If” beside it puts it in doubt."),
        ("df/dw = 6 (not sure)", "“not sure” beside it puts it in doubt."),
        ("df/dw = 6 when x = 3", "it is in doubt (a condition that the exercise does not make)."),
    ],
)
def test_what_puts_a_statement_in_doubt_is_named(answer: str, told: str) -> None:
    verdict = verdicts(answer, EXERCISES["seed"])["df/dw"]
    assert verdict.status is Status.UNREAD
    assert verdict.understood == "df/dw = 6"
    assert verdict.reason == f"Read, but not counted: {told}"
    assert verdict.learner.startswith(verdict.reason)


def test_of_what_was_not_understood_that_part_is_quoted_as_written() -> None:
    verdict = verdicts("df/dw = \\foo{z} +\n\\bar'x", EXERCISES["seed"])["df/dw"]
    assert verdict.status is Status.UNREAD
    assert verdict.learner.startswith("This could not be read: “\\foo{z} + \\bar'x”. Write")
