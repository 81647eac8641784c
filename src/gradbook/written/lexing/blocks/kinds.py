"""Kinds of blocks: what a piece of an answer is."""

from dataclasses import dataclass
from enum import StrEnum, auto


class Kind(StrEnum):
    """What a block is."""

    HEADING = auto()
    ITEM = auto()
    PROSE = auto()
    CODE = auto()
    INLINE = auto()
    DISPLAY = auto()
    TABLE = auto()
    BLANK = auto()  # an empty line: a paragraph ends
    STRUCK = auto()
    HIDDEN = auto()
    IMAGE = auto()
    LABEL = auto()
    MARK = auto()  # of a list, or a sign: it stands right under a line that is in no list


UNSEEN = (Kind.HIDDEN, Kind.IMAGE, Kind.STRUCK)  # what whoever looks at the page cannot read as text of the answer


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the source; HEADING and ITEM are empty marks that say what follows up to the end of the line.

    A table may stand in program text or its output (`code`).
    """

    kind: Kind
    start: int
    end: int
    code: bool = False
