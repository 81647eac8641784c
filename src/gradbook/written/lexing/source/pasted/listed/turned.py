"""Turned lists: items with the number before the name, "8 .... z", "[✓] 3.5 ... r (same)", "−1 → à err"."""

import re
from collections.abc import Sequence
from itertools import groupby

from gradbook.core.text.patterns import regex
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.source.pasted.listed.boxed import is_named

_ITEM = regex(
    r"(?P<lead>[ \t]*(?:[-*•+][ \t]+)?)(?P<number>[-−+]?(?:\d+(?:[.,]\d+)?|[.,]\d+))"
    r"(?P<between>[ \t]+(?:[.…·]{2,40}|\|)[ \t]+|[ \t]*(?P<arrow>→|⟶|-{1,2}>|=>)[ \t]*(?:(?:to|on|for|at|à|a|an|auf|zu"
    r"|für|bei|na|do|op|aan|su|em|en|på|till)[ \t]+)?)"
    r"(?P<name>[d∂]\w{1,8}/[d∂]\w{1,8}|[^\W\d]\w{0,15})(?=[ \t]*(?:$|[(,;.]|#|//)|[ \t]{2,})(?P<rest>.*)"
)
_LEAST = 2  # items, so that it is a list
_LEAST_ARROWS = 3  # since "10 → r" may say what goes on to r


def names_first(source: str, lexicon: Lexicon) -> str:
    """Return a source, as long as it was, with "name: number" for each item of a list that has the number first."""
    lines = source.split("\n")
    found = [_item(line, lexicon) for line in lines]
    for is_item, group in groupby(range(len(lines)), key=lambda at: found[at] is not None):
        items = [(at, one) for at in group if is_item and (one := found[at]) is not None]
        if _is_list([one for _, one in items]):
            for at, one in items:
                turned = one["name"] + ": "[: len(one["between"])] + one["number"]
                lines[at] = one["lead"] + turned.ljust(one.start("rest") - one.end("lead")) + one["rest"]
    return "\n".join(lines)


def _item(line: str, lexicon: Lexicon) -> re.Match[str] | None:
    one = _ITEM.fullmatch(line)
    return one if one and is_named(one["name"], lexicon) else None


def _is_list(items: Sequence[re.Match[str]]) -> bool:
    """Whether items are those of one list, each of another quantity."""
    least = _LEAST_ARROWS if any(one["arrow"] for one in items) else _LEAST
    return len(items) >= least and len({one["name"] for one in items}) == len(items)
