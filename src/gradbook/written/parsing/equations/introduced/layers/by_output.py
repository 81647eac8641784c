"""Errors by output: E_{o1}, of an exercise that has an error E1 for its output o1, and no name with such an index."""

import re

from gradbook.core.text.patterns import regex
from gradbook.written.lexicon import Lexicon

_BY_OUTPUT = regex(
    r"(?<![A-Za-z\\])(?P<stem>[A-Z]|[Ee]rr(?:or)?|[Ll]oss)_(?P<open>\{)?(?:\\(?:text|mathrm)\{)?(?P<out>o|out|output)_?(?P<count>\d)\}*"
    r"(?![A-Za-z\d])"
)


def named_by_count(source: str, lexicon: Lexicon) -> str:
    """Return a source, as long as it was, with the error's own name for one that has its output below it."""
    if "_" not in source:
        return source

    def own(found: re.Match[str]) -> str:
        name = f"{found['stem']}{found['count']}"
        closes = found.group().count("}") == found.group().count("{")
        known = name in lexicon.operands and f"{found['stem']}_{found['out']}{found['count']}" not in lexicon.names
        return name.ljust(len(found.group())) if known and closes else found.group()

    return _BY_OUTPUT.sub(own, source)
