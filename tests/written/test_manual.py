"""The manual's tables hold, and the manual is made from them."""

import pytest
from tests.written.manual import MANUAL, manual, verdict
from tests.written.mistakes import MISTAKES
from tests.written.notation import NOTATION

from gradbook.written import Diagnosis, Status


@pytest.mark.parametrize(("answer", "key"), [row for rows in NOTATION.values() for row in rows])
def test_notation_is_read(answer: str, key: str) -> None:
    assert verdict("seed", answer, key).status is Status.RIGHT


@pytest.mark.parametrize("diagnosis", Diagnosis)
def test_a_mistake_is_named(diagnosis: Diagnosis) -> None:
    name, answer, key = MISTAKES[diagnosis]
    found = verdict(name, answer, key)
    assert found.diagnosis is diagnosis
    assert found.points < found.of
    assert found.hints


def test_the_manual_is_up_to_date() -> None:
    assert MANUAL.read_text() == manual(), "run: python -m tests.written.manual"
