"""Values below: an assignment right over a line of nothing but a number, as people note what Python would not show."""

import ast
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from gradbook.core.text.patterns import regex
from gradbook.written.parsing.programs.text.lines import Sort, Unit

_NUMBER = regex(r"\s*[-+]?\d+(?:\.\d*)?(?:[eE][-+]?\d+)?\s*")


def with_values_below(source: str, units: Iterable[Unit]) -> list[Unit]:
    """Return the units, each such assignment as if a prompt stood before it."""
    found = [*units]
    for at, (unit, below) in enumerate(pairwise(found)):
        shown = below.sort is Sort.PYTHON and _NUMBER.fullmatch(source, below.start, below.end)
        if shown and len(unit.tree) == 1 and isinstance(unit.tree[0], ast.Assign):
            found[at] = replace(unit, asks=True)
    return found
