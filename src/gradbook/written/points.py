"""Points: all quantities of a graph for one set of inputs, the exercise's own or others."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from gradbook.graph import Graph
from gradbook.graph.expression import Symbol

Edge = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Point:
    """All quantities of a graph for one set of inputs.

    Attributes:
        value: by name.
        total: derivatives by (of, by), all paths together.
        local: derivatives of a node by a direct operand, all else held fixed.
        new: by name, after one step of descent: inputs that move, and the nodes calculated from them anew.
    """

    value: Mapping[str, float]
    total: Mapping[Edge, float]
    local: Mapping[Edge, float]
    new: Mapping[str, float]


def point_of(graph: Graph, rate: float, moving: Iterable[str], *, after: bool = False) -> Point:
    """Return a graph's quantities at its own inputs.

    Args:
        graph: a graph of numbers.
        rate: the learning rate.
        moving: the inputs that a step changes.
        after: whether the calculated nodes after the step are wanted, which takes another graph.

    Raises:
        GraphError: a value is not defined after the step.
    """
    names = [*graph.inputs, *graph.intermediates]
    total = {(of, by): float(graph.derivative(of, by)) for of in graph.intermediates for by in names}
    local = {
        (of, graph.name_of(arg)): float(graph.local_gradient(graph.index_of(of), arg))
        for of in graph.intermediates
        for arg in dict.fromkeys(graph.args_of(graph.index_of(of)))
        if not graph.is_constant(arg)
    }
    value = {
        graph.name_of(i): float(graph.value[graph.name_of(i)])
        for i in range(len(graph))
        if isinstance(graph.leaf(i), Symbol)
    }
    stepped = graph.step(rate, graph.inputs)
    new = {name: float(number) for name, number in stepped.items()}
    if after:
        moved = {name: value[name] for name in graph.inputs} | {name: new[name] for name in moving}
        again = graph.replay(moved)
        new |= {name: float(again.value[name]) for name in graph.intermediates}
    return Point(value, total, local, new)


def gradients(
    operands: dict[str, tuple[str, ...]],
    of: str,
    local: Mapping[Edge, float],
    *,
    through: Collection[str] | None = None,
    stated: Mapping[str, float] | None = None,
) -> dict[str, float]:
    """Return the derivatives of a node by all below it: the sums over paths of the products of local ones.

    Args:
        operands: of each node, in the order of the graph.
        of: the node.
        local: the local derivatives.
        through: the nodes that a path may pass; by default all.
        stated: derivatives that are given, and gone on from, instead of what comes out.
    """
    down = {of: 1.0}
    for name in reversed(operands):
        if name in down and (name == of or through is None or name in through):
            if stated and name != of:
                down[name] = stated.get(name, down[name])
            for below in operands[name]:
                down[below] = down.get(below, 0.0) + down[name] * local[name, below]
    return down
