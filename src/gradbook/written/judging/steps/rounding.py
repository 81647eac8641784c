"""Rounding: how far the rounded numbers that a learner wrote may lead from the truth, and no farther.

A learner's own number is *sound* if it is right but for rounding: the truth rounded to what is written, or what follows
from other sound numbers. What each of them is off by is known; what that does to a quantity is worked out by going on
from it, and a result may be off by so much, and by the rounding of its own last digit.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property

from gradbook.graph import GraphError
from gradbook.graph.expression import Number
from gradbook.written.exercise import Exercise, Key
from gradbook.written.expression import Node, evaluate, filled, leaves
from gradbook.written.judging.steps import tolerances
from gradbook.written.judging.steps.follow_through import FollowThrough
from gradbook.written.judging.steps.forms import number_of
from gradbook.written.points import Point, gradients

_NUDGE = 1e-4  # to see how a slope changes
_MOST_NUMBERS = 12  # of a calculation by hand; each of them is moved by itself


class Rounding:
    """What the rounding of one learner's own numbers can do."""

    def __init__(self, exercise: Exercise, said: Mapping[str, float], follow_through: FollowThrough) -> None:
        """Prepare.

        Args:
            exercise: what is asked.
            said: the learner's own numbers, by key.
            follow_through: goes on from such.
        """
        self._exercise = exercise
        self._follow_through = follow_through
        self._said = said
        self._gradients: dict[tuple[str, float, str], Mapping[str, float]] = {}

    @cached_property
    def sound(self) -> dict[Key, float]:
        """The learner's own numbers that are right but for rounding, in the order of the graph."""
        found: dict[Key, float] = {}
        for text, key in self._exercise.recall(_in_order).items():
            if text not in self._said:
                continue
            number, truth = self._said[text], self._exercise.truth(key)
            right = tolerances.equal(number, truth) or self.slips(key, number) or tolerances.rounds(truth, number)
            if right or self._leads(key, number, found):
                found[key] = number
        return found

    @cached_property
    def here(self) -> Point:
        """All quantities as the learner has them: the sound number that is given for one, or else the truth."""
        here, sound = self._exercise.here, self.sound.items()
        value = {key.of: number for key, number in sound if key.kind == "value"}
        total = {(key.of, key.by): number for key, number in sound if key.kind == "total"}
        return replace(here, value={**here.value, **value}, total={**here.total, **total})

    def slips(self, key: Key, number: float | None) -> bool:
        """Whether a number is right but for its last digits; a step is too small beside its value to tell so."""
        return number is not None and key.kind != "new" and tolerances.slips(self._exercise.truth(key), number)

    @cached_property
    def by_hundredths(self) -> bool:
        """Whether an answer rounds all that goes on to two decimals: several numbers, none finer, and most right."""
        recalled = self._exercise.recall(_in_order)
        said = {recalled[text]: number for text, number in self._said.items() if text in recalled}
        going_on = {key: n for key, n in said.items() if not tolerances.is_exact(self._exercise.truth(key))}
        decimals = {tolerances.written(number)[1] for number in going_on.values()}
        right = sum(key in self.sound for key in going_on)
        coarse = decimals <= {1, tolerances.FEWEST_DIGITS}  # 0.20 may be written as 0.2
        return coarse and right >= tolerances.SEVERAL and right > len(going_on) - right

    def leads_to(self, key: Key, value: float) -> bool:
        """Whether a result differs from the truth by no more than the learner's own rounding can do."""
        return self._leads(key, value, self.sound)

    def strays_to(self, key: Key, value: float) -> bool:
        """Whether coarse rounding alone may lead to a result that is no longer right: 1 / 0.05 for 1 / 0.0474."""
        return self._leads(key, value, self.sound, tolerances.ROUNDING_ASTRAY)

    def says(self, of: str, by: str) -> bool:
        """Whether the learner gives a derivative, and rightly."""
        return any((key.kind, key.of, key.by) == ("total", of, by) for key in self.sound)

    def off_by(self, number: float) -> float:
        """Return by how much a written number is off if it is one of the learner's own, 0 otherwise."""
        return max(
            (abs(own - self._exercise.truth(key)) for key, own in self.sound.items() if abs(own) == abs(number)),
            default=0.0,
        )

    def explains(self, key: Key, node: Node, *, fine: bool = True) -> bool:
        """Whether a calculation with rounded numbers is as near to the truth as their rounding allows.

        Args:
            fine: take a number for rounded only if it has three digits that count, or three decimals; or else two.
        """
        exercise = self._exercise
        numbers = [leaf.value for leaf in leaves(node) if isinstance(leaf, Number)]
        truth, value = exercise.truth(key), number_of(node, exercise)
        far = value is None or abs(value - truth) > tolerances.ROUNDING_AT_MOST * abs(truth)
        if value is None or far or not numbers or len(numbers) > _MOST_NUMBERS:
            return False
        slack = 0.0
        for place, number in enumerate(numbers):
            off = self.off_by(number)
            if not self._is_given(number) and (tolerances.is_fine(number) or not fine):
                off = max(off, tolerances.uncertainty(number))
            if off:
                moved = [n + (off if i == place else 0.0) for i, n in enumerate(numbers)]
                slack += abs(evaluate(filled(node, iter(moved)), exercise.here, exercise.lr) - value)
        return abs(value - truth) <= tolerances.DRIFT * slack

    def _is_given(self, number: float) -> bool:
        """Whether a number is exactly an input of the exercise or its learning rate, so that nobody has rounded it."""
        exercise = self._exercise
        return abs(number) in {exercise.lr, *(abs(exercise.here.value[name]) for name in exercise.inputs)}

    def quantities(self, number: float) -> Iterator[Key]:
        """Yield the quantities that the learner gives a number for."""
        yield from (key for key, own in self.sound.items() if own == number)

    def _leads(
        self, key: Key, value: float, sound: Mapping[Key, float], most: float = tolerances.ROUNDING_AT_MOST
    ) -> bool:
        truth = self._exercise.truth(key)
        if abs(value - truth) > most * self._size(key):
            return False
        off = sum(abs(self._drift(key, other, number)) for other, number in sound.items() if other.text != key.text)
        if off <= tolerances.EXACT * abs(truth):
            return False
        return abs(value - truth) <= tolerances.DRIFT * off + tolerances.uncertainty(value)

    def _size(self, key: Key) -> float:
        """Return a quantity's size; of a derivative, that of what its paths bring, which may cancel out."""
        if key.kind != "total":
            return abs(self._exercise.truth(key))
        return self._exercise.recall(_sizes)[key.of].get(key.by, 0.0)

    def _drift(self, key: Key, other: Key, number: float) -> float:
        """Return how far one number leads a quantity from the truth, where all else is true."""
        exercise, here = self._exercise, self._exercise.here
        off = number - exercise.truth(other)
        if abs(off) <= tolerances.EXACT * abs(number):
            return 0.0
        if key.kind == "value":
            return off * _slope(here, key.of, other.of) if other.kind == "value" else 0.0
        if key.kind == "new" and key.of in exercise.arguments:
            if other.kind == "new":
                return off * _slope(here, key.of, other.of)
            # by the slopes before the step, of which those behind it differ by less than a rounding does
            moved = (Key(f"new:{name}", "new", name) for name in exercise.moving)
            return sum(_slope(here, key.of, new.of) * self._drift(new, other, number) for new in moved)
        if other.kind == "new":
            return 0.0
        if key.kind == "new":
            gradient = Key.slope(exercise.graph.output, key.of)
            return exercise.lr * (off if other.text == gradient.text else self._drift(gradient, other, number))
        if other.kind == "value" and other.of == key.of:
            return off * self._bend(key.of) * _slope(here, exercise.arguments[key.of][0], key.by)
        if other.kind == "value":
            return self._beside(other.of, number, key.of).get(key.by, 0.0) - exercise.truth(key)
        if other.kind != "total":
            return 0.0
        on_the_way = (other.of, other.by) in here.local or other.of == key.of or other.by == key.by
        return _slope(here, key.of, other.of) * off * _slope(here, other.by, key.by) if on_the_way else 0.0

    def _bend(self, name: str) -> float:
        """Return how the slope of a function changes with what comes out of it: 1 - 2a for the a (1 - a) of sigmoid."""
        operands = self._exercise.arguments[name]
        slope = self._exercise.here.local[name, operands[0]]
        if len(operands) > 1 or not slope:
            return 0.0
        at = self._exercise.here.value[operands[0]]
        moved = at + _NUDGE * max(1.0, abs(at))
        return (self._beside(operands[0], moved, name).get(operands[0], slope) - slope) / (slope * (moved - at))

    def _beside(self, name: str, number: float, of: str) -> Mapping[str, float]:
        """Return the derivatives of a node where another has a value of its own."""
        asked = (name, number, of)
        if asked not in self._gradients:
            exercise = self._exercise
            try:
                local = self._follow_through.forward({name: number})[1]
            except (GraphError, ArithmeticError):
                local = exercise.here.local
            self._gradients[asked] = gradients(exercise.arguments, of, local)
        return self._gradients[asked]


def _in_order(exercise: Exercise) -> dict[str, Key]:
    """Return all that a learner may say, by its text: values up the graph, derivatives down it, and the step."""
    here, names = exercise.here, exercise.names
    values = [Key(name, "value", name) for name in exercise.arguments]
    pairs = [(of, by) for of in exercise.arguments for by in reversed(names) if (of, by) in here.total]
    derivatives = [Key.slope(of, by) for of, by in pairs]
    news = [Key(f"new:{name}", "new", name) for name in names if name in here.new]
    return {key.text: key for key in (*values, *derivatives, *news)}


def _sizes(exercise: Exercise) -> dict[str, dict[str, float]]:
    """Return the sizes of all derivatives, of each node those by what lies below."""
    sizes = {edge: abs(slope) for edge, slope in exercise.here.local.items()}
    return {name: gradients(exercise.arguments, name, sizes) for name in exercise.arguments}


def _slope(point: Point, of: str, by: str) -> float:
    return 1.0 if of == by else point.total.get((of, by), 0.0)
