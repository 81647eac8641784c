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


def put_in(formula: Node, calculation: Node) -> list[tuple[Node, Node]] | None:
    """Return the quantities of a formula, each with what stands in a calculation where it has the quantity.

    None where the calculation is not of the formula's form.
    """
    match formula, calculation:
        case ((Symbol() | Derivative() | Rate() | Old() | New()), _) if not has_names(calculation):
            return [(formula, calculation)]
        case Number(), Number():
            return [] if formula == calculation else None
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
