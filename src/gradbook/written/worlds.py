"""Worlds: a graph's quantities under other circumstances, which tell what holds from what happens to come out.

- other inputs tell an identity from a coincidence of numbers;
- stretched edges tell a chain of derivatives that leads from node to node from one that skips a factor of 1;
- free nodes, each with a value of its own, tell a node's own formula from one with other nodes put in.
"""

import random
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gradbook.written.exercise import Exercise

Edge = tuple[str, str]


@dataclass(frozen=True, slots=True)
class World:
    """All quantities of a graph for one set of inputs: by name, by (of, by), and after one step of descent."""

    value: Mapping[str, float]
    total: Mapping[Edge, float]
    local: Mapping[Edge, float]
    new: Mapping[str, float]


def edges_between(exercise: "Exercise", of: str, by: str) -> frozenset[Edge]:
    """Return the edges (node, argument) on all paths from a node down to another."""
    below = {of}
    for name in reversed(exercise.arguments):
        if name in below:
            below.update(exercise.arguments[name])
    above = {by}
    for name in exercise.arguments:
        if above & set(exercise.arguments[name]):
            above.add(name)
    return frozenset(
        (name, arg)
        for name in exercise.arguments
        if name in below & above
        for arg in exercise.arguments[name]
        if arg in above
    )


def stretched(exercise: "Exercise", world: World, edges: Iterable[Edge]) -> World:
    """Return a world whose local derivatives along some edges are others, independent of all values.

    Each edge gets its own factor, drawn from its place in the order of names: the same edge, the same factor.
    """
    local = dict(world.local)
    for number, edge in enumerate(sorted(edges)):
        factor = 1 + random.Random(number).uniform(0.2, 0.9)
        local[edge] = local[edge] * factor if local[edge] else factor
    total = dict(world.total)
    for of in exercise.arguments:
        total.update({(of, by): value for by, value in gradients(exercise, of, local).items()})
    out = exercise.graph.output
    new = {name: world.value[name] - exercise.lr * total[out, name] for name in world.new}
    return World(world.value, total, local, new)


def gradients(
    exercise: "Exercise",
    of: str,
    local: Mapping[Edge, float],
    *,
    through: Collection[str] | None = None,
    stated: Mapping[str, float] | None = None,
) -> dict[str, float]:
    """Return the derivatives of a node by all below it: the sums over paths of the products of local ones.

    Args:
        exercise: whose graph.
        of: the node.
        local: the local derivatives.
        through: the nodes that a path may pass; by default all.
        stated: derivatives that are given, and gone on from, instead of what comes out.
    """
    down = {of: 1.0}
    for name in reversed(exercise.arguments):
        if name in down and (name == of or through is None or name in through):
            if stated and name != of:
                down[name] = stated.get(name, down[name])
            for below in exercise.arguments[name]:
                down[below] = down.get(below, 0.0) + down[name] * local[name, below]
    return down


def freed(exercise: "Exercise", name: str) -> Iterator[tuple[World, ...]]:
    """Yield sets of worlds in which nodes have values of their own, but for one, which follows from its operands.

    In the first set every other node is free; in the second the nodes that the exercise's text leaves unnamed follow
    from their operands too, so that s = w*x + b is a node's own formula where nobody named w*x.
    """
    for follows in ({name}, {name} | exercise.unnamed):
        yield tuple(world for seed in range(3) if (world := _freed(exercise, follows, random.Random(seed))))


def _freed(exercise: "Exercise", follows: set[str], draw: random.Random) -> World | None:
    graph = exercise.graph
    value = {name: (number or 0.5) * draw.uniform(0.7, 1.4) for name, number in exercise.here.value.items()}
    try:
        for name in exercise.arguments:
            if name in follows and (op := graph.op_of(graph.index_of(name))):
                value[name] = float(op.value(*exercise.operands(name, value)))
    except (ArithmeticError, ValueError):
        return None
    return World(value, {}, {}, {})
