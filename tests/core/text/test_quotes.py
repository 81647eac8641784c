"""Text of somebody else's in a sentence: one line, as written."""

from gradbook.core.text.quotes import quoted


def test_what_is_quoted_stands_on_one_line_as_it_was_written() -> None:
    assert quoted("\\frac{1}{2}\n  = 'x'") == "“\\frac{1}{2} = 'x'”"


def test_what_is_quoted_is_cut_and_moves_no_terminal() -> None:
    assert quoted("abcdef", 4) == "“abc…”"
    assert quoted("\x1b[31mred\u202e") == "“red”"
