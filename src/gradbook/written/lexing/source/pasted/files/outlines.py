"""Outlines of Org mode: "** Backward" for a heading, "#+begin_src python" for a fence, "#+TITLE: ..."; =x= is code."""

import re

from gradbook.core.text.patterns import regex

_TELLS = regex(r"^[ \t]*#\+(?:title|author|date|startup|options|begin_(?:src|example))\b", re.IGNORECASE | re.MULTILINE)
_KEYWORDS = "title|author|date|startup|options|property|email|language|filetags|setupfile|latex|html|attr_|name|results"
_LINE = regex(
    r"^(?:(?P<stars>\*{1,5})(?=[ ](?!TODO\b))|[ \t]*#\+begin_(?:src|example)(?P<tag>[ \t]\w+)?[^\n]*"
    r"|[ \t]*(?P<end>#\+end_(?:src|example))"
    rf"|(?P<keyword>[ \t]*#\+(?:{_KEYWORDS})\w*:|[ \t]*(?:SCHEDULED|DEADLINE|CLOSED):)[^\n]*)",
    re.IGNORECASE | re.MULTILINE,
)
_FENCED = regex(r"(^```.*?^```)", re.DOTALL | re.MULTILINE)
_VERBATIM = regex(  # the =1= of a path, and no "a =1= b"
    r"(?:(?<=[\s(])|(?m:^))(?P<sign>[=~])(?P<said>(?=[^\s=~])[^=~\n]{1,40}(?<=\S))(?P=sign)(?=[\s.,;:!?)]|$)"
)


def out_of_outline(source: str) -> str:
    """Return a source, as long as it was, marked as Markdown is where it is one of Org mode."""
    if "#+" not in source or not _TELLS.search(source):
        return source
    parts = _FENCED.split(_LINE.sub(_in_markdown, source))
    return "".join(part if at % 2 else _VERBATIM.sub(r"`\g<said>`", part) for at, part in enumerate(parts))


def _in_markdown(line: re.Match[str]) -> str:
    if line["keyword"]:
        marked = ""
    elif line["stars"]:
        marked = "#" * len(line["stars"])
    else:
        marked = "```" + (line["tag"] or "").strip()
    return marked.ljust(len(line.group()))
