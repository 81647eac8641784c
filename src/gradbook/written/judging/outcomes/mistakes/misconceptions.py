"""Misconceptions: what each would give, at any point, so that an answer can be compared with it."""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from gradbook.written.exercise import Exercise, Key
from gradbook.written.judging.outcomes.mistakes.power_rule import without_exponents
from gradbook.written.points import Point
from gradbook.written.verdict import Diagnosis

Guess = tuple[Diagnosis, Callable[[Point], float]]


def guesses(exercise: Exercise, key: Key) -> Iterator[Guess]:
    """Yield what each misconception would give for a quantity, the likeliest first."""
    match key.kind:
        case "total" | "local":
            yield from _derivative(exercise, key)
        case "new":
            yield from _new(exercise, key.of)
        case _:
            yield from _value(exercise, key.of)


@dataclass(frozen=True, slots=True)
class Option:
    """What a misconception gives: at the exercise's own point (nan where it gives nothing), and at any."""

    diagnosis: Diagnosis
    here: float
    at: Callable[[Point], float]


class Options:
    """What misconceptions give for the quantities of an exercise, worked out when a quantity is first looked for."""

    def __init__(self, exercise: Exercise) -> None:
        """Prepare."""
        self._exercise = exercise
        self._found: dict[Key, list[Option]] = {}

    def on(self, key: Key) -> list[Option]:
        """Return what each misconception would give for a quantity, the likeliest first."""
        if key not in self._found:
            here = self._exercise.here
            self._found[key] = [
                Option(what, _taken(guess, here), guess) for what, guess in guesses(self._exercise, key)
            ]
        return self._found[key]


def _taken(guess: Callable[[Point], float], point: Point) -> float:
    try:
        return guess(point)
    except (ArithmeticError, ValueError):
        return math.nan


def _derivative(exercise: Exercise, key: Key) -> Iterator[Guess]:
    of, by = key.of, key.by
    between = [user for user in _above(exercise, by) if exercise.reaches(of, user)]
    if key.kind == "local":
        yield Diagnosis.PATH, lambda point: point.total[of, by]
    if len(between) > 1:
        for user in between:
            yield Diagnosis.PATH, _share(exercise, of, user, by)

        def multiplied(point: Point) -> float:
            result = 1.0
            for user in between:
                result *= _share(exercise, of, user, by)(point)
            return result

        yield Diagnosis.PATHS_MULTIPLIED, multiplied
    for user in between:
        if user != of:
            yield Diagnosis.LOCAL, partial(exercise.local, user, by)
    for user in between:
        if user != of:
            yield Diagnosis.UPSTREAM_ONLY, _total(of, user)
    yield Diagnosis.SIGN, lambda point: -point.total[of, by]
    for guess in without_exponents(exercise, key):  # e for 2*e: before the forward value, which e is too
        yield Diagnosis.POWER_RULE, guess
    for user in between:  # w for x in q = w*x
        for other in _below(exercise, user):
            if other != by:
                yield Diagnosis.SWAP, _total(of, other)
    for user in between:
        for other in _below(exercise, user):
            if other != by and user != of:
                yield Diagnosis.LOCAL, partial(exercise.local, user, other)
    for name in dict.fromkeys((of, *between, by)):
        yield Diagnosis.FORWARD, _of_value(name)
    for user in between:
        if user != of:
            yield Diagnosis.FORWARD, _times_value(of, user, by)
    yield Diagnosis.INVERTED, lambda point: 1 / point.total[of, by]
    for other in exercise.inputs:
        if other != by and exercise.depends(of, other):
            yield Diagnosis.SWAP, _total(of, other)
    if key.kind == "total" and (of, by) in exercise.here.local:
        yield Diagnosis.PATH, lambda point: point.local[of, by]


def _above(exercise: Exercise, name: str) -> list[str]:
    """Return the nearest nodes above one that have a name in the exercise's text."""
    users = [user for user, args in exercise.arguments.items() if name in args]
    return list(
        dict.fromkeys(up for user in users for up in (_above(exercise, user) if user in exercise.unnamed else [user]))
    )


def _below(exercise: Exercise, name: str) -> list[str]:
    """Return the nearest nodes below one that have a name in the exercise's text."""
    args = exercise.arguments.get(name, ())
    return list(
        dict.fromkeys(down for arg in args for down in (_below(exercise, arg) if arg in exercise.unnamed else [arg]))
    )


def _new(exercise: Exercise, name: str) -> Iterator[Guess]:
    of, lr = exercise.graph.output, exercise.lr
    if name in exercise.arguments:  # a node after the step
        yield Diagnosis.FORWARD, lambda point: point.value[name]
        return
    yield Diagnosis.ASCENT, lambda point: point.value[name] + lr * point.total[of, name]
    yield Diagnosis.NO_RATE, lambda point: point.value[name] - point.total[of, name]
    yield Diagnosis.NO_RATE, lambda point: point.value[name] + point.total[of, name]
    yield Diagnosis.RATE_TWICE, lambda point: point.value[name] - lr * lr * point.total[of, name]
    yield Diagnosis.GRADIENT_AS_NEW, lambda point: point.total[of, name]
    yield Diagnosis.GRADIENT_AS_NEW, lambda point: lr * point.total[of, name]
    yield Diagnosis.GRADIENT_AS_NEW, lambda point: -lr * point.total[of, name]
    yield Diagnosis.SIGN, lambda point: -point.new[name]


def _value(exercise: Exercise, name: str) -> Iterator[Guess]:
    yield Diagnosis.SIGN, lambda point: -point.value[name]
    graph = exercise.graph
    index = graph.index_of(name)
    op = graph.op_of(index)
    args = graph.args_of(index)
    if op is not None:
        if op.name == "div":
            yield Diagnosis.INVERTED, lambda point: float(op.value(*reversed(exercise.operands(name, point.value))))
        for place in range(len(args)):

            def flipped(point: Point, place: int = place) -> float:
                values = exercise.operands(name, point.value)
                values[place] = -values[place]
                return float(op.value(*values))

            yield Diagnosis.SIGN, flipped


def _share(exercise: Exercise, of: str, user: str, by: str) -> Callable[[Point], float]:
    return lambda point: (1.0 if of == user else point.total[of, user]) * exercise.local(user, by, point)


def _total(of: str, by: str) -> Callable[[Point], float]:
    return lambda point: point.total[of, by]


def _times_value(of: str, user: str, by: str) -> Callable[[Point], float]:
    """Return the chain in which the last factor is the lower node's value: df/dr * b for df/dr * dr/db."""
    return lambda point: point.total[of, user] * point.value[by]


def _of_value(name: str) -> Callable[[Point], float]:
    return lambda point: point.value[name]
