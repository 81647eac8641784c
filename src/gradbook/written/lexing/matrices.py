"""Matrices drawn over several lines, a row in brackets in each, one under another; they become rows in one bracket.

dL/dW = [ 0.1  0.2 ]        W = ⎡ 0.1  0.2 ⎤
        [ 0.3  0.4 ]            ⎣ 0.3  0.4 ⎦
"""

import re

_NUMBER = r"[-+−]?\d+(?:\.\d+)?"
_ROW = rf"[ \t]*{_NUMBER}(?:(?:[ \t]*,[ \t]*|[ \t]+){_NUMBER})*[ \t]*"
_FIRST = re.compile(rf"[=≈:][ \t]*(?P<open>[\[⎡┌])(?P<row>{_ROW})(?P<close>[\]⎤┐])[ \t]*$", re.MULTILINE)
_NEXT = re.compile(rf"\n(?P<blank>[ \t]*)(?P<open>[\[⎢⎣│└])(?P<row>{_ROW})(?P<close>[\]⎥⎦│┘])[ \t,;.]*(?=\n|\Z)")
_ASKEW = 2
_PARTS = str.maketrans(",", " ")


def in_one_line(source: str) -> str:
    """Return a source, as long as it was, with a semicolon between the rows of such a matrix."""
    if "\n" not in source or not ("[" in source or "⎡" in source or "┌" in source):
        return source
    at = 0
    while first := _FIRST.search(source, at):
        at = first.end()
        column = first.start("open") - source.rfind("\n", 0, first.start()) - 1
        rows = [first]
        while (row := _NEXT.match(source, at)) and _is_under(len(row.group("blank")), column):
            rows.append(row)
            at = row.end()
        if len(rows) > 1 and len({len(row.group("row").translate(_PARTS).split()) for row in rows}) == 1:
            source = source[: first.start("open")] + _joined(source, rows) + source[rows[-1].end("close") :]
    return source


def _is_under(blanks: int, column: int) -> bool:
    """Whether a row stands under the one before it, as well as one sees that with signs of different width."""
    return blanks > 1 and abs(blanks - column) <= _ASKEW


def _joined(source: str, rows: list[re.Match[str]]) -> str:
    """Return the rows in one bracket, where they stood."""
    found = ""
    place = rows[0].start("open")
    for row in rows:
        before = source[place : row.start("row")]
        found += ("[" if not found else ";").ljust(len(before)) + row.group("row").translate(_PARTS)
        place = row.end("row")
    return found + "]"
