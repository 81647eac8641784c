"""Percent signs: shares, and the remarks that they begin in LaTeX and MATLAB."""

import pytest
from tests.written.corpus import EXERCISES

from gradbook.written import Status, judge, read
from gradbook.written.judging.outcomes.said.readback import read_back
from gradbook.written.reading import reading_of

SEED = EXERCISES["seed"]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("df/dq = 3      % z is used once", ["df/dq = 3"]),
        ("df/dq = 3   % w kommt zweimal vor", ["df/dq = 3"]),
        ("df/dq = 3\t% le même que r", ["df/dq = 3"]),
        ("\\nabla_q f = 3      % r sólo pasa", ["df/dq = 3"]),
        ("df/dq = 3  % 两次使用", ["df/dq = 3"]),
        ("df/dq = z   % = 3", ["df/dq = z = 3"]),
        ("df/dq = z   % 3", ["df/dq = z = 3"]),
        ("% backward\ndf/dq = 3", ["df/dq = 3"]),
        ("df/dq = 300 %", ["df/dq = 300 / 100"]),
    ],
)
def test_a_percent_sign_behind_blanks_begins_a_remark(written: str, told: list[str]) -> None:
    assert [read_back(one, written) for one in reading_of(written, SEED.lexicon).statements] == told


@pytest.mark.parametrize(
    "remark",
    ["wrong", "not sure", "falsch", "nur geraten", "no, 4", "= 4, corrected", "c'est faux"],
)
def test_the_remark_is_heard(remark: str) -> None:
    (verdict,) = [one for one in judge(read(f"df/dq = 3   % {remark}", SEED), SEED) if one.key == "df/dq"]
    assert verdict.status not in (Status.RIGHT, Status.STEP_UNREAD)


@pytest.mark.parametrize("remark", ["used once", "w is used", "zweimal", "comme r", "igual que r"])
def test_behind_one_blank_it_is_not_called_wrong(remark: str) -> None:
    (verdict,) = [one for one in judge(read(f"df/dq = 3.0 % {remark}", SEED), SEED) if one.key == "df/dq"]
    assert verdict.status in (Status.RIGHT, Status.UNREAD, Status.PERSON)
