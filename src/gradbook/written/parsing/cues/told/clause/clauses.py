"""Clauses: where those of a sentence begin and end, what each names, and the number that it comes to."""

from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AND, bare, bare_words
from gradbook.written.parsing.cues.told.clause.named import Named, named_in
from gradbook.written.parsing.cues.told.clause.results import Result, result_in
from gradbook.written.parsing.grammar.edges import last_seen, seen

_PARTS = frozenset({"comma", "colon", "wide", "arrow"})
_SO = bare_words(
    "so thus hence therefore while whereas daher deshalb somit folglich während donc alors tandis entonces luego "
    "mientras logo então portanto enquanto quindi dunque perciò mentre dus daarom terwijl 所以 因此"
)
_SINCE = _SO | bare_words("because since da weil denn car puisque parce porque ya pois perché poiché omdat want")


class Clause(NamedTuple):
    """A clause.

    Attributes:
        begin, stop: where it begins and ends.
        named: the quantities that it names.
        result: the number that it comes to; None where there is none, or where it says "not".
        denied: whether it says "not".
    """

    begin: int
    stop: int
    named: tuple[Named, ...]
    result: Result | None
    denied: bool


def clauses_in(tokens: Sequence[Token], start: int, end: int, lexicon: Lexicon, negated: Set[int]) -> Iterator[Clause]:
    """Yield the clauses of a sentence; `negated` is where a "not" stands in the source."""
    spans = [*_spans(tokens, start, end)]
    named = [*named_in(tokens, start, end, [begin for begin, _ in spans], lexicon)]
    for begin, stop in spans:
        denied = any(is_negated(token, negated) for token in tokens[begin:stop])
        result = None if denied else result_in(tokens, begin, stop)
        yield Clause(begin, stop, tuple(one for one in named if begin <= one.at < stop), result, denied)


def is_negated(token: Token, negated: Set[int]) -> bool:
    """Whether a word says "not", or is of a phrase that does: "does not move"."""
    return token.kind == "word" and any(token.start <= place < token.end for place in negated)


def _spans(tokens: Sequence[Token], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where clauses begin and end: at commas, brackets and reasons, and at an "and" behind a number."""
    begin, numbered, named = start, False, False
    asides = _asides(tokens, start, end)
    for at in range(start, end):
        token = tokens[at]
        numbered = numbered or token.kind == "num"
        named = named or token.kind == "name"
        joins = token.kind == "word" and bare(token.text) in AND and numbered
        parts = token.kind == "sep" and token.text in _PARTS and not _lists(tokens, at, start, end)
        if joins or parts or at in asides:
            yield begin, at
            begin, numbered, named = at + 1, False, False
        elif token.kind == "word" and (bare(token.text) in _SINCE if numbered else bare(token.text) in _SO and named):
            yield begin, at
            begin, numbered, named = at, False, False
    yield begin, end


def _lists(tokens: Sequence[Token], at: int, start: int, end: int) -> bool:
    """Whether a comma stands between two names: "w1, w2 both get 3"."""
    before, behind = last_seen(tokens, at), seen(tokens, at + 1)
    inside = tokens[at].text == "comma" and start <= before and behind < end
    return inside and tokens[before].kind == tokens[behind].kind == "name"


def _asides(tokens: Sequence[Token], start: int, end: int) -> set[int]:
    """Return where brackets with words in them open and close: "(local derivative 1)"."""
    found: set[int] = set()
    opens, worded = -1, False
    for at in range(start, end):
        kind = tokens[at].kind
        if kind == "open":
            opens, worded = at, False
        elif kind == "close" and opens >= 0:
            found |= {opens, at} if worded else set()
            opens = -1
        worded = worded or kind == "word"
    return found
