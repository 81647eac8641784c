"""Fences of an answer that was cut out of a longer text, inside its program; and what other formats have for them."""

import re

from gradbook.core.text.patterns import regex

_PRE = regex(
    r"^([ \t]*<pre>[ ]?<code(?:[ ]class=[\"'][\w -]{1,40}[\"'])?>)([^<]*)(</code>[ ]?</pre>)(?=[ \t]*$)", re.MULTILINE
)
_FENCES = regex(r"^[ \t]*(?:```+|~~~+)([^\n`]*)$", re.MULTILINE)
_BETWEEN = regex(
    r"[ \t]*\n[ \t]*\n(?:[ \t]*(?:[*#_]+[^\W\d_]|(?=[^\n]*[:：][*_]*[ \t]*\n)[^\W\d_])"
    r"[^\n=<>|+/\\-]{0,60}[*_:：]*[ \t]*\n)[ \t]*\n"
)  # "**Backward**:"
_SOURCE = r"\[source(?:,[ ]?\w+)?\]"
_LISTING = regex(rf"^{_SOURCE}\n----$", re.MULTILINE)
_LISTED = regex(rf"^(?P<sign>{_SOURCE})\n----\n(?P<code>(?:(?!----$)[^\n]*\n)*?(?!----$)[^\n]*)\n----$", re.MULTILINE)
_CELL = regex(rf"^(?:{_SOURCE}|\+\*(?:In|Out)\[\d*\]:\*\+)$|^----(?=\S)|(?<=\S)----$", re.MULTILINE)


def closing(source: str) -> tuple[int, bool]:
    """Return where a fence ends program text that an answer begins inside of, and whether that is sure.

    It is the first of an odd number, and bare; or of an even one, where the last opens another that is cut off. It is
    sure where equations stand outside of what the fences would hold otherwise, and inside only titles between blank
    lines. -1 where none does.
    """
    fences = [*_FENCES.finditer(source)]
    if not fences or fences[0].group(1).strip():
        return -1, False
    odd = len(fences) % 2 == 1
    held = (source[opens.end() : closes.start()] for opens, closes in zip(fences[::2], fences[1::2], strict=False))
    around = "=" in source[: fences[0].start()] and (odd or "=" in source[fences[-1].end() :])
    sure = around and len(fences) > 1 and all(map(_BETWEEN.fullmatch, held))
    return (fences[0].start() if odd or sure else -1), sure


def fenced(source: str) -> str:
    """Return a source, as long as it was, with fences for programs of a page: <pre><code>q = 10</code></pre>.

    So for those of AsciiDoc, between lines of four dashes under "[source, python]".
    """
    if "[source" in source and _LISTING.search(source):
        source = _LISTED.sub(lambda found: f"{found['sign']}\n````\n{found['code']}\n````", source)
        source = _CELL.sub(lambda found: " " * len(found.group()), source)
    if "<pre>" not in source:
        return source
    return _PRE.sub(lambda found: f"{_fence(found[1])}\n{found[2]}\n{_fence(found[3])}", source)


def _fence(tags: str) -> str:
    """Return a fence that is as long as tags, with the end of a line."""
    return "```".ljust(len(tags) - 1)
