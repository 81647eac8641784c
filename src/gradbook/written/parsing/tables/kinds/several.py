"""Rows and columns of a table that speak of several quantities: of a vector's entries, or of "w2, b2".

Each becomes as many rows as there are quantities, with one entry of every cell.
"""

import re
from dataclasses import replace

from gradbook.core.text.patterns import regex
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AND, Role, bare
from gradbook.written.lexing.words.lists.each import EACH
from gradbook.written.parsing.arrays.array import Entry, Shape
from gradbook.written.parsing.arrays.entries import entries_of
from gradbook.written.parsing.arrays.names.named import names_arrays
from gradbook.written.parsing.equations.denoted import denoted
from gradbook.written.parsing.grammar.edges import sides_of
from gradbook.written.parsing.tables.grids.grids import Cell, Grid

_SEVERAL = 2
_MOVED = (Role.NEW, Role.AFTER)
_UNIT = regex(
    r"(?:unit|neuron|node|hidden|cell|einheit|knoten|unité|neurone|unidad|neurona|unidade|neurônio|neurónio|unità|nodo"
    r"|нейрон|узел|神经元|单元|ニューロン|ユニット|노드|뉴런|nơ-?ron|nöron)[ ]?\#?(\d{1,2})",
    re.IGNORECASE,
)


def taken_apart(grid: Grid, lexicon: Lexicon) -> Grid:
    """Return a table with a row, or a column, for each quantity."""
    of_units = bool(grid) and _counts_units([cell.text.strip(" *_") for cell in grid[0][1:]])
    rows = [one for row in grid for one in _rows(row, lexicon, across=of_units)]
    if len(rows) > len(grid) or len({len(row) for row in rows}) > 1 or not rows:
        return rows
    columns = [one for column in zip(*rows, strict=True) for one in _rows(list(column), lexicon)]
    return [list(row) for row in zip(*columns, strict=True)]


def _counts_units(titles: list[str]) -> bool:
    """Whether titles count units in order, "unit 1 | unit 2", or there are none."""
    counted = [_UNIT.fullmatch(title) for title in titles]
    return not any(titles) or [found and int(found[1]) for found in counted] == [*range(1, len(titles) + 1)]


def _rows(row: list[Cell], lexicon: Lexicon, *, across: bool = False) -> list[list[Cell]]:
    """Return the rows that one is; the same where it speaks of one quantity, or gives no entries.

    Args:
        row: the cells.
        lexicon: the exercise's.
        across: whether the columns may be of one quantity each.
    """
    head = sides_of([_comma(token) for token in row[0].tokens]) if row else []
    found = _entries(head[0], lexicon, None) if head and head[0] else None
    if found is None or any(denoted(entry, lexicon) is None for entry in found[0]):
        return [row]
    entries, shape = found
    if across and (spread := _across(row, head[0], entries)):
        return spread
    others = [cell for cell in row[1:] if any(token.kind == "num" for token in cell.tokens)]
    if not any(_has_entries(cell, lexicon, shape) for cell in row[1:]) and (others or len(head) < 2):
        return _alike(row, head, entries) or [row]
    return [[_entry_of(cell, place, shape, lexicon) for cell in row] for place in range(len(entries))]


def _comma(token: Token) -> Token:
    """Return a comma for "and" between names."""
    return replace(token, kind="sep", text="comma") if token.kind == "word" and bare(token.text) in AND else token


def _across(row: list[Cell], head: list[Token], entries: list[Entry]) -> list[list[Cell]]:
    """Return a row for each of several quantities whose numbers stand in cells of their own: "s1, s2 | 0.4 | -0.2"."""
    numbers = [place for place, cell in enumerate(row) if place and _is_number(cell)]
    listed = any(token.text == "comma" for token in head)
    if not listed or len(entries) < _SEVERAL or len(numbers) != len(entries) or len(numbers) != len(row) - 1:
        return []
    words = [token for token in head if token.kind == "word"]
    if any(token.role not in _MOVED for token in words) or any(token.kind == "bad" for token in head):
        return []  # "s1, s2 (expected)"
    empty = [replace(cell, text="", tokens=()) for cell in row]
    rows: list[list[Cell]] = []
    for place, entry in zip(numbers, entries, strict=True):
        alone = list(empty)
        alone[0], alone[place] = replace(row[0], tokens=(*words, *entry)), row[place]
        rows.append(alone)
    return rows


def _alike(row: list[Cell], head: list[list[Token]], entries: list[Entry]) -> list[list[Cell]]:
    """Return a row for each of several quantities that have one number in common: "a, b | 1.5", "a, b | 1.5 each"."""
    plain = len(head) == 1 and all(token.kind in ("name", "der", "sep", "diff", "op") for token in head[0])
    listed = any(token.text == "comma" for token in head[0])
    cells = [_without_each(cell) for cell in row[1:]]
    numbers = sum(map(_is_number, cells))
    each = cells != row[1:]
    if not (plain and listed and len(entries) >= _SEVERAL and numbers) or (numbers == len(entries) and not each):
        return []  # "a, b | 6 | -2" may have one for each
    return [[replace(row[0], tokens=tuple(entry)), *cells] for entry in entries]


def _without_each(cell: Cell) -> Cell:
    """Return a cell without "each" or "both" beside its number."""
    kept = tuple(token for token in cell.tokens if not (token.kind == "word" and bare(token.text) in EACH))
    return replace(cell, tokens=kept) if len(kept) < len(cell.tokens) else cell


def _is_number(cell: Cell) -> bool:
    shown = [token.kind for token in cell.tokens if not token.edge and token.text not in "-+"]
    return shown == ["num"]


def _entries(side: list[Token], lexicon: Lexicon, shape: Shape | None) -> tuple[list[Entry], Shape] | None:
    """Return the entries of a vector behind words, "new (x, y)", or of a list without brackets: "w2, b2"."""
    side = side[len(_words_before(side)) :]
    if [token.kind for token in side[-3:]] == ["open", "word", "close"]:  # "v1, v2 (new)"
        side = side[:-3]
    if found := entries_of(side, lexicon, shape):
        return found
    if not side or not any(token.kind == "sep" and token.text == "comma" for token in side):
        return None
    start, end = side[0].start, side[-1].end
    return entries_of([Token("open", "(", start, start), *side, Token("close", ")", end, end)], lexicon, shape)


def _words_before(side: list[Token]) -> list[Token]:
    return side[: next((place for place, token in enumerate(side) if token.kind not in ("word", "new")), len(side))]


def _has_entries(cell: Cell, lexicon: Lexicon, shape: Shape) -> bool:
    return any(side and _entries(side, lexicon, shape) is not None for side in sides_of(cell.tokens))


def _entry_of(cell: Cell, place: int, shape: Shape, lexicon: Lexicon) -> Cell:
    """Return a cell with one entry of each of its sides; words stay, and what is of another shape is unread."""
    arrays = any(token.kind in ("num", "vec", "open", "nabla", "name") for token in cell.tokens)
    if not arrays and not names_arrays([*cell.tokens], lexicon):
        return cell
    tokens: list[Token] = []
    relations = iter(token for token in cell.tokens if token.kind == "rel")
    for number, side in enumerate(sides_of(cell.tokens)):
        tokens += [next(relations)] if number else []
        found = _entries(side, lexicon, shape) if side else None
        if found is not None:
            tokens += [*_words_before(side), *found[0][place]]
        elif side:
            words = [token for token in side if token.kind == "word"]
            tokens += [*words, Token("bad", cell.text.strip(), side[0].start, side[-1].end)]
    return replace(cell, tokens=tuple(tokens))
