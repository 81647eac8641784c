"""An exercise: what is asked of a graph, and what each asked quantity is, here and at other points.

What holds for the exercise's own numbers only may be a coincidence, so an exercise comes with three other points.
"""

import random
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property
from typing import Any, NamedTuple, Self, TypeVar

from gradbook.graph import Graph, GraphError
from gradbook.graph.expression import Number, Symbol
from gradbook.graph.printing import DIGITS
from gradbook.written.errors import ExerciseError
from gradbook.written.lexicon import Lexicon
from gradbook.written.names.labels import adding_up, labels_of
from gradbook.written.points import Edge, Point, gradients, point_of

T = TypeVar("T")

_KINKED = {"relu", "leaky_relu", "abs", "sign", "max", "min"}
_TRIES = 200
_OTHERS = 3  # points beside the own: two may agree by chance


class Key(NamedTuple):
    """An asked quantity, taken apart.

    Attributes:
        text: as asked: "q", "q:formula", "df/dw", "local:df/dx", "w1" or "new:w", "f1" or "new:f".
        kind: "value", "formula", "total", "local" or "new".
        of: the node; for a new value the input, or the node that is calculated anew after the step.
        by: the node by which a derivative is taken.
    """

    text: str
    kind: str
    of: str
    by: str = ""

    @classmethod
    def slope(cls, of: str, by: str) -> Self:
        """Return the key of a total derivative."""
        return cls(f"d{of}/d{by}", "total", of, by)


