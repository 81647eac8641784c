"""Marked tables: a column of the marks that a scheme gives for each row, which are no numbers of any quantity.

Where one of them is not given in full the table stays as it is, and a person looks.
"""

import re

from gradbook.core.text.patterns import regex
from gradbook.written.lexing.source.credits import in_full
from gradbook.written.parsing.tables.grids.grids import Grid
from gradbook.written.parsing.tables.grids.whose import MARKS

_TITLE = regex(rf"\W*(?:(?:max\.?|full)\s)?(?:{MARKS})\W*(?:\(?max\.?\)?)?\W*", re.IGNORECASE)  # "Marks (max)"
_COUNT = regex(r"\s*[(\[+]*(?:\d{1,2}(?:[.,]\d)?|½)?\s*(?:/\s*\d{1,2})?[)\]]*\s*(?:分|点|점|pts?|p)?\s*", re.IGNORECASE)
_FEWEST = 3  # columns: with fewer, it is all that the table tells


def without_marks(grid: Grid) -> Grid:
    """Return a table without such a column at its end."""
    head, *body = grid or [[]]
    told = len(head) >= _FEWEST and _TITLE.fullmatch(head[-1].text) is not None
    cells = [row[-1].text for row in body if len(row) == len(head)]
    if not told or not cells or not all(_COUNT.fullmatch(cell) and in_full(cell) for cell in cells):
        return grid
    return [row[:-1] if len(row) == len(head) else row for row in grid]
