"""Fences of an answer that was cut out of a longer text, inside its program."""

import re

from gradbook.core.text.patterns import regex

_PRE = regex(
    r"^([ \t]*<pre>[ ]?<code(?:[ ]class=[\"'][\w -]{1,40}[\"'])?>)([^<]*)(</code>[ ]?</pre>)(?=[ \t]*$)", re.MULTILINE
)
_FENCES = regex(r"^[ \t]*(?:```+|~~~+)([^\n`]*)$", re.MULTILINE)


def closing(source: str) -> int:
    """Return where a fence ends program text that an answer begins inside of: the first of an odd number, and bare.

    -1 where none does.
    """
    fences = [*_FENCES.finditer(source)]
    return fences[0].start() if len(fences) % 2 and not fences[0].group(1).strip() else -1


def fenced(source: str) -> str:
    """Return a source, as long as it was, with fences for programs of a page: <pre><code>q = 10</code></pre>."""
    if "<pre>" not in source:
        return source
    return _PRE.sub(lambda found: f"{_fence(found[1])}\n{found[2]}\n{_fence(found[3])}", source)


def _fence(tags: str) -> str:
    """Return a fence that is as long as tags, with the end of a line."""
    return "```".ljust(len(tags) - 1)
