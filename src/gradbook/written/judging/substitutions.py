"""Substitutions: which numbers an answer puts in for the names of its formulas: y - t = 1.5 - 2 puts 2 in for t."""

from collections.abc import Iterable, Iterator

from gradbook.graph.expression import Number, Symbol
from gradbook.written.expression import Call, Node, has_names
from gradbook.written.parsing.cues.contexts import MOVED
from gradbook.written.parsing.equations.statements import Statement

_PRODUCTS = ("*", "()")


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
                yield from (pair for formula in formulas.get(head, []) for pair in _put_in(formula, node) or ())


def _put_in(formula: Node, calculation: Node) -> list[tuple[str, float]] | None:
    """Return the numbers that stand in a calculation where a formula has names; None where it is not of this form."""
    match formula, calculation:
        case Symbol(name), Number(value):
            return [(name, value)]
        case Number(), Number():
            return [] if formula == calculation else None
        case Call(op, args), Call(other_op, others) if len(args) == len(others):
            if op != other_op and not (op in _PRODUCTS and other_op in _PRODUCTS):
                return None
            found: list[tuple[str, float]] = []
            for arg, other in zip(args, others, strict=True):
                pairs = _put_in(arg, other)
                if pairs is None:
                    return None
                found += pairs
            return found
    return None
