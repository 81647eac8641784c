"""Colons inside an equation: "6 : 2" divides, "z = w*x + b   : 10" and "`z = w*x + b`: 10" show a result."""

from collections.abc import Sequence
from itertools import takewhile

from gradbook.written.lexing.tokens import Token
from gradbook.written.parsing.grammar.brackets import OPERAND_ENDS

_WRAPPER = len("array")  # the shortest that is passed over
_COLUMN = 2  # blanks that set a column apart
_NUMBER = 9  # tokens of a number, with its sign, brackets and the edges of its mathematics, and the one behind it
_ENDS = frozenset({"arrow", "line", "block", "stop", "row", "cell", "item", "heading"})


def divides(tokens: Sequence[Token], at: int, side: Sequence[Token]) -> bool:
    """Whether a colon behind a side is a sign of division: blanks stand on both sides of it, or on none."""
    colon, following = tokens[at], tokens[at + 1]
    left = side[-1] if side else following
    even = (colon.start > left.end) == (following.start > colon.end)
    behind = tokens[at + 2 : at + 3]
    spoken = any(token.kind == "word" or token.text == "arrow" for token in behind)  # "-16`: w is too big"
    closed = tokens[at - 1].kind == "close" and tokens[at - 1] is not left  # "(lr = 0.1): w"
    return even and left.kind in OPERAND_ENDS and not (spoken or closed)


def shows(tokens: Sequence[Token], at: int, side: Sequence[Token]) -> bool:
    """Whether a colon stands between a formula and the number that it comes to, at the end of the line.

    It stands in a column of its own, behind the mathematics of the formula, or right behind the formula as behind a
    label: "z = w*x + b   : 10", "`z = w*x + b`: 10", "z = w*x + b: 10".
    """
    gap = tokens[at].start - side[-1].end if side else 0
    label = gap == 0 and tokens[at + 1].start > tokens[at].end
    return may_show(tokens, at, side) and (gap >= _COLUMN or tokens[at - 1].edge or label)


def may_show(tokens: Sequence[Token], at: int, side: Sequence[Token]) -> bool:
    """Whether a colon may stand so: a formula before it, and a number behind it up to the end of the line."""
    if len(side) < 2 or all(token.kind in ("num", "op") for token in side):
        return False
    behind = [token for token in tokens[at + 1 : at + _NUMBER] if not token.edge and token.text != "-"]
    opened = sum(1 for _ in takewhile(lambda token: token.kind == "open", behind))  # tensor([3.])
    behind = behind[opened:]
    if opened and tokens[at + 1].text == "(" and tokens[at + 1].start - tokens[at].end < _WRAPPER:
        return False  # "q = w*x: (15)", points
    closed = [token.kind for token in behind[1 : 1 + opened]] == ["close"] * opened
    ends = [token.kind == "sep" and token.text in _ENDS for token in behind[1 + opened : 2 + opened]]
    return behind[:1] != [] and behind[0].kind == "num" and closed and all(ends)
