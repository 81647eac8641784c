"""Comparisons: what holds on one side of where a node bends, and not on the other: 1 where z > 0, of a ReLU of z.

Points near each other lie on the same side, so that they cannot tell z > 0 from x > 0: what is compared must be what
bends there, at all points.
"""

import math
from collections.abc import Sequence

from gradbook.graph.expression import Number, Symbol
from gradbook.written.exercise import Exercise
from gradbook.written.expression import COMPARISONS, Call, Node, evaluate, has_names, leaves, subtrees

_NEAR, _ROUNDED = 1e-9, 0.05
_BENDS = ("relu", "abs", "sign", "max", "min")


def compare_what_bends(node: Node, exercise: Exercise) -> bool:
    """Whether each comparison in an expression is of what goes into a node that bends, or comes out of it."""
    compared = [part for part in subtrees(node) if isinstance(part, Call) and part.op in COMPARISONS]
    if not compared:
        return True
    points, bends = exercise.everywhere, exercise.recall(_bends)
    bending = {of for of, op in exercise.lexicon.operations.items() if op in _BENDS}
    for comparison in compared:
        left, right = ([evaluate(side, point, exercise.lr) for point in points] for side in comparison.args)
        off = [one - other for one, other in zip(left, right, strict=True)]
        written = not has_names(comparison)  # [0.12 > 0], of a z that is rounded
        near = _ROUNDED if written else _NEAR
        if not any(_are_equal(off, [sign * value for value in bend], near) for bend in bends for sign in (1.0, -1.0)):
            return False
        names = {leaf.name for leaf in leaves(comparison) if isinstance(leaf, Symbol)}
        if names & bending and Number(0.0) not in comparison.args:
            return False  # what comes out is one of what goes in: c > b, of max(a, b), tells nothing
    return True


def _bends(exercise: Exercise) -> list[list[float]]:
    """Return what is 0 where a node bends, at each point: what goes into it, or one operand less the other."""
    points, found = exercise.everywhere, list[list[float]]()
    for of, op in exercise.lexicon.operations.items():
        if op not in _BENDS:
            continue
        args = exercise.arguments[of]
        if len(args) > 1:
            found.append([point.value[args[0]] - point.value[args[1]] for point in points])
        else:
            found += ([point.value[name] for point in points] for name in (of, *args))
    return found


def _are_equal(values: Sequence[float], others: Sequence[float], near: float) -> bool:
    pairs = [*zip(values, others, strict=True)][: 1 if near == _ROUNDED else None]  # numbers are those of one point
    return all(math.isclose(value, other, rel_tol=near, abs_tol=_NEAR) for value, other in pairs)
