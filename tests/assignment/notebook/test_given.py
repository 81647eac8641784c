"""The numbers that a notebook's text gives are those of its questions, or others, or are not known."""

import pytest

from gradbook.assignment.notebook.cells import Place
from gradbook.assignment.notebook.given import GivenLine, given_lines, other_line

MINE = Place("q1", "prompt")


def filled(text: str) -> str:
    return text.replace("{{w}}", "5").replace("{{x}}", "2").replace("{{latex}}", "q = w x")


def given(source: str, role: str = "prompt") -> tuple[GivenLine, ...]:
    stamp = {"gradbook": {"question": "q1", "role": role}}
    return given_lines([{"cell_type": "markdown", "metadata": stamp, "source": source}], filled)


@pytest.mark.parametrize(
    ("source", "shown", "other"),
    [
        ("With $w = {{w}}$ and $x = {{x}}$:", "With $w = 5$ and $x = 2$:", False),
        ("With $w = {{w}}$ and $x = {{x}}$:", "With $w = 5$ and $x = 3$:", True),
        ("With $w = {{w}}$ and $x = {{x}}$:", "With $w = {{w}}$ and $x = {{x}}$:", False),  # the master itself
        ("With $w = {{w}}$ and $x = {{x}}$:", "As the course says, w is 7.", False),
        ("With $w = {{w}}$ and $x = {{x}}$:", "With $x = 3$:", False),
        ("$${{latex}}$$", "$$q = w + x$$", True),
        ("$${{latex}}$$", "$$q = w x$$", False),
        ("{{w}}", "17", False),  # whatever stands there would fit
        ("No numbers.", "No numbers.", False),
    ],
)
def test_a_line_with_other_numbers_is_found(source: str, shown: str, other: bool) -> None:
    assert other_line([(MINE, shown)], given(source)) == (shown if other else "")


def test_a_line_of_few_letters_is_known_in_a_cell_with_its_stamp_only() -> None:
    lines = given("$${{latex}}$$")
    for place in (None, Place("q2", "prompt")):
        assert other_line([(place, "$$q = w + x$$")], lines) == ""
    assert other_line([(None, "With $w = 7$ it is:")], given("With $w = {{w}}$ it is:"))


def test_numbers_in_solutions_are_nothing_that_a_notebook_gives() -> None:
    assert given("With $w = {{w}}$ it is:", "answer") == ()


def test_a_line_made_to_be_slow_is_looked_at_once() -> None:
    lines = given("and {{w}}" * 30 + " end")
    assert other_line([(MINE, "and " * 240 + " END")], lines) == ""
    assert other_line([(MINE, "and " * 400_000 + " end")], lines) == ""  # longer than any line of ours
