"""Values in brackets behind what has them: "q (3) * z (-4)", "a = 0.69 (σ(z))", "z (6) plus b (1) gives p (7)"."""

from collections.abc import Sequence
from dataclasses import replace

from gradbook.graph.expression import Derivative, Number, Symbol
from gradbook.written.exercise import Exercise
from gradbook.written.expression import Call, Node, has_call, has_names, is_literal
from gradbook.written.judging.steps import tolerances
from gradbook.written.judging.steps.forms import is_rounded, number_of, value_behind
from gradbook.written.parsing.equations.statements import Member

_UNITS = frozenset({"s", "m", "h", "g", "kg", "min", "Hz", "N", "J", "V", "A", "W"})


def led_without_value(first: Member, others: Sequence[Member], exercise: Exercise) -> Member:
    """Return the first side without what brackets say of its names, where no other side is their product.

    Args:
        first: side of an equation.
        others: the sides behind it.
        exercise: for the values.
    """
    if first.node is None or not has_call(first.node, "()"):
        return first
    product = number_of(first.node, exercise)
    sides = [number_of(other.node, exercise) for other in others]
    if product is not None and any(side is not None and tolerances.near(product, side) for side in sides):
        return first
    return replace(first, node=_unvalued(first.node, exercise))


def with_value(head: Node | None, side: Member, exercise: Exercise) -> list[Member]:
    """Return a side without what brackets say of it, "q (3) * z (-4)", where that is so, and it is right as no product.

    What is said of all of it, "x + y (3)", is a side of its own, and so is what a number is of: "a = 0.69 (σ(z))".

    Args:
        head: the quantity that the side is.
        side: as it stands.
        exercise: for the values of both.
    """
    if side.node is None or not has_call(side.node, "()"):
        return [side]
    product, truth = number_of(side.node, exercise), number_of(head, exercise)
    if product is not None and truth is not None and tolerances.near(product, truth):
        return [side]
    match value_behind(side.node):
        case rest, Number(told) if has_names(rest) and is_value(rest, told, exercise):
            return [replace(side, node=rest), replace(side, node=Number(told), relation="=", formula=False)]
        case number, formula if is_literal(number) and has_names(formula):
            value = number_of(number, exercise)
            of = [node for node in (head, formula) if node is not None]
            if value is not None and any(is_value(node, value, exercise) for node in of):
                unit = isinstance(formula, Call) and formula.op == "/" and _may_be_unit(formula)
                said = None if unit and not is_value(formula, value, exercise) else formula
                return [replace(side, node=said), replace(side, node=number, relation="=", formula=False)]
    return [replace(side, node=_unvalued(side.node, exercise))]


def _may_be_unit(node: Node) -> bool:
    """Whether a formula has letters only where a unit has them: 0.25 (1/s), in which s may be a second, m/s^2."""
    match node:
        case Call("^", (Symbol(name), Number())) | Symbol(name):
            return name in _UNITS
        case Call("/" | "*", (left, right)):
            return (left == Number(1.0) or _may_be_unit(left)) and _may_be_unit(right)
    return False


def is_value(node: Node, told: float, exercise: Exercise) -> bool:
    """Whether a number is what an expression comes to, exactly or rounded."""
    value = number_of(node, exercise)
    return value is not None and (tolerances.equal(told, value) or is_rounded(value, told))


def _unvalued(node: Node, exercise: Exercise) -> Node:
    """Return an expression without the values that stand in brackets behind its names."""
    match node:
        case Call("()", (left, Number() | Symbol() as said)):
            factor, told = left, number_of(said, exercise)
            while isinstance(factor, Call) and factor.op in ("*", "()", "+", "-"):
                said_of_it = factor.op == "()" and isinstance(factor.args[-1], Number)
                factor = factor.args[-2] if said_of_it else factor.args[-1]
            named = isinstance(factor, (Symbol, Derivative)) and told is not None and is_value(factor, told, exercise)
            return _unvalued(left, exercise) if named else node
        case Call(op, args) if op != "()":
            return Call(op, tuple(_unvalued(part, exercise) for part in args))
    return node