@dataclass(frozen=True, eq=False)
class Exercise:
    """What is asked of a graph.

    Attributes:
        graph: the graph, at the exercise's numbers.
        keys: the asked quantities, in order.
        lr: the learning rate of the step that gives new values.
        points: for each key.
        everywhere: the exercise's own point first, then three others.
        moving: the inputs that the step changes.
        arguments: of each calculated node, the nodes that it is calculated from, constants left out.
        unnamed: the calculated nodes to which the text gives no name.
        kept: inputs that have the same value in all points.
        inferred: whether nobody said which inputs the step changes.
    """

    graph: Graph
    keys: tuple[Key, ...]
    lr: float
    points: Mapping[str, Fraction]
    everywhere: tuple[Point, ...]
    moving: tuple[str, ...]
    arguments: dict[str, tuple[str, ...]]
    unnamed: frozenset[str]
    kept: frozenset[str] = frozenset()
    inferred: bool = False
    _recalled: dict[Any, Any] = field(default_factory=dict, init=False, repr=False)
    _truths: dict[Key, tuple[float, ...]] = field(default_factory=dict, init=False, repr=False)

    @classmethod
    def from_graph(
        cls,
        graph: Graph,
        ask: Iterable[str],
        lr: float = 0.01,
        points: Mapping[str, Fraction | int] | None = None,
        seed: int = 0,
        moving: Iterable[str] | None = None,
    ) -> "Exercise":
        """Make an exercise on a graph that was built from text.

        Args:
            graph: the graph, at the exercise's numbers.
            ask: the asked quantities.
            lr: the learning rate of the step that gives new values.
            points: for each key; 1 where nothing is said.
            seed: of the other points.
            moving: the inputs that the step changes; by default those whose new value is asked, or else all.

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
        asked = [key.of for key in keys if key.kind == "new" and key.of in inputs]
        moves = tuple(dict.fromkeys(moving if moving is not None else asked or graph.inputs))
        if unknown := set(moves) - inputs.keys():
            raise ExerciseError(f"no step changes {min(unknown)!r}: the inputs are {', '.join(sorted(inputs))}.")
        after = any(key.kind == "new" and key.of not in inputs for key in keys)
        try:
            points_at = [point_of(graph, lr, moves, after=after)]
        except GraphError as error:
            raise ExerciseError(f"a step of {lr:g} leads to where the graph has no value: {error}") from error
        points_at += _elsewhere(graph, lr, moves, seed, after=after)
        if len(points_at) <= _OTHERS:
            raise ExerciseError("the graph has no values near these numbers, so that identities cannot be tested.")
        arguments = {
            name: tuple(graph.name_of(a) for a in dict.fromkeys(graph.args_of(i)) if not graph.is_constant(a))
            for name in graph.intermediates
            for i in [graph.index_of(name)]
        }
        named = {name for name, _ in graph.statements}
        unnamed = frozenset(name for name in arguments if name not in named and name != graph.output)
        inferred = moving is None
        return cls(graph, keys, lr, given, tuple(points_at), moves, arguments, unnamed, inferred=inferred)

    @cached_property
    def here(self) -> Point:
        """The point of the exercise's own numbers."""
        return self.everywhere[0]

    @cached_property
    def stepped(self) -> Mapping[str, float]:
        """All quantities after the step; of the calculated ones none where the graph has no values there."""
        if any(name in self.here.new for name in self.arguments):
            return self.here.new
        try:
            return point_of(self.graph, self.lr, self.moving, after=True).new
        except GraphError:
            return self.here.new

    @cached_property
    def moving_all(self) -> "Exercise | None":
        """The same with a step of all inputs, whose new values are asked behind the rest.

        None where all move, where it was said which ones do, and where such a step leads to where there are no values.
        """
        if not self.inferred or len(self.moving) == len(self.graph.inputs):
            return None
        asked = [key.text for key in self.keys]
        others = [f"new:{name}" for name in self.graph.inputs if name not in self.moving]
        try:
            return Exercise.from_graph(self.graph, [*asked, *others], self.lr, self.points)
        except ExerciseError:
            return None

    def recall(self, make: "Callable[[Exercise], T]") -> T:
        """Return what a function makes of the exercise; it is made once, as it depends on no answer."""
        if make not in self._recalled:
            self._recalled[make] = make(self)
        found: T = self._recalled[make]
        return found

    @cached_property
    def lexicon(self) -> Lexicon:
        """The names and the shape of the graph, without its values."""
        graph = self.graph
        ops = {name: graph.op_of(graph.index_of(name)) for name in graph.intermediates}
        operations = {name: op.name for name, op in ops.items() if op is not None}
        further = {name: Symbol(node) for name, node in _further_names(graph).items()}
        steady = frozenset(graph.inputs) - {*self.moving}
        return Lexicon(
            tuple(graph.inputs),
            self.arguments,
            operations,
            graph.output,
            self.unnamed,
            steady,
            further,
            frozenset(further),
        )

    @property
    def keeping_zeros(self) -> "Exercise":
        """The same with points where inputs of 0 stay 0, so that a term of 0 may be left out; itself if none is 0."""
        return self.keeping(frozenset(name for name in self.graph.inputs if not self.here.value[name]))

    def keeping(self, names: frozenset[str]) -> "Exercise":
        """Return the same with points where some inputs keep their value too; itself if there are no such points."""
        if names <= self.kept:
            return self
        if names not in self._recalled:
            after = any(name in self.here.new for name in self.arguments)
            others = _elsewhere(self.graph, self.lr, self.moving, 0, after=after, kept=self.kept | names)
            enough = len(others) == len(self.everywhere) - 1
            made = replace(self, everywhere=(self.here, *others), kept=self.kept | names) if enough else self
            self._recalled[names] = made
        found: Exercise = self._recalled[names]
        return found

    def slopes_in(self, said: Mapping[str, float]) -> dict[Edge, float]:
        """Return the numbers that are said of total derivatives, by (of, by); those said are by the texts of keys."""
        return {self._slopes[text]: float(number) for text, number in said.items() if text in self._slopes}

    @cached_property
    def _slopes(self) -> dict[str, Edge]:
        return {Key.slope(of, by).text: (of, by) for of, by in self.here.total}

    @cached_property
    def inputs(self) -> tuple[str, ...]:
        """The names of the inputs."""
        return tuple(self.graph.inputs)

    @property
    def names(self) -> list[str]:
        """The names of all nodes."""
        return [*self.graph.inputs, *self.graph.intermediates]

    def depends(self, of: str, by: str) -> bool:
        """Whether a node is calculated from another, directly or not."""
        return by in self._below.get(of, ())

    @cached_property
    def _below(self) -> dict[str, frozenset[str]]:
        """The nodes that each is calculated from, directly or not."""
        found: dict[str, frozenset[str]] = {}
        for name, args in self.arguments.items():
            found[name] = frozenset(args).union(*(found.get(arg, ()) for arg in args))
        return found

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
        return str(self.graph.solution(self.lr, self.graph.inputs).render(format, DIGITS))

    def truths(self, key: Key) -> tuple[float, ...]:
        """Return the value of an asked quantity at all points, the exercise's own first."""
        if key not in self._truths:
            self._truths[key] = tuple(self.truth(key, point) for point in self.everywhere)
        return self._truths[key]

    def truth(self, key: Key, point: Point | None = None) -> float:
        """Return the value of an asked quantity, at the exercise's own point or at another."""
        point = point or self.here
        match key.kind:
            case "total":
                return point.total[key.of, key.by]
            case "local":
                return self.local(key.of, key.by, point)
            case "new":
                return point.new[key.of]
        return point.value[key.of]

    def local(self, of: str, by: str, point: Point) -> float:
        """Return the derivative of a node by one that its statement names, which may stand there more than once.

        In h = z * sigmoid(z) it is sigmoid(z) + z * sigmoid'(z): what has no name of its own is no node to anybody.
        """
        if self.unnamed.isdisjoint(self.arguments[of]):
            return point.local[of, by]
        return gradients(self.arguments, of, point.local, through=self.unnamed).get(by, 0.0)


