"""Expressions as data: what formulas, local derivatives and steps of a derivation are made of.

An expression knows nothing of values or gradients. It is built from text, simplified, and written out as text or LaTeX
with the notation that stands in the op table.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Number:
    """A number."""

    value: float


@dataclass(frozen=True, slots=True)
class Symbol:
    """A named quantity: a node of the graph, or a letter such as N for the batch size."""

    name: str


@dataclass(frozen=True, slots=True)
class Derivative:
    """The derivative of one node by another.

    Attributes:
        of, by: names of nodes.
        direct: the local derivative, everything else held fixed, where it differs from the total one.
    """

    of: str
    by: str
    direct: bool = False


@dataclass(frozen=True, slots=True)
class Apply:
    """An op applied to expressions; `op` is a name in the op table."""

    op: str
    args: tuple["Expr", ...]


Expr = Number | Symbol | Derivative | Apply
Statement = tuple[str | None, Expr]  # "q = w*x" is ("q", w*x); a name may be absent

# Ops of order, in matrices and numbers alike: how tightly each binds. Atoms and calls bind tightest.
SUM, PRODUCT, SIGN, POWER, ATOM = range(5)


def substitute(expr: Expr, replace: Callable[[Expr], Expr | None]) -> Expr:
    """Return the expression with each leaf replaced by what `replace` makes of it (None keeps it)."""
    if isinstance(expr, Apply):
        return Apply(expr.op, tuple(substitute(arg, replace) for arg in expr.args))
    found = replace(expr)
    return expr if found is None else found


def symbols(exprs: Iterable[Expr]) -> set[str]:
    """Return the names of all symbols that occur in expressions."""
    found: set[str] = set()
    stack = list(exprs)
    while stack:
        expr = stack.pop()
        if isinstance(expr, Symbol):
            found.add(expr.name)
        elif isinstance(expr, Apply):
            stack.extend(expr.args)
    return found


def with_names(expr: Expr, names: Mapping[str, Expr]) -> Expr:
    """Return the expression with symbols replaced by name."""
    return substitute(expr, lambda leaf: names.get(leaf.name) if isinstance(leaf, Symbol) else None)


def simplified(expr: Expr) -> Expr:
    """Drop what does not count (adding 0, multiplying by 1, a power of 1) and fold the arithmetic of such numbers.

    Products are not multiplied out and sums not collected: a step should still look like the step that it is.
    """
    if not isinstance(expr, Apply):
        return expr
    args = tuple(simplified(arg) for arg in expr.args)
    rule = _RULES.get(expr.op)
    result = rule(args) if rule else None
    return Apply(expr.op, args) if result is None else result


def product(factors: list[Expr]) -> Expr:
    """Return the factors of a chain, from left to right; 1 where there are none."""
    result: Expr = Number(1.0)
    for number, factor in enumerate(factors):
        result = factor if number == 0 else Apply("times", (result, factor))
    return result


def total(terms: list[Expr]) -> Expr:
    """Return the sum of expressions, from left to right; 0 where there are none."""
    result: Expr = Number(0.0)
    for number, term in enumerate(terms):
        result = term if number == 0 else Apply("add", (result, term))
    return result


def _is(expr: Expr, value: float) -> bool:
    return isinstance(expr, Number) and expr.value == value


def _is_scalar(expr: Expr) -> bool:
    """Whether this is a plain number even among matrices: the batch size N, or a number."""
    return isinstance(expr, Number) or expr == Symbol("N")


Rule = Callable[[tuple[Expr, ...]], Expr | None]


def _add(args: tuple[Expr, ...]) -> Expr | None:
    a, b = args
    if _is(a, 0):
        return b
    return a if _is(b, 0) else None


def _sub(args: tuple[Expr, ...]) -> Expr | None:
    a, b = args
    if isinstance(a, Number) and isinstance(b, Number):
        return Number(a.value - b.value)
    return a if _is(b, 0) else None


def _mul(args: tuple[Expr, ...]) -> Expr | None:
    a, b = args
    if _is(a, 1):
        return b
    if _is(b, 1):
        return a
    return Number(0.0) if _is(a, 0) or _is(b, 0) else None


def _div(args: tuple[Expr, ...]) -> Expr | None:
    return args[0] if _is(args[1], 1) else None


def _pow(args: tuple[Expr, ...]) -> Expr | None:
    a, b = args
    if _is(b, 1):
        return a
    return Number(1.0) if _is(b, 0) else None


def _neg(args: tuple[Expr, ...]) -> Expr | None:
    (a,) = args
    if isinstance(a, Number):
        return Number(-a.value)
    return a.args[0] if isinstance(a, Apply) and a.op == "neg" else None


def _transpose(args: tuple[Expr, ...]) -> Expr | None:
    (a,) = args
    if isinstance(a, Apply) and a.op == "transpose":
        return a.args[0]
    if isinstance(a, Apply) and a.op == "div" and _is_scalar(a.args[1]):
        return Apply("div", (simplified(Apply("transpose", (a.args[0],))), a.args[1]))
    return None


def _matmul(args: tuple[Expr, ...]) -> Expr | None:
    a, b = args
    if isinstance(a, Apply) and a.op == "div" and _is_scalar(a.args[1]):
        return Apply("div", (simplified(Apply("matmul", (a.args[0], b))), a.args[1]))
    if isinstance(b, Apply) and b.op == "div" and _is_scalar(b.args[1]):
        return Apply("div", (simplified(Apply("matmul", (a, b.args[0]))), b.args[1]))
    return None


_RULES: dict[str, Rule] = {
    "add": _add,
    "sub": _sub,
    "mul": _mul,
    "div": _div,
    "pow": _pow,
    "neg": _neg,
    "transpose": _transpose,
    "matmul": _matmul,
}
