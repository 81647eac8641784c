"""The ledger: all items of an answer, page by page, whatever its layout, with the titles that they stand under.

A page goes on up to a line that says anything against what stands in it. What the numbers are of their quantities, and
whether they say enough together to count, is for the judge. What stands scattered between lines that may say anything
is told line by line.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import chain, groupby

from gradbook.core.text.lines import before_in_line
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.blocks.kinds import UNSEEN, Block
from gradbook.written.lexing.tokens import Token, TooLongError
from gradbook.written.parsing.equations.statements import Member, Statement
from gradbook.written.parsing.ledger.groups import Group, denies, groups_of, is_of_another_sort, takes_back
from gradbook.written.parsing.ledger.lines import DENIES, NOTHING, OF_A_PART, SUPPOSES, Line, Lines
from gradbook.written.parsing.ledger.narration import Page, members_of, narrated

_OPERATES, _BULLETS = frozenset("+-−/×·^∂Δδ"), frozenset("-+−")
_MARKUP, _STROKES = " \t*_`$", frozenset("-─>")


class Book:
    """The ledger of one answer.

    A number that is a result stands behind "=". The context of an item is what the title above says, and the words of
    the line; under or over a title that is not understood it is tentative. Nothing is told of an answer that is too
    long, or of which not all is to be seen.

    Args:
        source: the answer.
        blocks: what it is made of.
        lexed: gives the tokens of what stands between two places.
        lexicon: the exercise's.
        undenied: keeps the items that nothing around them speaks against.
    """

    def __init__(
        self,
        source: str,
        blocks: Sequence[Block],
        lexed: Callable[[int, int], list[Token]],
        lexicon: Lexicon,
        undenied: Callable[[Page], Page],
    ) -> None:
        self._source, self._blocks, self._lexicon, self._undenied = source, blocks, lexicon, undenied
        self._lines = Lines(source, blocks, lexed, lexicon)

    @cached_property
    def _read(self) -> list[Line]:
        if any(block.kind in UNSEEN for block in self._blocks):
            return []
        try:
            return self._lines.read()
        except TooLongError:
            return []

    @cached_property
    def _groups(self) -> tuple[Group, ...]:
        return tuple(groups_of(self._read))

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """The items of each page as statements: a quantity, and the numbers that may be what it is."""
        return self._kept([page for page in _pages(self._groups, self._source) if page])

    def _kept(self, read: Sequence[Page]) -> tuple[Page, ...]:
        """Return pages without what anything around them speaks against."""
        begins = [page[0].start for page in read]
        kept = self._undenied(tuple(chain.from_iterable(read)))  # all at once: it goes over the whole answer
        return tuple(tuple(found) for _, found in groupby(kept, lambda one: bisect_right(begins, one.start)))

    @cached_property
    def scattered(self) -> tuple[Page, ...]:
        """The items of each line that no word denies, those of titles and lines that are not understood too."""
        return self._kept([*_scattered(self._groups, self._source)])

    @cached_property
    def narrated(self) -> tuple[Page, ...]:
        """What the sentences tell, each of the quantities that it may be of."""
        below = self._groups[-1].below if self._groups else self._read  # prose to the end, or all over
        groups = [*self._groups, Group(below, [], [NOTHING], leads=False)]
        return self._kept([*narrated(groups, self._lexicon, self._source)])


def _pages(groups: Sequence[Group], source: str) -> Iterator[Page]:
    page: list[Statement] = []
    for group in groups:
        if any(map(denies, group.above)) or takes_back(group):
            yield tuple(page)
            page = []
            continue
        for line in _of_output(group):
            if line.against:
                yield () if line.retracts else tuple(page)
                page = []
                continue
            page += _statements(line, group, source)
    yield tuple(page)


def _of_output(group: Group) -> Iterator[Line]:
    """Yield lines but for those right below one, or a title, that says that gradients are of something else."""
    passing = group.above[-1].elsewhere
    for number, line in enumerate(group.lines):
        passing = passing and not (line.words or (line.apart and number))
        if line.elsewhere and not line.items:
            passing = True
        elif not passing:
            yield line


def _scattered(groups: Sequence[Group], source: str) -> Iterator[Page]:
    """Yield the items of each line that no title, line or remark denies, and no later line takes back."""
    found: list[Page] = []
    for group in groups:
        if any(line.retracts and (line.items or line.numbered) for line in (*group.above, *group.lines)):
            found.clear()
        others = any(not one.roles.isdisjoint({*DENIES, *SUPPOSES}) or is_of_another_sort(one) for one in group.above)
        if not (others or group.remarked or not group.ending.roles.isdisjoint(DENIES)):
            lines = _of_output(group)
            plain = (line for line in lines if not line.denies and line.roles.isdisjoint(OF_A_PART))
            found += (tuple(_statements(line, group, source)) for line in plain)
    yield from filter(None, found)


def _stands_free(source: str, start: int) -> bool:
    """Whether nothing is done with the quantity that begins at a place: "10w", "2 df/dw", "q - x", "Δw"."""
    before = before_in_line(source, start)
    if before[-1:].isalnum() or (before.strip().isdecimal() and before[-2:].strip().isdecimal()):  # no row's number
        return False
    lead = before.rstrip(_MARKUP)  # "* **w**: 3"
    return lead[-1:] not in _OPERATES or lead.strip() in _BULLETS or lead[-2:-1] in _STROKES


def _statements(line: Line, group: Group, source: str) -> Iterator[Statement]:
    for item in (one for one in line.items if one.figures and _stands_free(source, one.start)):
        figures = members_of(item.figures)
        start, end = item.start, item.end
        for name in item.names:
            members = Member(name, start, figures[0].start), *figures
            yield Statement(members, start, end, context=line.kind or group.kind, tentative=not group.clear)
