"""What one member of an equality is found to be."""

from enum import Enum, auto


class Found(Enum):
    """What a member is found to be."""

    IDENTITY = auto()
    VALUE = auto()
    UNEXPLAINED = auto()  # the value, but nobody can say how
    COINCIDENCE = auto()  # the value, by a step that does not hold
    COARSE = auto()
    WRONG = auto()
    UNREAD = auto()
    UNDECIDED = auto()  # the value, by more ways than are looked through

    @property
    def right(self) -> bool:
        """Whether nothing speaks against it."""
        return self in (Found.IDENTITY, Found.VALUE, Found.UNEXPLAINED)
