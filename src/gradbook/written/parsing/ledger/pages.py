"""The ledger: all items of an answer, page by page, whatever its layout, with the titles that they stand under.

A page goes on up to a line that says anything against what stands in it. What the numbers are of their quantities, and
whether they say enough together to count, is for the judge.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, groupby
from operator import attrgetter
from typing import NamedTuple

from gradbook.core.text.patterns import regex
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.blocks.kinds import Block, Kind
from gradbook.written.lexing.tokens import Token, TooLongError
from gradbook.written.lexing.words.dictionary import AGAINST_IT, Role
from gradbook.written.parsing.equations.statements import Member, Statement
from gradbook.written.parsing.ledger.drawings import Row, is_drawn, put_under, undrawn
from gradbook.written.parsing.ledger.items import Figure, Item, figures_of, items_of
from gradbook.written.parsing.ledger.kinds import MIXED, SLOPES, adds_nothing, kind_of
from gradbook.written.parsing.ledger.pieces import Piece, pieces_of

Page = tuple[Statement, ...]
_UNSEEN = (Kind.HIDDEN, Kind.STRUCK, Kind.IMAGE)

_MOST = 1_000  # letters of a line
_ABOVE = 2  # lines over a number of a drawing
_SENTENCE = 5  # words of one
_NUMBERED = regex(r".*\d\W*$")
_FEW = 3  # lines of titles over one list
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
        retracts: whether it begins by taking back what stands above it.
        titles: whether it is a title of what follows, or a remark on what stands before, and says nothing itself.
        clear: of such a line, whether it says at most of what kind the quantities beside it are.
        tabled: whether it stands in a table.
        words: how many it has.
        numbered: whether it ends with a number.
        apart: whether a blank line stands before it.
    """

    items: list[Item]
    roles: frozenset[Role | None]
    kind: str
    against: bool
    retracts: bool
    titles: bool
    clear: bool
    tabled: bool
    words: int
    numbered: bool
    apart: bool


class Pages:
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
        self._topic: tuple[Item, list[Item]] | None = None
        self._drawn = False
        self._above: list[Row] = []

    def read(self) -> Iterator[Page]:
        """Yield the items of each page as statements: a quantity, and the numbers that may be what it is.

        A number that is a result stands behind "=", one alone in brackets behind "(". The context is what the title
        above says, and the words of the line; under or over a title that is not understood an item is tentative.
        """
        lines = [] if self._unseen else [_NOTHING, *map(self._line, self._lines()), _NOTHING]
        groups = [list(group) for _, group in groupby(lines, attrgetter("titles"))]
        page: list[Statement] = []
        bodies = groups[1::2]
        for above, body, below, behind in zip(
            groups[::2], bodies, groups[2::2], [*bodies[1:], [_NOTHING]], strict=False
        ):
            ending = below[0]
            if any(map(_denies, above[-_FEW:])) or _takes_back(ending, leads=not behind[0].apart):
                yield tuple(page)
                page = []
                continue
            kind = next((line.kind for line in reversed(above[-_FEW:]) if line.kind), "")
            for line in body:
                if line.against:
                    yield () if line.retracts else tuple(page)
                    page = []
                page += _statements(line, kind, tentative=not (above[-1].clear and ending.clear))
        yield tuple(page)

    def _lines(self) -> Iterator[tuple[int, int]]:
        at = 0
        for line in self._source.split("\n"):
            if line.strip() and len(line) <= _MOST:
                yield at, at + len(line)
            at += len(line) + 1

    def _line(self, span: tuple[int, int]) -> _Line:
        source, lexed = self._source[slice(*span)], self._lexed(*span)
        tokens = undrawn(lexed, self._source)
        words = [token for token in tokens if token.kind == "word"]
        roles = frozenset(token.role for token in words)
        pieces = pieces_of(tokens, self._lexicon)
        items = list(items_of(pieces, self._lexicon))
        signs = any(token.text in _AGAINST or token.kind == "cmp" for token in tokens)
        against = signs or "?" in source or not roles.isdisjoint(AGAINST_IT)
        self._drawn = self._drawn or any(is_drawn(token, self._source) for token in lexed)
        added = not against and self._adds(pieces, items, span[0])
        leads = bool(words) and (source.endswith(":") or words[0].role in _SUPPOSES) and words[0] is tokens[0]
        kinds = {piece.kind for piece in pieces}
        wordless = source.startswith("```") or (kinds.isdisjoint(_SAYS) and not any(map(str.isalpha, source)))
        neutral = wordless or (not words and (self._drawn or "rel" in kinds))
        titles = (against and leads) or not (items or added or neutral)
        if against or titles:
            self._topic = None
        tabled = any(begin < span[1] and span[0] < end for begin, end in self._tables)
        return _Line(
            items=[] if against or titles else items,
            roles=roles,
            kind=kind_of(words),
            against=against,
            retracts=bool(words) and words[0] is tokens[0] and words[0].role is Role.RETRACTION,
            titles=titles,
            clear=bool(words or wordless) and _is_clear(tokens, words, tabled=tabled),
            tabled=tabled,
            words=len(words),
            numbered=_NUMBERED.match(source) is not None,
            apart=not self._source[: max(0, span[0] - 1)].rstrip(" \t").rpartition("\n")[2],
        )

    def _adds(self, pieces: Sequence[Piece], items: list[Item], start: int) -> bool:
        """Whether a line is part of what stands above it; add its numbers to that.

        It names the quantity alone of which the lines below it speak, or says more of that, or goes on with a drawing.
        """
        self._above = [Row(start, items), *self._above[:_ABOVE]]
        if self._drawn:
            spans = [(item.start, item.end) for item in items]
            loose = (
                figure
                for figure in figures_of(pieces, self._lexicon)
                if not any(begin <= figure.start < end for begin, end in spans)
            )
            put_under(loose, start, self._above[1:], self._source)
        if items:
            self._topic = None
            return False
        named = [piece for piece in pieces if piece.kind not in ("sep", "word", "bad")]
        if [piece.kind for piece in named] == ["quantity"] and named[0].node is not None:
            self._topic = Item((named[0].node,), (), named[0].start, named[0].end), items
            return True
        figures = tuple(figures_of(pieces, self._lexicon))
        if self._topic is None or not figures:
            return False
        item, told = self._topic
        item = item._replace(figures=(*item.figures, *figures), end=pieces[-1].end)
        told[:] = [item]
        self._topic = item, told
        return True


