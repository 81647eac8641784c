"""Formulas: sides of equations that state no number, and so say none for or against another where they are not read."""

from itertools import pairwise

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AGAINST_IT

_UNKNOWN = ("bad", "run")  # names of no quantity, or of several
_UNREAD = frozenset({"word", *_UNKNOWN})
_QUANTITIES = frozenset({"name", "new", "old", "der", "vec"})
_PASSED = frozenset({"open", "close", "group", "end", "sep", "transposed"})
_COUNTED = frozenset({0.5, 1.0, 2.0})  # what is written in formulas: 1 - tanh(z)^2, 2 (w x - y), 1/2 ||y - t||^2


def is_formula(side: list[Token]) -> bool:
    """Whether a side states no number: none is written in it, or it is calculated from something that is not known.

    A number that is raised is an exponent or counts steps; beside quantities, 1, 2 and 1/2 belong to their formula.
    """
    if len(side) == 1:
        return side[0].kind not in ("num", "word")
    kinds = {token.kind for token in side}
    worded = "word" in kinds
    if worded and any(token.kind == "word" and token.role in AGAINST_IT for token in side):
        return False
    if not kinds.isdisjoint(_UNREAD) and _calculates_from_unknown(side, kinds):
        return True
    if worded or "num" not in kinds:
        return not worded
    general = "op" in kinds and not _QUANTITIES.isdisjoint(kinds)
    for place, token in enumerate(side):
        if token.kind == "num" and not (general and token.value in _COUNTED):
            before = [t for t in side[max(0, place - 3) : place] if t.kind not in ("group", "open")]
            if not before or before[-1].text != "^":
                return False
    return True


def _calculates_from_unknown(side: list[Token], kinds: set[str]) -> bool:
    """Whether a sign stands beside what is not known: "(1/n) * sum of errors", "upstream * x", 1/N as a fraction."""
    if kinds.isdisjoint(("op", "sum", "frac")):
        return False
    shown = [token for token in side if token.kind not in _PASSED]
    if "sum" in kinds and any(map(_is_unknown, shown)):
        return True
    for left, right in pairwise(shown):
        if (left.kind == "op" and _is_unknown(right)) or (right.kind == "op" and _is_unknown(left)):
            return True
    return any(
        frac.kind == "frac" and _is_letter(below) for frac, _, below in zip(shown, shown[1:], shown[2:], strict=False)
    )


def _is_unknown(token: Token) -> bool:
    return token.kind == "word" or (token.kind in _UNKNOWN and token.text[:1].isalpha())


def _is_letter(token: Token) -> bool:
    return token.kind in _UNKNOWN and token.text.isalpha() and len(token.text) == 1
