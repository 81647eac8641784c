"""A cursor over the tokens of one side, on which a parser moves."""

from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token

MAX_DEPTH = 60  # of expressions in expressions


class UnreadError(Exception):
    """A side is not an expression of this exercise."""


class Cursor:
    """The place of a parser in its tokens."""

    def __init__(self, tokens: list[Token], lexicon: Lexicon) -> None:
        self._tokens = tokens
        self._lexicon = lexicon
        self._at = 0
        self._depth = 0
        self._signs = 0
        self._differentiates = 0  # how many d/dw are being read, behind which a bar is of the derivative

    def _kind(self, ahead: int = 0) -> str:
        at = self._at + ahead
        return self._tokens[at].kind if at < len(self._tokens) else ""

    def _next(self) -> Token:
        if self._at >= len(self._tokens):
            raise UnreadError
        self._at += 1
        return self._tokens[self._at - 1]

    def _deeper(self) -> None:
        """Go one level down."""
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise UnreadError

    def _expect(self, kind: str) -> None:
        if self._next().kind != kind:
            raise UnreadError

    def _deep(self, kind: str) -> int:
        """Return how many braces of a kind stand here."""
        deep = 0
        while self._kind(deep) == kind:
            deep += 1
        return deep

    def _skip(self, kind: str, count: int) -> None:
        for _ in range(count):
            self._expect(kind)
