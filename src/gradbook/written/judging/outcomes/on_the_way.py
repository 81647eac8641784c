"""Rounding on the way: a chain of numbers that rounds a part of what it has calculated, and goes on with that.

    w = 0.4 - 0.5 * (-0.045) = 0.4 + 0.023 = 0.423, where 0.5 * 0.045 is 0.0225

Each step is right to the digits that are written, and the last but one rounds what the first has put in.
"""

from collections.abc import Iterator

from gradbook.graph.expression import Number
from gradbook.written.exercise import Exercise
from gradbook.written.expression import Call, Node, filled, has_names, leaves
from gradbook.written.judging.claims.claim import Claim
from gradbook.written.judging.steps import tolerances
from gradbook.written.judging.steps.forms import number_of

_FEWEST = 3  # members: what is put in, what is rounded of it, and the result
_TWICE = 2 * tolerances.DRIFT  # roundings: of a part, and of what the learner had before it


def rounds_on_the_way(claim: Claim, truth: float, exercise: Exercise) -> bool:
    """Whether a result is off from the truth by no more than the rounding of a part of its calculation.

    Args:
        claim: of which all members before the rounded one are right.
        truth: what its result should be.
        exercise: for the values of members.
    """
    nodes = [member.node for member in claim.members[-_FEWEST:]]
    if len(nodes) < _FEWEST or not all(found.right for found in claim.found[:-2]):
        return False
    exact, rounded, result = nodes
    if exact is None or result is None or not isinstance(rounded, Call) or any(map(has_names, (exact, rounded))):
        return False
    put_in, calculated, value = (number_of(node, exercise) for node in (exact, rounded, result))
    if put_in is None or calculated is None or value is None or not tolerances.is_fine(value):
        return False
    unit = tolerances.uncertainty(value)
    adds_up = abs(calculated - value) <= tolerances.EXACT * max(1.0, abs(value))
    off = sum(_moved(rounded, place, exercise, calculated) for place in _new_numbers(exact, rounded))
    small = abs(value - truth) <= min(_TWICE * unit, tolerances.ROUNDING_AT_MOST * abs(truth))
    return adds_up and small and off > 0 and abs(put_in - calculated) <= off * (1 + tolerances.IDENTICAL)


def _new_numbers(exact: Node, rounded: Node) -> Iterator[int]:
    """Yield the places of the numbers of a calculation that the one before it does not have."""
    known = {abs(leaf.value) for leaf in leaves(exact) if isinstance(leaf, Number)}
    numbers = [leaf.value for leaf in leaves(rounded) if isinstance(leaf, Number)]
    yield from (place for place, number in enumerate(numbers) if abs(number) not in known)


def _moved(node: Call, place: int, exercise: Exercise, value: float) -> float:
    """Return how far the rounding of one of its numbers leads a calculation from its value."""
    numbers = [leaf.value for leaf in leaves(node) if isinstance(leaf, Number)]
    numbers[place] += tolerances.uncertainty(numbers[place])
    moved = number_of(filled(node, iter(numbers)), exercise)
    return 0.0 if moved is None else abs(moved - value)
