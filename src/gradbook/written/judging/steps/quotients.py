"""Difference quotients: a derivative worked out from two values close together, (24.006 - 24) / (3.001 - 3)."""

from gradbook.graph.expression import Number
from gradbook.written.exercise import Exercise, Key
from gradbook.written.expression import Call, Node

_SMALL = 0.025  # a change, beside the size of what changes


def is_difference_quotient(key: Key, node: Node, exercise: Exercise) -> bool:
    """Whether numbers are a change of one quantity over a small change of the other, near the exercise's point.

    That it comes to the derivative is seen elsewhere.
    """
    values = exercise.here.value
    if key.kind not in ("total", "local") or key.of not in values or key.by not in values:
        return False
    match node:
        case Call("/", (above, below)) if _is_change(above, values[key.of]):
            match below:
                case Number(h) | Call("*", (Number(2.0), Number(h))):
                    return 0 < abs(h) <= _SMALL * max(1.0, abs(values[key.by]))
            return _is_change(below, values[key.by])
    return False


def _is_change(node: Node, value: float) -> bool:
    """Whether an expression is the difference of two numbers, both close to a value."""
    match node:
        case Call("-", (Number(one), Number(other))):
            return one != other and all(abs(number - value) <= _SMALL * max(1.0, abs(value)) for number in (one, other))
        case Call("-", (Call("neg", (Number(one),)), other)):
            return _is_change(Call("-", (Number(-one), other)), value)
        case Call("-", (one, Call("neg", (Number(other),)))):
            return _is_change(Call("-", (one, Number(-other))), value)
    return False
