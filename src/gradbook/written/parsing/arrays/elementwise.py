"""Derivatives by a vector: of a number by each entry, and of another vector one by one.

The entries of da/dz, of a = sigmoid(z), stand on a diagonal.
"""

from gradbook.graph.expression import Derivative
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.parsing.arrays.array import Array

Names = tuple[tuple[str, ...], ...]


def by_each(of: str, names: Names, start: int, end: int) -> Array:
    """Return the derivative of a number by each of some names."""
    return Array(tuple(tuple([Token("der", name, start, end, Derivative(of, name))] for name in row) for row in names))


def one_by_one(of: Names, by: Names, start: int, end: int, lexicon: Lexicon) -> Array | None:
    """Return the derivative of each name by the one at its place; None where one depends on any other too.

    Args:
        of, by: the names of two arrays, row by row.
        start, end: where the derivative stands.
        lexicon: tells what each is calculated from.
    """
    others = {name for row in by for name in row}
    if [len(row) for row in of] != [len(row) for row in by]:
        return None
    rows = [list(zip(*pair, strict=True)) for pair in zip(of, by, strict=True)]
    if any(others.intersection(lexicon.operands.get(one, ())) != {other} for row in rows for one, other in row):
        return None
    return Array(tuple(tuple([Token("der", a, start, end, Derivative(a, b))] for a, b in row) for row in rows))