def _is_clear(tokens: Sequence[Token], words: Sequence[Token], *, tabled: bool) -> bool:
    """Whether a title says at most of what kind the quantities beside it are, in some words or in a sentence."""
    clear = all(token.kind == "sep" or token.text == "<-" or adds_nothing(token) for token in tokens)
    if tabled:
        return clear and [kind_of([word]) for word in words].count(SLOPES) <= 1
    return clear or (len(words) >= _SENTENCE and bool(kind_of(words)))


_NOTHING = _Line([], frozenset(), "", False, False, True, True, False, 0, False, True)


def _denies(title: _Line) -> bool:
    """Whether a title may say that what stands under it is not the learner's answer, or of something else."""
    if not title.roles.isdisjoint(_DENIES):
        return True
    if title.clear:
        return False
    gradients = title.tabled and title.kind in (SLOPES, MIXED)  # of some other sort
    against = title.numbered or not title.roles.isdisjoint(AGAINST_IT - {Role.EXAMPLE})
    return gradients or (against and title.words < _SENTENCE)


def _takes_back(ending: _Line, *, leads: bool) -> bool:
    """Whether a line below may take back what stands above it, or say what it is; it may lead to what is below it."""
    if not ending.roles.isdisjoint(_TAKES_BACK):
        return True
    remarks = 0 < ending.words < _SENTENCE or not ending.roles.isdisjoint(AGAINST_IT)
    return remarks and not (ending.clear or ending.apart or leads)


def _statements(line: _Line, kind: str, *, tentative: bool) -> Iterator[Statement]:
    for item in line.items:
        figures = tuple(Member(one.node, one.start, one.end, _relation(one)) for one in item.figures)
        start, end = item.start, item.end
        for name in item.names:
            members = Member(name, start, figures[0].start), *figures
            yield Statement(members, start, end, context=line.kind or kind, tentative=tentative)


def _relation(figure: Figure) -> str:
    """Return the sign that a number may be said to stand behind: "=" for a result, "(" alone in brackets."""
    return "=" if figure.led else "(" if figure.alone else ""


def read_pages(pages: Pages, undenied: Callable[[Page], Page]) -> tuple[Page, ...]:
    """Return the pages of an answer without what is denied, all looked at once; none where it is too long."""
    try:
        read = [page for page in pages.read() if page]
    except TooLongError:
        return ()
    begins = [page[0].start for page in read]
    kept = undenied(tuple(chain.from_iterable(read)))
    return tuple(tuple(found) for _, found in groupby(kept, lambda one: bisect_right(begins, one.start)))
