"""What a learner's function gave back, as numbers of a shape; what it is instead, in words for its author."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt


def numbers_in(output: object) -> npt.NDArray[Any] | None:
    """Return an output as an array of numbers, float64 where it was a number or lists; None where it is none.

    In lists, what is not finite has become None on its way here, and becomes NaN.
    """
    if isinstance(output, np.ndarray):
        return output
    if output is None or not _are_numbers(output):
        return None
    try:
        return np.array(output, dtype=np.float64)
    except (ValueError, OverflowError):  # lists of different lengths, or nested deeper than an array can be
        return None


def shape_words(shape: Sequence[int]) -> str:
    """Write "a single number", "3 numbers in a row" or "2 x 3 numbers"."""
    if not shape:
        return "a single number"
    if len(shape) == 1:
        return f"{shape[0]} number{'' if shape[0] == 1 else 's'} in a row"
    return f"{' x '.join(map(str, shape))} numbers"


def kind_words(output: object) -> str:
    """Say what an output is that is no array of numbers."""
    if output is None:
        return "nothing, or a number that is not finite"
    names = {bool: "True or False", str: "a text", dict: "a dictionary", list: "a list that is no array of numbers"}
    return names.get(type(output), "something else")


def _are_numbers(output: object) -> bool:
    if isinstance(output, list):
        return all(part is None or _are_numbers(part) for part in output)
    return type(output) in (int, float)
