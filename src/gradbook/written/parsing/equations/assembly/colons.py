"""Colons inside an equation: "6 : 2" divides, "z = w*x + b   : 10" shows a result in a column of its own."""

from collections.abc import Sequence

from gradbook.written.lexing.tokens import Token
from gradbook.written.parsing.grammar.brackets import OPERAND_ENDS

_COLUMN = 2  # blanks that set a column apart
_ENDS = frozenset({"line", "block", "stop", "row", "cell", "item", "heading"})


def divides(tokens: Sequence[Token], at: int, side: Sequence[Token]) -> bool:
    """Whether a colon behind a side is a sign of division: blanks stand on both sides of it, or on none."""
    colon, following = tokens[at], tokens[at + 1]
    left = side[-1] if side else following
    even = (colon.start > left.end) == (following.start > colon.end)
    spoken = any(token.kind == "word" for token in tokens[at + 2 : at + 3])  # "-16`: w is too big"
    return even and left.kind in OPERAND_ENDS and not spoken


def shows(tokens: Sequence[Token], at: int, side: Sequence[Token]) -> bool:
    """Whether a colon stands between a formula and the number that a program shows for it, at the end of the line."""
    return may_show(tokens, at, side) and tokens[at].start - side[-1].end >= _COLUMN


def may_show(tokens: Sequence[Token], at: int, side: Sequence[Token]) -> bool:
    """Whether a colon may stand so: a formula before it, a blank, and a number behind it up to the end of the line."""
    if len(side) < 2 or tokens[at].start == side[-1].end or all(token.kind in ("num", "op") for token in side):
        return False
    end = at + 1
    while end < len(tokens) and (tokens[end].kind == "num" or tokens[end].text == "-"):
        end += 1
    return end > at + 1 and (end == len(tokens) or (tokens[end].kind == "sep" and tokens[end].text in _ENDS))
