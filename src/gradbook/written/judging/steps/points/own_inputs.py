"""Own inputs: an answer whose numbers only the exercise's inputs give is of those, whatever it calls one.

A slip of the pen, "x = 3" for x = 2, or what was misread so, does not matter beside numbers that x = 2 alone gives.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.exercise import Exercise
from gradbook.written.expression import has_names
from gradbook.written.judging.steps.forms import is_rounded, number_of
from gradbook.written.judging.steps.points.replayed import point_at
from gradbook.written.parsing.equations.statements import Statement
from gradbook.written.points import Point

_FEWEST = 3  # quantities that only the exercise's own inputs give
_MOST = 4  # ways to take the inputs that are said to be others


def is_of_own_inputs(
    statements: Sequence[Statement], said: Mapping[str, set[float | None]], exercise: Exercise
) -> bool:
    """Whether the numbers of an answer are those of the exercise's inputs, and not those of what it says they are.

    Args:
        statements: of the answer.
        said: by input, the numbers that it is said to be.
        exercise: what is asked.
    """
    others = [(name, value) for name, values in said.items() for value in values]
    if any(value is None for _, value in others) or any(one.supposed or one.supposing for one in statements):
        return False
    ways = [*product(*([(name, value) for value in values if value is not None] for name, values in said.items()))]
    if not 0 < len(ways) <= _MOST:
        return False
    points = [point for way in ways if (point := point_at(dict(way), exercise)) is not None]
    if len(points) < len(ways):
        return False
    own: set[Symbol | Derivative] = set()
    for node, number in _told(statements, exercise):
        truths = [_value(node, point) for point in points]
        here = _value(node, exercise.here)
        if here is None or None in truths:
            continue
        elsewhere = any(is_rounded(truth, number) for truth in truths if truth is not None)
        if is_rounded(here, number):
            own |= {node} if not elsewhere else set()
        elif elsewhere:
            return False
    return len(own) >= _FEWEST


def _told(statements: Sequence[Statement], exercise: Exercise) -> Iterator[tuple[Symbol | Derivative, float]]:
    """Yield the calculated nodes and derivatives of which statements end with a number, before any step."""
    for statement in statements:
        node, last = statement.members[0].node, statement.members[-1].node
        calculated = isinstance(node, Derivative) or (
            isinstance(node, Symbol) and node.name in exercise.lexicon.operands
        )
        if not calculated or statement.doubt or statement.later or last is None or has_names(last):
            continue
        if (number := number_of(last, exercise)) is not None and isinstance(node, Symbol | Derivative):
            yield node, number


def _value(node: Symbol | Derivative, point: Point) -> float | None:
    if isinstance(node, Symbol):
        return point.value.get(node.name)
    return (point.local if node.direct else point.total).get((node.of, node.by))
