"""Notes as Obsidian, Logseq and Quarto keep them: what is there for the program, and is no part of what they say.

df/dq = 2 ^dfdq        a name to link to          collapsed:: false        a property of what stands above
::: {.content-hidden}  what is not shown          - LATER the same for r   a mark of what is to be done
"""

import re

from gradbook.core.text.patterns import regex

_LINK = regex(  # of a quantity or an equation, or drawn by the program; "^wrong" and "^ben" say something
    r"(?<=\S)[ \t](?P<id>\^(?:d[a-z](?:hat|bar)?\d?|eq[-_]?\w{0,6}|(?=[a-z]{0,2}\d)(?=\d{0,2}[a-z])[a-z0-9]{6}))"
    r"[ \t]*$",
    re.MULTILINE,
)
_NAMES = (
    r"collapsed|id|created(?:-at)?|updated(?:-at)?|public|icon|heading|logseq\.[\w.-]{1,30}|background-color"
    r"|card-[\w-]{1,20}"
)
_PROPERTY = regex(rf"^[ \t]*(?:[-*][ ])?(?:{_NAMES})::[^\n]*$", re.MULTILINE)
_TASK = regex(r"^([ \t]*[-*][ ])(?:DONE|LATER)(?=[ ][^\n=≈]*$)", re.MULTILINE)
_HIDDEN = regex(
    r"^(?P<opens>:::+[ \t]*\{[^}\n]{0,60}\.(?:content-hidden|hidden)\b[^}\n]{0,60}\})"
    r"(?P<inside>[ \t]*\n(?:(?!:::)[^\n]*\n){1,60})(?P<ends>:::+)(?=[ \t]*$)",
    re.MULTILINE,
)


def without_upkeep(source: str) -> str:
    """Return a source, as long as it was, without what only keeps such notes in order, and hidden parts as comments."""
    if "::" in source:
        source = _HIDDEN.sub(_comment, _PROPERTY.sub(_blank, source))
        source = _TASK.sub(lambda task: task[1].ljust(len(task.group())), source)
    if " ^" not in source:
        return source
    return _LINK.sub(lambda link: _blank(link) if source.count(link["id"]) == 1 else link.group(), source)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())


def _comment(hidden: re.Match[str]) -> str:
    return f"{'<!--'.ljust(len(hidden['opens']))}{hidden['inside']}{'-->'.ljust(len(hidden['ends']))}"
