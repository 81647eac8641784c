"""A learner's Markdown as HTML: typeset, and safe to open."""

import re

import pytest

from gradbook.assignment.notebook.formulas import mathml
from gradbook.assignment.notebook.markdown import to_html


def nothing(_: str) -> None:
    return None


def test_maths_is_typeset_and_markdown_leaves_it_alone() -> None:
    page = to_html(r"**So** $a_1 * b_1 * c$ and $$\frac{df}{dw} = 6$$ or \(q\) `$code$`", nothing)
    assert page.count("<math") == 3
    assert "<em>" not in page
    assert "<mfrac>" in page
    assert "<strong>So</strong>" in page
    assert "<code>$code$</code>" in page


@pytest.mark.parametrize("text", ["It costs $5 and $6", r"\$5\$", "a $ b", "$", "$$", r"\[", "`", "```"])
def test_a_dollar_may_be_a_dollar(text: str) -> None:
    assert "<math" not in to_html(text, nothing)


@pytest.mark.parametrize(
    "attack",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](data:text/html,<script>alert(1)</script>)",
        '![x" onerror="alert(1)](imgs/a.png)',
        '![x](imgs/a.png"onerror=alert(1))',
        r"$\text{<script>alert(1)</script>}$",
        r"$\text{</math><script>alert(1)</script>}$",
        r"$\href{javascript:alert(1)}{x}$",
        r"$\style{position:fixed}{x}$",
        r"$\class{x}{y}$",
        "$&lt;script&gt;$",
        "\ufdd00\ufdd1",
        "<svg onload=alert(1)>",
        "<!-- --><iframe src=//x>",
    ],
)
def test_nothing_of_a_learners_runs(attack: str) -> None:
    page = to_html(f"{attack}\n\nthen $x$", lambda _: "data:image/png;base64,AAAA")
    tags = re.findall(r"<[^>]*>", page)
    for tag in tags:
        assert not re.match(r"</?(script|svg|iframe)", tag, re.IGNORECASE), tag
        assert not re.search(r"\son\w+\s*=(?![^\"]*\"\s*[/ ]*[a-z-]*=)", re.sub(r'"[^"]*"', '""', tag)), tag
        assert "javascript:" not in tag.lower(), tag
        assert "style=" not in re.sub('style="max-width: 100%"', "", tag), tag


@pytest.mark.parametrize("first, last", [("\ufdd0", "\ufdd1"), ("&#xFDD0;", "&#xFDD1;"), ("&#64976;", "&#64977;"),
                                         ("&#xE000;", "&#xE001;"), ("\\&#xFDD0;", "\\&#xFDD1;")])  # fmt: skip
@pytest.mark.parametrize("frame", ["{}", "$x$ and {}", "`{}`", "    {}", "```{}\n```", "![{}]({} '{}')"])
def test_no_text_names_the_place_of_anothers_formula(first: str, last: str, frame: str) -> None:
    named = f"{first}0{last}{first}99{last}"
    page = to_html(frame.replace("{}", named), nothing)
    assert page.count("<math") == frame.count("$x$")


def test_what_cannot_be_typeset_is_shown_as_written() -> None:
    assert mathml(r"\href{https://example.org}{x}").startswith("<math")
    assert "example.org" not in mathml(r"\href{https://example.org}{x}")
    assert mathml(r"\left( x") == r"<code>\left( x</code>"
    assert "&lt;" in mathml("a < b")


def test_a_picture_is_in_the_page_or_said_to_be_missing() -> None:
    assert 'src="data:image/png;base64,AAAA"' in to_html("![Q1](imgs/Q1.png)", lambda _: "data:image/png;base64,AAAA")
    assert "picture not found: imgs/Q1.png" in to_html("![Q1](imgs/Q1.png)", nothing)
    assert "<strong>so</strong> <em>[picture not found: a&amp;b]</em>" in to_html("**so** ![](<a&b>)", nothing)


def test_a_long_answer_ends() -> None:
    for piece in (r"\[", "$", "`", "$x", "![", "<img ", "**"):
        assert to_html(piece * 20_000, nothing)


