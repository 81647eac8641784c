"""Derivatives that are named in rows of a table of which nothing else is read: a person looks for their numbers."""

from collections.abc import Iterator, Sequence

from gradbook.graph.expression import Derivative
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.parsing.equations.statements import Statement
from gradbook.written.parsing.grammar.parser import quantity
from gradbook.written.parsing.tables.grids.grids import Cell, Grid


def named_only(grid: Grid, statements: Sequence[Statement], lexicon: Lexicon) -> tuple[Derivative, ...]:
    """Return the derivatives that rows with numbers name, from which no statement comes.

    Args:
        grid: the rows, the head first.
        statements: what is read of the table.
        lexicon: the exercise's.
    """
    found: dict[Derivative, None] = {}
    for row in grid[1:]:
        begin, end = row[0].start, row[-1].start + len(row[-1].text)
        read = any(begin <= statement.start < end for statement in statements)
        if not read and any(token.kind == "num" for cell in row for token in cell.tokens):
            found |= dict.fromkeys(slope for cell in row for slope in _slopes(cell, lexicon))
    return tuple(found)


def _slopes(cell: Cell, lexicon: Lexicon) -> Iterator[Derivative]:
    """Yield the derivatives between words and signs of a cell: "∂f/∂q · 1", "∂f/∂q and ∂f/∂t"."""
    part: list[Token] = []
    for token in (*cell.tokens, Token("sep", "cell", 0, 0)):
        if token.kind not in ("word", "sep", "rel") and (token.kind != "op" or token.text == "/"):
            part.append(token)
        elif part:
            node = quantity(part, lexicon)
            part = []
            if isinstance(node, Derivative):
                yield node
