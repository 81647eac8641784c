"""An exercise: what is asked of a graph, and what each asked quantity is, here and in other worlds.

What holds for the exercise's own numbers only may be a coincidence, so an exercise comes with three other worlds.
"""

import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from gradbook.graph import Graph, GraphError
from gradbook.graph.expression import Number, Symbol
from gradbook.graph.parser import parse
from gradbook.graph.traversal import ancestry
from gradbook.written.errors import ExerciseError
from gradbook.written.worlds import World

_KINKED = {"relu", "leaky_relu", "abs", "sign", "max", "min"}
_TRIES = 200


@dataclass(frozen=True, slots=True)
class Key:
    """An asked quantity, taken apart.

    Attributes:
        text: as asked: "q", "q:formula", "df/dw", "local:df/dx", "w1".
        kind: "value", "formula", "total", "local" or "new".
        of: the node, or for a new value the input.
        by: the node by which a derivative is taken.
    """

    text: str
    kind: str
    of: str
    by: str = ""


@dataclass(frozen=True, eq=False)
class Exercise:
    """What is asked of a graph.

    Attributes:
        graph: the graph, at the exercise's numbers.
        keys: the asked quantities, in order.
        lr: the learning rate of the step that gives new values.
        points: for each key.
        worlds: the exercise's own numbers first, then three others.
        arguments: of each calculated node, the nodes that it is calculated from, constants left out.
        unnamed: the calculated nodes to which the text gives no name.
    """

    graph: Graph
    keys: tuple[Key, ...]
    lr: float
    points: Mapping[str, Fraction]
    worlds: tuple[World, ...]
    arguments: dict[str, tuple[str, ...]]
    unnamed: frozenset[str]

    @classmethod
    def from_graph(
        cls,
        graph: Graph,
        ask: Iterable[str],
        lr: float = 0.01,
        points: Mapping[str, Fraction | int] | None = None,
        seed: int = 0,
    ) -> "Exercise":
        """Make an exercise on a graph that was built from text.

        Raises:
            ExerciseError: a key names what the graph does not have, or the graph is not one of numbers, from text.
        """
        if graph.text is None:
            raise ExerciseError("an exercise needs a graph built from text: Graph('q = w*x; f = q + b', w=5, ...).")
        inputs = {name: graph.value[name] for name in graph.inputs}
        if not all(type(value) is float for value in inputs.values()):
            raise ExerciseError("an exercise needs a graph of numbers, not of arrays.")
        keys = tuple(_key(graph, text) for text in ask)
        given = {key.text: Fraction((points or {}).get(key.text, 1)) for key in keys}
        worlds = [_world(graph, lr)]
        draw = random.Random(seed)
        ops = {op.name for i in range(len(graph)) if (op := graph.op_of(i)) is not None}
        spread = 0.03 if ops & _KINKED else 0.6  # near a kink the other side has other derivatives
        for number in range(_TRIES):
            if len(worlds) == 4:
                break
            width = spread if number < _TRIES // 2 else 0.01
            other = {name: value * (1 + draw.uniform(-width, width)) for name, value in inputs.items()}
            other = {name: value or draw.uniform(0.1, width + 0.2) for name, value in other.items()}
            try:
                worlds.append(_world(Graph(graph.text, **other), lr))
            except GraphError:
                continue
        if len(worlds) < 4:
            raise ExerciseError("the graph has no values near these numbers, so that identities cannot be tested.")
        arguments = {
            name: tuple(graph.name_of(a) for a in dict.fromkeys(graph.args_of(i)) if not graph.is_constant(a))
            for name in graph.intermediates
            for i in [graph.index_of(name)]
        }
        named = {name for name, _ in parse(graph.text)}
        unnamed = frozenset(name for name in arguments if name not in named and name != graph.output)
        return cls(graph, keys, lr, given, tuple(worlds), arguments, unnamed)

    @property
    def here(self) -> World:
        """The world of the exercise's own numbers."""
        return self.worlds[0]

    @property
    def names(self) -> list[str]:
        """The names of all nodes."""
        return [*self.graph.inputs, *self.graph.intermediates]

    def depends(self, of: str, by: str) -> bool:
        """Whether a node is calculated from another, directly or not."""
        top, below = self.graph.index_of(of), self.graph.index_of(by)
        return top != below and below in ancestry(self.graph, top, below)

    def reaches(self, of: str, name: str) -> bool:
        """Whether a node is another, or lies below it."""
        return of == name or self.depends(of, name)

    def operands(self, name: str, value: Mapping[str, float]) -> list[float]:
        """Return the numbers that a node is calculated from, where its arguments have these values."""
        graph = self.graph
        leaves = [graph.leaf(arg) for arg in graph.args_of(graph.index_of(name))]
        return [
            leaf.value if isinstance(leaf, Number) else value.get(leaf.name, 0.0)
            for leaf in leaves
            if isinstance(leaf, Number | Symbol)
        ]

    def solution(self, format: str = "md") -> str:
        """Return the graph's solution with every step, as "text", "md", "latex", "html" or "json"."""
        return str(self.graph.solution(self.lr, self.graph.inputs).render(format))

    def truth(self, key: Key, world: World | None = None) -> float:
        """Return the value of an asked quantity, at the exercise's own numbers or in another world."""
        world = world or self.here
        match key.kind:
            case "total":
                return world.total[key.of, key.by]
            case "local":
                return world.local[key.of, key.by]
            case "new":
                return world.new[key.of]
        return world.value[key.of]


def _key(graph: Graph, text: str) -> Key:
    names = {*graph.inputs, *graph.intermediates}
    body = text.removeprefix("local:")
    if body.startswith("d") and "/d" in body:
        of, _, by = body[1:].partition("/d")
        if of in names and by in names:
            if body == text:
                return Key(text, "total", of, by)
            if graph.index_of(by) in graph.args_of(graph.index_of(of)):
                return Key(text, "local", of, by)
    stem = text.removesuffix(":formula")
    if stem in graph.intermediates:
        return Key(text, "value" if stem == text else "formula", stem)
    if text.endswith("1") and text[:-1] in graph.inputs and text not in names:
        return Key(text, "new", text[:-1])
    known = ", ".join(sorted(names))
    raise ExerciseError(
        f"{text!r} asks for nothing that this graph has. Write q, q:formula, df/dw, local:df/dx or w1 (the new w); "
        f"the nodes are {known}."
    )


def _world(graph: Graph, lr: float) -> World:
    names = [*graph.inputs, *graph.intermediates]
    total = {(of, by): float(graph.derivative(of, by)) for of in graph.intermediates for by in names}
    local = {
        (of, graph.name_of(arg)): float(graph.local_gradient(graph.index_of(of), arg))
        for of in graph.intermediates
        for arg in dict.fromkeys(graph.args_of(graph.index_of(of)))
        if not graph.is_constant(arg)
    }
    new = {name: value for name, value in graph.step(lr, graph.inputs).items() if type(value) is float}
    named = {
        graph.name_of(i): graph.value[graph.name_of(i)] for i in range(len(graph)) if isinstance(graph.leaf(i), Symbol)
    }
    return World({name: float(value) for name, value in named.items()}, total, local, new)
