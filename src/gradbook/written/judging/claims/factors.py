r"""Factors: what an answer says of a quantity where that is a factor, or only a function of a number.

    dL/dw = dL/dz * dz/dw = -6 * 2            says dL/dz and dz/dw, factor by factor
    dL/dz = -1 * 0.25                         the same, where z has but one way to go
    dL/dz = -1 * sigmoid'(0) = -1 * 0.25      says da/dz, where a = sigmoid(z) and z = 0
    sigmoid'(0) = 0.5 (1 - 0.5) = 0.25        says da/dz
    a (1 - a) = 0.25                          says da/dz, of which it is the formula
    sigmoid(0) = 0.5                          says a

They count where they fit, and where nothing else is said of a quantity. A function of a number says nothing where the
answer has another number for what it is taken of, or speaks of a neuron and several have that function.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import chain, pairwise

from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.exercise import Exercise, Key
from gradbook.written.expression import Call, Node, evaluate, factors_of, has, has_names, leaves, terms_of
from gradbook.written.judging.claims.claim import Claim
from gradbook.written.judging.steps.forms import is_rounded, number_of
from gradbook.written.judging.steps.found import Found
from gradbook.written.judging.steps.steps import Steps
from gradbook.written.parsing.cues.settings.contexts import DERIVING, MOVED
from gradbook.written.parsing.equations.statements import Member, Statement

_KINDS = ("value", "total", "local")
_CURVED = ("sigmoid", "tanh")  # of which the derivative has a formula in what comes out
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
            nameless: those that begin with a product or a function, and name no quantity.
            steps: judges members.
        """
        self._exercise, self._steps = exercise, steps
        self._named = [statement for statement in named if statement.is_sure]
        formulas = (s for s in self._named if isinstance(s.members[0].node, Call) and s.context in DERIVING)
        apart = (*(statement for statement in nameless if statement.is_sure), *formulas)
        self._apart = [statement for statement in apart if statement.context not in MOVED]

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
        for statement in self._apart:
            head, *members = statement.members
            slope, edge = self._slope(head.node), self._edge(head.node)
            meant = slope or edge
            if not members or meant is None or not self._may_be_of(statement, meant):
                continue
            if slope:
                said.setdefault((slope.of, slope.by), []).append((statement, slope, tuple(members)))
            elif edge:
                said.setdefault((edge.of, ""), []).append((statement, Symbol(edge.of), tuple(members)))
        for statement in (one for one in self._named if one.alias or not one.tentative):  # not what counts if it fits
            calculated = [member for member in statement.members[1:] if member.node and not has_names(member.node)]
            ruled = () if any(map(_is_ordered, statement.members[1:])) else self._ruled(statement)
            chained = [(product, result) for product in ruled for result in calculated]
            written = chain.from_iterable(_summands(*pair) for pair in pairwise(statement.members))
            orders = (*((*pair, True) for pair in written), *((*pair, False) for pair in chained))
            for product, result, ordered in orders:
                for slope, factor in self._parted(product, result, ordered=ordered):
                    said.setdefault((slope.of, slope.by), []).append((statement, slope, (factor,)))
        return said

    def _ruled(self, statement: Statement) -> Iterator[Member]:
        """Yield what the chain rule makes of a derivative along its only path, in both orders: dL/da * da/dz."""
        head = statement.members[0]
        match head.node:
            case Derivative(of, by):
                above = [node for node, operands in self._exercise.lexicon.operands.items() if by in operands]
                if len(above) == 1 and above[0] != of and (of, above[0]) in self._exercise.here.total:
                    slopes = Derivative(of, above[0]), Derivative(above[0], by)
                    yield replace(head, node=Call("*", slopes))
                    yield replace(head, node=Call("*", slopes[::-1]))

    def _slope(self, node: Node | None) -> Derivative | None:
        """Return the derivative that a node is, or that of a function at a number is."""
        match node:
            case Derivative(of, by) if of != by and (of, by) in self._exercise.here.total:
                return node
            case Call(function, args) if function.startswith(_PRIMED):
                return self._edge(Call(function.removeprefix(_PRIMED), args))
            case Call():
                return self._formula_of(node)
        return None

    def _formula_of(self, node: Node) -> Derivative | None:
        """Return the derivative of an activation by what it is taken of, where an expression in these is that."""
        names = {leaf.name for leaf in leaves(node) if isinstance(leaf, Symbol)}
        for edge in chain.from_iterable(map(self._edges, _CURVED)) if names else ():
            key = Key.slope(edge.of, edge.by)
            if names <= {edge.of, edge.by} and self._steps.chain(key, (Member(node, 0, 0, "="),)) == (Found.IDENTITY,):
                return edge
        return None

    def _edge(self, node: Node | None) -> Derivative | None:
        """Return the derivative of a function by what it is taken at, where only one of a quantity can be meant."""
        match node:
            case Call(function, (argument,)):
                meant = [edge for edge in self._edges(function) if self._may_be(argument, edge.by)]
                return meant[0] if len(meant) == 1 else None
        return None

    def _edges(self, function: str) -> list[Derivative]:
        """Return the derivatives of all quantities that a function is taken for, by what it is taken of."""
        lexicon = self._exercise.lexicon
        called = [of for of, op in lexicon.operations.items() if op == function]
        return [Derivative(of, by) for of in called for by in lexicon.operands[of]]

    def _may_be_of(self, statement: Statement, edge: Derivative) -> bool:
        """Whether what is said beside a function of a number, and of what it is taken of, leaves that to be meant."""
        edges = self._edges(self._exercise.lexicon.operations.get(edge.of, ""))
        others = {name for other in edges if other != edge for name in (other.of, other.by)}
        if len(edges) > 1 and (statement.tentative or statement.context == "output"):
            return False
        if others & statement.beside and not {edge.of, edge.by} & statement.beside:
            return False
        value = self._exercise.here.value[edge.by]
        own = all(is_rounded(value, number) for number in self._numbers(edge.by))
        return own and not any(
            is_rounded(value, n) for other in edges if other != edge for n in self._numbers(other.by)
        )

    def _numbers(self, name: str) -> Iterator[float]:
        """Yield the numbers that a quantity is said to be."""
        for statement in self._named:
            if statement.members[0].node == Symbol(name):
                number = number_of(statement.members[-1].node, self._exercise)
                if number is not None:
                    yield number

    def _may_be(self, argument: Node, name: str) -> bool:
        """Whether what a function is taken at is a quantity, or its value."""
        number = number_of(argument, self._exercise)
        return argument == Symbol(name) or (number is not None and is_rounded(self._exercise.here.value[name], number))

    def _parted(self, product: Member, result: Member, *, ordered: bool) -> Iterator[tuple[Derivative, Member]]:
        """Yield the derivatives among the factors of a product, each with the factors that stand for it behind.

        In a product that is not right each stands for the one at its place, if the answer has `ordered` them so; if
        not, only those that do not fit are told.
        """
        if product.node is None or result.node is None or has(result.node, Derivative):
            return
        factors, parts = factors_of(product.node), factors_of(result.node)
        if not _FEWEST <= len(factors) <= len(parts) <= _MOST:
            return
        slopes = [self._slope(factor) for factor in factors]
        if not any(slopes):
            return
        groups = self._grouped(factors, slopes, parts)
        if not groups and len(factors) == len(parts) and not self._is_right(product, result):  # no other order
            groups = parts
            if not ordered:
                fits = [self._is(*one) for one in zip(factors, slopes, parts, strict=True)]
                slopes = [None if one else slope for slope, one in zip(slopes, fits, strict=True)]
        for slope, group in zip(slopes, groups, strict=bool(groups)):
            if slope is not None:
                yield slope, replace(result, node=group)

    def _is_right(self, product: Member, result: Member) -> bool:
        """Whether a product and what stands for it come to the same."""
        exercise = self._exercise
        number = number_of(result.node, exercise)
        other = evaluate(product.node, exercise.here, exercise.lr) if product.node is not None else None
        return number is None or other is None or is_rounded(other, number)

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
            (found,) = self._steps.chain(Key.slope(slope.of, slope.by), (Member(group, 0, 0, "="),))
            return found.right
        exercise = self._exercise
        number = number_of(group, exercise)
        return factor == group or (
            number is not None and is_rounded(evaluate(factor, exercise.here, exercise.lr), number)
        )


def _is_ordered(side: Member) -> bool:
    """Whether a side is a product of derivatives, which says in which order numbers stand for them."""
    factors = factors_of(side.node) if side.node is not None else ()
    return sum(isinstance(factor, Derivative) for factor in factors) > 1


def _summands(product: Member, result: Member) -> Iterator[tuple[Member, Member]]:
    """Yield what is added up on two sides, one by one: dL/du * du/dx + dL/dv * dv/dx = 2 * 1 - 3 * 1; or the sides."""
    several = [terms_of(side.node) if side.node is not None else [] for side in (product, result)]
    if len(several[0]) == len(several[1]) > 1:
        for one, other in zip(*several, strict=True):
            yield replace(product, node=one), replace(result, node=other)
    else:
        yield product, result


def _product(parts: Sequence[Node]) -> Node:
    first, *others = parts
    for other in others:
        first = Call("*", (first, other))
    return first
