"""Expressions of an answer: one tree of typed nodes, from the first token to the verdict.

An expression is evaluated at a point; no text is ever executed.
"""

import math
import operator
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from gradbook.graph.expression import Apply, Derivative, Expr, Number, Symbol
from gradbook.graph.ops import OPS
from gradbook.written.points import Point

MAX_EXPONENT = 64


class Written(float):
    """A number with the digits that were written: 0.050 says more than 0.05, and its repr keeps that."""

    _text: str

    def __new__(cls, text: str) -> "Written":
        """Take a number from its text."""
        number = super().__new__(cls, text)
        number._text = text
        return number

    def __repr__(self) -> str:
        return self._text

    def __neg__(self) -> "Written":
        return Written(self._text[1:] if self._text.startswith("-") else f"-{self._text}")


def as_written(text: str) -> float:
    """Return a number from its text, which is kept where that says more: "0.80"."""
    return Written(text) if text[-1] == "0" and "." in text else float(text)


@dataclass(frozen=True, slots=True)
class New:
    """A quantity after the step."""

    name: str


@dataclass(frozen=True, slots=True)
class Old:
    """An input that is said to be the one before the step."""

    name: str


@dataclass(frozen=True, slots=True)
class Rate:
    """The learning rate."""


@dataclass(frozen=True, slots=True)
class Slope:
    """The derivative of an expression by another, at least one of them written out: d(zr)/dw, dL/d(a - y)."""

    expression: "Node"
    by: "Node"


@dataclass(frozen=True, slots=True)
class At:
    """A quantity at a point that is written out, the exercise's own or another: f(1.4), df/dx(-2, 5, -4)."""

    of: "Symbol | Derivative"
    args: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Call:
    """An operation: + - * / ^ neg, "()" for what stands beside a bracket, a comparison, "cases", or a function."""

    op: str
    args: tuple["Node", ...]


Node = Number | Symbol | Derivative | New | Old | Rate | Slope | At | Call
Quantity = Symbol | Derivative | New | Old | Slope | At
QUANTITIES = (Symbol, Derivative, New, Old, Slope, At)  # the same; looked up faster in a tuple
_QUANTITIES = frozenset(QUANTITIES)  # and fastest so

SIGNS = {"+": "add", "-": "sub", "*": "mul", "()": "mul", "/": "div", "^": "pow"}
SIGN_OF = {op: sign for sign, op in SIGNS.items() if sign != "()"}
_CALLED = (
    "sigmoid", "exp", "log", "sqrt", "sin", "cos", "tan", "tanh", "relu", "softplus", "abs", "sign", "square",
    "max", "min",
)  # fmt: skip
_sigmoid = OPS["sigmoid"].value


def of_graph(expr: Expr) -> Node:
    """Return an expression of the graph as one of an answer."""
    if isinstance(expr, Apply):
        return Call(SIGN_OF.get(expr.op, expr.op), tuple(map(of_graph, expr.args)))
    return expr


def _cases(*pairs: float) -> float:
    """Return the first value whose condition holds; values and conditions alternate."""
    return next(value for value, holds in zip(pairs[::2], pairs[1::2], strict=True) if holds)


def _power(base: float, exponent: float) -> float:
    if abs(exponent) > MAX_EXPONENT:
        raise OverflowError
    result = base**exponent
    if isinstance(result, complex):
        raise ValueError
    return float(result)


_COMPARISONS: dict[str, Callable[[float, float], bool]] = {
    ">": operator.gt,
    "<": operator.lt,
    ">=": operator.ge,
    "<=": operator.le,
}
COMPARISONS = frozenset(_COMPARISONS)


def compare(sign: str, left: float, right: float) -> bool:
    """Whether a comparison holds."""
    return _COMPARISONS[sign](left, right)


def _truth(sign: str, left: float, right: float) -> float:
    return float(compare(sign, left, right))


_FUNCTIONS: dict[str, Callable[..., float]] = {
    **{sign: OPS[op].value for sign, op in SIGNS.items()},
    "^": _power,
    "neg": OPS["neg"].value,
    **{name: OPS[name].value for name in _CALLED},
    **{sign: partial(_truth, sign) for sign in _COMPARISONS},
    "cases": _cases,
    "sinh": math.sinh,
    "cosh": math.cosh,
    "sech": lambda a: 1 / math.cosh(a),
    "dsigmoid": lambda a: _sigmoid(a) * (1 - _sigmoid(a)),
    "drelu": lambda a: float(a > 0),
    "dtanh": lambda a: 1 - math.tanh(a) ** 2,
    "dsoftplus": _sigmoid,
    "sigmoid_by_output": lambda a: a * (1 - a),  # as programs define the slope, by what comes out of a neuron
    "tanh_by_output": lambda a: 1 - a**2,
}


def evaluate(node: Node, point: Point, rate: float, *, local: bool = False) -> float:
    """Return the value of an expression at a point; nan where it has none.

    Args:
        node: the expression.
        point: the quantities of the graph.
        rate: the learning rate.
        local: read derivatives as local ones where there is such.
    """
    if type(node) is Number:
        return node.value if math.isfinite(node.value) else math.nan
    try:
        value = _value(node, point, rate, local)
    except (ArithmeticError, ValueError, KeyError, StopIteration):
        return math.nan
    return value if math.isfinite(value) else math.nan


def applied(op: str, values: Sequence[float]) -> float:
    """Return the value of an operation on numbers; nan where it has none."""
    try:
        value = float(_FUNCTIONS[op](*values))
    except (ArithmeticError, ValueError, StopIteration):
        return math.nan
    return value if math.isfinite(value) else math.nan


