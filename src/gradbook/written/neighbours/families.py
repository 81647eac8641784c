"""Families of functions: others of the same shape, which ask for the same skills.

A member has the same nodes with the same arguments, as many sums and as many products as the model, and functions of
the same kind; so every question about the model can be asked of it. What carries a meaning stays: a difference that is
squared is a loss, and a number is what it is (half of it, one minus it).
"""

import random
from collections.abc import Iterable, Iterator

from gradbook.graph.expression import Apply, Expr, Number, Statement, Symbol

_SUMS, _PRODUCTS = ("add", "sub"), ("mul", "div")
_ALIKE = (("sigmoid", "tanh", "relu"), ("sin", "cos"))
_POWERS = (2.0, 3.0)
_EVEN = ("square", "abs")  # with a power of 2: what makes a loss of a difference


def member(statements: Iterable[Statement], draw: random.Random) -> tuple[Statement, ...]:
    """Draw a function of the family of another; the other itself may come out.

    Args:
        statements: the model.
        draw: the source of chance.

    Returns:
        Statements with the same names, in the same order.
    """
    model = tuple(statements)
    return _Family(model, draw).draw()


def losses(statements: Iterable[Statement]) -> Iterator[tuple[Apply, Apply]]:
    """Yield each loss: a square or absolute value, and the difference in it, whether that has a name or not."""
    model = tuple(statements)
    named = {name: expr for name, expr in model if name}
    for _, statement in model:
        for expr in _parts(statement):
            if _is_even(expr):
                inner = expr.args[0]
                inner = named.get(inner.name, inner) if isinstance(inner, Symbol) else inner
                if isinstance(inner, Apply) and inner.op == "sub":
                    yield expr, inner


def _is_even(expr: Apply) -> bool:
    return expr.op in _EVEN or (expr.op == "pow" and expr.args[1] == Number(2.0))


def _parts(expr: Expr) -> Iterator[Apply]:
    """Yield all operations of an expression, arguments first."""
    if isinstance(expr, Apply):
        for arg in expr.args:
            yield from _parts(arg)
        yield expr


class _Family:
    def __init__(self, model: tuple[Statement, ...], draw: random.Random) -> None:
        self._model = model
        self._draw = draw
        self._kept = [part for loss in losses(model) for part in loss]
        sorts = [expr.op in _SUMS for _, statement in model for expr in _parts(statement) if self._may_change(expr)]
        draw.shuffle(sorts)
        self._is_sum = iter(sorts)  # sums and products change places

    def draw(self) -> tuple[Statement, ...]:
        return tuple((name, self._other(expr)) for name, expr in self._model)

    def _may_change(self, expr: Apply) -> bool:
        """Whether this is a sum or product of two quantities that is no loss."""
        plain = expr.op in (*_SUMS, *_PRODUCTS) and not any(isinstance(arg, Number) for arg in expr.args)
        return plain and not self._is_kept(expr)

    def _other(self, expr: Expr) -> Expr:
        if not isinstance(expr, Apply):
            return expr
        args = tuple(self._other(arg) for arg in expr.args)
        if self._may_change(expr):
            op = self._draw.choice(_SUMS if next(self._is_sum) else _PRODUCTS)
            swap = op in ("sub", "div") and self._draw.random() < 0.5
            return Apply(op, args[::-1] if swap else args)
        if self._is_kept(expr):
            return Apply(expr.op, args)
        if expr.op == "square" or (expr.op == "pow" and args[1] in [Number(power) for power in _POWERS]):
            power = self._draw.choice(_POWERS)
            is_square = expr.op == "square" and power == 2
            return Apply("square", args) if is_square else Apply("pow", (args[0], Number(power)))
        for group in _ALIKE:
            if expr.op in group:
                return Apply(self._draw.choice(group), args)
        return Apply(expr.op, args)

    def _is_kept(self, expr: Apply) -> bool:
        return any(expr is kept for kept in self._kept)
