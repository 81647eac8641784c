"""Frames: the numbers of rows that pandas and R set before those of a table, and the "##" of knitr.

   param  old  grad   new
0      w  2.0   1.5  1.85
1      b  0.5   1.0  0.40
"""

import re

from gradbook.core.text.patterns import regex

_ANY = regex(r"(?m)^[ \t]*(?:##)?[ ]{0,4}[01][ ]{2,}[^\s=:]+[ ]")
_TITLES = regex(r"(?P<mark>[ \t]*(?:##)?)[ ]{2,}(?P<titles>[^\W\d_][^\n=:|]*)")
_ROW = regex(r"[ \t]*(?:##)?[ ]{0,4}(?P<count>\d{1,2})(?P<rest>[ ]{2,}[^\s=:|][^\n=:|]*)")
_SEVERAL = frozenset({"sample", "round", "epoch", "iter", "iteration", "run", "step", "trial", "try", "student"})
_FEW = 2  # rows
_LONGEST = 200  # letters of a line


def without_row_numbers(source: str) -> str:
    """Return a source, as long as it was, with blanks for the numbers of rows that count from 0 or 1."""
    if not _ANY.search(source):
        return source
    lines = source.split("\n")
    for at, line in enumerate(lines):
        titles = _TITLES.fullmatch(line) if len(line) <= _LONGEST else None
        if titles is None or not _SEVERAL.isdisjoint(titles["titles"].lower().split()):
            continue
        rows = _rows(lines, at + 1, len(titles["titles"].split()))
        if len(rows) < _FEW:
            continue
        lines[at] = " " * len(titles["mark"]) + line[titles.end("mark") :]
        for place, row in enumerate(rows, at + 1):
            lines[place] = " " * row.start("rest") + row["rest"]
    return "\n".join(lines)


def _rows(lines: list[str], start: int, width: int) -> list[re.Match[str]]:
    """Return the lines from a place on that are rows of a width, numbered one by one."""
    rows: list[re.Match[str]] = []
    for at in range(start, len(lines)):
        row = _ROW.fullmatch(lines[at]) if len(lines[at]) <= _LONGEST else None
        first = int(rows[0]["count"]) if rows else 0
        if row is None or len(row["rest"].split()) != width:
            break
        if int(row["count"]) != first + len(rows) if rows else row["count"] not in ("0", "1"):
            break
        rows.append(row)
    return rows
