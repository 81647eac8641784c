"""A learner's Markdown as HTML: typeset, and safe to open."""

import re

import pytest

from gradbook.assignment.notebook.markdown import mathml, to_html


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
        "\ue0000\ue001",
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


@pytest.mark.parametrize("name", ["align", "align*", "equation", "gather"])
def test_an_environment_needs_no_dollars(name: str) -> None:
    html = to_html(f"so\n\\begin{{{name}}}\nq = w x\n\\end{{{name}}}\nand on", lambda target: None)
    assert "<math" in html
    assert "begin" not in html
