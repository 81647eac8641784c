"""Factors before a vector: 2 (a - y) (1, 2) is a product, f(1, 2) and f(x) (1, 2) are none."""

from gradbook.written.lexing.tokens import Token
from gradbook.written.parsing.arrays.array import Piece

_NAMES = ("name", "new", "der", "fn")
_HEADS = (*_NAMES, "bad", "vec")  # of brackets that hold arguments


def takes_arguments(before: list[Piece]) -> bool:
    """Whether what stands before brackets takes what is in them for its arguments."""
    last = before[-1] if before else None
    if not isinstance(last, Token) or last.kind != "close":
        return isinstance(last, Token) and last.kind in _NAMES
    depth = 0
    for at in range(len(before) - 1, -1, -1):
        piece = before[at]
        kind = piece.kind if isinstance(piece, Token) else ""
        depth += (kind == "close") - (kind == "open")
        if not depth:
            head = before[at - 1] if at else None
            return isinstance(head, Token) and head.kind in _HEADS
    return True
