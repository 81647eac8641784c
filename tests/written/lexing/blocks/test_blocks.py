"""What kinds of text an answer is cut into: a table of sources and their blocks."""

import pytest

from gradbook.written.lexing.blocks.blocks import blocks_of
from gradbook.written.lexing.blocks.kinds import Kind

AFTER_DISPLAY = [
    ("item", "- "),
    ("prose", "a\n"),
    ("blank", "\n"),
    ("display", "q = 1"),
    ("prose", "\n"),
]
BLOCKS: list[tuple[str, list[tuple[str, str]]]] = [
    ("q = 10", [("prose", "q = 10")]),
    ("# 4. Title", [("heading", "# "), ("item", "4. "), ("prose", "Title")]),
    ("**3. Backprop :**\n", [("heading", ""), ("label", "3. "), ("prose", "Backprop :**\n")]),
    ("**(i)** q = 10", [("item", "**(i)** "), ("prose", "q = 10")]),
    ("**Step 1/4.** *Forward.* q", [("item", "**Step 1/4.** "), ("prose", "*Forward.* q")]),
    ("*3(c)* $q$", [("item", "*3(c)* "), ("inline", "q")]),
    ("Part (b) q = 10", [("item", "Part (b) "), ("prose", "q = 10")]),
    ("**b** = 3", [("prose", "**b** = 3")]),
    ("**b:** 3", [("prose", "**b:** 3")]),
    ("- q = 10", [("item", "- "), ("prose", "q = 10")]),
    ("(a) q = 10", [("item", "(a) "), ("prose", "q = 10")]),
    ("q =\n- 10", [("prose", "q =\n"), ("prose", "- 10")]),
    (
        "- a,\n- b,\n- c",
        [("item", "- "), ("prose", "a,\n"), ("item", "- "), ("prose", "b,\n"), ("item", "- "), ("prose", "c")],
    ),
    ("* $a$\\,,\n* b", [("item", "* "), ("inline", "a"), ("prose", "\\,,\n"), ("item", "* "), ("prose", "b")]),
    ("- max(a,\n- b)", [("item", "- "), ("prose", "max(a,\n"), ("prose", "- b)")]),
    ("q = a,\n- b", [("prose", "q = a,\n"), ("prose", "- b")]),
    ("* a,\n- b", [("item", "* "), ("prose", "a,\n"), ("prose", "- b")]),
    ("q = 4\n* b = 8", [("prose", "q = 4\n"), ("mark", "* "), ("prose", "b = 8")]),
    ("- a\n\n$$q = 1$$\n- If the", [*AFTER_DISPLAY, ("mark", "- "), ("prose", "If the")]),
    ("- a\n\n$$q = 1$$\n- If the next", [*AFTER_DISPLAY, ("item", "- "), ("prose", "If the next")]),
    ("- a\n\n$$q = 1$$\n- Wx plus 2", [*AFTER_DISPLAY, ("mark", "- "), ("prose", "Wx plus 2")]),
    ("$q = 1$ x", [("inline", "q = 1"), ("prose", " x")]),
    ("$$\n- 1\n$$", [("display", "\n- 1\n")]),
    ("\\[ q \\]", [("display", " q ")]),
    ("a\n\nb", [("prose", "a\n"), ("blank", "\n"), ("prose", "b")]),
    ("```python\nq = 1\n```", [("code", "q = 1\n")]),
    ("q = w * x  # 10\nprint(q)\n\nq", [("code", "q = w * x  # 10\nprint(q)\n"), ("blank", "\n"), ("prose", "q")]),
    (">>> q\n10", [("code", ">>> q\n10")]),
    ("# 4 words\nq = 10", [("heading", "# "), ("prose", "4 words\n"), ("prose", "q = 10")]),
    ("```math\nq = 1\n```", [("display", "q = 1\n")]),
    (
        "````{admonition} Answer\n:class: dropdown\n\n**a** q\n```python\nq = 1\n```\n````\nr",
        [
            ("heading", "````{admonition} "),
            ("prose", "Answer"),
            ("blank", ""),
            ("blank", "\n:class: dropdown\n"),
            ("blank", "\n"),
            ("prose", "**a** q\n"),
            ("code", "q = 1\n"),
            ("blank", "````\n"),
            ("prose", "r"),
        ],
    ),
    (":::{note}\nq\n:::", [("blank", "\n"), ("prose", "q\n"), ("blank", ":::")]),
    ("```{code-cell}\nq = 1\n```", [("code", "q = 1\n")]),
    ("| q | 1 |\n|---|---|\n| r | 2 |", [("table", "| q | 1 |\n|---|---|\n| r | 2 |")]),
    ("a<!-- q = 1 -->", [("prose", "a"), ("hidden", "<!-- q = 1 -->")]),
    ("<div hidden>q</div>", [("hidden", "<div hidden>q</div>")]),
    ('<div style="\n  border: 1px;\n">q', [("blank", '<div style="\n  border: 1px;\n">'), ("prose", "q")]),
    ('<p\n class="a"\n hidden>q</p>', [("hidden", '<p\n class="a"\n hidden>q</p>')]),
    ('<p style="\n  color: white;\n">q</p>', [("hidden", '<p style="\n  color: white;\n">q</p>')]),
    ("[x]: http://a 'q = 1'", [("hidden", "[x]: http://a 'q = 1'")]),
    ("~~q = 7~~ q", [("struck", "~~q = 7~~"), ("prose", " q")]),
    ("q = 1    (2)", [("prose", "q = 1"), ("label", "    (2)")]),
    ("q = 1  ------ 2", [("prose", "q = 1"), ("label", "  ------ 2")]),
    (
        "(1) $q$ (2) $r$",
        [("item", "(1) "), ("inline", "q"), ("item", " (2) "), ("inline", "r")],
    ),
    ("(1) q = 5 (2)", [("item", "(1) "), ("prose", "q = 5 (2)")]),
    ("q =  (2)", [("prose", "q =  (2)")]),
    ("![a](b.png)", [("image", "![a](b.png)")]),
    ("--- Forward ---\nq", [("heading", "--- "), ("prose", "Forward"), ("blank", ""), ("prose", "q")]),
    ("```\n== Back ==\nq\n```", [("heading", "== "), ("code", "Back"), ("blank", ""), ("code", "q\n")]),
    ("----- out layer\n", [("heading", "----- "), ("prose", "out layer"), ("blank", "")]),
    ("--- <b hidden>q = 1</b> ---", [("prose", "--- "), ("hidden", "<b hidden>q = 1</b>"), ("prose", " ---")]),
    ("-- q", [("prose", "-- q")]),
    ("```mermaid\nx -- 2 --> q\n```", [("image", "x -- 2 --> q\n")]),
    ("5$ and 6", [("prose", "5$ and 6")]),
]


@pytest.mark.parametrize(("source", "expected"), BLOCKS)
def test_a_source_is_cut_into_blocks(source: str, expected: list[tuple[str, str]]) -> None:
    assert [(str(block.kind), source[block.start : block.end]) for block in blocks_of(source)] == expected


def test_every_kind_is_in_the_table() -> None:
    assert {kind for _, blocks in BLOCKS for kind, _ in blocks} == {str(kind) for kind in Kind}
