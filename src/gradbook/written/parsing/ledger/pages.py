"""The ledger: all items of an answer, page by page, whatever its layout, with the titles that they stand under.

A page goes on up to a line that says anything against what stands in it. What the numbers are of their quantities, and
whether they say enough together to count, is for the judge.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, groupby
from operator import attrgetter

from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.blocks.kinds import UNSEEN, Block
from gradbook.written.lexing.tokens import Token, TooLongError
from gradbook.written.lexing.words.dictionary import AGAINST_IT, Role
from gradbook.written.parsing.equations.statements import Member, Statement
from gradbook.written.parsing.ledger.kinds import MIXED, SLOPES
from gradbook.written.parsing.ledger.lines import NOTHING, SENTENCE, SUPPOSES, Line, Lines

Page = tuple[Statement, ...]
_FEW = 3  # lines of titles over one list
_DENIES = frozenset({
    Role.DENIAL, Role.HEDGE, Role.OTHERS, Role.OTHER, Role.ERROR, Role.NEGATION, Role.MINUS, *SUPPOSES,
})  # fmt: skip
_TAKES_BACK = (_DENIES | {Role.RETRACTION, Role.AGAINST}) - {*SUPPOSES}


def pages(
    source: str,
    blocks: Sequence[Block],
    lexed: Callable[[int, int], list[Token]],
    lexicon: Lexicon,
    undenied: Callable[[Page], Page],
) -> tuple[Page, ...]:
    """Return the items of each page as statements: a quantity, and the numbers that may be what it is.

    A number that is a result stands behind "=". The context is what the title above says, and the words of the line;
    under or over a title that is not understood an item is tentative. Nothing is told of an answer that is too long, or
    of which not all is to be seen.

    Args:
        source: the answer.
        blocks: what it is made of.
        lexed: gives the tokens of what stands between two places.
        lexicon: the exercise's.
        undenied: keeps the items that nothing around them speaks against.
    """
    if any(block.kind in UNSEEN for block in blocks):
        return ()
    try:
        read = [page for page in _pages(Lines(source, blocks, lexed, lexicon).read()) if page]
    except TooLongError:
        return ()
    begins = [page[0].start for page in read]
    kept = undenied(tuple(chain.from_iterable(read)))  # all at once: it goes over the whole answer
    return tuple(tuple(found) for _, found in groupby(kept, lambda one: bisect_right(begins, one.start)))


def _pages(lines: Sequence[Line]) -> Iterator[Page]:
    groups = [list(group) for _, group in groupby([NOTHING, *lines, NOTHING], attrgetter("titles"))]
    bodies = groups[1::2]
    page: list[Statement] = []
    for above, body, below, behind in zip(groups[::2], bodies, groups[2::2], [*bodies[1:], [NOTHING]], strict=False):
        ending = below[0]
        if any(map(_denies, above)) or _takes_back(ending, leads=not behind[0].apart):
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


def _denies(title: Line) -> bool:
    """Whether a title may say that what stands under it is not the learner's answer, or of something else."""
    if not title.roles.isdisjoint(_DENIES):
        return True
    if title.clear:
        return False
    gradients = title.tabled and title.kind in (SLOPES, MIXED)  # of some other sort
    against = title.numbered or not title.roles.isdisjoint(AGAINST_IT - {Role.EXAMPLE})
    return gradients or (against and title.words < SENTENCE)


def _takes_back(ending: Line, *, leads: bool) -> bool:
    """Whether a line below may take back what stands above it, or say what it is; it may lead to what is below it."""
    if not ending.roles.isdisjoint(_TAKES_BACK):
        return True
    remarks = 0 < ending.words < SENTENCE or not ending.roles.isdisjoint(AGAINST_IT)
    return remarks and not (ending.clear or ending.apart or leads)


def _statements(line: Line, kind: str, *, tentative: bool) -> Iterator[Statement]:
    for item in line.items:
        figures = tuple(Member(one.node, one.start, one.end, "=" if one.led else "") for one in item.figures)
        start, end = item.start, item.end
        for name in item.names:
            members = Member(name, start, figures[0].start), *figures
            yield Statement(members, start, end, context=line.kind or kind, tentative=tentative)
