"""Lines: what each line of an answer says of its quantities, and how it may bear on those above and below it."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from gradbook.core.text.patterns import regex
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.blocks.kinds import Block, Kind
from gradbook.written.lexing.tokens import Token, TooLongError
from gradbook.written.lexing.words.dictionary import AGAINST_IT, Role
from gradbook.written.lexing.words.people import is_given_name
from gradbook.written.parsing.cues.settings.localities import locality_of
from gradbook.written.parsing.ledger.drawings import Row, laid_out, named_alone, put_under
from gradbook.written.parsing.ledger.items import STROKE, Item, figures_of, items_of
from gradbook.written.parsing.ledger.kinds import SLOPES, adds_nothing, kind_of
from gradbook.written.parsing.ledger.pieces import Piece, pieces_of

SENTENCE = 5  # words of one
SUPPOSES = (Role.CONDITION, Role.SUPPOSITION)
_MOST = 3_000  # letters of a line
_ABOVE = 2  # lines over a number of a drawing
_BOX = frozenset("─│┌┐└┘├┤┬┴┼")
_NUMBERED = regex(r".*\d\W*$")
_AGAINST = frozenset({"!=", "struck"})
DENIES = frozenset({Role.DENIAL, Role.NEGATION, Role.RETRACTION, Role.OTHERS, Role.OTHER, Role.AGAINST})
OF_A_PART = frozenset({Role.LOCAL, Role.UPSTREAM, Role.OLD, Role.BEFORE, Role.HEDGE})  # of a gradient, or unsure
_SAYS = frozenset({"quantity", "diff", "num"})


class Line(NamedTuple):
    """A line.

    Attributes:
        items: what it says of its quantities, where it is no title.
        roles: what its words do.
        kind: of what kind of quantity they speak.
        against: whether anything in it may speak against its numbers.
        denies: whether anything in it does, or says whose they are.
        retracts: whether it begins by taking back what stands above it.
        titles: whether it is a title of what follows, or a remark on what stands before, and says nothing itself.
        clear: of such a line, whether it says at most of what kind the quantities beside it are.
        elsewhere: whether it says that gradients below it are of another quantity than the output.
        tabled: whether it stands in a table.
        words: how many it has.
        numbered: whether it ends with a number.
        apart: whether a blank line stands before it.
        pieces: what it is made of.
    """

    items: list[Item]
    roles: frozenset[Role | None]
    kind: str
    against: bool
    denies: bool
    retracts: bool
    titles: bool
    clear: bool
    elsewhere: bool
    tabled: bool
    words: int
    numbered: bool
    apart: bool
    pieces: Sequence[Piece] = ()


NOTHING = Line(
    items=[],
    roles=frozenset(),
    kind="",
    against=False,
    denies=False,
    retracts=False,
    titles=True,
    clear=True,
    elsewhere=False,
    tabled=False,
    words=0,
    numbered=False,
    apart=True,
)


class Lines:
    """The lines of one answer.

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
        self._tables = [(block.start, block.end) for block in blocks if block.kind is Kind.TABLE]
        self._topic: tuple[Item, list[Item]] | None = None
        self._drawn = False
        self._above: list[Row] = []

    def read(self) -> list[Line]:
        """Return all lines with something in them.

        Raises:
            TooLongError: there is too much to read.
        """
        return [self._line((start, end), apart=apart) for start, end, apart in self._spans()]

    def _spans(self) -> Iterator[tuple[int, int, bool]]:
        """Yield where lines begin and end, and whether a blank line stands before one."""
        at, apart = 0, True
        for line in self._source.split("\n"):
            if len(line) > _MOST:
                raise TooLongError
            if line.strip():
                yield at, at + len(line), apart
            apart = not line.strip()
            at += len(line) + 1

    def _line(self, span: tuple[int, int], *, apart: bool) -> Line:
        source = self._source[slice(*span)]
        tokens = laid_out(self._lexed(*span), self._source)
        words = [token for token in tokens if token.kind == "word"]
        first = words[0].role if words and words[0] is tokens[0] else None  # what it begins with
        roles = frozenset(token.role for token in words)
        pieces = pieces_of(tokens, self._lexicon)
        items = list(items_of(pieces, self._lexicon))
        signs = any(token.text in _AGAINST or token.kind == "cmp" for token in tokens)
        named = any(is_given_name(self._source[word.start : word.end]) for word in words)
        marked = signs or named or "?" in source
        against = marked or not roles.isdisjoint(AGAINST_IT)
        stroked = any(token.kind == "sep" and token.text == STROKE for token in tokens)
        self._drawn = self._drawn or stroked or not _BOX.isdisjoint(source)
        added = not against and self._adds(pieces, items, span[0])
        leads = bool(words) and words[0] is tokens[0] and (source.endswith(":") or first in SUPPOSES)
        kinds = {piece.kind for piece in pieces}
        wordless = source.startswith("```") or (kinds.isdisjoint(_SAYS) and not any(map(str.isalpha, source)))
        neutral = wordless or (not words and (self._drawn or "rel" in kinds))
        titles = (against and leads) or not (items or added or neutral)
        if against or titles:
            self._topic = None
        tabled = any(begin < span[1] and span[0] < end for begin, end in self._tables)
        return Line(
            items=[] if titles else items,
            roles=roles,
            kind=kind_of(words),
            against=against,
            denies=marked or not roles.isdisjoint(DENIES),
            retracts=first is Role.RETRACTION,
            titles=titles,
            clear=bool(words or wordless) and _is_clear(tokens, words, tabled=tabled),
            elsewhere=not items and self._is_of_another(tokens),
            tabled=tabled,
            words=len(words),
            numbered=_NUMBERED.match(source) is not None,
            apart=apart,
            pieces=pieces,
        )

    def _is_of_another(self, tokens: Sequence[Token]) -> bool:
        """Whether a title says of what gradients are, and that is not the output: "Gradients of q", "Upstream"."""
        locality = locality_of(tokens, self._lexicon)
        return locality is not None and locality.firm

    def _adds(self, pieces: Sequence[Piece], items: list[Item], start: int) -> bool:
        """Whether a line is part of what stands above it; add its numbers to that.

        It names the quantity alone of which the lines below it speak, or says more of that, or goes on with a drawing.
        """
        self._above = [Row(start, items), *self._above[:_ABOVE]]
        figures = tuple(figures_of(pieces, self._lexicon)) if self._drawn or not items else ()
        if self._drawn:
            loose = (one for one in figures if not any(item.start <= one.start < item.end for item in items))
            put_under(loose, start, self._above[1:], self._source)
            items += [*named_alone(pieces, items, self._source)]
        if any(item.figures for item in items):
            self._topic = None
            return False
        named = [piece for piece in pieces if piece.kind not in ("sep", "word", "bad")]
        if [piece.kind for piece in named] == ["quantity"] and named[0].node is not None:
            self._topic = Item((named[0].node,), (), named[0].start, named[0].end), items
            return True
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
    return clear or (len(words) >= SENTENCE and bool(kind_of(words)))
