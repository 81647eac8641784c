"""Scattered: single numbers beside names, in an answer of which nearly every number is right.

Where a learner says of eight quantities what they are, and nowhere anything else, a ninth number is what it fits,
though it stands in no list, under a title or among words that nobody knows. Who errs writes numbers that fit nothing.
"""

from collections.abc import Callable, Collection, Iterable
from functools import cached_property

from gradbook.written.exercise import Key
from gradbook.written.judging.claims.claim import Claim
from gradbook.written.judging.claims.unstated.fitting import ORDERS, Fit, Fitting, explains, name_of, tells_enough
from gradbook.written.judging.claims.unstated.ledger import Item, items_of
from gradbook.written.parsing.equations.statements import Statement
from gradbook.written.parsing.ledger.kinds import AFTER, SLOPES, VALUES
from gradbook.written.parsing.ledger.narration import Page

_RISING = {VALUES: 0, SLOPES: 1, AFTER: 2}  # in the order in which they are worked out
_STRANGERS = 1 / 5  # numbers that fit nothing, for one that does: names are found beside numbers that are not theirs


class Scattered:
    """The items of one answer, wherever they stand.

    Args:
        lines: gives the items, line by line.
        fitting: holds them against the exercise.
    """

    def __init__(self, lines: Callable[[], Iterable[Page]], fitting: Fitting) -> None:
        self._read, self._fitting = lines, fitting

    def bear_out(self, right: Collection[Key], slight: Collection[Key]) -> bool:
        """Whether an answer says so many right numbers, and so few others, that one alone counts.

        Args:
            right: what is found to be right without them.
            slight: of what a right number is stated, with no more than a slight doubt.
        """
        asked = {asked for key in (*right, *slight) if (asked := self._fitting.asks(key))}
        said = asked | {(fit.kind, fit.name) for fit in self._fits if fit.telling}
        return tells_enough(said, right) and len(self._strangers) <= _STRANGERS * max(len(said), len(self._fits))

    def claim(self, key: Key) -> Claim | None:
        """Return the last number that is said of a quantity, and can be nothing else."""
        asked = self._fitting.asks(key)
        if asked is None or self.is_strange(key):
            return None
        fits = [fit for at, fit in enumerate(self._fits) if (fit.kind, fit.name) == asked and self._tells(at)]
        claims = (self._fitting.claim(key, fit) for fit in reversed(fits))
        return next((claim for claim in claims if claim.fits), None)

    def is_strange(self, key: Key) -> bool:
        """Whether a number stands beside the quantity that fits nothing."""
        asked = self._fitting.asks(key)
        return asked is not None and any(name_of(item) == asked[1] for item in self._strangers)

    def _tells(self, at: int) -> bool:
        """Whether a number is of the kind that it fits: it is said, or it can be no other where it stands.

        Values stand above gradients, these above new values, and those of one kind beside each other.
        """
        fit, fits = self._fits[at], self._fits
        if fit.named or fit.sure:
            return True
        if not self._is_in_order(fit):
            return False
        beside = {one.kind for one in (*fits[max(0, at - 1) : at], *fits[at + 1 : at + 2]) if not one.sure}
        alike = not beside or fit.kind in beside
        return alike and not fit.item.tentative and (fit.telling or fit.item.context == fit.kind)

    def _is_in_order(self, fit: Fit) -> bool:
        """Whether no other number of the quantity stands where this one should: its gradient above its value."""
        place, at = _RISING[fit.kind], fit.item.start
        for kind, rising in _RISING.items():
            first, last = self._places.get((fit.name, kind), (at, at))
            if (rising < place and last > at) or (rising > place and first < at):
                return False
        return True

    @cached_property
    def _places(self) -> dict[tuple[str, str], tuple[int, int]]:
        """Where the first and the last number of each kind stand beside a quantity's plain name."""
        found: dict[tuple[str, str], tuple[int, int]] = {}
        for fit in self._fits:
            if not (fit.named or fit.sure):
                at, said = fit.item.start, (fit.name, fit.kind)
                first, last = found.get(said, (at, at))
                found[said] = min(first, at), max(last, at)
        return found

    def explains(self, statement: Statement, key: Key) -> bool:
        """Whether what a statement says is part of an item that fits, on the same quantity."""
        return explains((fit for fit in self._fits if fit.sure or self._is_in_order(fit)), statement, key)

    @cached_property
    def _fits(self) -> list[Fit]:
        return [fit for found, _ in self._read_through for fit in found]

    @cached_property
    def _strangers(self) -> list[Statement]:
        """Items with numbers that their quantities do not have."""
        return [item for found, item in self._read_through if not found]

    @cached_property
    def _read_through(self) -> list[tuple[list[Fit], Statement]]:
        """The items with what their numbers are, but those of which that is not clear.

        A line with a number that fits nothing may be of another point, or somebody's, as a whole.
        """
        found: list[tuple[list[Fit], Statement]] = []
        for line in self._read():
            told = [(self._fit(items), items) for items in items_of(line)]
            strange = [items[0] for fits, items in told if not (fits or any(map(self._is_any, items)))]
            found += [([], item) for item in strange] or [(fits, items[0]) for fits, items in told if fits]
        return found

    def _fit(self, items: Item) -> list[Fit]:
        """Return what the numbers of an item are: a value and a gradient in a row, say, or one that it comes to."""
        if len(items) > 1 and not self._fitting.is_output(items[0]):
            return []  # "a only through q: 6"
        for row in sorted((self._fitting.fits(item, order) for order in ORDERS for item in items), key=len)[::-1]:
            if len(row) > 1:
                return [fit._replace(sure=True) for fit in row]  # what else?
            if row and self._fitting.comes_to(row[0]):
                return [*row]
        return []

    def _is_any(self, item: Statement) -> bool:
        return self._fitting.is_known(item) or self._fitting.is_local(item)
