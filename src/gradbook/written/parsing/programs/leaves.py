"""Leaves: what a program says, as tokens: a whole expression is one."""

from gradbook.graph.expression import Derivative, Number
from gradbook.written.expression import New, Node
from gradbook.written.lexing.tokens import Token

QUANTITY = frozenset({"name", "der", "new", "old", "diff", "diffsub", "frac", "pd"})


def leaf(node: Node, start: int, end: int, text: str = "") -> Token:
    """Return a whole expression as one token, with the name that an answer gives it."""
    kind = {Number: "num", Derivative: "der", New: "new"}.get(type(node), "name")
    return Token(kind, text, start, end, node)


def equal(start: int, end: int) -> Token:
    """Return the sign of equality between what a program calculates and what it comes to."""
    return Token("rel", "=", start, end)


def told_apart(tokens: list[Token], starts: set[int]) -> list[Token]:
    """Return the tokens of a line of output that says itself what its numbers are: "dw 20 dx 30".

    Args:
        tokens: of the line.
        starts: where the numbers stand.
    """
    found: list[Token] = []
    for token in tokens:
        if found and found[-1].start in starts and token.kind in QUANTITY:
            found.append(Token("sep", "wide", token.start, token.start))
        elif found and token.start in starts and found[-1].kind in QUANTITY:
            found.append(equal(token.start, token.start))
        found.append(token)
    return found
