"""Connections: a row of a table for the weight between two units, "x1 → h1" for w_x1h1."""

from dataclasses import replace

from gradbook.graph.expression import Symbol
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.notation import plain
from gradbook.written.parsing.tables.grids import Cell, Grid


def connected(grid: Grid, lexicon: Lexicon) -> Grid:
    """Return a table whose rows begin with names of weights where they begin with connections."""
    return [[replace(row[0], tokens=_weight(row[0], lexicon)), *row[1:]] if row else row for row in grid]


def _weight(cell: Cell, lexicon: Lexicon) -> tuple[Token, ...]:
    match cell.tokens:
        case [one, Token("sep", "arrow"), other] if {one.kind, other.kind} <= {"name", "bad", "word"}:
            ends = plain(one.text) + plain(other.text)
            weights = [name for name in lexicon.inputs if plain(name)[1:] == ends]
            if len(weights) == 1:
                return (Token("name", weights[0], one.start, other.end, Symbol(weights[0])),)
    return cell.tokens
