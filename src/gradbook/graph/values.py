"""Values of nodes: Python floats for numbers, float64 arrays for all else."""

import math
from typing import Any

import numpy as np

from gradbook.graph.errors import GraphError
from gradbook.graph.ops import Value
from gradbook.graph.printing import number_text


def as_value(name: str, value: Any) -> Value:
    """Return a number or array as a node's value.

    Raises:
        GraphError: it is neither, or not finite; the message says which input.
    """
    if type(value) is float and math.isfinite(value):
        return value
    try:
        array = np.array(value, dtype=np.float64)
    except (TypeError, ValueError, OverflowError):
        raise GraphError(f"{name} must be a number or an array of numbers, not {value!r}.") from None
    if not np.isfinite(array).all():
        raise GraphError(f"{name} must be finite, not {value}.")
    return array if array.ndim else float(array)


def fit(part: Any, like: Any) -> Any:
    """Sum a gradient over the axes along which its argument was broadcast."""
    if type(like) is float:
        return part if type(part) is float else float(np.sum(part))
    part, shape = np.asarray(part, dtype=np.float64), np.shape(like)
    if part.shape == shape:
        return part
    part = np.broadcast_to(part, np.broadcast_shapes(part.shape, shape))
    lead = part.ndim - len(shape)
    part = part.sum(axis=tuple(range(lead)))
    axes = tuple(axis for axis, size in enumerate(shape) if size == 1 and part.shape[axis] != 1)
    return part.sum(axis=axes, keepdims=True)


def zero_like(value: Any) -> Value:
    """Return zero in the shape of a value."""
    return 0.0 if type(value) is float else np.zeros(np.shape(value))


def short(value: Any) -> str:
    """Write a number, or the shape of an array."""
    if type(value) is float:
        return number_text(value)
    return f"array {'x'.join(map(str, np.shape(value)))}"
