"""Columns and rows of a table whose cells say two things, as their title does: "value (gradient)" over "10 (3)".

Each becomes two. Two numbers in a cell of which no title says what they are become two as well, under one title, so
that nobody takes them for a product or a quotient.
"""

import re
from dataclasses import replace

from gradbook.core.text.patterns import regex
from gradbook.written.lexing.tokens import Token
from gradbook.written.parsing.tables.grids.grids import Cell, Grid

_DERIVATIVE = r"(?:[\\{}]|partial|[∂dδ])\w*\W{0,2}/\W{0,2}(?:partial|[∂dδ])"
_TITLE = regex(
    rf"(?!\W*{_DERIVATIVE})(?P<a>[^\W\d][^/|,;&(\[]*?)\s*(?P<sep>[/|,;&(\[]|\b(?:and|und|et|y|e|en|i|и|then)\b)\s*"
    r"(?P<b>\S[^)\]]*?)\s*[)\]]?\s*",
    re.IGNORECASE,
)
_ABREAST = 4  # columns at least of what stands abreast
_WIDTHS = (2, 3)  # columns of one of them
_CLOSES = {"(": ")", "[": "]"}


def paired(grid: Grid) -> Grid:
    """Return a table in which what says two things stands in two columns, or in two rows."""
    if len({len(row) for row in grid}) == 1:
        turned = [column for row in _columns(grid) for column in _apart(row)]
        if len(turned) > len(grid[0]):
            return _columns(turned)
    rows = [one for row in grid for one in (_apart(row) if _titles(row[0]) else [row])]
    return rows if len(rows) > len(grid) else grid


def abreast(grid: Grid) -> Grid:
    """Return a table in which what stands several times abreast stands below: "name | value | name | value"."""
    width = len(grid[0])
    if width < _ABREAST or len({len(row) for row in grid}) > 1:
        return grid
    titles = [cell.text.strip().casefold() for cell in grid[0]]
    for part in (size for size in _WIDTHS if not width % size and width > size):
        starts = range(0, width, part)
        told = len(set(titles[:part])) == part and titles == titles[:part] * (width // part)
        rows = [row[at : at + part] for at in starts for row in grid[told:]]
        if rows and all(map(_is_named, rows)) and (told or part == _WIDTHS[0]):
            return [grid[0][:part], *rows] if told else rows
    return grid


def _is_named(row: list[Cell]) -> bool:
    """Whether a name stands before numbers; at the end nothing need."""
    name, *numbers = row
    return all(cell.empty for cell in row) or (
        not name.empty and not any(token.kind == "num" for token in name.tokens) and all(map(_is_number, numbers))
    )


def _columns(grid: Grid) -> Grid:
    return [list(column) for column in zip(*grid, strict=True)]


def _apart(line: list[Cell]) -> list[list[Cell]]:
    """Return the two lines that one is, where most of its cells have two parts; the same otherwise."""
    title, *cells = line
    filled = [cell for cell in cells if not cell.empty]
    parts = [_parts(cell) for cell in cells]
    count = sum(part is not None for part in parts)
    titles = _titles(title)
    if not count or 2 * count < len(filled):
        return [line]
    if titles is None:
        plain = [part for part in parts if part and all(_is_number(cell) for cell in part)]
        if len(plain) < max(2, len(filled)):
            return [line]
        titles = title, title
    both = [part or (cell, Cell("", cell.start, ())) for part, cell in zip(parts, cells, strict=True)]
    return [[titles[0], *(one for one, _ in both)], [titles[1], *(other for _, other in both)]]


def _titles(title: Cell) -> tuple[Cell, Cell] | None:
    """Return the two titles that one is: "value / gradient", "value (gradient)", "old and new"."""
    found = _TITLE.fullmatch(title.text.strip())
    if found is None:
        return None
    at = title.start + len(title.text) - len(title.text.lstrip())
    return _piece(title, at + found.start("a"), at + found.end("a")), _piece(
        title, at + found.start("b"), at + found.end("b")
    )


def _piece(cell: Cell, start: int, end: int) -> Cell:
    tokens = tuple(token for token in cell.tokens if start <= token.start and token.end <= end)
    return Cell(cell.text[start - cell.start : end - cell.start], start, tokens)


def _parts(cell: Cell) -> tuple[Cell, Cell] | None:
    """Return the two parts of a cell, of which the second is a number: "10 / 3", "w·x = 10 (3)", "10, 3"."""
    tokens = cell.tokens
    if len(tokens) > 3 and tokens[-1].kind == "close":
        opens = next((at for at in range(len(tokens) - 2, 0, -1) if tokens[at].kind == "open"), 0)
        apart = opens and tokens[opens - 1].kind in ("num", "close", "end")
        return _cut(cell, opens, opens + 1, len(tokens) - 1) if apart else None
    places = [at for at in range(1, len(tokens) - 1) if _parts_at(tokens, at)]
    return _cut(cell, places[0], places[0] + 1, len(tokens)) if len(places) == 1 else None


def _parts_at(tokens: tuple[Token, ...], at: int) -> bool:
    before, token, behind = tokens[at - 1 : at + 2]
    if any(one.kind == "open" for one in tokens[:at]) and not any(one.kind == "close" for one in tokens[:at]):
        return False
    if token.kind == "op" and token.text == "/":
        return before.end < token.start and token.end < behind.start
    return (token.kind == "sep" and token.text in ("comma", "stop")) or token.text == "|"


def _cut(cell: Cell, end: int, start: int, stop: int) -> tuple[Cell, Cell] | None:
    tokens = cell.tokens
    first, second = tokens[:end], tokens[start:stop]
    if not first or [token.kind for token in second if token.text != "-"] != ["num"]:
        return None
    if not any(token.kind == "num" for token in first):
        return None
    one = replace(cell, text=cell.text[: first[-1].end - cell.start], tokens=first)
    begin = second[0].start
    return one, Cell(cell.text[begin - cell.start : second[-1].end - cell.start], begin, second)


def _is_number(cell: Cell) -> bool:
    return [token.kind for token in cell.tokens if token.text != "-"] == ["num"]
