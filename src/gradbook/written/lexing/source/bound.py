"""Names that an answer binds, by assigning to them, declaring them or saying what they are."""

import re
from functools import lru_cache

from gradbook.core.text.lines import before_in_line
from gradbook.core.text.patterns import regex

_DECLARES = regex(r"\b(?:def|defp?n?|function|func|fun|fn|sub|proc|let|define|subroutine|const|var|auto)[ \t]+\Z")
_IMPORTED = regex(r"^[ \t]*(?:from[ \t]+[\w.]+[ \t]+)?import\b[^\n#]*\Z")
_AS = regex(r"\bas[ \t]+\Z")
_OPENS = regex(r"[ \t]*\(")
_BINDS = regex(  # "f(t) {", "f(t) = t (1 - t)", not "f(z) = 0.25"
    r"\s*(?:\{|->|=>|:=|:(?![ \t]*(?:[-−\d(]|\n|$))|\bas\b|=(?!=)(?![ \t]*[-−]?[ \t]*[\d.]+))"
)
_MEANT = regex(  # behind a name alone: "f = ", "f, g = ", "f'] = ", "f t = ", "f <- ", "f means"
    r"['\"\]]{0,2}(?:[ \t]*(?:,[^=\n]*|[ \t]\w+[ \t]*)?(?::?=(?!=)|<-)|[ \t]*\[\w+_\]"
    r"|[ \t]+(?:be|is|means?|denotes?|stands|here|=)\b)"
)
_SET = regex(r"\bsetattr\([^\n]*\Z")
_FAR = 200  # characters of a line, or between brackets, that may tell


@lru_cache(maxsize=256)
def is_bound(name: str, source: str) -> bool:
    """Whether an answer says anywhere what a function is that it calls, above or below, in code or in words."""
    return name in source and any(_binds(source, found) for found in _standing(name).finditer(source))


@lru_cache(maxsize=256)
def _standing(name: str) -> re.Pattern[str]:
    return regex(rf"(?<!\w){re.escape(name)}(?!\w)")


def _binds(source: str, found: re.Match[str]) -> bool:
    """Whether an occurrence of a name is no call: "sigmoid_prime = tanh", "double sigmoid_prime(double t) {"."""
    start, end = found.span()
    line = before_in_line(source, start, _FAR)
    if _AS.search(line):
        return True
    if _IMPORTED.search(line):
        return False
    if _DECLARES.search(line):
        return True
    opening = _OPENS.match(source, end)
    if opening is None:
        return _MEANT.match(source, end) is not None or _SET.search(line) is not None
    closing = _closing(source, opening.end())
    return closing < 0 or _BINDS.match(source, closing) is not None


def _closing(source: str, at: int) -> int:
    """Return where the brackets end that are open at a place; -1 where they do not end near it."""
    depth = 1
    for place in range(at, min(len(source), at + _FAR)):
        depth += (source[place] == "(") - (source[place] == ")")
        if not depth:
            return place + 1
    return -1
