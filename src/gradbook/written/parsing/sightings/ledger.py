"""The ledger: all items of an answer, page by page, whatever its layout, with the titles that they stand under.

A page goes on up to a line that says anything against what stands in it. What the numbers are of their quantities, and
whether they say enough together to count, is for the judge.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.blocks.kinds import Block, Kind
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AGAINST_IT, Role
from gradbook.written.parsing.equations.statements import Member, Statement
from gradbook.written.parsing.sightings.beside import undrawn
from gradbook.written.parsing.sightings.items import Item, figures_of, items_of
from gradbook.written.parsing.sightings.kinds import MIXED, SLOPES, adds_nothing, kind_of
from gradbook.written.parsing.sightings.pieces import Piece, pieces_of

_UNSEEN = (Kind.HIDDEN, Kind.STRUCK, Kind.IMAGE)

_MOST = 1_000  # letters of a line
_SENTENCE = 5  # words of one
_AGAINST = frozenset({"!=", "struck"})
_SAYS = frozenset({"quantity", "diff", "num"})
_SUPPOSES = (Role.CONDITION, Role.SUPPOSITION)
_DENIES = frozenset(
    {Role.DENIAL, Role.HEDGE, Role.OTHERS, Role.OTHER, Role.ERROR, Role.NEGATION, Role.MINUS, *_SUPPOSES}
)
_TAKES_BACK = (_DENIES | {Role.RETRACTION, Role.AGAINST}) - {*_SUPPOSES}


class _Line(NamedTuple):
    """A line.

    Attributes:
        items: what it says of its quantities.
        roles: what its words do.
        kind: of what kind of quantity they speak.
        against: whether anything in it may speak against its numbers.
        titles: whether it is a title of what follows, or a remark on what stands before, and says nothing itself.
        clear: of such a line, whether it says at most of what kind the quantities beside it are.
    """

    items: list[Item]
    roles: frozenset[Role | None]
    kind: str
    against: bool
    titles: bool
    clear: bool
    tabled: bool = False


class Ledger:
    """The items of one answer.

    Args:
        source: the answer.
        blocks: what it is made of.
        lexed: gives the tokens of what stands between two places.
        lexicon: the exercise's.
    """

    def __init__(
        self, source: str, blocks: Sequence[Block], lexed: Callable[[int, int], list[Token]], lexicon: Lexicon
    ) -> None:
        self._source, self._lexed, self._lexicon = source, lexed, lexicon
        self._unseen = any(block.kind in _UNSEEN for block in blocks)
        self._tables = [(block.start, block.end) for block in blocks if block.kind is Kind.TABLE]
        self._topic: Piece | None = None

    def pages(self) -> Iterator[tuple[Statement, ...]]:
        """Yield the items of each page as statements: a quantity, and the numbers that may be what it is.

        A number that stands behind a sign has that before it. The context is what the title above says, and what the
        words before the numbers do; under or over a title that is not understood an item is tentative.
        """
        lines = [] if self._unseen else [_NOTHING, *map(self._line, self._lines()), _NOTHING]
        titles = [at for at, line in enumerate(lines) if line.titles]
        page: list[Statement] = []
        for above, below in pairwise(titles):
            title, ending = lines[above], lines[below]
            taken_back = not (title.roles.isdisjoint(_DENIES) and ending.roles.isdisjoint(_TAKES_BACK))
            taken_back = taken_back or (title.tabled and title.kind in (SLOPES, MIXED) and not title.clear)
            for line in [] if taken_back else lines[above + 1 : below]:
                if line.against:
                    yield tuple(page)
                    page = []
                page += _statements(line, title, tentative=not (title.clear and ending.clear))
            if taken_back:
                yield tuple(page)
                page = []
        yield tuple(page)

    def _lines(self) -> Iterator[tuple[int, int]]:
        at = 0
        for line in self._source.split("\n"):
            if line.strip() and len(line) <= _MOST:
                yield at, at + len(line)
            at += len(line) + 1

    def _line(self, span: tuple[int, int]) -> _Line:
        source = self._source[slice(*span)]
        tokens = undrawn(self._lexed(*span), self._source)
        words = [token for token in tokens if token.kind == "word"]
        roles = frozenset(token.role for token in words)
        pieces = pieces_of(tokens, self._lexicon)
        items = list(items_of(pieces, self._lexicon)) or self._under_topic(pieces)
        signs = any(token.text in _AGAINST or token.kind == "cmp" for token in tokens)
        tabled = any(begin < span[1] and span[0] < end for begin, end in self._tables)
        against = signs or "?" in source or not roles.isdisjoint(AGAINST_IT)
        leads = bool(words) and (source.endswith(":") or words[0].role in _SUPPOSES) and words[0] is tokens[0]
        kind = kind_of(words)
        clear = all(token.kind == "sep" or token.text == "<-" or adds_nothing(token) for token in tokens)
        if tabled:
            clear = clear and [kind_of([word]) for word in words].count(SLOPES) <= 1
        elif not clear:
            clear = len(words) >= _SENTENCE and bool(kind)
        topical = self._topic is not None and span[0] <= self._topic.start < span[1]
        kinds = {piece.kind for piece in pieces}
        neutral = not words and ("rel" in kinds or kinds.isdisjoint(_SAYS))  # an equation of others, a rule
        titles = (not (items or neutral) or (against and leads)) and not topical
        return _Line([] if against or titles else items, roles, kind, against, titles, clear, tabled)

    def _under_topic(self, pieces: Sequence[Piece]) -> list[Item]:
        """Return what a line without a quantity says of the one that is named alone in a line above it."""
        named = [piece for piece in pieces if piece.kind not in ("sep", "word", "bad")]
        if [piece.kind for piece in named] == ["quantity"]:
            self._topic = named[0]
            return []
        if self._topic is None or self._topic.node is None:
            return []
        figures = tuple(figures_of(pieces, self._lexicon))
        return [Item((self._topic.node,), figures, self._topic.start, pieces[-1].end)] if figures else []


_NOTHING = _Line([], frozenset(), "", against=False, titles=True, clear=True)


def _statements(line: _Line, title: _Line, *, tentative: bool) -> Iterator[Statement]:
    for item in line.items:
        figures = tuple(Member(one.node, one.start, one.end, "=" if one.led else "") for one in item.figures)
        start, end = item.start, item.end
        for name in item.names:
            members = Member(name, start, figures[0].start), *figures
            yield Statement(members, start, end, context=line.kind or title.kind, tentative=tentative)