def _key(graph: Graph, text: str) -> Key:
    names = {name: name for name in (*graph.inputs, *graph.intermediates)} | _further_names(graph)
    body = text.removeprefix("local:")
    if body.startswith("d") and "/d" in body:
        of, _, by = body[1:].partition("/d")
        if of in names and by in names:
            if body == text:
                return Key(text, "total", names[of], names[by])
            if graph.index_of(by) in graph.args_of(graph.index_of(of)):
                return Key(text, "local", names[of], names[by])
            raise ExerciseError(
                f"{text!r} asks for nothing that this graph has: {by} is no operand of {of} by itself. Ask for {body}."
            )
    stem = text.removesuffix(":formula")
    if names.get(stem) in graph.intermediates:
        return Key(text, "value" if stem == text else "formula", names[stem])
    after = text.removeprefix("new:") if text.startswith("new:") else text[:-1] if text.endswith("1") else ""
    if after in names and text not in names:
        return Key(text, "new", names[after])
    known = ", ".join(sorted(names))
    raise ExerciseError(
        f"{text!r} asks for nothing that this graph has. Write q, q:formula, df/dw, local:df/dx or "
        f"new:w (the new w, in short w1); the nodes are {known}."
    )


def _further_names(graph: Graph) -> dict[str, str]:
    """Return the names that only say again what another says, "a = z", with those that the graph calls the nodes."""
    called = {name: graph.name_of(graph.index_of(name)) for name, _ in graph.statements if name}
    return {name: node for name, node in called.items() if node != name}


def _elsewhere(
    graph: Graph, lr: float, moves: tuple[str, ...], seed: int, *, after: bool, kept: Collection[str] = ()
) -> list[Point]:
    """Return three points near the graph's own, fewer where it has no values.

    Args:
        kept: the inputs that keep their value.
    """
    inputs = {name: float(graph.value[name]) for name in graph.inputs}
    draw, labels = random.Random(seed), labels_of(graph)
    if any(name in kept for name in labels):
        labels = []  # the others would be known then
    ops = {op.name for i in range(len(graph)) if (op := graph.op_of(i)) is not None}
    spread = 0.03 if ops & _KINKED else 0.6  # near a kink the other side has other derivatives
    found: list[Point] = []
    for number in range(_TRIES):
        if len(found) == _OTHERS:
            break
        width = spread if number < _TRIES // 2 else 0.01
        other = {name: value * (1 + draw.uniform(-width, width)) for name, value in inputs.items()}
        other = {name: value or draw.uniform(0.1, width + 0.2) for name, value in other.items()}
        other |= {name: inputs[name] for name in kept}
        other = adding_up(other, labels)
        try:
            found.append(point_of(graph.replay(other), lr, moves, after=after))
        except GraphError:
            continue
    return found
