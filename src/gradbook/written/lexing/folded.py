"""Folded parts: what a page shows at a click, <details> under its <summary>, is read; the summary is its title."""

import re

from gradbook.core.text.patterns import regex

_FENCED = regex(r"^[ ]{0,3}(```+|~~~+)[^\n]*\n.*?(?:^[ ]{0,3}\1[`~]*[ \t]*$|\Z)", re.MULTILINE | re.DOTALL)
# What is in these tags hides nothing for good.
_KEPT = r"(?:\s+(?:open|class|id|name)(?:\s*=\s*[\"'](?![^\"'<>]*(?:hid|none|invis))[^\"'<>]{0,80}[\"'])?){0,4}\s*"
_FOLD = regex(
    rf"<details{_KEPT}>\s*<summary{_KEPT}>(?:(?!</?(?:summary|details)\b).){{0,300}}</summary>"
    r"(?:(?!</?details\b).)*(?:</details>|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_TAG = regex(r"<(/?)(details|summary)\b[^<>]{0,400}>", re.IGNORECASE)
_TITLE = "\n\n######"


def unfolded(source: str) -> str:
    """Return a source, as long as it was, in which a folded part stands under its summary as under a title."""
    if "<summary" not in source.lower():
        return source
    fences = [(fence.start(), fence.end()) for fence in _FENCED.finditer(source)]

    def opened(fold: re.Match[str]) -> str:
        if any(begin < fold.start() < end for begin, end in fences):
            return fold.group()
        return _TAG.sub(_as_title, fold.group())

    return _FOLD.sub(opened, source)


def _as_title(tag: re.Match[str]) -> str:
    closes, name = tag.group(1), tag.group(2).lower()
    width = len(tag.group())
    if name == "details":
        return "\n".rjust(width)
    return "\n\n".rjust(width) if closes else _TITLE.ljust(width)
