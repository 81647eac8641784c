"""What the numbers of a calculation stand for: quantities of the graph, by which it is tested at other points.

"3 * 2 = 6" is a calculation of df/dw if 3 and 2 are z and x, so that it comes to df/dw where z and x are others; it is
a coincidence if nothing that its numbers may stand for does.
"""

import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import product

from gradbook.graph.expression import Number
from gradbook.written.exercise import Exercise
from gradbook.written.expression import Call, Node, applied, evaluate, has_names, terms_of
from gradbook.written.judging.steps import tolerances
from gradbook.written.judging.steps.forms import is_rounded, with_signs
from gradbook.written.judging.steps.found import Found
from gradbook.written.judging.steps.own_forms import OwnForms
from gradbook.written.judging.steps.rounding import Rounding

_KEPT = 2_000  # numbers whose readings are kept: a class writes few others
Values = tuple[float, ...]  # of one thing, in all points but the first


class Quantities:
    """The quantities of a graph that a number may stand for, each with its value in all points."""

    def __init__(self, exercise: Exercise) -> None:
        """Prepare; the quantities are worked out when they are first looked for."""
        self._exercise = exercise
        self._found: dict[tuple[float, bool, bool], list[Values]] = {}

    def readings(self, number: float, either_sign: bool, thorough: bool = False) -> list[Values]:
        """Return what a number may stand for: itself first.

        Args:
            number: as it is written.
            either_sign: a 2 behind a minus sign may stand for b = -2.
            thorough: products of quantities even where the number is a quantity itself.
        """
        asked = (number, either_sign, thorough)
        if asked not in self._found:
            found = dict.fromkeys([tuple(number for _ in self._exercise.everywhere[1:])])
            decimals = tolerances.written(number)[1]
            for quantities in (self._plain, self._on_the_way):
                for here, *others in quantities:
                    for sign in (1.0, -1.0) if either_sign else (1.0,):
                        if is_rounded(sign * here, number, decimals):
                            found[tuple(sign * other for other in others)] = None
                if len(found) > 1 and not thorough:
                    break
            if len(self._found) >= _KEPT:
                self._found.clear()
            self._found[asked] = list(found)
        return self._found[asked]

    @cached_property
    def _plain(self) -> list[Values]:
        """The values, what is left of them to 1 where that is a factor, derivatives and steps."""
        return list(self._all_plain())

    @cached_property
    def _on_the_way(self) -> list[Values]:
        """What learners work out on the way: products of two, exponentials."""
        return list(self._all_on_the_way())

    def _all_plain(self) -> Iterator[Values]:
        points = self._exercise.everywhere
        for name in self._exercise.here.value:
            yield tuple(point.value[name] for point in points)
            if self._exercise.lexicon.operations.get(name) in ("sigmoid", "tanh"):
                yield tuple(1 - point.value[name] for point in points)
        for pair in self._exercise.here.local:
            yield tuple(point.local[pair] for point in points)
        for pair in self._exercise.here.total:
            yield tuple(point.total[pair] for point in points)
        out = self._exercise.graph.output
        for of, by in self._exercise.here.local:  # what one edge brings
            yield tuple(point.total[out, of] * point.local[of, by] for point in points)
        for name in self._exercise.here.new:
            step = [self._exercise.lr * point.total[out, name] for point in points]
            yield tuple(step)
            yield tuple(-change for change in step)
        for name in self._exercise.here.new:
            yield tuple(point.new[name] for point in points)

    def _all_on_the_way(self) -> Iterator[Values]:
        points, lr, names = self._exercise.everywhere, self._exercise.lr, list(self._exercise.here.value)
        yield from self._exponentials()
        for place, name in enumerate(names):
            yield tuple(point.value[name] ** 2 for point in points)
            for factor in (2.0, 3.0, lr):
                yield tuple(factor * point.value[name] for point in points)
            for other in names[place + 1 :]:
                if 1 in (abs(points[0].value[name]), abs(points[0].value[other])):
                    continue  # a product with a 1 would read every number in two ways
                yield tuple(point.value[name] * point.value[other] for point in points)

    def _exponentials(self) -> Iterator[Values]:
        """Yield what the values of sigmoids are calculated from, e^-z and 1 + e^-z, and n - 1 for powers a^n."""
        points, lexicon = self._exercise.everywhere, self._exercise.lexicon
        for name, operation in lexicon.operations.items():
            if operation == "sigmoid" and all(point.value[name] for point in points):
                yield tuple(1 / point.value[name] - 1 for point in points)
                yield tuple(1 / point.value[name] for point in points)
            if operation == "pow" and len(self._exercise.arguments[name]) > 1:
                exponent = self._exercise.arguments[name][1]
                yield tuple(point.value[exponent] - 1 for point in points)


