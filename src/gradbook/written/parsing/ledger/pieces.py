"""Pieces: the tokens of a line with its quantities found, whole: dL/dw, x.grad and w_new are one piece each."""

from collections.abc import Sequence
from typing import NamedTuple

from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.expression import New
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.parsing.grammar.parser import quantity

Quantity = Symbol | Derivative | New
_ALONE = frozenset({"name", "der", "new"})
_BEGINS = frozenset({"diff", "frac", "pd", "group"})
_ENDS = frozenset({"rel", "num", "word", "sep"})
_CALLED = ["diff", "open", "name", "close"]
_LONGEST = 14  # tokens of a quantity


class Piece(NamedTuple):
    """A quantity, or any other token.

    Attributes:
        kind: the token's, or "quantity".
        tokens: what it is written with.
        node: the quantity.
    """

    kind: str
    tokens: Sequence[Token]
    node: Quantity | None = None

    @property
    def text(self) -> str:
        """The text of what is one token."""
        return self.tokens[0].text

    @property
    def start(self) -> int:
        """Where it begins in the source."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Where it ends in the source."""
        return self.tokens[-1].end


def pieces_of(tokens: Sequence[Token], lexicon: Lexicon) -> list[Piece]:
    """Return the pieces of a line."""
    found: list[Piece] = []
    at = 0
    while at < len(tokens):
        piece = _quantity_at(tokens, at, lexicon) or Piece(tokens[at].kind, tokens[at : at + 1])
        found.append(piece)
        at += len(piece.tokens)
    return found


def _quantity_at(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Piece | None:
    """Return the longest quantity that begins at a place."""
    token = tokens[at]
    if token.kind in _ALONE and isinstance(token.node, Quantity):
        return Piece("quantity", tokens[at : at + 1], token.node)
    if token.kind not in _BEGINS:
        return None
    if [one.kind for one in tokens[at : at + 4]] == _CALLED and isinstance(name := tokens[at + 2].node, Symbol):
        return Piece("quantity", tokens[at : at + 4], Derivative(lexicon.output, name.name))  # d(w) = ...
    most = min(len(tokens), at + _LONGEST)
    stop = next((place for place in range(at, most) if tokens[place].kind in _ENDS), most)
    for end in range(stop, at + 1, -1):
        node = quantity(list(tokens[at:end]), lexicon)
        if isinstance(node, Quantity):
            return Piece("quantity", tokens[at:end], node)
    return None
