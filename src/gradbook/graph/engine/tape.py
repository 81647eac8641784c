"""The engine: a record of operations that is built from text, goes backward, and is replayed with other values.

Going backward is one loop over the reversed record: no sorting and no recursion.
"""

import copy
from collections.abc import Iterable, Mapping
from typing import Any, Self

import numpy as np

from gradbook.graph.engine.lookup import LocalLookup, Lookup
from gradbook.graph.engine.record import CODES, ERRORS, FOREIGN, INPUT, NONE, TABLE, Record
from gradbook.graph.errors import GraphError
from gradbook.graph.expression import Apply, Expr, Number, Statement, Symbol, symbols
from gradbook.graph.ops import OPS, Value
from gradbook.graph.parser import parse
from gradbook.graph.printing import statements_text
from gradbook.graph.values import as_value, fit, short, zero_like

_VJPS = tuple(op.vjp for op in TABLE)
OUTPUTS = ("f", "L", "y")  # what a last line without a name is called: the first that is free


class Tape(Record):
    """Nodes with values and gradients, in the order in which they are calculated.

    Attributes:
        text: what the tape was built from; None where it is built operation by operation.
        statements: that text, parsed; empty where there is none.
        result: the place of what the last of them gives, which is the output until another node is made it.
        targets: inputs to learn towards, whose gradients nobody asks for.
        batch: the size that is written as N, for a network; None for all else.

    Args:
        source: statements such as "q = w*x; r = q + b; f = z*r", as text or parsed; unnamed intermediates are named
            q, r, s, ... and an unnamed output f. Leave it out to build the tape operation by operation.
        **values: a number or an array for each input.

    Raises:
        GraphError: the text cannot be read, a value is missing or not finite, or an operation is not defined there.
    """

    def __init__(self, source: str | Iterable[Statement] | None = None, /, **values: Any) -> None:
        super().__init__()
        self._worked_out: dict[int, Value] = {}  # of nodes that are held at another value
        self._adjoint: tuple[int, int, list[Any]] | None = None  # (of, length of the tape then, adjoints)
        self._fixed_output: int | None = None
        self.targets: set[int] = set()
        self.batch: int | None = None
        self.text: str | None = None
        self.statements: tuple[Statement, ...] = ()
        self.result = NONE
        if source is not None:
            self.statements = tuple(parse(source) if isinstance(source, str) else source)
            self.text = source if isinstance(source, str) else statements_text(self.statements)
            self._build(values)
        else:
            for name, value in values.items():
                self.add_input(name, value)

    # -- building ------------------------------------------------------------------------------------------------------

    def _build(self, values: Mapping[str, Any]) -> None:
        assigned = {name for name, _ in self.statements if name}
        for name in values:
            if name in assigned:
                raise GraphError(f"{name} is calculated in the expression, so it can have no value of its own.")
        needed = symbols(expr for _, expr in self.statements)
        if idle := [name for name in values if name not in needed]:
            raise GraphError(f"{', '.join(idle)} {'does' if len(idle) == 1 else 'do'} not occur in the expression.")
        for name, value in values.items():
            self.add_input(name, value)
        last = NONE
        for given, expr in self.statements:
            last = self._grow(expr)
            if given is None:
                continue
            if self._names.is_given(given):
                raise GraphError(f"{given} is calculated twice.")
            if self._names.given(last) is None:
                self._names.give(last, given)
            else:
                self._names.alias(last, given)
        self._fixed_output = self.result = last
        if self._names.given(last) is None:
            free = [name for name in OUTPUTS if not self._names.is_given(name)]
            if free:
                self._names.give(last, free[0])

    def _grow(self, expr: Expr) -> int:
        match expr:
            case Number(value):
                return self.constant(value)
            case Symbol(name):
                if not self._names.is_given(name):
                    if name in (given for given, _ in self.statements):  # which stands there twice is said before
                        raise GraphError(f"{name} is used before it is calculated. Write {name} = ... before it.")
                    raise GraphError(f"{name} has no value. Give it one: {name}=...")
                return self.index_of(name)
            case Apply(op, args):
                arity = OPS[op].arity
                settings = tuple(arg.value for arg in args[arity:] if isinstance(arg, Number))
                return self.operate(op, [self._grow(arg) for arg in args[:arity]], settings)
        raise GraphError("derivatives cannot be calculated with in a graph.")

    # -- replaying -----------------------------------------------------------------------------------------------------

    def replay(self, inputs: Mapping[str, Value] | None = None, *, held: Mapping[str, Value] | None = None) -> Self:
        """Return this tape calculated again with other values; this one stays as it is.

        Args:
            inputs: new values by input; the other inputs keep theirs.
            held: values for calculated nodes, which all that follows is calculated from, instead of what comes out.
                Derivatives remain those of each node's op at its arguments' values.

        Raises:
            GraphError: there is no such input or calculated node, or an operation is not defined at the new values.
        """
        inputs, held = inputs or {}, held or {}
        given = {self.index_of(name): as_value(name, value) for name, value in (*inputs.items(), *held.items())}
        for name in (*inputs, *held):
            if (self._codes[self.index_of(name)] == INPUT) != (name in inputs):
                raise GraphError(f"{name} cannot be replayed so: inputs get values, calculated nodes are held.")
        other = copy.copy(self)
        other._codes, other._first, other._second = self._codes[:], self._first[:], self._second[:]
        other._more, other._settings, other._foreign = dict(self._more), dict(self._settings), dict(self._foreign)
        other._names, other._constants = self._names.copy(other._codes), dict(self._constants)
        other._values, other._worked_out, other._adjoint = [], {}, None
        other.targets = set(self.targets)
        other._only_numbers = self._only_numbers and not held and all(type(value) is float for value in given.values())
        changed = {*given, *self._worked_out}  # what depends on none of it keeps its value
        for index, old in enumerate(self._values):
            op, args, value = self.op_of(index), self.args_of(index), old
            if op is not None and (index in self._worked_out or not changed.isdisjoint(args)):
                changed.add(index)
                value = other._evaluate(op, args, self.settings_of(index))
            if index in given and op is not None:
                other._worked_out[index] = value
            other._values.append(given.get(index, value))
        return other

    # -- reading -------------------------------------------------------------------------------------------------------

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
    def value(self) -> Lookup:
        """Values by name: `tape.value["q"]`."""
        return Lookup(self._all_names, self.index_of, self.value_at)

    @property
    def grad(self) -> Lookup:
        """Gradients of the output by name: `tape.grad["w"]`."""
        return Lookup(self._all_names, self.index_of, lambda index: self._gradient(self._output, index))

    @property
    def local(self) -> LocalLookup:
        """Local derivatives, of a node by one of its arguments: `tape.local["q", "w"]`."""
        return LocalLookup(self.index_of, self.local_gradient)

    @property
    def labels(self) -> set[int]:
        """The nodes without a gradient of interest: `targets`, and the class numbers of a cross-entropy."""
        code = CODES["cross_entropy"]
        found = {self._second[i] for i, other in enumerate(self._codes) if other == code}
        return self.targets | {index for index in found if np.ndim(self._values[index]) < 2}

    def parameters(self) -> list[str]:
        """Return the inputs that training would change: those called w..., b... or theta..., else all.

        They come in the order in which they occur in the calculation.
        """
        used = (arg for index in range(len(self)) for arg in self.args_of(index) if self._codes[arg] == INPUT)
        order = dict.fromkeys(map(self.name_of, used))
        chosen = [name for name in order if name[0] in "wWbB" or name.startswith("theta")]
        return chosen or self.inputs

    # -- gradients -----------------------------------------------------------------------------------------------------

    def derivative(self, of: str, by: str) -> Value:
        """Return the total derivative of one node by another (0 where it does not depend on it).

        Args:
            of: the name of the node that is differentiated, a single number.
            by: the name of the node by which the derivative is taken; the result has its shape.

        Raises:
            GraphError: a node is absent, `of` is not a single number, or the derivative is not defined.
        """
        return self._gradient(self.index_of(of), self.index_of(by))

    def step(self, lr: float, wrt: Iterable[str] | None = None) -> dict[str, Value]:
        """Return the values of inputs after one step of gradient descent, value - lr * gradient.

        Args:
            lr: the learning rate.
            wrt: the inputs to change; by default those that `parameters` gives.

        Raises:
            GraphError: `wrt` names what is absent or calculated, the output is not a single number, a gradient is not
                defined, or the step leads to no number.
        """
        names = self.parameters() if wrt is None else list(wrt)
        for name in names:
            if self._codes[self.index_of(name)] != INPUT:
                inputs = ", ".join(self.inputs)
                raise GraphError(f"{name} is calculated, so it cannot be changed by a step. Inputs: {inputs}.")
        new = {name: self.value[name] - lr * self.grad[name] for name in names}
        for name, value in new.items():
            if not np.all(np.isfinite(value)):
                raise GraphError(f"a step with the rate {lr:g} makes {name} infinite. Take a smaller learning rate.")
        return new

    def local_gradient(self, of: int, by: int) -> Value:
        """Return the derivative of a node by one of its arguments, the others held fixed.

        For an elementwise op on arrays, entry by entry.

        Args:
            of: the node's place.
            by: the argument's place.

        Raises:
            GraphError: `by` is no argument of `of`, or the op does not act entry by entry.
        """
        op = self.op_of(of)
        args = self.args_of(of)
        if op is None or by not in args:
            raise GraphError(f"{self.name_of(by)} is no argument of {self.name_of(of)}: there is no local derivative.")
        values = [self._values[arg] for arg in args]
        out = self._worked_out.get(of, self._values[of])
        numbers = all(type(value) is float for value in values) and type(out) is float
        if not numbers and not op.elementwise:
            raise GraphError(
                f"{self.name_of(of)} is {op.name} of arrays, whose local derivative is no array of the same shape. "
                "Its gradients are explained in matrix form."
            )
        one = 1.0 if type(out) is float else np.ones(np.shape(out))
        try:
            parts = op.vjp(one, out, *values, *self.settings_of(of))
        except ERRORS as error:
            raise GraphError(f"{self.name_of(of)} has no finite derivative by {self.name_of(by)} ({error}).") from None
        shares = [part for arg, part in zip(args, parts, strict=True) if arg == by]
        result: Value = shares[0] if len(shares) == 1 else sum(shares[1:], shares[0])
        return result

    def _gradient(self, of: int, by: int) -> Value:
        if by > of:
            return zero_like(self._values[by])
        found = self._adjoints(of)[by]
        gradient: Value = zero_like(self._values[by]) if found is None else found
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
        adjoints = (self._backward_numbers if self._only_numbers else self._backward_arrays)(of)
        self._adjoint = (of, len(self._values), adjoints)
        return adjoints

    def _backward_numbers(self, of: int) -> list[Any]:
        """Go backward through a tape of numbers only; kept short, because it runs once for each of a million nodes."""
        codes, first, second, values, vjps = self._codes, self._first, self._second, self._values, _VJPS
        adjoints = [0.0] * (of + 1)
        adjoints[of] = 1.0
        index = of
        try:
            for index in range(of, -1, -1):
                g = adjoints[index]
                if g:  # what gets no gradient passes none on
                    a, b = first[index], second[index]
                    if b >= 0:
                        by_a, by_b = vjps[codes[index]](g, values[index], values[a], values[b])
                        adjoints[a] += by_a
                        adjoints[b] += by_b
                    elif a >= 0:
                        adjoints[a] += vjps[codes[index]](g, values[index], values[a])[0]
        except ERRORS as error:
            raise GraphError(self._infinite(index, error)) from None
        return adjoints

    def _backward_arrays(self, of: int) -> list[Any]:
        """Go backward through any tape; nodes that the output does not depend on get None."""
        adjoints: list[Any] = [None] * (of + 1)
        adjoints[of] = 1.0
        index = of
        try:
            for index in range(of, -1, -1):
                g = adjoints[index]
                args = self.args_of(index)
                if g is None or not args:
                    continue
                code = self._codes[index]
                vjp = self._foreign[index].vjp if code == FOREIGN else _VJPS[code]
                inputs = [self._values[arg] for arg in args]
                out = self._worked_out.get(index, self._values[index])
                with np.errstate(divide="raise", over="raise", invalid="raise"):
                    parts = vjp(g, out, *inputs, *self.settings_of(index))
                for arg, part in zip(args, parts, strict=True):
                    share = fit(part, self._values[arg])
                    old = adjoints[arg]
                    adjoints[arg] = share if old is None else old + share
        except ERRORS as error:
            raise GraphError(self._infinite(index, error)) from None
        return adjoints

    def _infinite(self, index: int, error: Exception) -> str:
        op = self.op_of(index)
        assert op is not None
        inputs = ", ".join(f"{self.name_of(arg)} = {short(self._values[arg])}" for arg in self.args_of(index))
        return f"{self.name_of(index)} = {op.name}(...) has no finite derivative at {inputs} ({error})."
