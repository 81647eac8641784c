"""The line around a place."""

import pytest

from gradbook.core.text.lines import before_in_line, behind_in_line, end_of_line, start_of_line

_TEXT = "q = 10\n\nf = 24"


@pytest.mark.parametrize(
    ("text", "at", "start", "end"),
    [
        ("", 0, 0, 0),
        ("q = 10", 0, 0, 6),
        ("q = 10", 6, 0, 6),  # behind all of it
        (_TEXT, 0, 0, 6),
        (_TEXT, 3, 0, 6),
        (_TEXT, 6, 0, 6),  # on a new line: the end of the line above
        (_TEXT, 7, 7, 7),  # an empty line
        (_TEXT, 8, 8, 14),
        (_TEXT, 14, 8, 14),
        ("q = 10\n", 7, 7, 7),  # behind the last new line
        ("\n", 0, 0, 0),
        ("q = 10\r\u2028f = 24", 2, 0, 14),  # nothing else ends a line
    ],
)
def test_a_place_is_of_one_line(text: str, at: int, start: int, end: int) -> None:
    assert (start_of_line(text, at), end_of_line(text, at)) == (start, end)
    assert (before_in_line(text, at), behind_in_line(text, at)) == (text[start:at], text[at:end])


def test_a_line_ends_where_one_looks_no_farther() -> None:
    assert end_of_line(_TEXT, 0, 4) == 4
    assert end_of_line(_TEXT, 0, 6) == 6
    assert end_of_line(_TEXT, 0, 9) == 6
    assert end_of_line(_TEXT, 9, 14) == 14


def test_no_more_signs_than_asked_for_stand_beside_a_place() -> None:
    assert before_in_line(_TEXT, 14, 2) == "24"
    assert before_in_line(_TEXT, 14, 9) == before_in_line(_TEXT, 14, 90) == "f = 24"
    assert before_in_line(_TEXT, 14, 0) == behind_in_line(_TEXT, 0, 0) == ""
    assert behind_in_line(_TEXT, 0, 3) == "q ="
    assert behind_in_line(_TEXT, 0, 7) == behind_in_line(_TEXT, 0, 90) == "q = 10"
    assert behind_in_line(_TEXT, 8, 90) == "f = 24"
