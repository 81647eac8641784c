"""The search for what the numbers of a step stand for, and what is said where it ends without an answer."""

import pytest
from tests.written.corpus import ACCEPTED, EXERCISES, verdicts

PADDED = "df/dw = (3 + 1 + 2)" + "*2/2" * 7 + " = 6"


@pytest.mark.parametrize("answer", [PADDED, f"df/dx = {PADDED.partition('=')[2].replace('= 6', '+ 9 = 15')}\n{PADDED}"])
def test_a_step_with_too_many_readings_gets_no_full_credit(answer: str) -> None:
    verdict = verdicts(answer, EXERCISES["seed"])["df/dw"]
    assert verdict.status not in ACCEPTED
    assert not verdict.status.decided


def test_padding_one_quantity_does_not_raise_another() -> None:
    alone = verdicts("df/dw = r + b = 8 - 2 = 6", EXERCISES["seed"])["df/dw"]
    padded = "".join(f"df/dx = (3 + {n} + {12 - n}) * 1 * 1 = 15\n" for n in range(1, 12))
    beside = verdicts(f"{padded}df/dw = r + b = 8 - 2 = 6", EXERCISES["seed"])["df/dw"]
    assert beside.status is alone.status
