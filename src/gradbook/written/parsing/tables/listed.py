"""Rows with a cell that lists equations: "Forward | p = w * x = 2, y = p + b = 3".

Each becomes as many rows as there are equations; the other cells stay with every one of them.
"""

from collections.abc import Iterator
from dataclasses import replace

from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.parsing.tables.grids.grids import Cell, Grid
from gradbook.written.parsing.tables.grids.heads import name_of
from gradbook.written.parsing.tables.kinds.traces import cut, parted, stated

_SEVERAL = 2


def unlisted(rows: Grid, lexicon: Lexicon) -> Grid:
    """Return the rows of a table with one for each equation of its lists, where none has a quantity at its head."""
    if any(row and name_of(row[0], lexicon) is not None for row in rows):
        return rows
    return [one for row in rows for one in _rows(row, lexicon)]


def first_listed(cell: Cell, lexicon: Lexicon) -> Cell:
    """Return the first equation of a cell that lists several, as a cell; any other cell as it is."""
    return next(iter(_equations(cell, lexicon)), cell)


def _rows(row: list[Cell], lexicon: Lexicon) -> list[list[Cell]]:
    """Return the rows that one is; the same where its only cell with a relation lists no equations."""
    match [place for place, cell in enumerate(row) if any(token.kind == "rel" for token in cell.tokens)]:
        case [place] if equations := _equations(row[place], lexicon):
            shared = [_shared(cell, len(equations)) for cell in row]
            return [
                [one if at == place else cells[number] for at, cells in enumerate(shared)]
                for number, one in enumerate(equations)
            ]
    return [row]


def _shared(cell: Cell, count: int) -> list[Cell]:
    """Return what of a cell stands beside each of so many equations: its numbers, "−6, +6", or all of it."""
    parts = cut(cell.tokens)
    numbers = all([token.kind for token in part if token.text not in ("-", "+")] == ["num"] for part in parts)
    return [_part(cell, part) for part in parts] if numbers and len(parts) == count else [cell] * count


def _equations(cell: Cell, lexicon: Lexicon) -> list[Cell]:
    """Return the equations that a cell lists, each as a cell; none where something else stands among them."""
    parts = [one for part in parted(list(cell.tokens)) for one in _behind_colons(part) if one]
    equations = [part for part in parts if part[0].kind != "rate"]
    whole = len(equations) >= _SEVERAL and all(_is_equation(part, lexicon) for part in equations)
    return [_part(cell, part) for part in equations] if whole else []


def _is_equation(part: list[Token], lexicon: Lexicon) -> bool:
    return (found := stated(part, lexicon)) is not None and found[0] is not None


def _behind_colons(part: list[Token]) -> Iterator[list[Token]]:
    """Yield the equations of a part: "lr = 0.05: w = 0.5 - 0.4" are two."""
    begin = 0
    for place, token in enumerate(part):
        if token.text == "colon" and any(other.kind == "rel" for other in part[begin:place]):
            yield part[begin:place]
            begin = place + 1
    yield part[begin:]


def _part(cell: Cell, part: list[Token]) -> Cell:
    start, end = part[0].start, part[-1].end
    return replace(cell, text=cell.text[start - cell.start : end - cell.start], start=start, tokens=tuple(part))