class Numbers:
    """Reads the numbers of one learner: as quantities of the graph, or as the learner's own, rounded on the way."""

    def __init__(self, exercise: Exercise, rounding: Rounding, own: OwnForms) -> None:
        """Prepare.

        Args:
            exercise: what is asked.
            rounding: the learner's own numbers.
            own: what the learner writes.
        """
        self._exercise = exercise
        self._rounding = rounding
        self._own = own
        self._quantities = exercise.recall(Quantities)

    def comes_to(
        self, node: Node, targets: Sequence[float], starts: Sequence[float] | None = None, free: bool = False
    ) -> Found:
        """Return whether a member's numbers can be read as quantities of the graph so that it gives these targets.

        VALUE if so, COINCIDENCE if not, UNEXPLAINED if some number is no quantity of the graph, UNDECIDED if there are
        too many ways to look through.

        Args:
            node: the member.
            targets: one for each point but the first.
            starts: from where a target's size is measured; by default zero.
            free: whether a number may stand for minus a quantity wherever it stands.
        """
        signs = [(leaf.value, sign) for leaf, sign in with_signs(node, free) if isinstance(leaf, Number)]
        thorough = has_names(node) and len(signs) < 3
        readings = [self._readings(number, sign, thorough) for number, sign in signs]
        begins = starts or [0.0] * len(targets)
        slack = [
            tolerances.READING * abs(target - start) + tolerances.NOTHING
            for target, start in zip(targets, begins, strict=True)
        ]
        most = tolerances.MAX_WAYS_BESIDE_NAMES if has_names(node) else tolerances.MAX_WAYS
        found = self._found(node, readings, targets, slack, most)
        if found is None:  # too many: are there few where a 2 is a 2?
            plain = [
                [(number,) * len(targets)] if self.is_plain(number) else way
                for (number, _), way in zip(signs, readings, strict=True)
            ]
            found = self._found(node, plain, targets, slack, most) or None
        if found is not False:
            return Found.UNDECIDED if found is None else Found.VALUE
        known = all(self.is_plain(number) or len(self._readings(number, True)) > 1 for number, _ in signs)
        summed = any(abs(number) in self._own.sums for number, _ in signs)  # by the learner, whatever else it may be
        return Found.COINCIDENCE if known and not summed else Found.UNEXPLAINED

    def _found(
        self, node: Node, readings: list[list[Values]], targets: Sequence[float], slack: Sequence[float], most: int
    ) -> bool | None:
        """Return whether some way to read a member's numbers gives the targets; None where there are too many."""
        if math.prod(map(len, readings)) > most:
            return None
        try:
            return self._some_way(node, iter(readings), targets, slack)
        except _TooManyError:
            return None

    def is_known(self, number: float) -> bool:
        """Whether a number may be a quantity of the graph, or minus one."""
        return len(self._readings(number, True)) > 1

    def is_plain(self, number: float) -> bool:
        """Whether a number needs no reason: -1, 0, 1, 2, and the learning rate."""
        return number in (-1, 0, 1, 2, self._exercise.lr)

    def _readings(self, number: float, either_sign: bool, thorough: bool = False) -> list[Values]:
        found = self._quantities.readings(number, either_sign, thorough)
        own = [
            tuple(sign * truth for truth in self._exercise.truths(key)[1:])
            for sign in ((1.0, -1.0) if either_sign else (1.0,))
            for key in self._rounding.quantities(sign * number)
        ]
        return list(dict.fromkeys([*found, *own])) if own else found

    def _some_way(
        self, node: Node, readings: Iterator[list[Values]], targets: Sequence[float], slack: Sequence[float]
    ) -> bool:
        """Whether some way to read a member's numbers gives the targets.

        Its terms, or else its factors, are put in two heaps; for each value of one, the other is searched for the rest.
        """
        while isinstance(node, Call) and node.op == "neg":  # so that its factors are seen: -0.125 * 0.5 (1 - 0.5)
            node, targets = node.args[0], [-target for target in targets]
        operation, parts = "+", [(term, False) for term in terms_of(node)]
        if len(parts) == 1:
            operation, parts = "*", list(_factors(node, False))
        nothing = tuple(0.0 if operation == "+" else 1.0 for _ in targets)
        heaps: list[list[Values]] = [[nothing], [nothing]]
        found = [(self._values(part, readings), below) for part, below in parts]
        for values, below in sorted(found, key=lambda part: -len(part[0])):
            place = 0 if len(heaps[0]) <= len(heaps[1]) else 1
            heaps[place] = _combined("/" if below else operation, (heaps[place], values))
        left, right = heaps[0], sorted(heaps[1])
        for begun in left:
            low, high = _bounds(operation, targets[0], slack[0], begun[0])
            for other in right[bisect_left(right, (low,)) :]:
                if other[0] > high:
                    break
                reached = [applied(operation, pair) for pair in zip(begun, other, strict=True)]
                if all(abs(r - target) <= near for r, target, near in zip(reached, targets, slack, strict=True)):
                    return True
        return False

    def _values(self, node: Node, readings: Iterator[list[Values]]) -> list[Values]:
        """Return all values of an expression, by all ways to read its numbers."""
        match node:
            case Number():
                return next(readings)
            case Call(op, args):
                return _combined(op, [self._values(arg, readings) for arg in args])
        exercise = self._exercise
        value = tuple(evaluate(node, point, exercise.lr) for point in exercise.everywhere[1:])
        return [] if any(map(math.isnan, value)) else [value]


class _TooManyError(Exception):
    """There are too many ways to read the numbers of a member."""


def _combined(op: str, args: Sequence[list[Values]]) -> list[Values]:
    """Return all values of an operation, each of its operands taken at all of theirs."""
    if math.prod(map(len, args)) > tolerances.MAX_VALUES:
        raise _TooManyError
    found = dict.fromkeys(tuple(applied(op, values) for values in zip(*way, strict=True)) for way in product(*args))
    return [values for values in found if not any(map(math.isnan, values))]


def _factors(node: Node, below: bool) -> Iterator[tuple[Node, bool]]:
    """Yield the factors of a product or fraction, each with whether it stands below."""
    match node:
        case Call("*" | "()", (left, right)):
            yield from _factors(left, below)
            yield from _factors(right, below)
        case Call("/", (left, right)):
            yield from _factors(left, below)
            yield from _factors(right, not below)
        case _:
            yield node, below


def _bounds(operation: str, target: float, slack: float, part: float) -> tuple[float, float]:
    """Return between which numbers that must lie which leads from a part to a target."""
    if operation == "+":
        return target - slack - part, target + slack - part
    if not part:
        return -math.inf, math.inf
    low, high = sorted(((target - slack) / part, (target + slack) / part))
    return low, high
