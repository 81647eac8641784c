"""Substitutions: which numbers an answer puts in for the names of its formulas: y - t = 1.5 - 2 puts 2 in for t."""

from collections.abc import Iterable, Iterator

from gradbook.graph.expression import Derivative, Number, Symbol
from gradbook.written.expression import Call, New, Node, Old, Rate, has_names, is_literal
from gradbook.written.parsing.cues.elsewhere.contexts import MOVED
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


def put_in(formula: Node, calculation: Node) -> list[tuple[Node, Node]] | None:
    """Return the quantities of a formula, each with what stands in a calculation where it has the quantity.

    None where the calculation is not of the formula's form.
    """
    match formula, calculation:
        case ((Symbol() | Derivative() | Rate() | Old() | New()), _) if not has_names(calculation):
            return [(formula, calculation)]
        case Number(value), _ if (number := _constant(calculation)) is not None:
            return [] if number == value else None
        case Call("*" | "()", (Number(value), inner)), Call("/", (above, Number(below))) if value * below == 1:
            return put_in(inner, above)  # 1/2 (a + b) as (3 + 4)/2
        case Call("/", (inner, Number(value))), Call("*" | "()", (part, other)) if _constant(part) == 1 / (value or 1):
            return put_in(inner, other)
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
