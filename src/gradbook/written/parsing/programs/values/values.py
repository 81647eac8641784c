"""Values of a program: one expression, or those of a vector or matrix, as NumPy and PyTorch calculate with them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from gradbook.graph.expression import Number
from gradbook.written.expression import Call, Node, leaves

MOST_LEAVES = 100
DEEPEST = 50
MOST_ENTRIES = 36

Shape = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Values:
    """Expressions in a shape, row by row; () is one number. None is what is not understood."""

    shape: Shape
    nodes: tuple[Node | None, ...]

    @property
    def is_number(self) -> bool:
        """Whether it is one number."""
        return not self.shape

    def at(self, index: Shape) -> Node | None:
        """Return an entry; a side of one entry goes on as it is."""
        own = index[len(index) - len(self.shape) :]
        place = 0
        for size, one in zip(self.shape, own, strict=True):
            place = place * size + (one if size > 1 else 0)
        return self.nodes[place]

    def mapped(self, change: Callable[[Node | None], Node | None]) -> "Values":
        """Return the same shape with each entry changed."""
        return Values(self.shape, tuple(map(change, self.nodes)))

    def transposed(self) -> "Values":
        """Return rows for columns; a vector stays what it is."""
        if len(self.shape) < 2:
            return self
        rows, columns = self.shape
        return Values((columns, rows), tuple(self.nodes[r * columns + c] for c in range(columns) for r in range(rows)))

    def row(self, place: int) -> "Values | None":
        """Return one row, or one entry of a vector, counted from the end where it is negative."""
        if self.is_number or not -self.shape[0] <= place < self.shape[0]:
            return None
        size = len(self.nodes) // self.shape[0]
        at = place % self.shape[0] * size
        return Values(self.shape[1:], self.nodes[at : at + size])


def vector(nodes: Sequence[Node | None]) -> Values | None:
    """Return a vector; None where one of its entries is not understood."""
    return Values((len(nodes),), tuple(nodes)) if nodes and None not in nodes else None


def number(node: Node | None) -> Values:
    """Return one number."""
    return Values((), (node,))


def called(op: str, *args: Node | None) -> Node | None:
    """Return an operation on expressions; None where one of them is, or where it is too long."""
    known = tuple(arg for arg in args if arg is not None)
    if op == "neg" and isinstance(args[0], Number):
        return Number(-args[0].value)
    return fitting(Call(op, known)) if len(known) == len(args) else None


def fitting(node: Node | None) -> Node | None:
    """Return an expression that is no longer than what is looked at."""
    return node if node is not None and _deep(node) <= DEEPEST and len(leaves(node)) <= MOST_LEAVES else None


def _deep(node: Node) -> int:
    return 1 + max(map(_deep, node.args), default=0) if isinstance(node, Call) else 0


def broadcast(op: str, *values: Values) -> Values | None:
    """Return an operation entry by entry; None where the shapes do not fit."""
    shape = _met([one.shape for one in values])
    if shape is None:
        return None
    return Values(shape, tuple(called(op, *(one.at(index) for one in values)) for index in _indices(shape)))


def _met(shapes: list[Shape]) -> Shape | None:
    """Return the shape that several are stretched to."""
    length = max(map(len, shapes), default=0)
    found: list[int] = []
    for sizes in zip(*((1,) * (length - len(shape)) + shape for shape in shapes), strict=True):
        wide = set(sizes) - {1}
        if len(wide) > 1:
            return None
        found.append(wide.pop() if wide else 1)
    count = 1
    for size in found:
        count *= size
    return tuple(found) if count <= MOST_ENTRIES else None


def _indices(shape: Shape) -> Iterator[Shape]:
    return product(*map(range, shape))


def total(values: Values, axis: int | None = None, *, mean: bool = False) -> Values | None:
    """Return the sum of all entries, or along an axis; or their mean."""
    if axis is None or len(values.shape) < 2:
        return number(_sum(values.nodes, mean=mean)) if axis in (None, 0, -1) else None
    by_row = axis in (1, -1)
    lines = values if by_row else values.transposed()
    rows = [lines.row(place) for place in range(lines.shape[0])]
    return Values((len(rows),), tuple(_sum(row.nodes, mean=mean) for row in rows if row is not None))


def _sum(nodes: tuple[Node | None, ...], *, mean: bool = False) -> Node | None:
    found = nodes[0] if nodes else None
    for node in nodes[1:]:
        found = called("+", found, node)
    return called("/", found, Number(float(len(nodes)))) if mean else found


def matrix_product(one: Values, other: Values) -> Values | None:
    """Return rows by columns, as "@" gives them; a vector is a row before it and a column behind it."""
    if one.is_number or other.is_number or one.shape[-1] != other.shape[0]:
        return None
    left = one if len(one.shape) == 2 else Values((1, *one.shape), one.nodes)
    right = (other if len(other.shape) == 2 else Values((*other.shape, 1), other.nodes)).transposed()
    if left.shape[0] * right.shape[0] > MOST_ENTRIES:
        return None
    nodes = []
    for r, c in product(range(left.shape[0]), range(right.shape[0])):
        row, column = left.row(r), right.row(c)
        assert row is not None and column is not None
        nodes.append(_sum(tuple(called("*", a, b) for a, b in zip(row.nodes, column.nodes, strict=True))))
    return Values((*one.shape[:-1], *other.shape[1:]), tuple(nodes))


def outer_product(one: Values, other: Values) -> Values | None:
    """Return the matrix of all products of two vectors."""
    if len(one.nodes) * len(other.nodes) > MOST_ENTRIES:
        return None
    products = tuple(called("*", a, b) for a in one.nodes for b in other.nodes)
    return Values((len(one.nodes), len(other.nodes)), products)


def stacked(rows: list[Values]) -> Values | None:
    """Return values of one shape as one with an axis more."""
    if not rows or any(row.shape != rows[0].shape for row in rows) or len(rows[0].shape) > 1:
        return None
    nodes = tuple(node for row in rows for node in row.nodes)
    return Values((len(rows), *rows[0].shape), nodes) if len(nodes) <= MOST_ENTRIES else None
