"""From tokens to expressions: a Pratt grammar with implicit products, and derivatives as leaves.

An expression is evaluated in a world; no text is ever executed.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

from gradbook.graph.expression import Derivative as Der
from gradbook.graph.expression import Number as Num
from gradbook.graph.expression import Symbol as Name
from gradbook.graph.ops import OPS
from gradbook.written.exercise import Exercise
from gradbook.written.tokens import Token
from gradbook.written.worlds import World

MAX_DEPTH = 60
MAX_EXPONENT = 64
MAX_SIGNS = 120  # operations in one member: they nest to the left


class UnreadError(Exception):
    """A member is not an expression of this exercise."""


@dataclass(frozen=True, slots=True)
class New:
    """An input after the step."""

    name: str


@dataclass(frozen=True, slots=True)
class Rate:
    """The learning rate."""


@dataclass(frozen=True, slots=True)
class Slope:
    """The derivative of an expression that is no node, by a node."""

    expression: "Node"
    by: str


@dataclass(frozen=True, slots=True)
class Call:
    """An operation, + - * / ^ neg, or a function."""

    op: str
    args: tuple["Node", ...]


Node = Num | Name | Der | New | Rate | Slope | Call


SIGNS = {"+": "add", "-": "sub", "*": "mul", "()": "mul", "/": "div", "^": "pow"}
_CALLED = [
    "sigmoid",
    "exp",
    "log",
    "sqrt",
    "sin",
    "cos",
    "tan",
    "tanh",
    "relu",
    "softplus",
    "abs",
    "square",
    "max",
    "min",
]
_sigmoid = OPS["sigmoid"].value
_FUNCTIONS: dict[str, Callable[..., float]] = {
    **{sign: OPS[op].value for sign, op in SIGNS.items() if sign != "^"},  # a power has limits
    "neg": OPS["neg"].value,
    **{name: OPS[name].value for name in _CALLED},
    ">": lambda a, b: float(a > b),
    "<": lambda a, b: float(a < b),
    "dsigmoid": lambda a: _sigmoid(a) * (1 - _sigmoid(a)),
    "drelu": lambda a: float(a > 0),
    "dtanh": lambda a: 1 - math.tanh(a) ** 2,
}


def evaluate(node: Node, world: World, rate: float, *, local: bool = False) -> float:
    """Return the value of an expression in a world; nan where it has none.

    Args:
        local: read derivatives as local ones where there is such.
    """
    try:
        value = _value(node, world, rate, local)
    except (ArithmeticError, ValueError, KeyError):
        return math.nan
    return value if math.isfinite(value) else math.nan


def number_of(node: Node | None, exercise: Exercise) -> float | None:
    """Return a member's value at the exercise's own numbers; None where it has none or could not be read."""
    value = math.nan if node is None else evaluate(node, exercise.here, exercise.lr)
    return None if math.isnan(value) else value


def _value(node: Node, world: World, rate: float, local: bool) -> float:
    match node:
        case Num(value):
            return value
        case Name(name):
            return world.value[name]
        case Der(of, by, direct):
            if direct:
                return world.local[of, by]
            return world.local.get((of, by), world.total[of, by]) if local else world.total[of, by]
        case New(name):
            return world.new[name]
        case Rate():
            return rate
        case Slope(expression, by):
            ways = {name: world.total.get((name, by), float(name == by)) for name in world.value}
            ends = []
            for step in (1e-5, -1e-5):  # numerically, along the direction in which all nodes move with it
                moved = {name: value + step * ways[name] for name, value in world.value.items()}
                ends.append(_value(expression, World(moved, world.total, world.local, world.new), rate, local))
            return (ends[0] - ends[1]) / 2e-5
        case Call("^", (base, exponent)):
            power = _value(exponent, world, rate, local)
            if abs(power) > MAX_EXPONENT:
                raise OverflowError
            result = _value(base, world, rate, local) ** power
            if isinstance(result, complex):
                raise ValueError
            return float(result)
        case Call(op, args):
            return _FUNCTIONS[op](*(_value(arg, world, rate, local) for arg in args))


def leaves(node: Node) -> list[Node]:
    """Return the leaves of an expression, from left to right."""
    return [leaf for arg in node.args for leaf in leaves(arg)] if isinstance(node, Call) else [node]


_BINDS = {"+": 10, "-": 10, "*": 20, "/": 20, "^": 30}
_IMPLICIT = {"num", "name", "der", "new", "rate", "fn", "open", "group", "frac", "sqrt", "diff", "diffsub", "pd"}


class Parser:
    """Parses the tokens of one member."""

    def __init__(self, tokens: list[Token], exercise: Exercise) -> None:
        self._tokens = tokens
        self._exercise = exercise
        self._at = 0
        self._depth = 0
        self._signs = 0

    def member(self) -> Node:
        """Return the whole member as an expression.

        Raises:
            UnreadError: it is none.
        """
        node = self._expression(0)
        if self._at < len(self._tokens):
            raise UnreadError
        return node

    def _kind(self, ahead: int = 0) -> str:
        at = self._at + ahead
        return self._tokens[at].kind if at < len(self._tokens) else ""

    def _next(self) -> Token:
        if self._at >= len(self._tokens):
            raise UnreadError
        self._at += 1
        return self._tokens[self._at - 1]

    def _expect(self, kind: str) -> None:
        if self._next().kind != kind:
            raise UnreadError

    def _expression(self, binding: int) -> Node:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise UnreadError
        left = self._operand()
        slashed = False
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            self._signs += 1
            if self._signs > MAX_SIGNS:
                raise UnreadError
            if token.kind == "bar":
                left = self._bar(left)
                continue
            if token.kind == "op" and token.text == "%":
                self._at += 1
                left = Call("/", (left, Num(100.0)))
                continue
            if token.kind == "op":
                power = _BINDS[token.text]
                if power <= binding:
                    break
                self._at += 1
                right = self._exponent() if token.text == "^" else self._expression(power)
                left = Call(token.text, (left, right))
                slashed = token.text == "/"
                continue
            if token.kind not in _IMPLICIT or binding >= 20:
                break
            before = self._tokens[self._at - 1]
            if token.kind == "num" and before.kind != "close":
                raise UnreadError  # 5 2 is no product
            if slashed or (before.kind == "num" and token.kind == "frac" and self._kind(2) == "num"):
                raise UnreadError  # a/bc and 1 1/2: who knows
            beside = token.kind == "open" and isinstance(left, Num)  # 5(2), or 10 (5*2): a product, or a reason
            left = Call("()" if beside else "*", (left, self._expression(20)))
        self._depth -= 1
        return left

    def _exponent(self) -> Node:
        if self._kind() == "op" and self._tokens[self._at].text == "-":  # e^-v / 2 is (e^-v) / 2
            self._at += 1
            inner = self._expression(29)
            return Num(-inner.value) if isinstance(inner, Num) else Call("neg", (inner,))
        return self._expression(29)

    def _operand(self) -> Node:
        token = self._next()
        match token.kind:
            case "num":
                return Num(token.value)
            case "name":
                if token.text == "\\e":
                    if self._kind() == "op" and self._tokens[self._at].text == "^":
                        self._at += 1
                        return Call("exp", (self._exponent(),))
                    return Num(math.e)
                return self._called(Name(token.text))
            case "new":
                return New(token.text)
            case "rate":
                return Rate()
            case "der":
                of, by = token.text.rstrip("!").split()
                return self._bar(Der(of, by, token.text.endswith("!")))
            case "op" if token.text == "-":
                inner = self._expression(15)
                return Num(-inner.value) if isinstance(inner, Num) else Call("neg", (inner,))
            case "op" if token.text == "+":
                return self._expression(15)
            case "open":
                if self._kind() == "diff" and (bracketed := self._bracketed()):
                    return bracketed
                inner = self._expression(0)
                if self._kind() == "cmp":  # [s > 0], which is 1 or 0
                    sign = self._next().text
                    inner = Call(sign, (inner, self._expression(0)))
                    if inner.args[1] != Num(0.0):
                        raise UnreadError  # worlds near a point cannot tell s > 0 from s > 1
                self._expect("close")
                return self._bar(inner)
            case "group":
                inner = self._expression(0)
                self._expect("end")
                return inner
            case "sqrt":
                return Call("sqrt", (self._group(),))
            case "fn":
                return self._function(token.text)
            case "frac":
                return self._fraction()
            case "pd":
                return self._bar(self._derivative(self._group(), self._group()))
            case "diffsub":
                above = self._expression(25) if self._kind() != "open" else self._operand()
                return self._bar(self._derivative(above, Name(token.text)))
            case "diff":
                return self._slashed()
        raise UnreadError

    def _bar(self, node: Node) -> Node:
        """Take a bar that says where a derivative is evaluated, or that it is the direct one."""
        if self._kind() == "bar":
            direct = "direct" in self._next().text
            if direct and isinstance(node, Der):
                return Der(node.of, node.by, True)
        elif isinstance(node, Der) and self._kind() == "open":
            self._skip_point()
        return node

    def _called(self, name: Name) -> Node:
        """Pass over the arguments of a node that is written as a function: f(w, x, b, z), f(w_{t-1})."""
        at = self._at + 1
        if self._kind() == "open" and name.name in self._exercise.arguments:
            while at < len(self._tokens) and self._tokens[at].kind in ("name", "sep"):
                at += 1
            names = self._tokens[self._at + 1 : at]
            closes = at < len(self._tokens) and self._tokens[at].kind == "close"
            if names and closes and all(t.kind == "sep" or t.text in self._exercise.graph.inputs for t in names):
                self._at = at + 1
        return name

    def _skip_point(self) -> None:
        """Pass over the point at which a derivative is taken, as in df/dw(2, 5, 3, -2)."""
        at, commas = self._at + 1, 0
        while at < len(self._tokens) and self._tokens[at].kind in ("num", "sep", "op"):
            commas += self._tokens[at].kind == "sep"
            at += 1
        if commas and at < len(self._tokens) and self._tokens[at].kind == "close":
            self._at = at + 1

    def _group(self) -> Node:
        token = self._next()
        if token.kind == "num":  # \frac12
            return Num(token.value)
        if token.kind == "name":
            return Name(token.text)
        if token.kind != "group":
            raise UnreadError
        inner = self._expression(0)
        self._expect("end")
        return inner

    def _function(self, name: str) -> Node:
        if self._kind() == "op" and self._tokens[self._at].text == "^":  # tanh^2(x)
            self._at += 1
            exponent = self._operand()
            return Call("^", (self._function(name), exponent))
        opening = self._kind()
        if opening in ("open", "group"):
            self._at += 1
            args = [self._expression(0)]
            while self._kind() == "sep" and self._tokens[self._at].text == "comma":
                self._at += 1
                args.append(self._expression(0))
            self._expect("close" if opening == "open" else "end")
        else:
            args = [self._expression(25)]
        if len(args) != (2 if name in ("max", "min") else 1):
            raise UnreadError
        if name.startswith("d") and isinstance(args[0], Name):  # sigma'(v), where a = sigma(v)
            graph = self._exercise.graph
            for node, operands in self._exercise.arguments.items():
                op = graph.op_of(graph.index_of(node))
                if op is not None and op.name == name[1:] and operands == (args[0].name,):
                    return Der(node, args[0].name)
        return Call(name, tuple(args))

    def _fraction(self) -> Node:
        start, deep = self._at, self._deep("group")
        if self._kind(deep) == "diff" and deep:
            self._at += deep + 1
            of = None if self._kind() == "end" else self._expression(0)
            self._skip("end", deep)
            self._skip("group", self._deep("group"))
            self._expect("diff")
            by = self._expression(0)
            self._skip("end", max(1, self._deep("end")) if deep > 1 else 1)
            if of is None:
                of = self._differentiated()
            return self._bar(self._derivative(of, by))
        self._at = start
        above, below = self._group(), self._group()
        return self._bar(Call("/", (above, below)))

    def _bracketed(self) -> Node | None:
        """Take (df)/(dw), of which the first bracket is passed."""
        kinds = [self._kind(i) for i in range(7)]
        if kinds != ["diff", "name", "close", "op", "open", "diff", "name"] or self._tokens[self._at + 3].text != "/":
            return None
        of, by = self._tokens[self._at + 1].text, self._tokens[self._at + 6].text
        self._at += 7
        self._expect("close")
        return self._derivative(Name(of), Name(by))

    def _deep(self, kind: str) -> int:
        """Return how many braces of a kind stand here."""
        deep = 0
        while self._kind(deep) == kind:
            deep += 1
        return deep

    def _skip(self, kind: str, count: int) -> None:
        for _ in range(count):
            self._expect(kind)

    def _differentiated(self) -> Node:
        """Take what stands behind d/dw: a product of names, or one factor where other things are in it."""
        start = self._at
        product = self._expression(19)
        if any(not isinstance(leaf, Name | Num) for leaf in leaves(product)):
            self._at = start
            return self._expression(25)
        return product

    def _slashed(self) -> Node:
        """Take df/dw, d/dw (f), d(zr)/dw, or a lone dw, the gradient of the output by w as programs call it."""
        of = None if self._kind() == "op" else self._operand()
        token = self._next() if self._at < len(self._tokens) else None
        if token is None or token.kind != "op" or token.text != "/" or self._kind() != "diff":
            raise UnreadError
        self._at += 1
        by = self._operand()
        if of is None:
            of = self._differentiated()
        return self._bar(self._derivative(of, by))

    def _derivative(self, of: Node, by: Node) -> Node:
        if not isinstance(by, Name):
            raise UnreadError
        exercise = self._exercise
        if isinstance(of, Name):
            if of.name in exercise.arguments:
                return Der(of.name, by.name)
            if of.name in exercise.names and by.name in exercise.names and by.name not in exercise.arguments:
                return Num(float(of.name == by.name))  # dx/dx, and dx/dw of inputs
            raise UnreadError
        if any(not isinstance(leaf, Name | Num) for leaf in leaves(of)):
            raise UnreadError
        node = self._node_of(of)
        return Der(node, by.name) if node else Slope(of, by.name)

    def _node_of(self, expression: Node) -> str | None:
        """Return the node that an expression of names is, for all inputs."""
        exercise = self._exercise
        for name in exercise.arguments:
            values = [(evaluate(expression, world, exercise.lr), world.value[name]) for world in exercise.worlds]
            if all(abs(a - b) <= 1e-9 * max(1.0, abs(b)) for a, b in values):
                return name
        return None
