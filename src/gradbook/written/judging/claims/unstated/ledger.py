"""The ledger: what the items of an answer are together, by what they can only be.

Three items in a row whose numbers all are the gradients at the quantities before them are a list of gradients, whatever
words, signs and columns stand around them. So are values, and values after the step, and rows of several of these.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import groupby
from operator import attrgetter

from gradbook.written.exercise import Key
from gradbook.written.judging.claims.claim import Claim
from gradbook.written.judging.claims.unstated.fitting import ORDERS, Fit, Fitting, explains
from gradbook.written.parsing.equations.statements import Statement
from gradbook.written.parsing.ledger.narration import Page

Item = tuple[Statement, ...]  # one for each quantity that it may be of
_ENOUGH = 3  # numbers in a row that all fit
_TELLING = 2  # of them, those that can be nothing else
_SEVERAL = 2  # quantities of which they are
_PLENTY = 5  # numbers in a row that all fit, so that no title needs to say what they are


class Ledger:
    """The items of one answer.

    Args:
        pages: gives the items, page by page; those of one place are of one or another quantity.
        fitting: holds them against the exercise.
    """

    def __init__(self, pages: Callable[[], Iterable[Page]], fitting: Fitting) -> None:
        self._read, self._fitting = pages, fitting

    @cached_property
    def _pages(self) -> list[list[Item]]:
        """The pages; they are read where a list may tell of what is asked."""
        return [items_of(page) for page in self._read()]

    def claim(self, key: Key, *, corroborated: bool) -> Claim | None:
        """Return the last number that a list of several says of a quantity.

        Args:
            key: the quantity.
            corroborated: whether enough else in the answer is right, so that a list counts under a title that is not
                understood.
        """
        asked = self._fitting.asks(key)
        if asked is None:
            return None
        for fit in reversed([fit for fit in self._booked if (fit.kind, fit.name) == asked]):
            later = self._told_otherwise.get(fit.item.members[0].node, -1) > fit.item.start
            if later or not (corroborated or fit.sure):
                continue
            claim = self._fitting.claim(key, fit)
            if claim.fits:
                return claim
        return None

    @cached_property
    def _told_otherwise(self) -> dict[object, int]:
        """Where the last item of each quantity begins that is part of no list: "w: 3, x: 1.8, b: 1.5, x: 2"."""
        listed = {fit.item.start for fit in self._booked}
        items = (item for page in self._pages for alternatives in page for item in alternatives)
        return {item.members[0].node: item.start for item in items if item.start not in listed}

    def explains(self, statement: Statement, key: Key) -> bool:
        """Whether what a statement says is part of an item of a list, on the same quantity."""
        return explains(self._booked, statement, key)

    @cached_property
    def _booked(self) -> list[Fit]:
        """What the numbers are of all lists that say enough together."""
        return [fit for page in self._pages for order in ORDERS for fit in self._listed(page, order)]

    def _listed(self, page: Sequence[Item], order: tuple[str, ...]) -> Iterator[Fit]:
        """Yield what stands in lists of one kind, or of rows of several kinds in one order."""
        row: list[Fit] = []
        foreign = False  # whether a number beside the list is none that its quantity has: it may be of another point
        for items in page:
            if any(map(self._fitting.is_local, items)):
                continue
            found = next(filter(None, (self._fitting.fits(item, order) for item in items)), ())
            if not found:
                stranger = not any(map(self._fitting.is_known, items))
                yield from _counted(row, foreign=foreign or stranger)
                row, foreign = [], stranger
            row += found
        yield from _counted(row, foreign=foreign)


def items_of(page: Page) -> list[Item]:
    """Return the items of a page, those together that are of one or another quantity."""
    return [tuple(items) for _, items in groupby(page, attrgetter("start", "end"))]


def _counted(row: Sequence[Fit], *, foreign: bool) -> list[Fit]:
    """Return what counts of numbers in a row that all fit: so many that none is there by chance."""
    counted = [fit for fit in row if fit.named or not foreign]
    said = {(fit.kind, fit.name): fit.telling for fit in counted}
    if len(said) < _ENOUGH or sum(said.values()) < _TELLING or len({name for _, name in said}) < _SEVERAL:
        return []
    named = {(fit.kind, fit.name) for fit in counted if fit.item.tentative and not fit.named}
    return [fit._replace(sure=len(named) >= _PLENTY or not fit.item.tentative) for fit in counted]
