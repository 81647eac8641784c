"""Fitting: what the numbers of the ledger's items can only be, by the exercise's values."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.exercise import Exercise, Key
from gradbook.written.expression import New, is_literal
from gradbook.written.judging.claims.claim import Claim
from gradbook.written.judging.steps.forms import is_rounded, number_of
from gradbook.written.judging.steps.steps import Steps
from gradbook.written.judging.steps.tolerances import CARRIED
from gradbook.written.parsing.equations.statements import Member, Statement
from gradbook.written.parsing.ledger.kinds import AFTER, MIXED, SLOPES, VALUES
from gradbook.written.parsing.ledger.narration import CHAINED
from gradbook.written.parsing.ledger.pieces import Quantity

ORDERS = (
    (VALUES,), (SLOPES,), (AFTER,), (VALUES, SLOPES), (VALUES, AFTER), (SLOPES, AFTER), (VALUES, SLOPES, AFTER),
)  # fmt: skip
_RIGHT = 3  # right answers that bear a number out, if there are
_SUPPORT = 5  # quantities with them of which a right number is told, or
_PLENTY = 7  # of these without right answers
_KINDS = {"value": VALUES, "total": SLOPES, "new": AFTER}


class Fit(NamedTuple):
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

    @property
    def named(self) -> bool:
        """Whether the item says of what kind its quantity is: dL/dw, and not w."""
        return not isinstance(self.item.members[0].node, Symbol)


class Fitting:
    """Holds items against the values of an exercise.

    Args:
        exercise: what is asked.
        steps: judges members.
    """

    def __init__(self, exercise: Exercise, steps: Steps) -> None:
        self._exercise, self._steps = exercise, steps
        self._output = exercise.graph.output

    def asks(self, key: Key) -> tuple[str, str] | None:
        """Return the kind and the name of the number that is asked; None where items say nothing of such a key."""
        kind = _KINDS.get(key.kind)
        return None if kind is None or (kind == SLOPES and key.of != self._output) else (kind, key.by or key.of)

    def claim(self, key: Key, fit: Fit) -> Claim:
        """Return what a number claims of what is asked."""
        head = replace(fit.item.members[0], node=self._quantity(fit))
        said = replace(fit.item, members=(head, fit.member))
        return Claim(said, said.members[1:], self._steps.chain(key, said.members[1:]), head.node)

    def _quantity(self, fit: Fit) -> Quantity:
        """Return what a number is of: dL/dw, where the item names w."""
        if fit.kind == SLOPES:
            return Derivative(self._output, fit.name)
        return New(fit.name) if fit.kind == AFTER else Symbol(fit.name)

    def is_known(self, item: Statement) -> bool:
        """Whether a number of an item is any that its quantity has."""
        return any(self._is_of(item, figure, kind) for figure in item.members[1:] for kind in _KINDS.values())

    def is_output(self, item: Statement) -> bool:
        """Whether an item begins with the output: "J to a: 3"."""
        return item.members[0].node == Symbol(self._output)

    def is_right(self, statement: Statement) -> bool:
        """Whether a statement comes to what its quantity is, or will be after the step."""
        head, *_, last = statement.members
        kinds = (VALUES, AFTER) if isinstance(head.node, Symbol) else _KINDS.values()
        return any(self._is_of(statement, last, kind) for kind in kinds)

    def is_local(self, item: Statement) -> bool:
        """Whether an item says what a local derivative is, which may stand between others."""
        match item.members[0].node:
            case Derivative(of, by) if of != self._output:
                truth = self._exercise.here.total.get((of, by), self._exercise.here.local.get((of, by)))
                return _is(self._number(item.members[-1]), truth)
        return False

    def fits(self, item: Statement, order: tuple[str, ...]) -> tuple[Fit, ...]:
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
            found: list[Fit] = []
            place = end
            for kind in reversed(order):
                wanted = range(place, -1, -1) if found else (place,)
                at = next((n for n in wanted if self._is_of(item, figures[n], kind)), None)
                if at is None:
                    break
                found.append(self._fit(item, figures[at], kind))
                place = at - 1
            # "cos(1) = 0.9998" is no value and slope
            chained = any(fit.member.relation == CHAINED for fit in found[:-1])
            if len(found) == len(order) and not chained and all(self._may_stand(one, found) for one in figures):
                return tuple(found)
        return ()

    def last(self, item: Statement, kind: str) -> Fit | None:
        """Return what the last number of an item is, where it is its quantity's of a kind; sure where it is worked out.

        Numbers before it lead to it, or are any that the graph has.
        """
        figure = item.members[-1]
        if item.context not in ("", kind) and isinstance(item.members[0].node, Symbol):
            return None
        if not self._is_of(item, figure, kind) or not self._leads_to_last(item):
            return None
        return self._fit(item, figure, kind)._replace(sure=not item.tentative or self.is_worked_out(item))

    def is_worked_out(self, item: Statement) -> bool:
        """Whether the last number of an item is a calculation, or the result of one."""
        result = self._number(item.members[-1])
        return any(_comes_to(self._number(one), result) for one in item.members[1:] if not is_literal(one.node))

    def _leads_to_last(self, item: Statement) -> bool:
        """Whether each number before the last leads to it: none is said to be it and is another, or is its opposite."""
        figures = item.members[1:]
        numbers = [self._number(figure) for figure in figures]
        *earlier, result = numbers
        for number, behind, member in zip(earlier, numbers[1:], figures[1:], strict=True):
            if member.relation == CHAINED and not _comes_to(number, behind):
                return False
        known = (*self._numbers, *self._moves)
        return all(
            number is None
            or (
                (not number or not _comes_to(-number, result)) and (_comes_to(number, result) or _is_any(number, known))
            )
            for number in earlier
        )

    def is_explained(self, item: Statement) -> bool:
        """Whether the last number of an item is any that the graph has."""
        return _is_any(self._number(item.members[-1]), self._numbers)

    def comes_to(self, fit: Fit) -> bool:
        """Whether all numbers of an item are the one that it comes to, or calculations of it."""
        result = self._number(fit.member)
        return all(_comes_to(self._number(one), result) for one in fit.item.members[1:])

    def _may_stand(self, figure: Member, found: Sequence[Fit]) -> bool:
        """Whether a number in an item is what counts, the calculation of that, or a number that the graph has."""
        number = self._number(figure)
        if number is None or _is_any(number, self._numbers):
            return True
        return any(_comes_to(number, self._number(fit.member)) for fit in found)

    @cached_property
    def _numbers(self) -> list[float]:
        """All numbers of the graph, with what each path brings."""
        here = self._exercise.here
        slopes = {of: total for (top, of), total in here.total.items() if top == self._output}
        paths = [slopes.get(of, 0.0) * local for (of, _), local in here.local.items()]
        return [*here.value.values(), *here.new.values(), *here.total.values(), *here.local.values(), *paths, 0.0, 1.0]

    @cached_property
    def _moves(self) -> list[float]:
        """The rate, and by how much the step moves each quantity."""
        rate, slopes = self._exercise.lr, self._exercise.here.total.items()
        return [rate, *(rate * slope for (top, _), slope in slopes if top == self._output)]

    def _fit(self, item: Statement, figure: Member, kind: str) -> Fit:
        head, number = item.members[0].node, self._number(figure)
        assert isinstance(head, Quantity)
        others = [self._truth(head, other) for other in _KINDS.values() if other != kind]
        if isinstance(head, Symbol):
            local = self._exercise.here.local.items()
            others += [slope for (of, by), slope in local if by == head.name and (kind, of) != (SLOPES, self._output)]
        telling = not any(_is(number, truth) for truth in others)
        return Fit(kind, head.by if isinstance(head, Derivative) else head.name, figure, telling, item)

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


def name_of(item: Statement) -> str:
    """Return the name of the quantity that an item is of, of whatever kind; "" where it begins with none."""
    match item.members[0].node:
        case Derivative(_, name) | New(name) | Symbol(name):
            return name
    return ""


def tells_enough(said: Collection[tuple[str, str]], right: Collection[Key]) -> bool:
    """Whether an answer tells so many right numbers that one alone counts.

    Args:
        said: the kinds and names of quantities of which a right number is told.
        right: what is found to be right without that.
    """
    return len(said) >= (_SUPPORT if len(right) >= _RIGHT else _PLENTY)


def explains(fits: Iterable[Fit], statement: Statement, key: Key) -> bool:
    """Whether what a statement says is part of an item that fits, on the same quantity."""
    last, name = statement.members[-1], key.by or key.of
    items = (fit.item for fit in fits if fit.name == name)
    return any(item.start <= last.start and last.end <= item.end for item in items)


def _comes_to(number: float | None, result: float | None) -> bool:
    return number is not None and result is not None and abs(number - result) <= CARRIED * abs(result)


def _is_any(number: float | None, known: Iterable[float]) -> bool:
    return any(_is(number, one) for one in known)


def _is(number: float | None, truth: float | None) -> bool:
    return number is not None and truth is not None and is_rounded(truth, number)
