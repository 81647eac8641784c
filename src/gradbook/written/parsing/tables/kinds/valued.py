"""Tables of equations with their values beside them, which may be arrays.

| step   | formula                              | value    |
| output | \\partial L / \\partial w = delta a   | (-2, -2) |
"""

from gradbook.written.lexing.tokens import Token
from gradbook.written.parsing.tables.grids.grids import Cell, Grid
from gradbook.written.parsing.tables.grids.titles import Sense, against, sense_of

_OF_VALUES = frozenset({"open", "close", "num", "op", "sep", "frac", "group", "end"})


def valued(grid: Grid) -> list[tuple[list[Token], str]]:
    """Return the equations of a table whose heads name no quantities, each with the value that goes on with it.

    Beside each stands what speaks against it. There are none where a row has no equation, or no value.
    """
    titles = grid[0] if grid else []
    found: list[tuple[list[Token], str]] = []
    for row in grid[1:]:
        for place, cell in enumerate(row[:-1]):
            value = row[place + 1]
            titled = place + 1 < len(titles) and sense_of(titles[place + 1]) is Sense.RESULT
            if titled and _states(cell) and value.tokens and all(t.kind in _OF_VALUES for t in value.tokens):
                sign = Token("rel", "=", value.start, value.start)
                others = (against(other) for other in row if other not in (cell, value))
                found.append(([*cell.tokens, sign, *value.tokens], next(filter(None, others), "")))
                break
    doubt = next(filter(None, map(against, titles)), "")
    return [(tokens, told or doubt) for tokens, told in found] if len(found) == len(grid) - 1 else []


def _states(cell: Cell) -> bool:
    """Whether a cell is one equation, without words."""
    signs = [token.text for token in cell.tokens if token.kind == "rel"]
    return signs == ["="] and not any(token.kind == "word" for token in cell.tokens)
