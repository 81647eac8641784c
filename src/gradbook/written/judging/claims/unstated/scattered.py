"""Scattered: single numbers beside names, in an answer of which nearly every number is right.

Where a learner says of eight quantities what they are, and nowhere anything else, a ninth number is what it fits,
though it stands in no list, under a title or among words that nobody knows. Who errs writes numbers that fit nothing.
"""

from collections.abc import Callable, Collection
from functools import cached_property

from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.exercise import Key
from gradbook.written.expression import New
from gradbook.written.judging.claims.claim import Claim
from gradbook.written.judging.claims.unstated.fitting import ORDERS, Fit, Fitting, explains
from gradbook.written.judging.claims.unstated.ledger import items_of
from gradbook.written.parsing.equations.statements import Statement
from gradbook.written.parsing.ledger.kinds import VALUES
from gradbook.written.parsing.ledger.pages import Page

_RIGHT = 3  # right answers that bear a number out, if there are
_SUPPORT = 5  # quantities with them of which a right number is said, or
_PLENTY = 7  # of these without right answers
_STRANGERS = 1 / 5  # numbers that fit nothing, for one that does: names are found beside numbers that are not theirs


class Scattered:
    """The items of one answer, wherever they stand.

    Args:
        page: gives the items.
        fitting: holds them against the exercise.
    """

    def __init__(self, page: Callable[[], Page], fitting: Fitting) -> None:
        self._read, self._fitting = page, fitting

    def bear_out(self, right: Collection[Key], slight: Collection[Key]) -> bool:
        """Whether an answer says so many right numbers, and so few others, that one alone counts.

        Args:
            right: what is found to be right without them.
            slight: of what a right number is stated, with no more than a slight doubt.
        """
        asked = {asked for key in (*right, *slight) if (asked := self._fitting.asks(key))}
        said = asked | {(fit.kind, fit.name) for fit in self._fits if fit.telling}
        enough = len(said) >= (_SUPPORT if len(right) >= _RIGHT else _PLENTY)
        return enough and len(self._strangers) <= _STRANGERS * len(self._fits)

    def claim(self, key: Key) -> Claim | None:
        """Return the last number that is said of a quantity, and can be nothing else."""
        asked = self._fitting.asks(key)
        if asked is None or any(_names(item, *asked) for item in self._strangers):
            return None
        fits = [fit for fit in self._fits if (fit.kind, fit.name) == asked and _tells(fit)]
        claims = (self._fitting.claim(key, fit) for fit in reversed(fits))
        return next((claim for claim in claims if claim.fits), None)

    def explains(self, statement: Statement, key: Key) -> bool:
        """Whether what a statement says is part of an item that fits, on the same quantity."""
        return explains(self._fits, statement, key)

    @cached_property
    def _fits(self) -> list[Fit]:
        return [fit for found, _ in self._read_through for fit in found]

    @cached_property
    def _strangers(self) -> list[Statement]:
        """Items with numbers that their quantities do not have."""
        return [item for found, item in self._read_through if not found]

    @cached_property
    def _read_through(self) -> list[tuple[list[Fit], Statement]]:
        """The items with what their numbers are, but those whose numbers are their quantity's and no result."""
        found = []
        for items in items_of(self._read()):
            rows = (self._fitting.fits(item, order) for order in ORDERS for item in items)
            fits = {
                (fit.kind, fit.name): fit._replace(sure=len(row) > 1)  # a value and a gradient: what else?
                for row in rows
                for fit in row
            }
            if fits or not any(self._fitting.is_known(item) or self._fitting.is_local(item) for item in items):
                found.append(([*fits.values()], items[0]))
        return found


def _tells(fit: Fit) -> bool:
    """Whether a number is of the kind that it fits: it is said, or it can be no other, and the title is understood."""
    told = fit.named or (fit.item.context == fit.kind and not fit.item.tentative)
    return told or (fit.telling and (fit.sure or fit.kind == VALUES or not fit.item.tentative))


def _names(item: Statement, kind: str, name: str) -> bool:
    """Whether an item is of a quantity, of whatever kind where it does not say that."""
    match item.members[0].node:
        case Derivative(_, by):
            return name == by
        case New(of) | Symbol(of):
            return name == of
    return False
