"""Perturbation: what would hold if inputs, partial derivatives or nodes were others, to tell identity from coincidence.

- other inputs (`Exercise.everywhere`) tell an identity from a coincidence of numbers;
- perturbed partial derivatives tell a chain that leads from node to node from one that skips a factor of 1;
- independent nodes, each with a value of its own, tell a node's own formula from one with other nodes put in.
"""

import random
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.exercise import Exercise, Key
from gradbook.written.expression import Node
from gradbook.written.points import Edge, Point, gradients

_KEPT = 500  # points with other partial derivatives


class Perturbed:
    """What an exercise would be if it were otherwise, worked out when it is first looked for: no answer changes it."""

    def __init__(self, exercise: Exercise) -> None:
        """Prepare."""
        self._exercise = exercise
        self._edges: dict[Edge, frozenset[Edge]] = {}
        self._stretched: dict[tuple[int, frozenset[Edge]], Point] = {}
        self._freed: dict[str, tuple[tuple[Point, ...], ...]] = {}

    def edges(self, of: str, by: str) -> frozenset[Edge]:
        """Return the edges (node, argument) on all paths from a node down to another."""
        if (of, by) not in self._edges:
            self._edges[of, by] = _edges_between(self._exercise, of, by)
        return self._edges[of, by]

    def left_out(self, written: Sequence[Derivative], of: str, by: str) -> frozenset[Edge]:
        """Return the edges that nobody need write beside the derivatives that a step is made of."""
        begins, ends = {der.of for der in written}, {der.by for der in written}
        tops, bottoms = begins - ends, ends - begins
        top = next(iter(tops)) if len(tops) == 1 else of
        found = self._below(chain_end(written, top), by) | self._summed(written, of, by)
        found = found.union(*(self._above(of, top) for top in tops))  # dE/dw = dE1/do * do/dw + dE2/dw, of E1 + E2
        last = [der for der in written if der.by == by]  # dz/dx = dz/dy * (da/dx + db/dx), of y = a + b
        found = found.union(*(self._summed(last, end, by) for end in bottoms - {by}))
        if len(bottoms) < 2:
            return found
        sides = [self._below(end, by) for end in bottoms]  # dJ/db = dJ/dr1 + dJ/dr2, as dr1/db and dr2/db are 1
        return found.union(*sides) if all(sides) else found

    def _below(self, end: str, by: str) -> frozenset[Edge]:
        """Return the edges below the end of a chain that nobody need write: dL/db = dL/da * da/dz, as dz/db is 1."""
        ones = end and all(abs(point.total.get((end, by), 0)) == 1.0 for point in self._exercise.everywhere)  # or -1
        return self.edges(end, by) if ones else frozenset()

    def _above(self, of: str, top: str) -> frozenset[Edge]:
        """Return the edges above the top of a chain that nobody need write: dE/dw = dE1/do * do/dw, as dE/dE1 is 1."""
        ones = of != top and all(abs(point.total.get((of, top), 0)) == 1.0 for point in self._exercise.everywhere)
        return self.edges(of, top) if ones else frozenset()

    def _summed(self, written: Sequence[Derivative], of: str, by: str) -> frozenset[Edge]:
        """Return the edges from a sum to its terms where the derivatives of all are written: dw/dt = dv/dt - du/dt."""
        exercise = self._exercise
        edges, terms = list[Edge](), list[str]()
        summed = sorted((d.of, d.by) for d in written if exercise.reaches(d.of, d.by))  # the others are 0
        whole = exercise.unnamed - {of for of, _ in summed}
        tops = [of]
        for top in tops:  # a sum of three is one of two, of which the first has no name
            below = [arg for arg in exercise.arguments.get(top, ()) if exercise.reaches(arg, by)]
            edges += [(top, arg) for arg in below]
            tops += [arg for arg in below if arg in whole]
            terms += [arg for arg in below if arg not in whole]
        all_written = len(written) > 1 and sorted((term, by) for term in terms) == summed
        ones = all_written and all(
            abs(point.local.get(edge, 0)) == 1.0 for edge in edges for point in exercise.everywhere
        )
        return frozenset(edges) if ones else frozenset()

    def stretched(self, place: int, edges: frozenset[Edge]) -> Point:
        """Return one of the exercise's points, its partial derivatives along some edges others."""
        asked = (place, edges)
        if asked not in self._stretched:
            if len(self._stretched) >= _KEPT:
                self._stretched.clear()
            self._stretched[asked] = with_other_partials(self._exercise, self._exercise.everywhere[place], edges)
        return self._stretched[asked]

    def freed(self, name: str) -> tuple[tuple[Point, ...], ...]:
        """Return sets of points in which all nodes but one have values of their own."""
        if name not in self._freed:
            self._freed[name] = tuple(points for points in independent(self._exercise, name) if points)
        return self._freed[name]


