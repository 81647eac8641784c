"""What one member of an equality is found to be."""

import math
from enum import Enum

from gradbook.written.judging.steps import tolerances

_ENOUGH = 4  # digits that count: so many are enough of a number that has more, exact though it is
_TENTH = 0.051  # more than rounding to a tenth makes


class Found(Enum):
    """What a member is found to be.

    Attributes:
        word: its name.
        right: whether nothing speaks against it.
    """

    IDENTITY = "identity", True
    VALUE = "value", True
    UNEXPLAINED = "unexplained", True  # the value, but nobody can say how
    COINCIDENCE = "coincidence", False  # the value, by a step that does not hold
    COARSE = "coarse", False
    WRONG = "wrong", False
    UNREAD = "unread", False
    UNDECIDED = "undecided", False  # the value, by more ways than are looked through

    def __init__(self, word: str, right: bool) -> None:
        self.word = word
        self.right = right


def compared(value: float, truth: float, relation: str = "=", *, literal: bool = True) -> Found:
    """Compare a number with the true one; a literal one is written, any other worked out."""
    off = abs(value - truth)
    if not off <= max(1.0, 0.05 * abs(truth)):  # no rounding makes more, nor nan
        return Found.WRONG
    if tolerances.is_the_same(value, truth) or (literal and tolerances.is_single(value, truth)):
        return Found.VALUE
    exact = tolerances.is_exact(truth)
    if truth and (relation == "~" or not exact):
        digit = 10.0 ** (math.floor(math.log10(abs(truth))) - 2)
        if off <= (0.5 if literal else 0.6) * digit * (1 + 1e-6):
            return Found.VALUE
    if not literal:
        return Found.WRONG
    if exact:
        digits, decimals = tolerances.written(value)
        if digits >= _ENOUGH and abs(round(truth, decimals) - value) <= 1e-12:
            return Found.VALUE
    rounded = value and off <= _TENTH and any(abs(value - round(truth, n)) <= 1e-12 for n in range(1, 4))
    whole = value and off <= 0.05 * abs(truth) and value == round(truth)
    return Found.COARSE if rounded or whole else Found.WRONG
