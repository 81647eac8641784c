"""Grids: tables of Markdown, LaTeX, HTML and of blanks, cut into cells."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import accumulate

from gradbook.core.text.patterns import regex
from gradbook.written.lexing.blocks.drawn.diagrams import diagram_in
from gradbook.written.lexing.blocks.drawn.records import Place, records_at
from gradbook.written.lexing.blocks.indented import rows_at
from gradbook.written.lexing.blocks.keyed.rows import data_at
from gradbook.written.lexing.blocks.tables.attributes import titles_of
from gradbook.written.lexing.blocks.tables.bars import BAR, RULE, bars_end
from gradbook.written.lexing.blocks.tables.columns import NUMBER
from gradbook.written.lexing.blocks.tables.fields import fields_at
from gradbook.written.lexing.blocks.tables.fixed import set_at
from gradbook.written.lexing.blocks.tables.lists import lists_at
from gradbook.written.lexing.tokens import BRACED, Token
from gradbook.written.lexing.words.dictionary import NO_CLAIM, Role

MAX_CELLS = 400
_PRINTED = regex(NUMBER)
_SIGNALS = frozenset({"δ", "delta"})
_ARRAY = regex(rf"\s*\\begin\{{(array|tabular)\}}{BRACED}(.*?)\\end\{{\1\}}\s*", re.DOTALL)
_SIGN = regex(r"[ \t]*(?:[×·*=→]|\$?\\(?:times|cdot)\$?)[ \t]*")
_DOTS = regex(r"[\s$]*(?:\.{2,3}|…|⋮|⋯|:|\\[vlc]?dots)[\s$]*")
_RULES = regex(
    r"\\(?:hline|toprule|midrule|bottomrule|addlinespace|c(?:mid|line)(?:rule)?(?:\([lr]{1,2}\))?\{[\d-]{3,5}\})(?![a-z])"
)
_TAG = regex(r"<(/?)(tr|td|th)\b[^<>]{0,200}>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's text, its place in the source, and its tokens."""

    text: str
    start: int
    tokens: tuple[Token, ...]

    def says(self, *roles: Role) -> bool:
        """Whether a word with one of these roles is in it."""
        return any(token.role in roles for token in self.tokens if token.kind == "word")

    @property
    def empty(self) -> bool:
        """Whether nothing, or a dash, is in it."""
        return not self.text.strip(" \t\n-–—")


Grid = list[list[Cell]]
Lex = Callable[[int, int], list[Token]]


def grid_of(source: str, start: int, end: int, lex: Lex, *, code: bool = False) -> Grid:
    """Return the rows of a table, the head first; none where it is a list of equations set in columns.

    Args:
        source: the answer.
        start, end: where the table stands.
        lex: gives the tokens of a piece of the source.
        code: whether it is a program's output.
    """
    body = source[start:end]
    if listed := rows_at(source, start) or diagram_in(source, start, end):
        rows = listed.rows
    elif told := records_at(source, start) or lists_at(source, start) or fields_at(source, start):
        rows = told.rows
    elif data := data_at(source, start):
        return _with_remarks([[_cell(source, a, b, lex) for a, b in row] for row in data.rows], data.remarks, lex)
    elif body[:1] == "<":
        rows = _html(source, start, end)
    elif array := _ARRAY.fullmatch(body):
        rows = _latex(source, start + array.start(2), array.group(2))
    elif bars_end(source, start, end) == end:
        rows = _markdown(source, start, end)
    elif columns := set_at(source, start, end, code=code):
        rows = [list(row) for row in columns.rows]
        if code and all(_PRINTED.fullmatch(source, *place) for place in rows[0][1:]):
            rows = [*filter(None, [titles_of(source, start, len(rows[0]))]), *rows]
    else:
        rows = _markdown(source, start, end)
    if sum(map(len, rows)) > MAX_CELLS or not rows:
        return []
    return [[_cell(source, a, b, lex) for a, b in row] for row in rows]


def _with_remarks(grid: Grid, remarks: Mapping[int, Place], lex: Lex) -> Grid:
    """Return a table with what comments beside its rows say against them at the heads of those rows."""
    for row, place in remarks.items():
        said = [token for token in lex(*place) if token.role in NO_CLAIM]
        head = grid[row][0]
        grid[row][0] = Cell(head.text, head.start, (*head.tokens, *said))
    return grid


def answered(row: list[Cell]) -> list[Cell]:
    """Return a row in which a question, "df/dx = ?", is only what the cells behind it answer."""
    found: list[Cell] = []
    for place, cell in enumerate(row):
        sides = [at for at, token in enumerate(cell.tokens) if token.kind == "rel"]
        asks = len(sides) == 1 and sides[0] and all(token.text == "?" for token in cell.tokens[sides[0] + 1 :])
        asks = asks and len(cell.tokens) > sides[0] + 1 and not all(other.empty for other in row[place + 1 :])
        found.append(Cell(cell.text, cell.start, cell.tokens[: sides[0]]) if asks else cell)
    return found


