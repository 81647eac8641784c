"""The engine: an append-only tape of operations, their values, and gradients by walking it backward.

The tape is three parallel lists (op codes, argument indices, values). An operation is appended after its arguments, so
the reversed tape is an order in which every node comes before its arguments: going backward needs no sorting and no
recursion.
"""

import math
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import numpy as np

from gradbook.graph import gradcheck as checking
from gradbook.graph.errors import GraphError
from gradbook.graph.expression import Apply, Expr, Number, Symbol
from gradbook.graph.gradcheck import Check
from gradbook.graph.lookup import Local, Lookup
from gradbook.graph.ops import OPS, Op, Value
from gradbook.graph.parser import parse
from gradbook.graph.printing import number_text
from gradbook.graph.values import as_value, fit, short, zero_like

_TABLE = tuple(OPS.values())
_CODES = {op.name: code for code, op in enumerate(_TABLE)}
_VJPS = tuple(op.vjp for op in _TABLE)
FOREIGN, INPUT, CONSTANT = 253, 254, 255
_OUTPUTS = ("f", "L", "y")
_AUTOMATIC = ["q", "r", "s", "t", "u", "v", "p", "m", "n", "k", "h", "g", "c", "d", "e", "y"]


class Graph:
    """A computational graph with values and gradients.

    >>> g = Graph("f = z*(w*x + b)", x=2, w=5, b=-2, z=3)
    >>> g.value["q"], g.value["f"], g.grad["w"], g.local["q", "w"]
    (10.0, 24.0, 6.0, 2.0)

    Args:
        text: statements such as "q = w*x; r = q + b; f = z*r"; unnamed intermediates are named q, r, s, ...
            and an unnamed output f.
            Leave it out to build the graph with `input` and Python operators.
        **values: a number or an array for each input.

    Raises:
        GraphError: the text cannot be read, a value is missing or not finite, or an operation is not defined there.
    """

    def __init__(self, text: str | None = None, /, **values: Any) -> None:
        self._codes = bytearray()
        self._args: list[tuple[int, ...]] = []
        self._values: list[Any] = []
        self._settings: dict[int, tuple[float, ...]] = {}
        self._foreign: dict[int, Op] = {}  # ops outside the table: a module's, calculated by PyTorch
        self._names: dict[str, int] = {}
        self._name_of: dict[int, str] = {}
        self._constants: dict[float, int] = {}
        self.targets: set[int] = set()  # inputs to learn towards, whose gradients nobody asks for
        self.batch: int | None = None  # the size that is written as N, for a graph read from a module
        self._adjoint: tuple[int, int, list[Any]] | None = None  # (of, length of the tape then, adjoints)
        self._fixed_output: int | None = None
        self.text = text
        if text is not None:
            self._build(text, values)
        else:
            for name, value in values.items():
                self.input(name, value)

    # -- building ------------------------------------------------------------------------------------------------------

    def input(self, name: str, value: Any) -> "Node":
        """Add an input and return it, to be calculated with.

        Raises:
            GraphError: the name is taken or no name, or the value is not a finite number or array.
        """
        index = self._push(INPUT, (), as_value(name, value))
        self._set_name(index, name)
        return Node(self, index)

    def apply(self, op: str, *args: "Node | float", settings: tuple[float, ...] = ()) -> "Node":
        """Add an operation of the op table and return its result.

        Raises:
            GraphError: the op is not defined at these values, or an argument belongs to another graph.
        """
        return Node(self, self._operate(_CODES[op], tuple(self._lift(arg) for arg in args), settings))

    def apply_foreign(self, op: Op, *args: "Node") -> "Node":
        """Add an operation that is not in the op table and return its result."""
        value = op.value(*(self._values[arg.index] for arg in args))
        index = self._push(FOREIGN, tuple(arg.index for arg in args), value)
        self._foreign[index] = op
        return Node(self, index)

    @classmethod
    def from_module(cls, model: Any, x: Any, *, loss: Any = "cross_entropy", target: Any = None) -> "Graph":
        """Read a PyTorch module, to be explained in matrix form: see `modules.from_module`."""
        from gradbook.graph.torch_module import from_module

        return from_module(model, x, loss=loss, target=target)

    def name(self, name: str, node: "Node") -> "Node":
        """Name a node, and return it.

        Raises:
            GraphError: the name is taken or no name.
        """
        self._set_name(node.index, name)
        return node

    def _build(self, text: str, values: Mapping[str, Any]) -> None:
        statements = parse(text)
        assigned = {name for name, _ in statements if name}
        for name in values:
            if name in assigned:
                raise GraphError(f"{name} is calculated in the expression, so it can have no value of its own.")
        needed = _symbols(expr for _, expr in statements)
        used = [name for name in values if name in needed]
        if idle := [name for name in values if name not in needed]:
            raise GraphError(f"{', '.join(idle)} {'does' if len(idle) == 1 else 'do'} not occur in the expression.")
        for name in used:
            self.input(name, values[name])
        last = -1
        for given, expr in statements:
            last = self._grow(expr)
            if given is None:
                continue
            name = given
            if name in self._names:
                raise GraphError(f"{name} is calculated twice.")
            if self._codes[last] == INPUT or last in self._name_of or self._codes[last] == CONSTANT:
                self._names[name] = last  # a second name for the same node
                if self._codes[last] == CONSTANT:
                    self._name_of[last] = name
            else:
                self._set_name(last, name)
        self._fixed_output = last
        if self._codes[last] < INPUT and last not in self._name_of:
            free = [name for name in _OUTPUTS if name not in self._names]
            if free:
                self._set_name(last, free[0])
        for index in range(len(self._values)):
            if self._codes[index] < INPUT:
                self.name_of(index)

    def _grow(self, expr: Expr) -> int:
        match expr:
            case Number(value):
                return self._constant(value)
            case Symbol(name):
                if name not in self._names:
                    raise GraphError(f"{name} has no value. Give it one: {name}=...")
                return self._names[name]
            case Apply(op, args):
                arity = OPS[op].arity
                settings = tuple(arg.value for arg in args[arity:] if isinstance(arg, Number))
                return self._operate(_CODES[op], tuple(self._grow(arg) for arg in args[:arity]), settings)
        raise GraphError("derivatives cannot be calculated with in a graph.")

    def _operate(self, code: int, args: tuple[int, ...], settings: tuple[float, ...] = ()) -> int:
        op, values = _TABLE[code], [self._values[arg] for arg in args]
        try:
            with np.errstate(divide="raise", over="raise", invalid="raise"):
                value = op.value(*values, *settings)
        except (ArithmeticError, ValueError, TypeError, IndexError) as error:
            raise GraphError(self._undefined(op, args, error)) from None
        if isinstance(value, np.ndarray | np.generic):
            value = value.astype(np.float64) if value.ndim else float(value)
        if type(value) is float and not math.isfinite(value):
            raise GraphError(self._undefined(op, args, OverflowError("the result is too large")))
        index = self._push(code, args, value)
        if settings:
            self._settings[index] = settings
        return index

    def _push(self, code: int, args: tuple[int, ...], value: Any) -> int:
        index = len(self._values)
        self._codes.append(code)
        self._args.append(args)
        self._values.append(value)
        return index

    def _constant(self, value: float) -> int:
        index = self._constants.get(value)
        if index is None:
            index = self._constants[value] = self._push(CONSTANT, (), value)
        return index

    def _lift(self, value: Any) -> int:
        if isinstance(value, Node):
            if value.graph is not self:
                raise GraphError("these nodes belong to two graphs; build them from the inputs of one.")
            return value.index
        if isinstance(value, int | float | np.number):
            return self._constant(float(value))
        return self._push(CONSTANT, (), as_value("a constant", value))

    def _undefined(self, op: Op, args: tuple[int, ...], error: Exception) -> str:
        parts = ", ".join(f"{self.name_of(arg)} = {short(self._values[arg])}" for arg in args)
        reason = str(error) or type(error).__name__
        return f"{op.name} is not defined for {parts} ({reason})."

    # -- names ---------------------------------------------------------------------------------------------------------

    def name_of(self, index: int) -> str:
        """Return the name of a node; one that has none yet gets the next free letter. A constant is its number."""
        name = self._name_of.get(index)
        if name is not None:
            return name
        if self._codes[index] == CONSTANT:
            value = self._values[index]
            return number_text(value) if type(value) is float else "const"
        for name in _AUTOMATIC:
            if name not in self._names:
                break
        else:
            name = f"v{index}"
        self._names[name] = index
        self._name_of[index] = name
        return name

    def _set_name(self, index: int, name: str) -> None:
        if not name.isidentifier():
            raise GraphError(f"{name!r} is not a name: use letters, digits and _, beginning with a letter.")
        if name in self._names:
            raise GraphError(f"the name {name} is taken.")
        self._names[name] = index
        self._name_of[index] = name

    def index_of(self, name: str) -> int:
        """Return the place of a named node on the tape.

        Raises:
            GraphError: there is no such node.
        """
        try:
            return self._names[name]
        except KeyError:
            known = ", ".join(list(self._names)[:30])
            raise GraphError(f"there is no node {name!r}. There are {known}.") from None

    # -- reading -------------------------------------------------------------------------------------------------------

    def __len__(self) -> int:
        """The number of nodes, constants included."""
        return len(self._values)

    @property
    def output(self) -> str:
        """The node whose gradients `grad` gives: the last one, unless set."""
        return self.name_of(self._output)

    @output.setter
    def output(self, name: str) -> None:
        self._fixed_output = self.index_of(name)

    @property
    def _output(self) -> int:
        if not self._values:
            raise GraphError("the graph is empty.")
        return len(self._values) - 1 if self._fixed_output is None else self._fixed_output

    @property
    def inputs(self) -> list[str]:
        """The names of the inputs, in the order in which they were given."""
        return [self._name_of[i] for i in range(len(self._values)) if self._codes[i] == INPUT]

    @property
    def intermediates(self) -> list[str]:
        """The names of the calculated nodes, in order of calculation, the output included."""
        return [self.name_of(i) for i in range(len(self._values)) if self._codes[i] < INPUT]

    @property
    def value(self) -> Lookup:
        """Values by name: `g.value["q"]`."""
        return Lookup(self, lambda index: self._values[index])

    @property
    def grad(self) -> Lookup:
        """Gradients of the output by name: `g.grad["w"]`."""
        return Lookup(self, lambda index: self._gradient(self._output, index))

    @property
    def local(self) -> Local:
        """Local derivatives, of a node by one of its arguments: `g.local["q", "w"]`."""
        return Local(self)

    def derivative(self, of: str, by: str) -> Value:
        """Return the total derivative of one node by another (0 where it does not depend on it).

        Raises:
            GraphError: a node is absent, `of` is not a single number, or the derivative is not defined.
        """
        return self._gradient(self.index_of(of), self.index_of(by))

    def op_of(self, index: int) -> Op | None:
        """Return the op that made a node; None for an input or constant."""
        code = self._codes[index]
        if code == FOREIGN:
            return self._foreign[index]
        return None if code >= INPUT else _TABLE[code]

    def args_of(self, index: int) -> tuple[int, ...]:
        """Return the places of a node's arguments on the tape."""
        return self._args[index]

    def settings_of(self, index: int) -> tuple[float, ...]:
        """Return the numbers that belong to a node's op, such as an axis."""
        return self._settings.get(index, ())

    def is_constant(self, index: int) -> bool:
        """Whether a node is a number of the expression."""
        return self._codes[index] == CONSTANT

    def formula(self, index: int) -> Expr:
        """Return a node in terms of its arguments' names; constants appear as numbers."""
        op = self.op_of(index)
        if op is None:
            return self.leaf(index)
        settings = tuple(Number(setting) for setting in self.settings_of(index))
        return Apply(op.name, (*(self.leaf(arg) for arg in self._args[index]), *settings))

    def leaf(self, index: int) -> Expr:
        """Return a node as a symbol, or as a number if it is a constant number."""
        value = self._values[index]
        if self._codes[index] == CONSTANT and type(value) is float and index not in self._name_of:
            return Number(value)
        return Symbol(self.name_of(index))

    # -- gradients -----------------------------------------------------------------------------------------------------

    def _gradient(self, of: int, by: int) -> Value:
        if by > of:
            return zero_like(self._values[by])
        found = self._adjoints(of)[by]
        gradient = zero_like(self._values[by]) if found is None else found
        if not np.all(np.isfinite(gradient)):
            raise GraphError(f"the derivative of {self.name_of(of)} by {self.name_of(by)} is not defined here.")
        return gradient

    def _adjoints(self, of: int) -> list[Any]:
        """Return the gradient of node `of` by every node up to it; None or 0 where it does not depend on it."""
        if self._adjoint is not None and self._adjoint[:2] == (of, len(self._values)):
            return self._adjoint[2]
        if type(self._values[of]) is not float:
            shape = "x".join(map(str, np.shape(self._values[of])))
            raise GraphError(
                f"gradients are those of a single number, and {self.name_of(of)} is an array ({shape}). "
                "End the graph with sum, mean or a loss, or set another output."
            )
        numbers = not self._settings and not self._foreign and set(map(type, self._values)) == {float}
        adjoints = (self._backward_numbers if numbers else self._backward_arrays)(of)
        self._adjoint = (of, len(self._values), adjoints)
        return adjoints

    def _backward_numbers(self, of: int) -> list[Any]:
        """Go backward through a graph of numbers only; kept short, because it runs once for each of a million nodes."""
        codes, args_of, values, vjps = self._codes, self._args, self._values, _VJPS
        adjoints = [0.0] * (of + 1)
        adjoints[of] = 1.0
        index = of
        try:
            for index in range(of, -1, -1):
                g = adjoints[index]
                if g:  # what gets no gradient passes none on
                    args = args_of[index]
                    if len(args) == 2:
                        a, b = args
                        by_a, by_b = vjps[codes[index]](g, values[index], values[a], values[b])
                        adjoints[a] += by_a
                        adjoints[b] += by_b
                    elif args:
                        inputs = [values[arg] for arg in args]
                        for arg, part in zip(args, vjps[codes[index]](g, values[index], *inputs), strict=True):
                            adjoints[arg] += part
        except (ArithmeticError, ValueError) as error:
            raise GraphError(self._infinite(index, error)) from None
        return adjoints

    def _backward_arrays(self, of: int) -> list[Any]:
        """Go backward through any graph; nodes that the output does not depend on get None."""
        adjoints: list[Any] = [None] * (of + 1)
        adjoints[of] = 1.0
        index = of
        try:
            for index in range(of, -1, -1):
                g = adjoints[index]
                args = self._args[index]
                if g is None or not args:
                    continue
                code = self._codes[index]
                vjp = self._foreign[index].vjp if code == FOREIGN else _VJPS[code]
                inputs = [self._values[arg] for arg in args]
                with np.errstate(divide="raise", over="raise", invalid="raise"):
                    parts = vjp(g, self._values[index], *inputs, *self._settings.get(index, ()))
                for arg, part in zip(args, parts, strict=True):
                    share = fit(part, self._values[arg])
                    old = adjoints[arg]
                    adjoints[arg] = share if old is None else old + share
        except (ArithmeticError, ValueError) as error:
            raise GraphError(self._infinite(index, error)) from None
        return adjoints

    def _infinite(self, index: int, error: Exception) -> str:
        op = self.op_of(index)
        assert op is not None
        inputs = ", ".join(f"{self.name_of(arg)} = {short(self._values[arg])}" for arg in self._args[index])
        return f"{self.name_of(index)} = {op.name}(...) has no finite derivative at {inputs} ({error})."

    def local_gradient(self, of: int, by: int) -> Value:
        """Return the derivative of a node by one of its arguments, the others held fixed.

        For an elementwise op on arrays, entry by entry.

        Raises:
            GraphError: `by` is no argument of `of`, or the op does not act entry by entry.
        """
        op = self.op_of(of)
        args = self._args[of]
        if op is None or by not in args:
            raise GraphError(f"{self.name_of(by)} is no argument of {self.name_of(of)}: there is no local derivative.")
        values = [self._values[arg] for arg in args]
        numbers = all(type(value) is float for value in values) and type(self._values[of]) is float
        if not numbers and not op.elementwise:
            raise GraphError(
                f"{self.name_of(of)} is {op.name} of arrays, whose local derivative is no array of the same shape. "
                "Its gradients are explained in matrix form."
            )
        one = 1.0 if type(self._values[of]) is float else np.ones(np.shape(self._values[of]))
        try:
            parts = op.vjp(one, self._values[of], *values, *self.settings_of(of))
        except (ArithmeticError, ValueError) as error:
            raise GraphError(f"{self.name_of(of)} has no finite derivative by {self.name_of(by)} ({error}).") from None
        shares = [part for arg, part in zip(args, parts, strict=True) if arg == by]
        result: Value = shares[0] if len(shares) == 1 else sum(shares[1:], shares[0])
        return result

    def step(self, lr: float, wrt: Iterable[str] | None = None) -> dict[str, Value]:
        """Return the values of inputs after one step of gradient descent, value - lr * gradient.

        Args:
            lr: the learning rate.
            wrt: the inputs to change; by default those that `parameters` gives.
        """
        names = self.parameters() if wrt is None else list(wrt)
        for name in names:
            if self._codes[self.index_of(name)] != INPUT:
                raise GraphError(f"{name} is calculated, so it cannot be changed by a step. Inputs: {self.inputs}.")
        return {name: self.value[name] - lr * self.grad[name] for name in names}

    def parameters(self) -> list[str]:
        """Return the inputs that training would change: those called w..., b... or theta..., else all.

        They come in the order in which they occur in the calculation.
        """
        order: dict[str, None] = {}
        for args in self._args:
            order.update((self._name_of[arg], None) for arg in args if self._codes[arg] == INPUT)
        chosen = [name for name in order if name[0] in "wWbB" or name.startswith("theta")]
        return chosen or self.inputs

    def kinks(self) -> list[str]:
        """Say where the derivative is a convention because the graph has a kink exactly there."""
        return checking.kinks(self)

    @property
    def labels(self) -> set[int]:
        """The nodes without a gradient of interest: `targets`, and the class numbers of a cross-entropy."""
        code = _CODES["cross_entropy"]
        found = {self._args[i][1] for i in range(len(self._codes)) if self._codes[i] == code}
        return self.targets | {index for index in found if np.ndim(self._values[index]) < 2}

    def check(self, step: float = 1e-6) -> Check:
        """Compare every gradient of the output with central differences.

        Args:
            step: the change of an entry, relative to its size where that is above 1.
        """
        return checking.check(self, step)

    def value_at(self, index: int) -> Value:
        """Return the value at a place of the tape."""
        value: Value = self._values[index]
        return value

    # -- showing, which other modules do -------------------------------------------------------------------------------

    def explain(self, by: str, of: str | None = None) -> Any:
        """Return the derivation of one gradient, step by step: see `explain.explain`."""
        from gradbook.graph.derive import explain

        return explain(self, by, of)

    def solution(self, lr: float = 0.01, wrt: Iterable[str] | None = None) -> Any:
        """Return the whole derivation, from values to the update: see `explain.solution`."""
        from gradbook.graph.derive import solution

        return solution(self, lr, wrt)

    def draw(self, *, values: bool = True, grads: bool = True) -> str:
        """Return the graph's picture as SVG; without values or gradients there are blanks to fill in."""
        from gradbook.graph.drawing.svg import svg

        return svg(self, values=values, grads=grads)

    def _repr_svg_(self) -> str:
        """Show the graph in Jupyter as its picture."""
        return self.draw()

    def __repr__(self) -> str:
        if not self._values:
            return "<Graph, empty>"
        return f"<Graph of {len(self)} nodes, {self.output} = {short(self._values[self._output])}>"


