"""What a tape hands out by name: values and gradients, and local derivatives by pair of names."""

from collections.abc import Callable, Iterator, Mapping

from gradbook.graph.errors import GraphError
from gradbook.graph.ops import Value


class Lookup(Mapping[str, Value]):
    """Something of every named node, by name.

    Args:
        names: returns the names to go through.
        place: returns where the node with a name stands on the tape; raises GraphError where there is none.
        read: returns what is asked for of the node at a place.
    """

    def __init__(
        self, names: Callable[[], list[str]], place: Callable[[str], int], read: Callable[[int], Value]
    ) -> None:
        self._names = names
        self._place = place
        self._read = read

    def __getitem__(self, name: str) -> Value:
        return self._read(self._place(name))

    def __iter__(self) -> Iterator[str]:
        return iter(self._names())

    def __len__(self) -> int:
        return len(self._names())

    def __contains__(self, name: object) -> bool:
        try:
            self._place(str(name))
        except GraphError:
            return False
        return True

    def __repr__(self) -> str:
        return repr(dict(self))


class LocalLookup:
    """Local derivatives by pair of names.

    Args:
        place: returns where the node with a name stands on the tape.
        read: returns the derivative of the node at one place by its argument at another.
    """

    def __init__(self, place: Callable[[str], int], read: Callable[[int, int], Value]) -> None:
        self._place = place
        self._read = read

    def __getitem__(self, pair: tuple[str, str]) -> Value:
        of, by = pair
        return self._read(self._place(of), self._place(by))
