"""Tables of the forward mode: each row has its own derivative by what is put in, its tangent, none of the output."""

import re

from gradbook.graph.expression import Derivative
from gradbook.written.expression import Node
from gradbook.written.lexicon import Lexicon
from gradbook.written.parsing.equations.tangents import DOTTED
from gradbook.written.parsing.tables.grids import Cell, Grid

_BY = re.compile(r"\\nabla|∇|\\partial|∂|\bd\w*\s*/\s*d")


def has_tangents(grid: Grid) -> bool:
    """Whether the derivatives in a table are those of its rows, by what is put in: its cells speak of dotted names."""
    return any(DOTTED.search(cell.text) for row in grid for cell in row)


def tangent(name: str, title: Cell, lexicon: Lexicon) -> Node | None:
    """Return the derivative of a node that a title speaks of, by the only input or by the one that it names."""
    named = {token.name for token in title.tokens if token.name in lexicon.inputs} if _BY.search(title.text) else {}
    inputs = [*(named or lexicon.inputs)]
    return Derivative(name, inputs[0]) if len(inputs) == 1 and inputs[0] != name else None