class Node:
    """A node of a graph, to be calculated with by Python's operators."""

    __slots__ = ("graph", "index")

    def __init__(self, graph: Graph, index: int) -> None:
        self.graph = graph
        self.index = index

    @property
    def value(self) -> Value:
        """The node's value."""
        value: Value = self.graph._values[self.index]
        return value

    @property
    def T(self) -> "Node":  # noqa: N802 (as numpy and torch call it)
        """The transpose."""
        return self.graph.apply("transpose", self)

    def __neg__(self) -> "Node":
        return self.graph.apply("neg", self)

    def __abs__(self) -> "Node":
        return self.graph.apply("abs", self)

    def __repr__(self) -> str:
        return f"<Node {self.graph.name_of(self.index)} = {short(self.value)}>"


def _operator(op: str) -> Callable[[Node, Any], Node]:
    """Make one of `Node`'s binary operators. Two numbers take the short way; all else goes through `_operate`."""
    code, calculate = _CODES[op], OPS[op].value

    def method(self: Node, other: Any) -> Node:
        graph = self.graph
        if type(other) is Node and other.graph is graph:
            a, b, values = self.index, other.index, graph._values
            try:
                value = calculate(values[a], values[b])
            except (ArithmeticError, ValueError):
                value = None
            if type(value) is float and value - value == 0.0:  # neither infinite nor nan
                index = len(values)
                graph._codes.append(code)
                graph._args.append((a, b))
                values.append(value)
                return Node(graph, index)
        return Node(graph, graph._operate(code, (self.index, graph._lift(other))))

    return method


def _swapped(op: str) -> Callable[[Node, Any], Node]:
    """Make the operator for a number or array on the left."""
    code = _CODES[op]
    return lambda self, other: Node(self.graph, self.graph._operate(code, (self.graph._lift(other), self.index)))


for _name, _op in {
    "add": "add",
    "sub": "sub",
    "mul": "mul",
    "truediv": "div",
    "pow": "pow",
    "matmul": "matmul",
}.items():
    setattr(Node, f"__{_name}__", _operator(_op))
    setattr(Node, f"__r{_name}__", _swapped(_op))


def _symbols(exprs: Iterable[Expr]) -> set[str]:
    found: set[str] = set()
    stack = list(exprs)
    while stack:
        expr = stack.pop()
        if isinstance(expr, Symbol):
            found.add(expr.name)
        elif isinstance(expr, Apply):
            stack.extend(expr.args)
    return found
