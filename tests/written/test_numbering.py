"""Numbered lists: counted with signs of calculation too, where several lines count one by one."""

import pytest
from tests.written.corpus import ACCEPTED, EXERCISES, verdicts

LISTS = [
    "1/ forward first\n\n2/ q = 10\n\n3/ r = 8", "1/3 forward first\n2/3 q = 10\n3/3 r = 8", "1- q = 10\n2- r = 8",
    "1 - q = 10\n2 - r = 8", "1 – q = 10\n2 – r = 8", "1º q = 10\n2º r = 8", "1° q = 10\n2° r = 8",
    "1> q = 10\n2> r = 8", "1] q = 10\n2] r = 8", "1.1) q = 10\n1.2) r = 8", "1.a q = 10\n1.b r = 8",
    "1- **q = 10**\n2- **r = 8**", "1- $q = 10$\n2- $r = 8$",
    "1- first the product:\n   q = 10\n2- then the sum: r = 8",
]  # fmt: skip
CALCULATIONS = [
    "1 - q = 10\n1 - r = 8",
    "2 - q = 10\n3 - r = 8",
    "1 - q = 10",
    "1/q = 10\n2/r = 8",
    "1 - q = 10\n3 - r = 8",
]


@pytest.mark.parametrize("answer", LISTS)
def test_such_lines_are_items(answer: str) -> None:
    found = verdicts(answer, EXERCISES["seed"])
    assert ACCEPTED.issuperset({found["q"].status, found["r"].status})


@pytest.mark.parametrize("answer", CALCULATIONS)
def test_others_are_calculations(answer: str) -> None:
    assert verdicts(answer, EXERCISES["seed"])["q"].status not in ACCEPTED
