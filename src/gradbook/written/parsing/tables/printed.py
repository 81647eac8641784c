"""Printed pairs: names and numbers in two columns that a program has printed, which alone knows what they are of."""

import re

from gradbook.core.text.patterns import regex
from gradbook.written.parsing.tables.grids.grids import Grid

_PRINTS = regex(r"\b(?:print\w*|Write(?:Line)?|cout|puts|log)\b[^\n]{0,80}\.grad\w*", re.IGNORECASE)
_LOOKED_AT = 1_500  # letters before a table


def is_printed(grid: Grid, source: str, start: int) -> bool:
    """Whether a table holds pairs only, and a program before it prints gradients beside names: print("w", w.grad)."""
    pairs = bool(grid) and all(len(row) == 2 for row in grid)
    return pairs and _PRINTS.search(source, max(0, start - _LOOKED_AT), start) is not None