def without_dots(grid: Grid) -> Grid:
    """Return a table without the rows that only say that there are more of them."""
    return [*grid[:1], *(row for row in grid[1:] if not (row and _DOTS.fullmatch(row[0].text)))]


def without_signs(grid: Grid) -> Grid:
    """Return a table without the columns in which all cells are one sign: "local | × | upstream | = | down"."""
    width = len(grid[0]) if grid and all(len(row) == len(grid[0]) for row in grid) else 0
    signs = [
        at
        for at in range(width)
        if len({row[at].text.strip() for row in grid}) == 1 and _SIGN.fullmatch(grid[0][at].text)
    ]
    return [[cell for at, cell in enumerate(row) if at not in signs] for row in grid] if signs else grid


def joined(row: list[Cell]) -> list[Cell]:
    """Return a row in which a cell that begins with an equals sign goes on with the one before it."""
    found: list[Cell] = []
    for cell in row:
        before = found[-1] if found else None
        if before is not None and not before.empty and cell.tokens[:1] and cell.tokens[0].kind == "rel":
            found[-1] = Cell(before.text, before.start, (*before.tokens, *cell.tokens))
            found.append(Cell("", cell.start, ()))
        else:
            found.append(cell)
    return found


Places = list[list[tuple[int, int]]]


def _markdown(source: str, start: int, end: int) -> Places:
    rows: Places = []
    at = start
    for line in source[start:end].split("\n"):
        if not RULE.fullmatch(line):
            rows.append(_row(line, at))
        at += len(line) + 1
    width = len(rows[0]) if rows else 0
    rows = [row + [(row[-1][1], row[-1][1])] * (width - len(row)) for row in rows]  # what is left out is empty
    return rows if len(rows) > 1 else []


def _row(line: str, start: int) -> list[tuple[int, int]]:
    body = line.strip()
    start += line.index(body[:1]) if body else 0
    if re.match(BAR, body):
        body, start = body[1:], start + 1
    body = re.sub(rf"{BAR}$", "", body)
    cells, at = [], start
    for text in re.split(rf"(?<!\\){BAR}", body):
        cells.append((at, at + len(text)))
        at += len(text) + 1
    return cells


def _latex(source: str, at: int, text: str) -> Places:
    rows: Places = []
    for row in re.split(r"(\\\\(?:\[[^\]]{0,20}\])?)", _RULES.sub(lambda rule: " " * len(rule[0]), text)):
        if row.strip() and not row.startswith("\\\\"):
            cells = row.split("&")
            if any(cell.strip()[:1] == "=" for cell in cells) or not any(map(str.strip, cells[1:])):
                return []
            starts = accumulate((len(cell) + 1 for cell in cells), initial=at)
            rows.append([(start, start + len(cell)) for start, cell in zip(starts, cells, strict=False)])
        at += len(row)
    return rows if len(rows) > 1 else []


def _html(source: str, start: int, end: int) -> Places:
    rows: Places = []
    opened = 0
    for tag in _TAG.finditer(source, start, end):
        closes, name = bool(tag.group(1)), tag.group(2).lower()
        if opened and (name != "tr" or closes):  # </td> may be left out
            rows[-1].append((opened, tag.start()))
            opened = 0
        if not closes and name == "tr":
            rows.append([])
        elif not closes and rows:
            opened = tag.end()
    if opened:
        rows[-1].append((opened, end - len("</table>")))
    rows = [row for row in rows if row]
    return rows if len(rows) > 1 else []


def _cell(source: str, start: int, end: int, lex: Lex) -> Cell:
    tokens = [t for t in lex(start, end) if not (t.kind == "sep" and t.text in ("soft", "line"))]
    return Cell(source[start:end], start, tuple(_uncalled(tokens)))


def _uncalled(tokens: list[Token]) -> list[Token]:
    """Return the tokens without the error signal that a derivative is also called: "dE/dz (δ_1)"."""
    match tokens:
        case [_, *_, Token(kind="open"), Token() as called, Token(kind="close")] if called.text[:5] in _SIGNALS:
            return tokens[:-3]
        case [_, *_, Token(kind="open"), Token(text="δ"), Token(), Token(kind="close")]:
            return tokens[:-4]
    return tokens


def unlabelled(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return what stands behind words and a colon: "forward: q = w*x"."""
    ends = next((place for place, token in enumerate(tokens) if token.kind != "word"), 0)
    return tokens[ends + 1 :] if ends and tokens[ends].text == "colon" else tokens


def agree(results: list[tuple[str, float]]) -> bool:
    """Whether numbers, as they are written, are one, each rounded to its own decimals; the last may be off by one."""
    for text, value in results:
        for other_text, other in results:
            places = min(len(one.replace(",", ".").partition(".")[2]) for one in (text, other_text))
            most = (1.01 if places > 1 else 0.51) * 10.0**-places
            if "e" not in (text + other_text).lower() and abs(value - other) > most:
                return False
    return True
