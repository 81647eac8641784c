"""What an array is that an answer writes as a formula, seen at all points: some array of the exercise, or a gradient.

"g = p - t" is the gradient by the logits where it is that whatever the inputs are. Where it is two arrays, that of what
is calculated is meant (the bias has the gradient of what it is added to), or none.
"""

import math
from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.exercise import Exercise
from gradbook.written.expression import Call, New, Node, evaluate
from gradbook.written.judging.steps.tolerances import equal
from gradbook.written.notation import plain
from gradbook.written.parsing.equations.statements import Entry, Statement

Quantities = tuple[Node, ...]


class OwnArrays:
    """The arrays that one answer writes as formulas, and what they are.

    Args:
        exercise: what is asked.
    """

    def __init__(self, exercise: Exercise) -> None:
        self._exercise = exercise
        self._found: dict[Quantities, list[Quantities]] = {}

    def of(self, statement: Statement) -> tuple[Node | None, bool]:
        """Return what a statement's first member is, as an entry of its array, and whether it may be another."""
        entry = statement.entry
        if entry is None:
            return None, False
        if entry.whole not in self._found:
            self._found[entry.whole] = self._meanings(entry.whole)
        found = self._found[entry.whole]
        chosen = found
        for preferred in (
            self._calculated(found),
            self._called(found, statement.alias),
            self._signals(found, statement.alias),
        ):
            if len(chosen) > 1 and preferred:
                chosen = preferred
        return (chosen[0][entry.place], len(found) > 1) if len(chosen) == 1 else (None, False)

    def by_name(self, statement: Statement) -> Derivative | None:
        """Return the gradient that a formula is by the quantity with whose name its own ends: J_z, of a program."""
        head, alias = statement.members[0].node, plain(statement.alias)
        if not isinstance(head, Call):
            return None
        points, lr = self._exercise.everywhere, self._exercise.lr
        for name in (*self._exercise.arguments, *self._exercise.inputs):
            if alias != plain(name) and alias.endswith(plain(name)):
                values = tuple(evaluate(head, point, lr) for point in points)
                if slope := self._slope(name, values):
                    return slope
        return None

    def _calculated(self, found: list[Quantities]) -> list[Quantities]:
        inputs = self._exercise.inputs
        return [nodes for nodes in found if not (isinstance(nodes[0], Derivative) and nodes[0].by in inputs)]

    def _signals(self, found: list[Quantities], name: str) -> list[Quantities]:
        """Return those by what goes into the functions of neurons, which deltas are by."""
        ends = self._exercise.lexicon.activated if name.startswith("delta") else ()
        return [nodes for nodes in found if all(isinstance(node, Derivative) and node.by in ends for node in nodes)]

    def _called(self, found: list[Quantities], name: str) -> list[Quantities]:
        """Return those by whose stem a name ends: dz1 is of z1."""
        stems = [
            plain(getattr(nodes[0], "by", "") or getattr(nodes[0], "name", "")).rstrip("0123456789") for nodes in found
        ]
        return [nodes for nodes, stem in zip(found, stems, strict=True) if stem and plain(name).endswith(stem)]

    def _meanings(self, whole: Quantities) -> list[Quantities]:
        exercise = self._exercise
        values = [tuple(evaluate(node, point, exercise.lr) for point in exercise.everywhere) for node in whole]
        found: dict[Quantities, None] = {}
        if any(math.isnan(value) for one in values for value in one):
            return []
        for names in self._arrays(len(whole)):
            for kind in (self._value, self._slope, self._new):
                nodes = [kind(name, one) for name, one in zip(names, values, strict=True)]
                if None not in nodes:
                    found[tuple(node for node in nodes if node is not None)] = None
        return [*found]

    def _arrays(self, count: int) -> list[tuple[str, ...]]:
        """Return the names of all arrays with so many entries, row by row and column by column."""
        lexicon = self._exercise.lexicon
        found: dict[tuple[str, ...], None] = {}
        for stem in lexicon.stems_of_vectors:
            rows = lexicon.array(stem)
            if sum(map(len, rows)) == count:
                found[tuple(name for row in rows for name in row)] = None
                found[tuple(name for column in zip(*rows, strict=True) for name in column)] = None
        return [*found]

    def _value(self, name: str, values: tuple[float, ...]) -> Node | None:
        points = self._exercise.everywhere
        if name not in self._exercise.arguments:
            return None
        return Symbol(name) if all(map(equal, values, (point.value[name] for point in points))) else None

    def _slope(self, name: str, values: tuple[float, ...]) -> Derivative | None:
        points, out = self._exercise.everywhere, self._exercise.graph.output
        totals = (point.total.get((out, name), math.nan) for point in points)
        return Derivative(out, name) if all(map(equal, values, totals)) else None

    def _new(self, name: str, values: tuple[float, ...]) -> Node | None:
        news = (point.new.get(name, math.nan) for point in self._exercise.everywhere)
        return New(name) if all(map(equal, values, news)) else None


def with_entries(statements: Iterable[Statement]) -> list[Statement]:
    """Return statements in which those of one name, one behind the other, are of the entries of one array.

    So a program prints an array of its own: "J_V = [0.08 0.48]".
    """
    found: list[Statement] = []
    for name, group in groupby(statements, lambda one: one.alias if one.entry is None else "?"):
        run = [*group]
        if name not in ("", "?") and len(run) > 1:
            formulas = tuple(node for one in run if isinstance(node := one.members[0].node, Call))
            if len(formulas) == len(run) == len(set(formulas)):
                run = [replace(one, entry=Entry(formulas, place)) for place, one in enumerate(run)]
        found += run
    return found
