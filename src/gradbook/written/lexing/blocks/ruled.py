"""Ruled titles: lines set apart by signs of a rule, "--- BACKWARD PASS ---" or "======= Step 2", as outputs have them.

What may hide or hold mathematics is no title.
"""

import re

from gradbook.core.text.patterns import regex

_RULED = regex(
    r"""[ \t]*(?:>[ \t]?)*(?P<rule>[-–—=~─━═]{2,}|\*{3,}(?=[ ].*\*{3}))[ \t]*
    (?P<title>(?:\d{1,2}[.)、][ ]?)?[^\W\d_](?:(?!(?P=rule))[^\n$<\\!`]){1,80}?|(?:[^\W\d_]|∂[\w/∂]{2,12}?))
    [ \t]*(?P<close>[-–—=~─━═*]{2,}[ \t]*)?(?=\n|\Z)""",
    re.VERBOSE,
)
_RULE = regex(r"[ \t]*(?P<sign>[-=*~_─═])(?P=sign){3,}[ \t]*(?=\n|\Z)")
_PLAIN = regex(r"[^\W\d_]{3,}(?:[ ][^\W\d_]+){0,4}(?:[ ]\d{1,2})?:?")  # a title without a rule behind it


def ruled_at(source: str, at: int, end: int) -> tuple[int, int] | None:
    """Return where the title of a line stands, if the line sets it apart by a rule.

    Args:
        source: the answer.
        at: where the line begins.
        end: where it ends.
    """
    match = _RULED.match(source, at, end)
    if match is None:
        return None
    title, rule, close = match.group("title"), match.group("rule"), match.group("close")
    if close is None:
        heads = rule == "==" and source.endswith("\n\n", 0, at) and source[end : end + 2] in ("\n\n", "")
        return match.span("title") if (len(rule) > 2 or heads) and _PLAIN.fullmatch(title) else None
    drawn = rule[0] in "─━═"  # no minus, however short it is
    return match.span("title") if len(rule) > 2 or drawn or rule == "==" == close.strip() else None


def is_rule(source: str, at: int, end: int) -> bool:
    """Whether a line is nothing but a rule, as outputs have them between their parts."""
    return _RULE.match(source, at, end) is not None
