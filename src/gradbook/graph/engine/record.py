"""What was calculated: an append-only record of operations with their values.

The record is four parallel lists: op codes, first and second arguments, values. An operation is appended after its
arguments, so the reversed record is an order in which every node comes before its arguments. The lists hold numbers
only, which Python's garbage collector need not look through; with a tuple of arguments for each node it would take
a fifth of the time of building a large graph.
"""

import math
from collections.abc import Sequence
from typing import Any

import numpy as np

from gradbook.graph.engine.names import Names
from gradbook.graph.errors import GraphError
from gradbook.graph.expression import Apply, Expr, Number, Symbol
from gradbook.graph.ops import OPS, Op, Value
from gradbook.graph.printing import number_text, text
from gradbook.graph.values import as_value, short

TABLE = tuple(OPS.values())
CODES = {op.name: code for code, op in enumerate(TABLE)}
FOREIGN, INPUT, CONSTANT = 253, 254, 255
NONE = -1  # no argument
ERRORS = (ArithmeticError, ValueError, TypeError, IndexError, AttributeError)


# What Python's math says, said to a learner.
_REASONS = {
    "float division by zero": "division by zero",
    "math domain error": "there is no such number",
    "math range error": "the result is too large",
}


class Record:
    """Nodes with values and names, in the order in which they are calculated. A node is known by its place."""

    def __init__(self) -> None:
        self._codes: list[int] = []
        self._first: list[int] = []
        self._second: list[int] = []
        self._values: list[Any] = []
        self._more: dict[int, tuple[int, ...]] = {}  # arguments after the second
        self._settings: dict[int, tuple[float, ...]] = {}
        self._foreign: dict[int, Op] = {}  # ops outside the table: a module's, calculated by PyTorch
        self._constants: dict[float, int] = {}
        self._names = Names(self._codes, INPUT)
        self._only_numbers = True  # then going backward takes a short way

    # -- building ------------------------------------------------------------------------------------------------------

    def add_input(self, name: str, value: Any) -> int:
        """Add an input and return its place.

        Raises:
            GraphError: the name is taken or no name, or the value is not a finite number or array.
        """
        index = self._push(INPUT, (), as_value(name, value))
        self._names.give(index, name)
        return index

    def constant(self, value: Any) -> int:
        """Return the place of a number or array that is no input; a number gets one place however often it occurs.

        Raises:
            GraphError: it is not a finite number or array.
        """
        if not isinstance(value, int | float | np.number):
            return self._push(CONSTANT, (), as_value("a constant", value))
        number = float(as_value("a constant", value))
        if number not in self._constants:
            self._constants[number] = self._push(CONSTANT, (), number)
        return self._constants[number]

    def operate(self, op: str | Op, args: Sequence[int], settings: tuple[float, ...] = ()) -> int:
        """Add an operation and return its place.

        Args:
            op: the name of an entry of the op table, or an op that is not in it.
            args: the places of its arguments.
            settings: the numbers that follow its arguments, such as an axis.

        Raises:
            GraphError: the op is not defined at these values.
        """
        entry = OPS[op] if isinstance(op, str) else op
        index = self._push(
            CODES[op] if isinstance(op, str) else FOREIGN, args, self._evaluate(entry, args, settings), settings
        )
        if not isinstance(op, str):
            self._foreign[index] = op
        return index

    def set_name(self, index: int, name: str) -> None:
        """Name the node at a place.

        Raises:
            GraphError: the name is taken or no name.
        """
        self._names.give(index, name)

    def _push(self, code: int, args: Sequence[int], value: Any, settings: tuple[float, ...] = ()) -> int:
        index = len(self._values)
        self._codes.append(code)
        self._first.append(args[0] if args else NONE)
        self._second.append(args[1] if len(args) > 1 else NONE)
        self._values.append(value)
        if len(args) > 2:
            self._more[index] = tuple(args[2:])
        if settings:
            self._settings[index] = settings
        if type(value) is not float or settings or code == FOREIGN:
            self._only_numbers = False
        return index

    def _evaluate(self, op: Op, args: Sequence[int], settings: tuple[float, ...]) -> Value:
        """Return what an op makes of its arguments' values."""
        values = [self._values[arg] for arg in args]
        try:
            if op.elementwise and all(type(value) is float for value in values):
                result = op.value(*values, *settings)  # by the math module, which raises errors by itself
            else:
                with np.errstate(divide="raise", over="raise", invalid="raise"):
                    result = op.value(*values, *settings)
        except ERRORS as error:
            raise GraphError(self._undefined(op, args, error)) from None
        if isinstance(result, np.ndarray | np.generic):
            result = result.astype(np.float64) if result.ndim else float(result)
        if type(result) is float and not math.isfinite(result):
            raise GraphError(self._undefined(op, args, OverflowError("the result is too large")))
        value: Value = result
        return value

    def _undefined(self, op: Op, args: Sequence[int], error: Exception) -> str:
        formula = Apply(op.name, tuple(map(self.leaf, args)))
        given = ", ".join(self._account(arg) for arg in dict.fromkeys(args) if isinstance(self.leaf(arg), Symbol))
        is_shape = not isinstance(error, ArithmeticError) and not op.elementwise
        if is_shape and all(type(self._values[arg]) is float for arg in args):
            reason = f"{op.name} takes arrays"
        elif "core dimension" in str(error) or "broadcast" in str(error):
            reason = "these shapes do not fit"
        else:
            reason = _REASONS.get(str(error), str(error)) or type(error).__name__
        return f"{text(formula)} is not defined{f' for {given}' if given else ''} ({reason})."

    def _account(self, index: int) -> str:
        """Say what a node is; one that the user did not name with its formula."""
        unnamed = self._codes[index] < INPUT and not self.has_name(index)
        middle = f" = {text(self.formula(index))}" if unnamed else ""
        return f"{self.name_of(index)}{middle} = {short(self._values[index])}"

    # -- reading -------------------------------------------------------------------------------------------------------

    def __len__(self) -> int:
        """The number of nodes, constants included."""
        return len(self._values)

    def name_of(self, index: int) -> str:
        """Return the name of the node at a place; a constant without one is its number."""
        if self._codes[index] == CONSTANT and self._names.given(index) is None:
            value = self._values[index]
            return number_text(value) if type(value) is float else "const"
        return self._names.of(index)

    def index_of(self, name: str) -> int:
        """Return the place of a named node on the tape.

        Raises:
            GraphError: there is no such node.
        """
        index = self._names.place(name)
        if index is None:
            known = self._names.known()
            there_are = f"There are {', '.join(known[:30])}." if known else "There are none."
            raise GraphError(f"there is no node {name!r}. {there_are}")
        return index

    def is_taken(self, name: str) -> bool:
        """Whether a node was given this name."""
        return self._names.is_given(name)

    def has_name(self, index: int) -> bool:
        """Whether the node at a place was given a name."""
        return self._names.given(index) is not None

    @property
    def inputs(self) -> list[str]:
        """The names of the inputs, in the order in which they were given."""
        return [self._names.of(i) for i, code in enumerate(self._codes) if code == INPUT]

    @property
    def intermediates(self) -> list[str]:
        """The names of the calculated nodes, in order of calculation, the output included."""
        return [self._names.of(i) for i, code in enumerate(self._codes) if code < INPUT]

    def _all_names(self) -> list[str]:
        return [*self.inputs, *self.intermediates]

    def value_at(self, index: int) -> Value:
        """Return the value at a place of the tape."""
        value: Value = self._values[index]
        return value

    def op_of(self, index: int) -> Op | None:
        """Return the op that made a node; None for an input or constant."""
        code = self._codes[index]
        if code == FOREIGN:
            return self._foreign[index]
        return None if code >= INPUT else TABLE[code]

    def args_of(self, index: int) -> tuple[int, ...]:
        """Return the places of a node's arguments on the tape."""
        pair = self._first[index], self._second[index], *self._more.get(index, ())
        return tuple(arg for arg in pair if arg != NONE)

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
        return Apply(op.name, (*(self.leaf(arg) for arg in self.args_of(index)), *settings))

    def leaf(self, index: int) -> Expr:
        """Return a node as a symbol, or as a number if it is a constant number."""
        value = self._values[index]
        if self._codes[index] == CONSTANT and type(value) is float and not self.has_name(index):
            return Number(value)
        return Symbol(self.name_of(index))
