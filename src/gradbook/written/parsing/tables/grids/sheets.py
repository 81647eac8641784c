"""Sheets: tables as spreadsheets show them, with addresses of cells or letters of columns that say nothing themselves.

cell | formula  | value          |   | A | B    | C  |
B1   | w*x (q)  | 10             | 1 | q | =w*x | 10 |
B2   | q + b (r)| 8              | 2 | r | =q+b | 8  |
"""

from dataclasses import replace

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Symbol
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.parsing.grammar.parser import quantity
from gradbook.written.parsing.tables.grids.grids import Cell, Grid

_ADDRESS = regex(r"\s*\$?[A-Z]\$?\d{1,2}\s*")
_NAMED = frozenset({"name", "der", "new"})


def is_address(cell: Cell, lexicon: Lexicon) -> bool:
    """Whether a cell says where another stands in a sheet, and is no name of the exercise."""
    return bool(_ADDRESS.fullmatch(cell.text)) and quantity(list(cell.tokens), lexicon) is None


def unlettered(grid: Grid) -> Grid:
    """Return a table without the letters of its columns: A, B, C say nothing of what stands under them."""
    titles = [cell.text.strip() for cell in grid[0]]
    letters = [title for title in titles if title]
    if len(letters) < 2 or letters != [chr(ord("A") + place) for place in range(len(letters))]:
        return grid
    return [[Cell("", cell.start, ()) for cell in grid[0]], *grid[1:]]


def named_behind(row: list[Cell], lexicon: Lexicon) -> list[Cell]:
    """Return a row whose formula names its quantity in brackets behind it, "w*x (q)", as one that names it first."""
    for place, cell in enumerate(row[:2]):
        if (told := _turned(cell, lexicon)) is not None:
            return [*row[:place], told, *row[place + 1 :]]
        if quantity(list(cell.tokens), lexicon) is not None:
            break
    return row


def _turned(cell: Cell, lexicon: Lexicon) -> Cell | None:
    tokens = cell.tokens
    if len(tokens) < 5 or tokens[-1].kind != "close" or tokens[-3].kind != "open" or tokens[-2].kind not in _NAMED:
        return None
    formula, name = tokens[:-3], tokens[-2]
    apart = formula[-1].end < tokens[-3].start and formula[-1].kind != "op"
    calculates = any(token.kind in ("op", "fn", "open", "sqrt", "frac") for token in formula)
    if not apart or not calculates or any(token.kind in ("rel", "word", "sep") for token in formula):
        return None
    if isinstance(name.node, Symbol) and name.node.name not in lexicon.operands:
        return None  # x: an input has no formula
    sign = Token("rel", "=", formula[0].start, formula[0].start)
    return replace(cell, tokens=(name, sign, *formula))
