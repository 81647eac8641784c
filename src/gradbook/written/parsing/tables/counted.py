"""Counting columns: what only counts the rows of a table, or its steps over two halves of it, is no value of a row.

|   | Forward | |   | Backward |
| 1 | q = x + y | 3 | df/dq = z |
| 2 | f = q z | 4 | df/dz = q |
"""

import re
from collections.abc import Sequence

from gradbook.core.text.patterns import regex
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.words.dictionary import Role
from gradbook.written.parsing.tables.grids.grids import Cell, Grid
from gradbook.written.parsing.tables.grids.heads import name_of
from gradbook.written.parsing.tables.grids.sheets import is_address
from gradbook.written.parsing.tables.grids.titles import count_of, counts_rounds, is_count

_COUNTS = regex(  # rows, in order or in groups
    r"\W*(?:|n|i|k|no|nr|num|number|id|index|idx|row|line|level|layer|depth|stage|order|pos|zeile|ebene|schicht|stufe|ligne"
    r"|niveau|étape|couche|fila|nivel|capa|linha|nível|camada|riga|livello|strato|行|层|层级|序号|步骤|番号|번호|단계)\W*",
    re.IGNORECASE,
)
_ORDINAL = regex(r"\s*\(?(?:\d{1,2}|[a-zA-Z])[.):]+\s*|\s*[-−]\d\s*")  # "-1" before 0, for the inputs
_CELLS = regex(r"\W*(?:cell|zelle|cellule|celda|célula|cella|cel|komórka)\W*", re.IGNORECASE)
_ADDRESS = regex(r"\s*\$?[A-Z]{1,2}\$?\d{1,3}\s*|\s*")  # of a sheet, though b2 may be a name too


def uncounted(grid: Grid, lexicon: Lexicon) -> Grid:
    """Leave out a first column that only counts the rows, where the second names quantities, and those that go on."""
    body = [row for row in grid[1:] if len(row) > 2]
    cells = _CELLS.fullmatch(grid[0][0].text) is not None and all(_ADDRESS.fullmatch(row[0].text) for row in body)
    counts = cells or all(_counts(row[0], lexicon) for row in body) or _are_letters([row[0] for row in body])
    counts = counts and len(grid[0]) > 1 and len(body) == len(grid) - 1 and _may_count(grid[0][0], body)
    if not counts or name_of(grid[0][0], lexicon) is not None or counts_rounds(grid[0][0]):
        return grid
    named = sum(name_of(row[1], lexicon) is not None for row in body)
    if 2 * named <= len(body):
        return grid
    left = {0, *_going_on(body)}
    return [[cell for place, cell in enumerate(row) if place not in left] for row in grid]


def _may_count(title: Cell, body: Sequence[Sequence[Cell]]) -> bool:
    """Whether a title may be of what counts rows, and no two of these are the same: "wrong | 1" counts nothing."""
    texts = [row[0].text.strip() for row in body]
    several = len({*texts}) == len(texts) and len(texts) > 1
    return several or title.says(Role.STEP) or _COUNTS.fullmatch(title.text) is not None


def _are_letters(cells: Sequence[Cell]) -> bool:
    """Whether cells are the letters of the alphabet in their order, as labels: "**A**", "**B**", "**C**"."""
    found = [cell.text.strip(" \t*_$`") for cell in cells]
    return len(found) > 1 and found == [chr(ord("A") + at) for at in range(len(found))]


def _counts(cell: Cell, lexicon: Lexicon) -> bool:
    return is_count(cell) or _ORDINAL.fullmatch(cell.text) is not None or is_address(cell, lexicon)


def _going_on(body: Sequence[Sequence[Cell]]) -> list[int]:
    """Return the further columns that count on from where the one before them ended."""
    found: list[int] = []
    last = _numbers(body, 0)
    for place in range(1, min(map(len, body))):
        numbers = _numbers(body, place)
        if len(numbers) > 1 and numbers == [last[-1] + 1 + at for at in range(len(last))]:
            found.append(place)
            last = numbers
    return found


def _numbers(body: Sequence[Sequence[Cell]], place: int) -> list[int]:
    """Return the numbers in a column that counts; none where it does not."""
    counts = [count_of(row[place]) for row in body]
    return [int(count) for count in counts] if all(count.isdecimal() for count in counts) else []
