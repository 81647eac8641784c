"""Outlines of Org mode: what marks code in them."""

import pytest

from gradbook.written.lexing.source.pasted.files.outlines import out_of_outline


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("The =1= is from =x= to =f=.", "The `1` is from `x` to `f`."),
        ("so ~q = 10~ holds", "so ~q = 10~ holds"),
        ("(=q=)", "(`q`)"),
        ("a =1 = b= c", "a =1 = b= c"),
        ("q =10= r", "q `10` r"),
        ("q==10 and r=8", "q==10 and r=8"),
        ("#+begin_src python\nq =a= 3\n#+end_src", "```python         \nq =a= 3\n```      "),
    ],
)
def test_code_is_marked_as_in_markdown(line: str, found: str) -> None:
    title = "#+TITLE: Notes\n"
    assert out_of_outline(title + line) == " " * (len(title) - 1) + "\n" + found
    assert out_of_outline(line) == line or "#+" in line
