"""Text of a learner's in a terminal."""

import pytest

from gradbook.core.text.terminal import plain


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[32m2.5 of 2.5\x1b[0m", "2.5 of 2.5"),
        ("\x1b[2J\x1b[1;1Hall right", "all right"),
        ("\x1b]0;title\x07x\x1b]8;;http://a\x1b\\link\x1b]8;;\x1b\\", "xlink"),
        ("half\x1b[3", "half3"),
        ("a\rb\x08c\x00\x9b31m", "abc31m"),
        ("\u202efdp.exe\u2066", "fdp.exe"),
        ("tab\tand ünï ✓", "tab\tand ünï ✓"),
        ("one\ntwo\r\nthree", "one two three"),
        ("\ud800", "?"),
    ],
)
def test_nothing_is_left_that_a_terminal_obeys(text: str, shown: str) -> None:
    assert plain(text) == shown


def test_lines_may_stay() -> None:
    assert plain("one\n\x1b[1mtwo", lines=True) == "one\ntwo"
