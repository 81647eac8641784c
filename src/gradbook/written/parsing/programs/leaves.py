"""Leaves: what a program says, as tokens: a whole expression is one."""

from collections.abc import Sequence

from gradbook.graph.expression import Derivative, Number, Symbol
from gradbook.written.expression import New, Node
from gradbook.written.lexing.tokens import Token

Span = tuple[int, int]
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


def renewed(behind: list[Token], head: New) -> list[Token]:
    """Return a comment that begins with the name of what has a new value as one that says so."""
    first = next((at for at, token in enumerate(behind) if token.kind != "sep"), len(behind))
    if first == len(behind) or behind[first].node != Symbol(head.name):
        return behind
    token = behind[first]
    return [*behind[:first], leaf(head, token.start, token.end, token.text), *behind[first + 1 :]]


def lists(label: Sequence[Token], nodes: Sequence[Node | None]) -> bool:
    """Whether a label names several values in their order: "w, b ->"."""
    named = [token.node for token in label if token.kind in QUANTITY]
    alike = [
        one == node or (isinstance(node, New) and one == Symbol(node.name))
        for one, node in zip(named, nodes, strict=False)
    ]
    return len(named) == len(nodes) > 1 and all(alike)


def goes_on(behind: list[Token]) -> bool:
    """Whether the tokens of a comment go on with the equation of its line."""
    return bool(behind) and behind[0].kind in ("rel", "word")
