r"""Factors: what an answer says of a quantity where that is a factor, or only a function of a number.

    dL/dw = dL/dz * dz/dw = -6 * 2            says dL/dz and dz/dw, factor by factor
    dL/dz = -1 * sigmoid'(0) = -1 * 0.25      says da/dz, where a = sigmoid(z) and z = 0
    sigmoid'(0) = 0.5 (1 - 0.5) = 0.25        says da/dz
    sigmoid(0) = 0.5                          says a

They count where they fit, and where nothing else is said of a quantity.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import pairwise

from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.exercise import Exercise, Key
from gradbook.written.expression import Call, Node, evaluate, factors_of, has
from gradbook.written.judging.claims.claim import Claim
from gradbook.written.judging.steps.forms import is_rounded, number_of
from gradbook.written.judging.steps.steps import Steps
from gradbook.written.parsing.equations.statements import Member, Statement

_KINDS = ("value", "total", "local")
_PRIMED = "d"  # before the name of a function whose derivative is meant: dsigmoid
_FEWEST, _MOST = 2, 8  # factors of a product
_Said = tuple[Statement, Derivative | Symbol, tuple[Member, ...]]  # where, of what, and what it is said to be


class Factors:
    """The quantities that products of one answer, and functions of numbers, say by the way."""

    def __init__(self, exercise: Exercise, named: Iterable[Statement], nameless: Iterable[Statement], steps: Steps):
        """Take the statements; they are looked at once a quantity has no other.

        Args:
            exercise: what is asked.
            named: statements that name quantities.
            nameless: those that name none.
            steps: judges members.
        """
        self._exercise, self._steps = exercise, steps
        self._named, self._nameless = ([*filter(_is_sure, those)] for those in (named, nameless))

    def on(self, key: Key) -> list[Claim]:
        """Return what is said so of a quantity, if all of it is right."""
        if key.kind not in _KINDS:
            return []
        claims: list[Claim] = []
        for statement, head, members in self._said.get((key.of, key.by), ()):
            found = self._steps.chain(key, members)
            if not all(item.right for item in found):
                return []
            about = replace(statement, members=(Member(head, members[0].start, members[0].start), *members))
            claims.append(Claim(about, members, found, head))
        return claims

    @cached_property
    def _said(self) -> dict[tuple[str, str], list[_Said]]:
        said: dict[tuple[str, str], list[_Said]] = {}
        for statement in self._nameless:
            head, *members = statement.members
            if members and (slope := self._slope(head.node)):
                said.setdefault((slope.of, slope.by), []).append((statement, slope, tuple(members)))
            elif members and (edge := self._edge(head.node)):
                said.setdefault((edge.of, ""), []).append((statement, Symbol(edge.of), tuple(members)))
        for statement in self._named:
            for product, result in pairwise(statement.members):
                for slope, factor in self._parted(product, result):
                    said.setdefault((slope.of, slope.by), []).append((statement, slope, (factor,)))
        return said

    def _slope(self, node: Node | None) -> Derivative | None:
        """Return the derivative that a node is, or that of a function at a number is."""
        match node:
            case Derivative(of, by) if of != by:
                return node
            case Call(function, args) if function.startswith(_PRIMED):
                return self._edge(Call(function.removeprefix(_PRIMED), args))
        return None

    def _edge(self, node: Node | None) -> Derivative | None:
        """Return the derivative of a function by what it is taken at, where only one of a quantity can be meant."""
        match node:
            case Call(function, (argument,)):
                lexicon = self._exercise.lexicon
                called = [of for of, op in lexicon.operations.items() if op == function]
                edges = [(of, by) for of in called for by in lexicon.operands[of]]
                meant = [Derivative(of, by) for of, by in edges if self._may_be(argument, by)]
                return meant[0] if len(meant) == 1 else None
        return None

    def _may_be(self, argument: Node, name: str) -> bool:
        """Whether what a function is taken at is a quantity, or its value."""
        number = number_of(argument, self._exercise)
        return argument == Symbol(name) or (number is not None and is_rounded(self._exercise.here.value[name], number))

    def _parted(self, product: Member, result: Member) -> Iterator[tuple[Derivative, Member]]:
        """Yield the derivatives among the factors of a product, each with the factors that stand for it behind."""
        if product.node is None or result.node is None or has(result.node, Derivative):
            return
        factors, parts = factors_of(product.node), factors_of(result.node)
        if not _FEWEST <= len(factors) <= len(parts) <= _MOST:
            return
        slopes = [self._slope(factor) for factor in factors]
        if not any(slopes):
            return
        groups = self._grouped(factors, slopes, parts)
        for slope, group in zip(slopes, groups, strict=bool(groups)):
            if slope is not None:
                yield slope, replace(result, node=group)

    def _grouped(
        self, factors: Sequence[Node], slopes: Sequence[Derivative | None], parts: Sequence[Node]
    ) -> list[Node]:
        """Return the products of parts that are one factor each, in order; nothing where they do not fit."""
        if not factors:
            return []
        first, slope = factors[0], slopes[0]
        for count in range(1, len(parts) - len(factors) + 2):
            group = _product(parts[:count])
            if len(factors) == 1 and count < len(parts):
                continue
            if not self._is(first, slope, group):
                continue
            if len(factors) == 1:
                return [group]
            if rest := self._grouped(factors[1:], slopes[1:], parts[count:]):
                return [group, *rest]
        return []

    def _is(self, factor: Node, slope: Derivative | None, group: Node) -> bool:
        """Whether a part of a result is one factor of the product before it."""
        if slope is not None:
            chain = self._steps.chain(Key.slope(slope.of, slope.by), (Member(group, 0, 0, "="),))
            return chain[0].right
        exercise = self._exercise
        number = number_of(group, exercise)
        return factor == group or (
            number is not None and is_rounded(evaluate(factor, exercise.here, exercise.lr), number)
        )


def _is_sure(statement: Statement) -> bool:
    return not (statement.tainted or statement.later or statement.supposed or statement.elsewhere)


def _product(parts: Sequence[Node]) -> Node:
    first, *others = parts
    for other in others:
        first = Call("*", (first, other))
    return first
