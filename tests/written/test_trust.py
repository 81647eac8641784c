"""The right number is not enough: what is denied, supposed, never run or of others is left to a person."""

import pytest
from tests.written.corpus import ACCEPTED, EXERCISES, verdicts
from tests.written.untrusted import BEFORE, BEHIND, KINDS

SEED = EXERCISES["seed"]
WRONG = [(kind, key, answer) for kind, key, hostile, _ in KINDS for answer in hostile]
RIGHT = [(kind, key, answer) for kind, key, _, innocent in KINDS for answer in innocent]


@pytest.mark.parametrize(("kind", "key", "answer"), WRONG)
def test_what_is_not_claimed_is_not_accepted(kind: str, key: str, answer: str) -> None:
    for text in (answer, f"{BEFORE}{answer}{BEHIND}"):
        assert verdicts(text, SEED)[key].status not in ACCEPTED, (kind, text)


@pytest.mark.parametrize(("kind", "key", "answer"), RIGHT)
def test_what_only_looks_alike_is_accepted(kind: str, key: str, answer: str) -> None:
    for text in (answer, f"{BEFORE}{answer}{BEHIND}"):
        assert verdicts(text, SEED)[key].status in ACCEPTED, (kind, text)
