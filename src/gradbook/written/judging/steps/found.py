"""What one member of an equality is found to be."""

from enum import Enum


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
