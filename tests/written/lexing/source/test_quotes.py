"""Marks of quotes: blanks to what is quoted, and signs where no quote has begun."""

import pytest

from gradbook.written.lexing.source.quotes import unmarked


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("> q = 10", "  q = 10"),
        (">q = 10\n>\n> r = 8", " q = 10\n \n  r = 8"),
        ("> $$\n> q = 10\n> $$", "  $$\n  q = 10\n  $$"),
        (">$$\n> q = 10\n>$$", " $$\n  q = 10\n $$"),
        ("> \\[\n> q = 10\n> \\]", "  \\[\n  q = 10\n  \\]"),
        ("> ```\n> q = 10\n> ```", "  ```\n  q = 10\n  ```"),
        ("> | q | r |\n> |---|---|\n> | 10 | 8 |", "  | q | r |\n  |---|---|\n  | 10 | 8 |"),
        ("> > q = 10", "> > q = 10"),
        ("> > $$\n> > q = 10\n> > $$", "> > $$\n    q = 10\n    $$"),
        # no quotes
        ("$$\nz\n> 0\n$$", "$$\nz\n> 0\n$$"),
        ("```r\n> q <- 10\n> q\n[1] 10\n```", "```r\n> q <- 10\n> q\n[1] 10\n```"),
        ("z > 0", "z > 0"),
        ("    > q = 10", "    > q = 10"),
        ("$$q = 10\n\n> r = 8", "$$q = 10\n\n  r = 8"),  # no display goes on behind a blank line
    ],
)
def test_the_marks_of_a_quote_are_blanks(source: str, found: str) -> None:
    assert unmarked(source) == found
    assert len(found) == len(source)
