"""A node of a tape, to be calculated with by Python's operators."""

from collections.abc import Callable
from typing import Any

from gradbook.graph.engine.record import CODES
from gradbook.graph.engine.tape import Tape
from gradbook.graph.errors import GraphError
from gradbook.graph.ops import OPS, Value
from gradbook.graph.values import short


class Node:
    """A node of a tape. `node_at` makes one: a constructor of its own would be a third of the time of an operation.

    Attributes:
        tape: where it stands.
        index: its place there.
    """

    __slots__ = ("index", "tape")

    tape: Tape
    index: int

    @property
    def value(self) -> Value:
        """The node's value."""
        return self.tape.value_at(self.index)

    @property
    def T(self) -> "Node":  # noqa: N802 (as numpy and torch call it)
        """The transpose."""
        return operate(self.tape, "transpose", (self,))

    def __neg__(self) -> "Node":
        return operate(self.tape, "neg", (self,))

    def __abs__(self) -> "Node":
        return operate(self.tape, "abs", (self,))

    def __repr__(self) -> str:
        return f"<Node {self.tape.name_of(self.index)} = {short(self.value)}>"


def node_at(tape: Tape, index: int) -> Node:
    """Return the node at a place of a tape."""
    node = Node()
    node.tape = tape
    node.index = index
    return node


def operate(tape: Tape, op: str, args: tuple[Any, ...], settings: tuple[float, ...] = ()) -> Node:
    """Add an operation of the op table to a tape and return its result.

    Args:
        tape: the tape that all nodes belong to.
        op: the operation's name in the table.
        args: nodes, numbers or arrays.
        settings: the numbers that follow the arguments, such as an axis.

    Raises:
        GraphError: the op is not defined at these values, or an argument belongs to another tape.
    """
    return node_at(tape, tape.operate(op, [_place(tape, arg) for arg in args], settings))


def _place(tape: Tape, value: Any) -> int:
    if not isinstance(value, Node):
        return tape.constant(value)
    if value.tape is not tape:
        raise GraphError("these nodes belong to two graphs; build them from the inputs of one.")
    return value.index


def _operator(op: str) -> Callable[[Node, Any], Node]:
    """Make one of `Node`'s binary operators. Two numbers take the short way; all else goes through `operate`."""
    code, calculate = CODES[op], OPS[op].value

    def method(self: Node, other: Any) -> Node:
        tape = self.tape
        if type(other) is Node and other.tape is tape:
            values = tape._values
            a, b = self.index, other.index
            try:
                value = calculate(values[a], values[b])
            except (ArithmeticError, ValueError):
                value = None
            if type(value) is float and value - value == 0.0:  # neither infinite nor nan
                node = Node()
                node.tape = tape
                node.index = len(values)
                tape._codes.append(code)
                tape._first.append(a)
                tape._second.append(b)
                values.append(value)
                return node
        return operate(tape, op, (self, other))

    return method


def _swapped(op: str) -> Callable[[Node, Any], Node]:
    """Make the operator for a number or array on the left."""
    return lambda self, other: operate(self.tape, op, (other, self))


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
