"""Unfilled gradients: what libraries show as 0 before the way back says nothing, where it is shown again behind it."""

import re

from gradbook.core.text.patterns import regex
from gradbook.written.parsing.tables.grids.grids import Cell, Grid

_TITLE = regex(r"\W*grad(?:ient)?s?\W*", re.IGNORECASE)
_ZERO = regex(r"\s*0(?:\.0*)?\s*")
_FILLED = regex(r"grad(?:ient)?['\"]?[ ]?[:=]?[ ]?[-−+]?(?!0(?:\.0*)?(?![.\d]))[\d.]", re.IGNORECASE)


def without_unfilled(grid: Grid, source: str) -> Grid:
    """Return a table without a column of gradients that are all 0, where others are shown further down."""
    head, *body = grid or [[]]
    for at, title in enumerate(head):
        cells = [row[at] for row in body if at < len(row)]
        unfilled = _TITLE.fullmatch(title.text) and len(cells) > 1 and all(map(_is_zero, cells))
        if unfilled and _FILLED.search(source, cells[-1].start):
            return [[*row[:at], *row[at + 1 :]] for row in grid]
    return grid


def _is_zero(cell: Cell) -> bool:
    return _ZERO.fullmatch(cell.text) is not None