@pytest.mark.parametrize("name", ["align", "align*", "aligned", "equation", "gather", "cases", "pmatrix"])
def test_an_environment_needs_no_dollars(name: str) -> None:
    html = to_html(f"so\n\\begin{{{name}}}\nq = w x\n\\end{{{name}}}\nand on", lambda target: None)
    assert "<math" in html
    assert "begin" not in html


def test_plain_text_keeps_its_lines_and_the_stars_that_multiply() -> None:
    written = "s = 0.5*2-1.5 = -0.5\nq = w*x, r = q+b, f = z*r\n3*(w*x)*2*-1, 2**3**2, $w$*$x$*b"
    html = to_html(written, nothing)
    assert "s = 0.5*2-1.5 = -0.5<br />" in html
    assert "q = w*x, r = q+b, f = z*r<br />" in html
    assert "3*(w*x)*2*-1, 2**3**2, <math" in html
    assert html.count("</math>*") == 2
    assert "<em>" not in html
    assert "<strong>" not in html
    spaced = to_html("0.5 *2 - 1.5* x = 2 *3", nothing)
    assert spaced.count("*") == 3


def test_a_plus_that_begins_a_line_and_brackets_stay() -> None:
    assert "s = 2<br />\n+ 3 = 5" in to_html("s = 2\n+ 3 = 5", nothing)
    assert "[a &gt; 0](x)" in to_html("df/dh * [a > 0](x)", nothing)
    assert "[q]: 10" in to_html("[q]: 10\n\nr = 8", nothing)
    assert to_html("- q = 10\n- r = 8", nothing).count("<li>") == 2


def test_emphasis_stays_emphasis() -> None:
    html = to_html("**df/dw**=6, *so* (*see* above) __it__ is **right**, `a*b*c`", nothing)
    assert html.count("<strong>") == 3
    assert html.count("<em>") == 2
    assert "<code>a*b*c</code>" in html


@pytest.mark.parametrize(
    ("latex", "rows", "columns"),
    [
        (r"\begin{aligned}s&=-0.5\\a&=0.378\end{aligned}", 2, 2),
        (r"\begin{aligned}[t]s&=-0.5\\[4pt]a&=0.378\nonumber\end{aligned}", 2, 2),
        (r"\begin{align}q &= 10 & (1) \\ r &= 8 & (2)\end{align}", 2, 3),
        (r"\begin{alignedat}{2}a&=1&b&=2\end{alignedat}", 1, 4),
        (r"\begin{eqnarray*}s&=&2\\&=&4\end{eqnarray*}", 2, 3),
        (r"\begin{equation}\begin{split}s&=2\\&=4\end{split}\end{equation}", 2, 2),
        (r"\begin{gathered}s=2\\a=3\\b=4\end{gathered}", 3, 1),
        (r"\begin{array}{rcl}s&=&2\\a&=&3\end{array}", 2, 3),
        (r"\begin{dcases}1 & x>0\\0 & x<0\end{dcases}", 2, 2),
        (r"\begin{rcases}1 & x>0\\0 & x<0\end{rcases}", 2, 2),
        (r"\begin{bmatrix}1 & 2\\3 & 4\end{bmatrix}", 2, 2),
        (r"s &= 2 \\ a &= 3", 2, 2),
        (r"s = 2 \\ a = 3", 2, 1),
    ],
)
def test_lines_of_a_formula_are_rows_and_what_they_align_at_begins_a_column(
    latex: str, rows: int, columns: int
) -> None:
    made = mathml(latex, block=True)
    assert made.startswith("<math")
    assert (made.count("<mtr>"), made.count("<mtd")) == (rows, rows * columns)
    for left_over in ("begin", "4pt", "nonumber", "&amp;"):
        assert left_over not in made


def test_a_matrix_in_an_equation_makes_no_rows_of_it() -> None:
    made = mathml(r"\begin{aligned}a&=\begin{bmatrix}1&2\\3&4\end{bmatrix}\\&=5\end{aligned}", block=True)
    assert made.count("<mtable") == 2
    assert mathml(r"\begin{pmatrix}1\\2\end{pmatrix} = \frac{1}{2}", block=True).count("<mtable") == 1