def _edges_between(exercise: Exercise, of: str, by: str) -> frozenset[Edge]:
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


def chain_end(factors: Sequence[Derivative], of: str) -> str:
    """Return where a product of derivatives leads from a node, each from where another ends; empty if it does not."""
    steps = {factor.of: factor.by for factor in factors}
    if len(steps) < len(factors):
        return ""
    while of in steps:
        of = steps.pop(of)
    return "" if steps else of


def are_beside(exercise: Exercise, key: Key, node: Node) -> bool:
    """Whether a node is a quantity like the one asked for, and neither is calculated from the other.

    An equation between two such, "dL/dv1 = dL/dv2 = -1.5", says that their numbers are equal; it is no step.
    """
    match node:
        case Symbol(name) if key.kind == "value":
            one, other = key.of, name
        case Derivative(of, by) if key.kind == "total" and of == key.of:
            one, other = key.by, by
        case _:
            return False
    calculated = one in exercise.arguments and other in exercise.arguments
    return (calculated or key.kind == "total") and exercise.lexicon.are_apart(one, other)


def with_other_partials(exercise: Exercise, point: Point, edges: Iterable[Edge]) -> Point:
    """Return a point whose partial derivatives along some edges are others, independent of all values.

    Each edge gets its own factor, drawn from its place in the order of names: the same edge, the same factor.
    """
    local = dict(point.local)
    for number, edge in enumerate(sorted(edges)):
        factor = _factor(number)
        local[edge] = local[edge] * factor if local[edge] else factor
    total = dict(point.total)
    for of in exercise.arguments:
        total.update({(of, by): value for by, value in gradients(exercise.arguments, of, local).items()})
    out = exercise.graph.output
    new = {name: point.value[name] - exercise.lr * total[out, name] for name in exercise.inputs}
    return Point(point.value, total, local, new)


@lru_cache(maxsize=256)
def _factor(number: int) -> float:
    return 1 + random.Random(number).uniform(0.2, 0.9)


def independent(exercise: Exercise, name: str) -> Iterator[tuple[Point, ...]]:
    """Yield sets of points in which nodes have values of their own, but for one, which follows from its operands.

    In the first set every other node is independent; in the second the nodes that the exercise's text leaves unnamed
    follow from their operands too, so that s = w*x + b is a node's own formula where nobody named w*x.
    """
    for follows in ({name}, {name} | exercise.unnamed):
        yield tuple(point for seed in range(3) if (point := _independent(exercise, follows, random.Random(seed))))


def _independent(exercise: Exercise, follows: set[str], draw: random.Random) -> Point | None:
    graph = exercise.graph
    value = {name: (number or 0.5) * draw.uniform(0.7, 1.4) for name, number in exercise.here.value.items()}
    try:
        for name in exercise.arguments:
            if name in follows and (op := graph.op_of(graph.index_of(name))):
                value[name] = float(op.value(*exercise.operands(name, value)))
    except (ArithmeticError, ValueError):
        return None
    return Point(value, {}, {}, {})
