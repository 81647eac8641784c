"""Tables: Markdown's and LaTeX's, cut into cells, and what each cell says of which quantity.

A quantity may stand at the head of a row or of a column; words such as "gradient" or "new" across from it say what of
it a cell gives.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from gradbook.graph.expression import Derivative as Der
from gradbook.graph.expression import Symbol as Name
from gradbook.written.exercise import Exercise
from gradbook.written.grammar import New, Node

_GRADIENT = re.compile(r"grad|deriv|slope|\\partial|∂|d\w/d|backward", re.IGNORECASE)
_LOCAL = re.compile(r"local", re.IGNORECASE)
_NEW = re.compile(r"\bnew|updat|after|next|neu\b", re.IGNORECASE)
_OTHER = re.compile(r"upstream|incoming|delta|change|\bnot\b|wrong|incorrect", re.IGNORECASE)
_OLD = re.compile(r"\bold|before|current|initial", re.IGNORECASE)
_SAME = re.compile(
    r"^\W*$|value|formula|result|expression|answer|number|calcul|work|equation|comput|forward|wert|valeur|solution|operation|defin|rule|chain|step|=",
    re.IGNORECASE,
)
_RULE = re.compile(r"[|:\s-]*-[|:\s-]*")
_ARRAY = re.compile(r"\\begin\{(array|tabular)\}\{[^{}]{0,40}\}(.*?)\\end\{\1\}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's text and its place in the source."""

    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its place in the source, and its rows of cells, the head first."""

    start: int
    end: int
    rows: tuple[tuple[Cell, ...], ...]


def grids(source: str) -> Iterator[Grid]:
    """Yield the tables of an answer."""
    lines: list[tuple[int, str]] = []
    at = 0
    for line in [*source.split("\n"), ""]:
        if line.count("|") >= 2 and "|" in (line.strip()[:1], line.strip()[-1:]):
            lines.append((at, line))
        else:
            if len(lines) > 1:
                rows = tuple(_cells(line, start) for start, line in lines if not _RULE.fullmatch(line))
                if len(rows) > 1:
                    yield Grid(lines[0][0], lines[-1][0] + len(lines[-1][1]), rows)
            lines = []
        at += len(line) + 1
    for match in _ARRAY.finditer(source):
        body, start = match.group(2).replace("\\hline", "      "), match.start(2)
        found: list[tuple[Cell, ...]] = []
        at = 0
        for row in re.split(r"(\\\\(?:\[[^\]]{0,20}\])?)", body):
            if row.strip() and not row.startswith("\\\\"):
                cells = re.finditer(r"[^&]+", row)
                found.append(tuple(Cell(cell.group(), start + at + cell.start()) for cell in cells))
            at += len(row)
        if len(found) > 1 and not any(cell.text.strip()[:1] in ("=", "") for row in found for cell in row):
            yield Grid(match.start(), match.end(), tuple(found))


def _cells(line: str, start: int) -> tuple[Cell, ...]:
    body = line.strip()
    start += line.index(body[:1]) if body else 0
    if body.startswith("|"):
        body, start = body[1:], start + 1
    body = body.removesuffix("|")
    cells, at = [], 0
    for text in re.split(r"(?<!\\)\|", body):
        cells.append(Cell(text, start + at))
        at += len(text) + 1
    return tuple(cells)


def pairs(
    grid: Grid, exercise: Exercise, quantity: Callable[[Cell], Node | None]
) -> list[tuple[Node, Cell, list[Cell]]] | None:
    """Return what a table says: a quantity, the cell that names it, and the cells that give it; None if unsure.

    Args:
        quantity: a cell to the quantity that it names and nothing else.
    """
    head, *body = grid.rows
    if len(body) * len(head) > 400:
        return None
    across = [quantity(cell) for cell in head]
    if len(head) > 1 and all(node is not None for node in across[1:]):
        return _down(grid, across, exercise)
    rows = body if quantity(head[0]) is None else list(grid.rows)
    named = [quantity(row[0]) for row in rows]
    if sum(node is not None for node in named) < max(1, len(rows) / 2):
        return None
    titles = [cell.text for cell in head] if rows is body else []
    chain_rule = any(re.search(r"chain", title, re.IGNORECASE) for title in titles)
    slopes = bool(titles) and (_GRADIENT.search(titles[0]) is not None or chain_rule)
    found: list[tuple[Node, Cell, list[Cell]]] = []
    for row, quantity_named in zip(rows, named, strict=True):
        if quantity_named is None:
            continue
        of_output = slopes and isinstance(quantity_named, Name)
        node = Der(exercise.graph.output, quantity_named.name) if of_output else quantity_named  # type: ignore[union-attr]
        given: dict[Node, list[Cell]] = {}
        told = any(re.search(r"\bnew|updated", cell.text, re.IGNORECASE) for cell in head)
        for place, cell in enumerate(row[1:], 1):
            title = head[place].text if rows is body and place < len(head) else ""
            about = _meant(node, title, exercise, alone=len(row) == 2)
            if told and re.search(r"\bupdates?\b", title, re.IGNORECASE):
                continue  # the step, where the new value has a column of its own
            if about is not None and cell.text.strip(" -–—"):
                given.setdefault(about, []).append(cell)
        found += [(about, row[0], cells) for about, cells in given.items()]
    return found


def _down(grid: Grid, across: list[Node | None], exercise: Exercise) -> list[tuple[Node, Cell, list[Cell]]] | None:
    head, *body = grid.rows
    found: list[tuple[Node, Cell, list[Cell]]] = []
    for row in body:
        title = row[0].text if across[0] is None else ""
        for place, node in enumerate(across):
            if node is None or place >= len(row):
                continue
            about = _meant(node, title, exercise, alone=len(body) == 1)
            if about is not None and row[place].text.strip(" -–—"):
                found.append((about, head[place], [row[place]]))
    return found


def _meant(node: Node, title: str, exercise: Exercise, *, alone: bool) -> Node | None:
    """Return what of a quantity a column (or row) with a title gives; None where that is not known."""
    if _OTHER.search(title) and not _NEW.search(title):
        return None
    if re.fullmatch(r"\W*(?:t\s*=\s*)?[01]\W*", title):  # the rows of an iteration
        if "0" in title:
            return None
        return New(node.name) if isinstance(node, Name) and node.name in exercise.graph.inputs else None
    if isinstance(node, Name):
        if _LOCAL.search(title) or _OLD.search(title):
            return None
        if _NEW.search(title):
            return New(node.name) if node.name in exercise.graph.inputs else None
        if _GRADIENT.search(title):
            return Der(exercise.graph.output, node.name)
    elif isinstance(node, Der) and _NEW.search(title):
        return None
    return node if alone or _SAME.search(title) or (isinstance(node, Der) and _GRADIENT.search(title)) else None
