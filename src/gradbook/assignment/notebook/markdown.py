"""A learner's Markdown as HTML that is safe to open: no HTML of theirs, no script, no picture from elsewhere.

What is plain text shows as it was typed: a line ends where it ended, a star between two factors is no emphasis, a plus
that begins a line no bullet, and brackets are no links, which would lead away and hide what is in them.
"""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from markupsafe import Markup

from gradbook.assignment.notebook.formulas import mathml

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

_MATHS = re.compile(
    r"(?P<code>(?P<fence>`{3,}|~{3,}).*?(?:(?P=fence)|\Z)|(?P<tick>`+)[^`].*?(?P=tick))"
    r"|\$\$(?P<block>.{1,4000}?)\$\$|\\\[(?P<bracket>.{1,4000}?)\\\]"
    r"|(?P<environment>\\begin\{(?P<name>(?:fl)?align(?:ed|at|edat)?|equation|gather(?:ed)?|eqnarray|multline|split"
    r"|[dr]{0,2}cases|array|[pbBvV]?matrix)(?P<star>\*?)\}.{1,4000}?\\end\{(?P=name)(?P=star)\})"
    r"|(?<![\\$])\$(?P<inline>[^$\n]*(?:\n[^$\n]+)*?[^\\\s$]|[^$\s\\])\$|\\\((?P<paren>.{1,4000}?)\\\)",
    re.DOTALL,
)
# Stars between what ends and what begins a factor: w*x, 2*(q), 0.5*-2, 3**2; beside a number also x *3 and 2* x.
_TIMES = re.compile(
    r"(?<=[\w)\]}'\ufdd1])\*+(?=[\w([{\\.+\-−√\ufdd0])|(?<=[\w)\]}'\ufdd1] )\*(?=[\d.])|(?<=\d)\*(?= [\w([{\\.\ufdd0])"
)
# Placeholders for maths, which Markdown must not read: Unicode keeps these for a program's own use, and Markdown gives
# them for no entity, so that no text can name a placeholder (&#xE000; gives its character).
_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
_LONGEST = 20_000


def to_html(markdown: str, picture: Callable[[str], str | None]) -> Markup:
    """Return Markdown as HTML.

    Args:
        markdown: as a learner wrote it.
        picture: returns for a picture's target a `data:` URL, or None where there is no such picture.
    """
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

    kept: list[Markup] = []

    def keep(match: re.Match[str]) -> str:
        if match["code"] is not None:
            return match[0]
        block = match["block"] or match["bracket"] or match["environment"]
        kept.append(mathml(block or match["inline"] or match["paren"], block=block is not None))
        return f"{_OPEN}{len(kept) - 1}{_CLOSE}"

    def image(tokens: list[Token], index: int, *_: object) -> str:
        # A plain text, not a Markup: that would escape what the renderer has in front of it.
        target, text = str(tokens[index].attrs.get("src", "")), tokens[index].content
        data = picture(target)
        if data is None:
            return str(Markup("<em>[picture not found: {}]</em>").format(target))
        return str(Markup('<img alt="{}" src="{}" style="max-width: 100%">').format(text, data))

    text = markdown[:_LONGEST].replace(_OPEN, "").replace(_CLOSE, "")
    reader = MarkdownIt("commonmark", {"html": False, "breaks": True}).enable("table")
    reader.disable(["link", "reference"])
    reader.inline.ruler.at("emphasis", _emphasis)
    reader.block.ruler.at("list", _list, {"alt": ["paragraph", "blockquote"]})
    reader.renderer.rules["image"] = image  # type: ignore[attr-defined]
    html = reader.render(_MATHS.sub(keep, text))
    return Markup(re.sub(f"{_OPEN}(\\d+){_CLOSE}", lambda match: kept[int(match[1])], str(html)))


def _emphasis(state: "StateInline", silent: bool) -> bool:
    """Read stars and underscores as Markdown does, but for those that multiply, which stay as they are."""
    from markdown_it.rules_inline.emphasis import tokenize

    if (times := _TIMES.match(state.src, state.pos)) is None:
        return tokenize(state, silent)
    if not silent:
        state.pending += times[0]
    state.pos = times.end()
    return True


def _list(state: "StateBlock", start: int, end: int, silent: bool) -> bool:
    """Read lists as Markdown does, but for those of pluses: "s = 2" and below it "+ 3" is a sum."""
    from markdown_it.rules_block import list_block

    plus = state.src.startswith("+", state.bMarks[start] + state.tShift[start])
    return not plus and list_block(state, start, end, silent)
