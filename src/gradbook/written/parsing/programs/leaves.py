"""Leaves: what a program says, as tokens: a whole expression is one."""

from gradbook.graph.expression import Derivative, Number
from gradbook.written.expression import New, Node
from gradbook.written.lexing.tokens import Token


def leaf(node: Node, start: int, end: int, text: str = "") -> Token:
    """Return a whole expression as one token, with the name that an answer gives it."""
    kind = {Number: "num", Derivative: "der", New: "new"}.get(type(node), "name")
    return Token(kind, text, start, end, node)


def equal(start: int, end: int) -> Token:
    """Return the sign of equality between what a program calculates and what it comes to."""
    return Token("rel", "=", start, end)
