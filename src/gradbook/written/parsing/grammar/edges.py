"""Edges: those of mathematics, which part nothing, so that rules look over them, and those of sentences."""

from collections.abc import Iterable, Iterator, Sequence, Set
from typing import Protocol

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role
from gradbook.written.lexing.words.languages import DICTIONARY

LINE_ENDS = frozenset({"line", "block", "item", "heading"})
SENTENCE_ENDS = LINE_ENDS | {"stop"}


class _Separable(Protocol):
    """A token, or what is put together from tokens."""

    @property
    def kind(self) -> str:
        """A token's."""

    @property
    def text(self) -> str:
        """A token's."""


def ends_sentence(token: Token) -> bool:
    """Whether a token parts a sentence from the next."""
    return token.kind == "sep" and token.text in SENTENCE_ENDS


def ends_line(token: Token) -> bool:
    """Whether a token parts a line from the next."""
    return token.kind == "sep" and token.text in LINE_ENDS


def sentence_start(tokens: Sequence[Token], at: int) -> int:
    """Return where the sentence begins that goes on up to a place."""
    return next((place for place in range(at, 0, -1) if ends_sentence(tokens[place - 1])), 0)


def sentence_end(tokens: Sequence[Token], at: int) -> int:
    """Return the place of the token that ends the sentence behind a place, or of the end."""
    return next((place for place in range(at + 1, len(tokens)) if ends_sentence(tokens[place])), len(tokens))


def parts(tokens: Sequence[_Separable], ends: Set[str]) -> Iterator[tuple[int, int]]:
    """Yield where each part begins and ends between certain separators; the token at its end parts it from the next."""
    start = 0
    for place, token in enumerate(tokens):
        if token.kind == "sep" and token.text in ends:
            yield start, place
            start = place + 1
    yield start, len(tokens)


def sides_of(tokens: Iterable[Token]) -> list[list[Token]]:
    """Return what stands between the relations among tokens."""
    sides: list[list[Token]] = [[]]
    for token in tokens:
        if token.kind == "rel":
            sides.append([])
        else:
            sides[-1].append(token)
    return sides


def lines(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield where each line begins and ends; the token at its end parts it from the next."""
    return parts(tokens, LINE_ENDS)


def around(tokens: Sequence[Token], at: int, most: int) -> Sequence[Token]:
    """Return the sentence that a place is in, so many tokens on each side of it at most."""
    first = max(0, at - most)
    start = next((place for place in range(at, first, -1) if ends_sentence(tokens[place - 1])), first)
    last = min(len(tokens), at + most)
    return tokens[start : next((place for place in range(at + 1, last) if ends_sentence(tokens[place])), last)]


def seen(tokens: Sequence[Token], at: int) -> int:
    """Return the place of the next token that is no edge of mathematics, or of the end."""
    while at < len(tokens) and tokens[at].edge:
        at += 1
    return at


def number_over(tokens: Sequence[Token], at: int, roles: Set[Role]) -> int:
    """Return the place of a number, with its sign, over words that do one of some things; 0 where none stands."""
    while at < len(tokens) and (tokens[at].edge or tokens[at].role in roles):
        at += 1
    return at if past_number(tokens, at) else 0


def past_number(tokens: Sequence[Token], at: int) -> int:
    """Return the place behind a number that begins at a place, with its sign; 0 where none does."""
    at += at < len(tokens) and tokens[at].text == "-"
    return at + 1 if at < len(tokens) and tokens[at].kind == "num" else 0


def past_spelled(tokens: Sequence[Token], at: int) -> int:
    """Return the place behind a number in words that stands at a place; 0 where none does."""
    told = at < len(tokens) and tokens[at].kind == "word" and DICTIONARY.value(tokens[at].text) is not None
    return at + 1 if told else 0


def relation_before(tokens: Sequence[Token], at: int) -> int:
    """Return the place of the relation before the number that ends at a place, "= -5"; -1 where none stands there."""
    sign = last_seen(tokens, at) if at >= 0 and tokens[at].kind == "num" else -1
    if sign >= 0 and tokens[sign].text == "-":
        sign = last_seen(tokens, sign)
    return sign if sign >= 0 and tokens[sign].kind == "rel" else -1


def last_seen(tokens: Sequence[Token], end: int | None = None) -> int:
    """Return the place of the last token before a place that is no edge of mathematics; -1 where there is none."""
    place = (len(tokens) if end is None else end) - 1
    while place >= 0 and tokens[place].edge:
        place -= 1
    return place
