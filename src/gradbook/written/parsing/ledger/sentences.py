"""Sentences of an answer, with what they tell of quantities, ask and deny."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role
from gradbook.written.lexing.words.people import is_given_name
from gradbook.written.parsing.grammar.edges import SENTENCE_ENDS, parts
from gradbook.written.parsing.ledger.items import STROKE
from gradbook.written.parsing.ledger.kinds import SLOPES, kind_of
from gradbook.written.parsing.ledger.lines import Line
from gradbook.written.parsing.ledger.pieces import Piece, Quantity
from gradbook.written.parsing.ledger.tellings import CLOSES, OPENS, Telling, tellings_of

_ENDS = (SENTENCE_ENDS - {"item"}) | {STROKE}
_AGAINST = frozenset({"!=", "struck"})
_ARROW = regex("->|<-|[→←⟶⟵➔]")
_QUESTIONS = ("?", "？")
_BULLETS = frozenset("-+*")
_OVER, _DOT = ("op", "/"), ("sep", "stop")
_NAMES = frozenset({"quantity", "name", "bad"})
_FEW = 2  # tellings of a sentence, all of whose words are about them


class Sentence(NamedTuple):
    """A sentence.

    Attributes:
        told: what it tells.
        names: the quantities in it.
        words: all of it.
        numbered: whether it has a number.
        asks: whether it asks, compares, strikes out or names somebody.
    """

    told: list[Telling]
    names: frozenset[Quantity]
    words: tuple[Token, ...]
    numbered: bool
    asks: bool

    @property
    def roles(self) -> frozenset[Role | None]:
        """What its words do."""
        return frozenset(word.role for word in self.words)


def sentences_of(line: Line, lexicon: Lexicon, source: str) -> Iterator[Sentence]:
    """Yield the sentences of a line.

    Args:
        line: of the answer; of a row of a table, what stands before the first name is its number.
        lexicon: the exercise's.
        source: the answer.
    """
    pieces = list(_with_names(line.pieces, lexicon, source))
    if line.tabled:
        pieces = pieces[next((at for at, piece in enumerate(pieces) if piece.node is not None), 0) :]
    for sentence, first in _sentences(pieces, lexicon.output, source):
        last = sentence[-1].end
        words = tuple(piece.tokens[0] for piece in sentence if piece.kind == "word")
        told = [*tellings_of(sentence, lexicon)]
        if len(told) <= _FEW:
            told = [one._replace(kind=one.kind or kind_of(words)) for one in told]
        marked = any(piece.kind == "cmp" or (piece.node is None and piece.text in _AGAINST) for piece in sentence)
        named = any(is_given_name(source[word.start : word.end]) for word in words)
        asks = "?" in source[first:last] or source[last:].lstrip(" )*_").startswith("?")
        names = frozenset(piece.node for piece in sentence if piece.node is not None)
        numbered = any(piece.kind == "num" for piece in sentence)
        yield Sentence(told, names, words, numbered, asks or marked or named)


def _sentences(pieces: Sequence[Piece], output: str, source: str) -> Iterator[tuple[list[Piece], int]]:
    """Yield sentences, each with where what it says begins: behind a question after one quantity it is its answer.

    "And for b? Also -1." is one sentence, as is "Q: Pull on c, how much does y move? A: one for one. 1".
    """
    asked: list[Piece] = []
    for sentence in _apart(pieces):
        first = sentence[0].start
        if asked and not any(piece.node is not None for piece in sentence) and not _has_number(sentence):
            asked = [*asked, *sentence]  # "Scrap that." may take back what follows
            continue
        if asked and _has_number(sentence):
            yield [*asked, *sentence], first
            asked = []
            continue
        if asked:
            yield asked, asked[0].start
        names = {piece.node for piece in sentence if piece.node is not None}
        asks = source[sentence[-1].end :].lstrip(" ").startswith(_QUESTIONS)
        one = len(names) == 1 or len(names - {Symbol(output)}) == 1
        asked = sentence if asks and one and not _has_number(sentence) else []
        if not asked:
            yield sentence, first
    if asked:
        yield asked, asked[0].start


def _apart(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Yield sentences, without a letter that says which is a question and which its answer, and question marks."""
    asking = any(piece.text in _QUESTIONS for piece in pieces)
    for begin, stop in parts(pieces, _ENDS):
        sentence = list(pieces[begin:stop])
        if len(sentence) > 1 and sentence[0].kind in OPENS and sentence[-1].kind in CLOSES:
            sentence = sentence[1:-1]
        starts = [0, *(at + 1 for at, piece in enumerate(sentence) if piece.text in _QUESTIONS), len(sentence) + 1]
        for start, end in pairwise(starts):
            part = sentence[start : end - 1]
            labelled = asking and len(part) > 2 and len(part[0].text) == 1 and part[1].text == "colon"
            yield from filter(None, [part[2:] if labelled else part])


def _has_number(sentence: Sequence[Piece]) -> bool:
    return any(piece.kind == "num" for piece in sentence)


def _with_names(pieces: Sequence[Piece], lexicon: Lexicon, source: str) -> Iterator[Piece]:
    """Yield the pieces of a line, with quantities in capitals, in records of gradients, in ratios and behind arrows."""
    listed = len(pieces) > 1 and pieces[0].kind == "op" and pieces[0].text in _BULLETS
    at = 1 if listed and pieces[0].end < pieces[1].start else 0  # not the sign of a line which a diff takes out
    while at < len(pieces):
        piece, of = pieces[at], pieces[at : at + 3]
        if by := _slope(of, lexicon):
            yield Piece("quantity", [token for one in of for token in one.tokens], Derivative(lexicon.output, by))
            at += len(of)
            continue
        at += 1
        touched = at < len(pieces) and pieces[at].start == piece.end
        if touched and pieces[at].kind == "num" and piece.kind in _NAMES:
            yield Piece("bad", [*piece.tokens, *pieces[at].tokens])  # a cell: B2
            at += 1
        elif piece.kind == "word" and of[1:2] and of[1].kind == "rel" and (name := lexicon.name(piece.text)):
            yield Piece("quantity", piece.tokens, Symbol(name))  # s is 3, where s may be a word
        elif piece.kind in ("name", "bad") and (like := lexicon.like(piece.text) or lexicon.name(piece.text.lower())):
            yield Piece("quantity", piece.tokens, Symbol(like))
        elif isinstance(piece.node, Derivative) and _ARROW.search(source, piece.start, piece.end):
            yield piece._replace(node=Symbol(piece.node.by))  # v → b, of a way
        else:
            yield piece


def _slope(pieces: Sequence[Piece], lexicon: Lexicon) -> str:
    """Return the name of which three pieces name the gradient: "grad.w", "L/w"."""
    match pieces:
        case [of, sign, Piece(node=Symbol(name))] if all(one.end == behind.start for one, behind in pairwise(pieces)):
            recorded = of.kind == "word" and kind_of(of.tokens) == SLOPES and (sign.kind, sign.text) == _DOT
            ratio = of.node == Symbol(lexicon.output) and (sign.kind, sign.text) == _OVER
            return name if recorded or ratio else ""
    return ""
