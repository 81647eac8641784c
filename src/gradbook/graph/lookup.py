"""What a graph hands out: values, gradients and local derivatives by name."""

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from gradbook.graph.ops import Value

if TYPE_CHECKING:
    from gradbook.graph.graph import Graph


class Lookup(Mapping[str, Value]):
    """Something of every named node, by name."""

    def __init__(self, graph: "Graph", read: Callable[[int], Value]) -> None:
        self._graph = graph
        self._read = read

    def __getitem__(self, name: str) -> Value:
        return self._read(self._graph.index_of(name))

    def __iter__(self) -> Iterator[str]:
        return iter([*self._graph.inputs, *self._graph.intermediates])

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __contains__(self, name: object) -> bool:
        return name in self._graph._names

    def __repr__(self) -> str:
        return repr(dict(self))


class Local:
    """Local derivatives by pair of names."""

    def __init__(self, graph: "Graph") -> None:
        self._graph = graph

    def __getitem__(self, pair: tuple[str, str]) -> Value:
        of, by = pair
        return self._graph.local_gradient(self._graph.index_of(of), self._graph.index_of(by))