def _value(node: Node, point: Point, rate: float, local: bool) -> float:
    if type(node) is Number:  # the three that most are, before a slower look
        return float(node.value)  # a logarithm of no number is none, without a warning
    if type(node) is Symbol:
        return point.value[node.name]
    if type(node) is Call:
        if len(node.args) == 2:
            left, right = node.args
            return _FUNCTIONS[node.op](_value(left, point, rate, local), _value(right, point, rate, local))
        return _FUNCTIONS[node.op](*[_value(arg, point, rate, local) for arg in node.args])
    match node:
        case Derivative(of, by, direct):
            if direct:
                return point.local[of, by]
            return point.local.get((of, by), point.total[of, by]) if local else point.total[of, by]
        case Old(name):
            return point.value[name]
        case New(name):
            return point.new[name]
        case Rate():
            return rate
        case Slope(expression, Symbol(by)):
            ways = {name: point.total.get((name, by), float(name == by)) for name in point.value}
            ends = []
            for step in (1e-5, -1e-5):  # numerically, along the direction in which all nodes move with it
                moved = {name: value + step * ways[name] for name, value in point.value.items()}
                ends.append(_value(expression, Point(moved, point.total, point.local, point.new), rate, local))
            return (ends[0] - ends[1]) / 2e-5
        case Slope() | At():  # of no node that the graph has, or at another point
            raise ValueError
    raise TypeError(f"{node!r} is no expression")


def leaves(node: Node) -> list[Node]:
    """Return the leaves of an expression, from left to right."""
    if not isinstance(node, Call):
        return [node]
    found: list[Node] = []
    rest: list[Node] = [node]
    while rest:
        node = rest.pop()
        if isinstance(node, Call):
            rest.extend(reversed(node.args))
        else:
            found.append(node)
    return found


def subtrees(node: Node) -> Iterator[Node]:
    """Yield an expression and all expressions in it."""
    yield node
    if isinstance(node, Call):
        for arg in node.args:
            yield from subtrees(arg)


def mapped(node: Node, change: Callable[[Node], Node]) -> Node:
    """Return an expression with each of its leaves changed."""
    return Call(node.op, tuple(mapped(arg, change) for arg in node.args)) if isinstance(node, Call) else change(node)


def filled(node: Node, numbers: Iterator[float]) -> Node:
    """Return an expression with other numbers, in order."""
    if isinstance(node, Number):
        return Number(next(numbers))
    return Call(node.op, tuple(filled(arg, numbers) for arg in node.args)) if isinstance(node, Call) else node


def has(node: Node | None, kinds: type | tuple[type, ...]) -> bool:
    """Whether an expression has a leaf of some kinds."""
    if type(node) is Call:
        for arg in node.args:  # noqa: SIM110 (asked so often that a generator would show)
            if has(arg, kinds):
                return True
        return False
    return isinstance(node, kinds)


def has_call(node: Node | None, op: str) -> bool:
    """Whether an operation is anywhere in an expression."""
    return type(node) is Call and (node.op == op or any(has_call(arg, op) for arg in node.args))


def has_names(node: Node | None) -> bool:
    """Whether an expression holds a name, a derivative or a new value."""
    if type(node) is Call:
        for arg in node.args:  # noqa: SIM110 (as in `has`)
            if has_names(arg):
                return True
        return False
    return type(node) in _QUANTITIES


def has_numbers(node: Node | None) -> bool:
    """Whether a number is written in an expression."""
    return has(node, Number)


def is_symbolic(node: Node | None) -> bool:
    """Whether an expression is names only, without a number to look at."""
    return node is not None and has_names(node) and not has_numbers(node)


def is_chain(node: Node | None) -> bool:
    """Whether an expression is made of derivatives only."""
    return all(map(is_chain, node.args)) if isinstance(node, Call) else isinstance(node, Derivative)


def is_literal(node: Node | None) -> bool:
    """Whether an expression is one number, one fraction of whole numbers, or such a part of π: 3π/4."""
    if not isinstance(node, Call):
        return isinstance(node, Number)
    match node.op, node.args:
        case "/", (above, Number(below)):
            return below.is_integer() and _is_whole(above)
        case "*" | "()", _:
            return _is_whole(node)
        case "neg", (inner,):
            return is_literal(inner)
    return False


def is_worked_out(node: Node | None) -> bool:
    """Whether an expression has numbers only, so that it is one: 3, 3/2, 2 + 1, sqrt(2)."""
    return node is not None and not has(node, (*QUANTITIES, Rate))


def _is_whole(node: Node) -> bool:
    """Whether an expression is a whole number, π, or a whole number of π."""
    match node:
        case Number(value):
            return value.is_integer() or value == math.pi
        case Call("*" | "()", (Number(value), Number(math.pi))):
            return value.is_integer()
        case Call("neg", (inner,)):
            return _is_whole(inner)
    return False


def terms_of(node: Node) -> list[Node]:
    """Return the terms of a sum."""
    match node:
        case Call("+", (left, right)):
            return [*terms_of(left), *terms_of(right)]
        case Call("-", (left, right)):
            return [*terms_of(left), *(Call("neg", (term,)) for term in terms_of(right))]
    return [node]


def factors_of(node: Node) -> list[Node]:
    """Return the factors of a product."""
    match node:
        case Call("*" | "()", (left, right)):
            return [*factors_of(left), *factors_of(right)]
        case Call("neg", (inner,)):
            first, *rest = factors_of(inner)
            return [Call("neg", (first,)), *rest]
    return [node]
