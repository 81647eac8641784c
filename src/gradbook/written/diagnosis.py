"""Misconceptions: what each would give, in any world, so that an answer can be compared with it."""

from collections.abc import Callable, Iterator

from gradbook.written.exercise import Exercise, Key
from gradbook.written.verdict import Diagnosis
from gradbook.written.worlds import World, gradients

Guess = tuple[Diagnosis, Callable[[World], float]]


def guesses(exercise: Exercise, key: Key) -> Iterator[Guess]:
    """Yield what each misconception would give for a quantity, the likeliest first."""
    match key.kind:
        case "total" | "local":
            yield from _derivative(exercise, key)
        case "new":
            yield from _new(exercise, key.of)
        case _:
            yield from _value(exercise, key.of)


def _derivative(exercise: Exercise, key: Key) -> Iterator[Guess]:
    of, by = key.of, key.by
    between = [user for user in _above(exercise, by) if exercise.reaches(of, user)]
    if key.kind == "local":
        yield Diagnosis.PATH, lambda world: world.total[of, by]
    if len(between) > 1:
        for user in between:
            yield Diagnosis.PATH, _share(exercise, of, user, by)

        def multiplied(world: World) -> float:
            result = 1.0
            for user in between:
                result *= _share(exercise, of, user, by)(world)
            return result

        yield Diagnosis.PATHS_MULTIPLIED, multiplied
    for user in between:
        if user != of:
            yield Diagnosis.LOCAL, _local(exercise, user, by)
    for user in between:
        if user != of:
            yield Diagnosis.UPSTREAM_ONLY, _total(of, user)
    yield Diagnosis.SIGN, lambda world: -world.total[of, by]
    for user in between:  # w for x in q = w*x
        for other in _below(exercise, user):
            if other != by:
                yield Diagnosis.SWAP, _total(of, other)
    for user in between:
        for other in _below(exercise, user):
            if other != by and user != of:
                yield Diagnosis.LOCAL, _local(exercise, user, other)
    for name in dict.fromkeys((of, *between, by)):
        yield Diagnosis.FORWARD, _of_value(name)
    yield Diagnosis.INVERTED, lambda world: 1 / world.total[of, by]
    for other in exercise.graph.inputs:
        if other != by and exercise.depends(of, other):
            yield Diagnosis.SWAP, _total(of, other)
    if key.kind == "total" and (of, by) in exercise.here.local:
        yield Diagnosis.PATH, lambda world: world.local[of, by]


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
    yield Diagnosis.ASCENT, lambda world: world.value[name] + lr * world.total[of, name]
    yield Diagnosis.NO_RATE, lambda world: world.value[name] - world.total[of, name]
    yield Diagnosis.NO_RATE, lambda world: world.value[name] + world.total[of, name]
    yield Diagnosis.RATE_TWICE, lambda world: world.value[name] - lr * lr * world.total[of, name]
    yield Diagnosis.GRADIENT_AS_NEW, lambda world: world.total[of, name]
    yield Diagnosis.GRADIENT_AS_NEW, lambda world: lr * world.total[of, name]
    yield Diagnosis.GRADIENT_AS_NEW, lambda world: -lr * world.total[of, name]
    yield Diagnosis.SIGN, lambda world: -world.new[name]


def _value(exercise: Exercise, name: str) -> Iterator[Guess]:
    yield Diagnosis.SIGN, lambda world: -world.value[name]
    graph = exercise.graph
    index = graph.index_of(name)
    op = graph.op_of(index)
    args = graph.args_of(index)
    if op is not None:
        if op.name == "div":
            yield Diagnosis.INVERTED, lambda world: float(op.value(*reversed(exercise.operands(name, world.value))))
        for place in range(len(args)):

            def flipped(world: World, place: int = place) -> float:
                values = exercise.operands(name, world.value)
                values[place] = -values[place]
                return float(op.value(*values))

            yield Diagnosis.SIGN, flipped


def _share(exercise: Exercise, of: str, user: str, by: str) -> Callable[[World], float]:
    local = _local(exercise, user, by)
    return lambda world: (1.0 if of == user else world.total[of, user]) * local(world)


def _local(exercise: Exercise, of: str, by: str) -> Callable[[World], float]:
    """Return the derivative of a node by one below it, by ways through unnamed nodes only."""
    return lambda world: gradients(exercise, of, world.local, through=exercise.unnamed).get(by, 0.0)


def _total(of: str, by: str) -> Callable[[World], float]:
    return lambda world: world.total[of, by]


def _of_value(name: str) -> Callable[[World], float]:
    return lambda world: world.value[name]
