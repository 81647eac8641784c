"""Trees: what data says, as branches of keys with numbers and texts at their ends, each with its place."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto

Place = tuple[int, int]


class What(Enum):
    """What stands at the end of a branch."""

    NUMBER = auto()  # or an array of numbers
    TEXT = auto()
    OTHER = auto()  # true, null, a name


@dataclass(frozen=True, slots=True)
class Leaf:
    """What a key says, and where."""

    what: What
    place: Place


@dataclass(slots=True)
class Branch:
    """Entries, each with the place of its key; those of a list have none."""

    entries: "list[tuple[Place | None, Branch | Leaf]]" = field(default_factory=list)


Tree = Branch | Leaf


@dataclass(frozen=True, slots=True)
class Path:
    """A leaf with the keys that lead to it, the outermost first, and the entries beside it."""

    keys: tuple[Place, ...]
    leaf: Leaf
    beside: Branch


def paths(branch: Branch, keys: tuple[Place, ...] = ()) -> Iterator[Path]:
    """Yield all leaves of a tree that stand behind a key, in order."""
    for key, entry in branch.entries:
        below = (*keys, key) if key else keys
        if isinstance(entry, Branch):
            yield from paths(entry, below)
        elif below:
            yield Path(below, entry, branch)
