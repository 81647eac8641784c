"""Directives of reStructuredText and MyST whose text is indented under them: tables, mathematics, program text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gradbook.core.text.lines import end_of_line
from gradbook.core.text.patterns import regex

_MATH = regex(r"([ \t]*)\.\.[ ]+math::[ \t]*")
_PROGRAM = regex(r"([ \t]*)\.\.[ ]+(?:code(?:-block)?|sourcecode|parsed-literal|ipython|prompt)::[^\n]*")
_TABLE = regex(r"([ \t]*)(?:\.\.[ ]+list-table::|(?P<mark>`{3,}|:{3,})\{list-table\})[^\n]*")
_OPTION = regex(r"[ \t]*:[\w-]+:(?![`\w])[^\n]*")
_CELL = regex(r"[ \t]*(?P<row>[*-][ \t]+)?[-*][ \t]+|[ \t]*(?P<empty>[*-][ \t]+)?[-*][ \t]*$")
_BLANK = regex(r"[ \t]*")
_ROLE = regex(r"(?<![\w`$])(:math:|\{math\})`([^`$]{1,400})`(?![\w`])")

Places = list[list[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class Rows:
    """A table that is written as a list of lists: the places of the cells of each row, and where it ends."""

    rows: Places
    end: int


def in_dollars(source: str) -> str:
    """Return a source, as long as it was, with $...$ for mathematics that roles mark: :math:`q = 10`."""
    if "math" not in source or "`" not in source:
        return source
    return _ROLE.sub(lambda role: f"{'$'.rjust(len(role.group(1)) + 1)}{role.group(2)}$", source)


def displays_at(source: str, at: int) -> list[tuple[int, int]]:
    """Return where the equations stand that a directive sets on display, one for each paragraph; none without it."""
    opens = _MATH.match(source, at)
    if opens is None:
        return []
    found: list[tuple[int, int]] = []
    goes_on = False
    for start, end in [(opens.end(), end_of_line(source, at)), *_under(source, at, opens.group(1))]:
        line = source[start:end]
        if not line.strip() or _OPTION.fullmatch(line):
            goes_on = False
        elif goes_on:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
            goes_on = True
    return found


def program_at(source: str, at: int) -> list[tuple[int, int]]:
    """Return where the program text, or output, stands that a directive sets; nothing without one."""
    opens = _PROGRAM.match(source, at)
    under = _under(source, at, opens.group(1)) if opens else ()
    lines = [place for place in under if source[slice(*place)].strip() and not _OPTION.fullmatch(source, *place)]
    return [(lines[0][0], lines[-1][1])] if lines else []


def rows_at(source: str, at: int) -> Rows | None:
    """Return the table that a directive writes as a list of lists, if it begins here."""
    opens = _TABLE.match(source, at)
    if opens is None:
        return None
    rows: Places = []
    last = opens.end()
    for start, end in _under(source, at, opens.group(1), opens.group("mark") or ""):
        line = source[start:end]
        cell = _CELL.match(line)
        if not line.strip() or (not rows and cell is None):
            continue  # an option
        last = end
        if cell is None:
            rows[-1][-1] = (rows[-1][-1][0], end)
        elif cell.group("row") or cell.group("empty"):
            rows.append([(start + cell.end(), end)])
        elif not rows:
            return None
        else:
            rows[-1].append((start + cell.end(), end))
    if mark := opens.group("mark"):
        close = regex(rf"\n[ \t]*{re.escape(mark)}[ \t]*(?=\n|\Z)").match(source, last)
        last = close.end() if close else last
    return Rows(rows, last) if len(rows) > 1 else None


def _under(source: str, at: int, indent: str, mark: str = "") -> Iterator[tuple[int, int]]:
    """Yield the places of the lines under a line: up to one that is indented no deeper, or up to a closing mark."""
    start = end_of_line(source, at) + 1
    while start < len(source):
        end = end_of_line(source, start)
        line = source[start:end]
        blank = _BLANK.match(line)
        deep = len(blank.group()) if blank else 0
        if line.strip() and (line.strip() == mark if mark else deep <= len(indent)):
            return
        yield start, end
        start = end + 1
