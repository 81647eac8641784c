"""The ledger: what the items of an answer are together, by what they can only be.

Three items in a row whose numbers all are the gradients at the quantities before them are a list of gradients, whatever
words, signs and columns stand around them. So are values, and values after the step, and rows of several of these.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.exercise import Exercise, Key
from gradbook.written.expression import New
from gradbook.written.judging.claims.claim import Claim
from gradbook.written.judging.steps.forms import is_rounded, number_of
from gradbook.written.judging.steps.steps import Steps
from gradbook.written.judging.steps.tolerances import CARRIED
from gradbook.written.parsing.equations.statements import Member, Statement
from gradbook.written.parsing.ledger.kinds import AFTER, MIXED, SLOPES, VALUES
from gradbook.written.parsing.ledger.pages import Page
from gradbook.written.parsing.ledger.pieces import Quantity

_ORDERS = (
    (VALUES,), (SLOPES,), (AFTER,), (VALUES, SLOPES), (VALUES, AFTER), (SLOPES, AFTER), (VALUES, SLOPES, AFTER),
)  # fmt: skip
_KINDS = {"value": VALUES, "total": SLOPES, "new": AFTER}
_ENOUGH = 3  # numbers in a row that all fit
_TELLING = 2  # of them, those that can be nothing else
_SEVERAL = 2  # quantities of which they are
_PLENTY = 5  # numbers in a row that all fit, so that no title needs to say what they are


class _Fit(NamedTuple):
    """What a number of an item is.

    Attributes:
        kind: "slopes", say.
        name: the quantity's.
        member: the number.
        telling: whether it can be nothing else of that quantity.
        item: where it stands.
        sure: whether it counts by itself, and needs nothing else in the answer that is right.
    """

    kind: str
    name: str
    member: Member
    telling: bool
    item: Statement
    sure: bool = False


_Item = tuple[Statement, ...]  # one for each quantity that it may be of


class Ledger:
    """The items of one answer.

    Args:
        exercise: what is asked.
        pages: gives the items, page by page; those of one place are of one or another quantity.
        steps: judges members.
    """

    def __init__(self, exercise: Exercise, pages: Callable[[], Iterable[Page]], steps: Steps) -> None:
        self._exercise, self._read, self._steps = exercise, pages, steps
        self._output = exercise.graph.output

    @cached_property
    def _pages(self) -> list[list[_Item]]:
        """The pages; they are read where a list may tell of what is asked."""
        return [[tuple(items) for _, items in groupby(page, attrgetter("start", "end"))] for page in self._read()]

    def claim(self, key: Key, *, corroborated: bool) -> Claim | None:
        """Return the last number that a list of several says of a quantity.

        Args:
            key: the quantity.
            corroborated: whether enough else in the answer is right, so that a list counts under a title that is not
                understood.
        """
        kind, name = _KINDS.get(key.kind), key.by or key.of
        if kind is None or (key.kind == "total" and key.of != self._output):
            return None
        fits = [fit for fit in self._booked if (fit.kind, fit.name) == (kind, name)]
        for fit in reversed(fits):
            later = self._told_otherwise.get(fit.item.members[0].node, -1) > fit.item.start
            if later or not (corroborated or fit.sure):
                continue
            head = replace(fit.item.members[0], node=self._quantity(fit))
            said = replace(fit.item, members=(head, fit.member))
            claim = Claim(said, said.members[1:], self._steps.chain(key, said.members[1:]), head.node)
            if claim.fits:
                return claim
        return None

    @cached_property
    def _told_otherwise(self) -> dict[object, int]:
        """Where the last item of each quantity begins that is part of no list: "w: 3, x: 1.8, b: 1.5, x: 2"."""
        listed = {fit.item.start for fit in self._booked}
        items = (item for page in self._pages for alternatives in page for item in alternatives)
        return {item.members[0].node: item.start for item in items if item.start not in listed}

    def _quantity(self, fit: _Fit) -> Quantity:
        """Return what a number is of: dL/dw, where the item names w."""
        if fit.kind == SLOPES:
            return Derivative(self._output, fit.name)
        return New(fit.name) if fit.kind == AFTER else Symbol(fit.name)

    def explains(self, statement: Statement, key: Key) -> bool:
        """Whether what a statement says is part of an item of a list, on the same quantity."""
        last, name = statement.members[-1], key.by or key.of
        items = (fit.item for fit in self._booked if fit.name == name)
        return any(item.start <= last.start and last.end <= item.end for item in items)

    @cached_property
    def _booked(self) -> list[_Fit]:
        """What the numbers are of all lists that say enough together."""
        return [fit for page in self._pages for order in _ORDERS for fit in self._listed(page, order)]

    def _listed(self, page: Sequence[_Item], order: tuple[str, ...]) -> Iterator[_Fit]:
        """Yield what stands in lists of one kind, or of rows of several kinds in one order."""
        row: list[_Fit] = []
        foreign = False  # whether a number beside the list is none that its quantity has: it may be of another point
        for items in page:
            if any(map(self._is_local, items)):
                continue
            found = next(filter(None, (self._fits(item, order) for item in items)), ())
            if not found:
                stranger = not any(map(self._is_known, items))
                yield from _counted(row, foreign=foreign or stranger)
                row, foreign = [], stranger
            row += found
        yield from _counted(row, foreign=foreign)

    def _is_known(self, item: Statement) -> bool:
        """Whether a number of an item is any that its quantity has."""
        return any(self._is_of(item, figure, kind) for figure in item.members[1:] for kind in _KINDS.values())

    def _is_local(self, item: Statement) -> bool:
        """Whether an item says what a local derivative is, which may stand between others."""
        match item.members[0].node:
            case Derivative(of, by) if of != self._output:
                truth = self._exercise.here.total.get((of, by), self._exercise.here.local.get((of, by)))
                return _is(self._number(item.members[-1]), truth)
        return False

    def _fits(self, item: Statement, order: tuple[str, ...]) -> tuple[_Fit, ...]:
        """Return what the numbers of an item are in an order of kinds, the last of them its result; else nothing."""
        figures = item.members[1:]
        if len(figures) == 1:
            order = order[:1]  # "E data=1.0" among rows of values and gradients
        is_named = isinstance(item.members[0].node, Symbol)
        if is_named and item.context not in ("", MIXED, *order):
            return ()
        last = len(figures) - 1
        led = next((n for n in range(last, -1, -1) if figures[n].relation), last)
        for end in (led,) if len(order) == 1 else dict.fromkeys((last, led)):  # "0.5 (they said 0.7)" comes to 0.5
            found: list[_Fit] = []
            place = end
            for kind in reversed(order):
                wanted = range(place, -1, -1) if found else (place,)
                at = next((n for n in wanted if self._is_of(item, figures[n], kind)), None)
                if at is None:
                    break
                found.append(self._fit(item, figures[at], kind))
                place = at - 1
            if len(found) == len(order) and all(self._may_stand(one, found) for one in figures):
                return tuple(found)
        return ()

    def _may_stand(self, figure: Member, found: Sequence[_Fit]) -> bool:
        """Whether a number in an item is what counts, the calculation of that, or a number that the graph has."""
        number = self._number(figure)
        if number is None or any(_is(number, known) for known in self._numbers):
            return True
        results = (self._number(fit.member) for fit in found)
        return any(result is not None and abs(number - result) <= CARRIED * abs(result) for result in results)

    @cached_property
    def _numbers(self) -> list[float]:
        """All numbers of the graph, with what each path brings."""
        here = self._exercise.here
        slopes = {of: total for (top, of), total in here.total.items() if top == self._output}
        paths = [slopes.get(of, 0.0) * local for (of, _), local in here.local.items()]
        return [*here.value.values(), *here.new.values(), *here.total.values(), *here.local.values(), *paths, 0.0, 1.0]

    def _fit(self, item: Statement, figure: Member, kind: str) -> _Fit:
        head, number = item.members[0].node, self._number(figure)
        assert isinstance(head, Quantity)
        others = [self._truth(head, other) for other in _KINDS.values() if other != kind]
        if isinstance(head, Symbol):
            local = self._exercise.here.local.items()
            others += [slope for (of, by), slope in local if by == head.name and (kind, of) != (SLOPES, self._output)]
        telling = not any(_is(number, truth) for truth in others)
        return _Fit(kind, head.by if isinstance(head, Derivative) else head.name, figure, telling, item)

    def _is_of(self, item: Statement, figure: Member, kind: str) -> bool:
        return _is(self._number(figure), self._truth(item.members[0].node, kind))

    def _number(self, member: Member) -> float | None:
        return number_of(member.node, self._exercise)

    def _truth(self, head: object, kind: str) -> float | None:
        """Return what a quantity is of a kind; None where it is nothing."""
        here = self._exercise.here
        match head:
            case Derivative(of, by) if kind == SLOPES and of == self._output:
                return here.total.get((of, by))
            case New(name) if kind == AFTER:
                return here.new.get(name)
            case Symbol(name) if kind == SLOPES:
                return 1.0 if name == self._output else here.total.get((self._output, name))
            case Symbol(name):
                return (here.value if kind == VALUES else here.new).get(name)
        return None


def _counted(row: Sequence[_Fit], *, foreign: bool) -> list[_Fit]:
    """Return what counts of numbers in a row that all fit: so many that none is there by chance."""
    counted = [fit for fit in row if not (foreign and isinstance(fit.item.members[0].node, Symbol))]
    said = {(fit.kind, fit.name): fit.telling for fit in counted}
    if len(said) < _ENOUGH or sum(said.values()) < _TELLING or len({name for _, name in said}) < _SEVERAL:
        return []
    named = [fit for fit in counted if fit.item.tentative and isinstance(fit.item.members[0].node, Symbol)]
    plenty = len({(fit.kind, fit.name) for fit in named}) >= _PLENTY
    return [fit._replace(sure=plenty or not fit.item.tentative) for fit in counted]


def _is(number: float | None, truth: float | None) -> bool:
    return number is not None and truth is not None and is_rounded(truth, number)
