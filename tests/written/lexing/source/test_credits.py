"""What a mark of grading is, and what only looks like one: tables of texts."""

import re

import pytest

from gradbook.written.lexing.source.credits import CREDIT, behind, in_full

CREDITS = [
    "[1]", "**[2]**", "*(1 Punkt)*", "(2 P.)", "[3 pts]", "(1 mark)", "(½ point)", "[2/2]", "(1/1)", "(+1)", "✓ (1)",
    "✔✔2", "[M1]", "(A1)", "[M1 A1ft]", "(2 балла)", "[0]", "(0/2)", "[-1 pt]", "_[1 pt]_", "(tick)", "[ok]", "(OK)",
]  # fmt: skip
OTHERS = [
    "[1]x",
    "[2] = 10",
    "(2)",
    "(1/2)",
    "[1, 2]",
    "[x]",
    "**[1]*",
    "[0.125]",
    "(5)(2)",
    "[1] * 3",
    "✓",
    "[1], [2]",
    "[0]]",
]


@pytest.mark.parametrize("text", CREDITS)
def test_marks_of_grading_are_known(text: str) -> None:
    assert re.fullmatch(CREDIT, text)


@pytest.mark.parametrize("text", OTHERS)
def test_what_may_be_a_factor_is_no_mark(text: str) -> None:
    found = re.match(CREDIT, text)
    assert found is None or found.end() < len(text.rstrip("*")) - 1


@pytest.mark.parametrize("text", ["[0]", "(0 marks)", "[0/2]", "[1/2]", "(1 of 2 marks)", "(-1 pt)", "[−2 Punkte]"])
def test_a_mark_that_is_not_given_in_full_speaks_against_its_equation(text: str) -> None:
    assert not in_full(text)


@pytest.mark.parametrize("text", ["[1]", "(10 marks)", "[2/2]", "½", "✓ (1)", "M1 A1", "(+0.5 P)"])
def test_a_mark_that_is_given(text: str) -> None:
    assert in_full(text)


@pytest.mark.parametrize(
    ("text", "ticks"), [("f = 12 √", True), ("f = 12 √4", False), ("f = √", False), ("f = 12√", False)]
)
def test_a_root_of_nothing_behind_a_number_is_a_tick(text: str, ticks: bool) -> None:
    assert (re.compile(CREDIT).match(text, text.index("√")) is not None) == ticks


def test_a_mark_stands_behind_what_it_is_for() -> None:
    assert behind("q = 10 [1]", 7)
    assert not behind("q = 10\nas in [1]", 13)
    assert not behind("| q = w*x |  1/2", 13)  # the cell beside it gives its value
