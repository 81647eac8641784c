"""The power rule without the exponent as a factor: u for 2*u, the derivative of u**2, and what that makes of a chain.

A square may be written as a product too: e*e, or (a - y)*(a - y), whose factors are two nodes.
"""

from collections.abc import Callable, Collection, Iterator
from functools import partial

from gradbook.written.exercise import Exercise, Key
from gradbook.written.judging.steps.tolerances import equal
from gradbook.written.points import Point, gradients


def without_exponents(exercise: Exercise, key: Key) -> Iterator[Callable[[Point], float]]:
    """Yield what a derivative is where exponents are forgotten: those of all powers on its way, then that of each."""
    powers = [
        name
        for name in exercise.recall(_powers)
        if exercise.reaches(key.of, name) and any(exercise.reaches(base, key.by) for base in _bases(exercise, name))
    ]
    if powers:
        yield partial(_slope, exercise, key, powers)
    for name in powers if len(powers) > 1 else ():
        yield partial(_slope, exercise, key, [name])


def _powers(exercise: Exercise) -> list[str]:
    """Return the nodes that are powers, or squares in whatever way."""
    return [
        name
        for name, op in exercise.lexicon.operations.items()
        if op in ("pow", "square") or (op == "mul" and _is_square(exercise, name))
    ]


def _is_square(exercise: Exercise, name: str) -> bool:
    """Whether the factors of a product are the same, at all points."""
    return all(equal(*exercise.operands(name, point.value)) for point in exercise.everywhere)


def _bases(exercise: Exercise, name: str) -> Collection[str]:
    """Return what a power is one of: its exponent, though it may have a name, is none of it."""
    graph = exercise.graph
    args = graph.args_of(graph.index_of(name))
    bases = args[:1] if exercise.lexicon.operations[name] == "pow" else args
    return {graph.name_of(arg) for arg in bases if not graph.is_constant(arg)}


def _slope(exercise: Exercise, key: Key, forgotten: Collection[str], point: Point) -> float:
    """Return a derivative at a point, the exponents of some powers left out."""
    local = dict(point.local)
    for name in forgotten:
        exponent = exercise.operands(name, point.value)[1] if exercise.lexicon.operations[name] == "pow" else 2.0
        for base in _bases(exercise, name):
            local[name, base] /= exponent
    through = exercise.unnamed if key.kind == "local" else None
    return gradients(exercise.arguments, key.of, local, through=through)[key.by]
