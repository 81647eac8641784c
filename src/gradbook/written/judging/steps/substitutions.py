"""Substitutions: which numbers an answer puts in for the names of its formulas: y - t = 1.5 - 2 puts 2 in for t."""

from collections.abc import Iterable, Iterator
from itertools import product

from gradbook.graph.expression import Derivative, Number, Symbol
from gradbook.written.expression import Call, New, Node, Old, Rate, has_names, is_literal
from gradbook.written.judging.steps.tolerances import equal
from gradbook.written.parsing.cues.settings.contexts import MOVED
from gradbook.written.parsing.equations.statements import Statement

_PRODUCTS = ("*", "()")
_WORKED_OUT = (*_PRODUCTS, "+", "-", "/", "neg", "^")  # operations of which more than the result is written


def substituted(statements: Iterable[Statement]) -> Iterator[tuple[str, float]]:
    """Yield the names of which calculations say the numbers, before the step, each with its number."""
    formulas: dict[Node, list[Node]] = {}
    for statement in statements:
        if statement.context in MOVED or statement.later or statement.tainted:
            continue
        head, *members = (member.node for member in statement.members)
        if head is None:
            continue
        for node in members:
            if isinstance(node, Call) and has_names(node):
                formulas.setdefault(head, []).append(node)
            elif isinstance(node, Call):
                for formula in formulas.get(head, []):
                    for quantity, number in put_in(formula, node) or ():
                        if isinstance(quantity, Symbol) and isinstance(number, Number):
                            yield quantity.name, number.value


def _constant(node: Node) -> float | None:
    """Return the number that is written, 0.5 or 1/2; None for anything else."""
    match node:
        case Number(value):
            return value
        case Call("/", (Number(above), Number(below))) if below:
            return above / below
    return None


def _scalings(node: Node) -> Iterator[tuple[str, float, Node]]:
    """Yield where a number is a factor, that number, and the rest: of 2 a, a * 2, a / 2."""
    match node:
        case Call("*" | "()", (left, right)):
            if (number := _constant(left)) is not None:
                yield "before", number, right
            if (number := _constant(right)) is not None:
                yield "behind", number, left
        case Call("/", (above, Number(below))) if below:
            yield "below", 1 / below, above


def _scaled_otherwise(formula: Node, calculation: Node) -> list[tuple[Node, Node]] | None:
    """Return what is put in where the same factor stands elsewhere: 1/2 (a + b) as (3 + 4)/2."""
    for (where, value, inner), (elsewhere, factor, rest) in product(_scalings(formula), _scalings(calculation)):
        if where != elsewhere and equal(value, factor) and (pairs := put_in(inner, rest)) is not None:
            return pairs
    return None


def put_in(formula: Node, calculation: Node) -> list[tuple[Node, Node]] | None:
    """Return the quantities of a formula, each with what stands in a calculation where it has the quantity.

    None where the calculation is not of the formula's form.
    """
    if isinstance(formula, Symbol | Derivative | Rate | Old | New) and not has_names(calculation):
        return [(formula, calculation)]
    constants = _constant(formula), _constant(calculation)
    if constants[0] is not None and constants[1] is not None:
        return [] if equal(constants[0], constants[1]) else None
    if (scaled := _scaled_otherwise(formula, calculation)) is not None:
        return scaled
    match formula, calculation:
        case Call(op, args), Call(other_op, others) if len(args) == len(others):
            if op != other_op and not (op in _PRODUCTS and other_op in _PRODUCTS):
                return None
            found: list[tuple[Node, Node]] = []
            for arg, other in zip(args, others, strict=True):
                pairs = put_in(arg, other)
                if pairs is None:
                    return None
                found += pairs
            return found
        case Call(op), _ if op not in _WORKED_OUT and is_literal(calculation):  # sin(t) is 1
            return [(formula, calculation)]
    return None
