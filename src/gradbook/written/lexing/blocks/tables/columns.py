"""Columns: lines that are set as a table in blanks or tabs, as pandas and loops of prints write them.

A row is a short name and behind it cells of which one is a number at least. Between cells stand two blanks or a tab; in
program text one blank is enough where all behind the name are numbers: "w 1.06".
"""

import re
from dataclasses import dataclass
from itertools import accumulate

from gradbook.core.text.lines import end_of_line, start_of_line
from gradbook.core.text.patterns import regex

NUMBER = r"[-−+]?(?:\d+(?:[.,]\d+)?|\.\d+)(?:[eE][-+]?\d+)?"
_NUMBERS = regex(rf"{NUMBER}(?:[ \t]+{NUMBER})*")
_NUMBER = regex(NUMBER)
_PIECE = regex(r"\S+")
_HEAD = regex(r"(?!\[+ *[-−.\d])[^\s\d|<>#•◦▪●○■→⇒①-⑳❶-❿-][^\t|#]{0,24}")  # what a row begins with, if it is no array
_DEFINED = regex(r"[^\W\d]\w{0,15}[ ]?=[ ]?[^\t|#=:;≈]{1,30}")
_NAME = regex(r"[^\W\d]\w{0,15}")
_MOST = 60  # rows of a sheet
_LETTERS = regex(r"[ ]?\tA(?:\t[A-Z]){1,25}")
_SAYS = regex(r"\(?[^\W\d][^\d|()]{1,40}\)?")  # behind the cells of one row: "(relu off)"
_WIDE = regex(r"[ ]{2,}|[ ]*\t\s*")
_ANY = regex(r"\s+")
_HAS_NUMBER = regex(rf"(?<![\w.]){NUMBER}(?!\w)")
_SIGN = regex(r"[=:≈←*/+×·^<>,;▷▶]|->|[-−](?!\d)")  # what goes on with a line and begins no cell
_EXPLAINED = regex(r"[^=()]+\(=[^=()]+\)")  # "downstream (= df/dnode)"
_RESULT = regex(rf"[=≈]\s*({NUMBER})")
_NONE = ("-", "–", "—", "/")  # what an empty cell says
_ENDS = regex(r"[=:≈←*/+×·^,;.(▷▶-]$")
_NAMES = regex(r"param(?:eter)?s?|var(?:iable)?s?|names?|nodes?|knoten|weights?|quantity|inputs?", re.IGNORECASE)
_RULE = regex(r"[\s=─—-]*[=─—-]{2}[\s=─—-]*")


@dataclass(frozen=True, slots=True)
class Columns:
    """A table in blanks: where it ends, and the places of the cells of each row, the head first if it has one."""

    end: int
    rows: tuple[tuple[tuple[int, int], ...], ...]


def columns_at(source: str, at: int, end: int, *, code: bool = False) -> Columns | None:
    """Return the table in blanks that begins with the line at a place, if there is one.

    Args:
        source: the answer.
        at: where a line begins.
        end: how far to look.
        code: whether the lines are a program's output.
    """
    stop = end_of_line(source, at, end)
    if not code and "  " not in (text := source[at:stop]) and "\t" not in text:
        return None
    if "\t" in source[at:stop] and (pasted := _pasted(source, at, stop, end)):
        return pasted
    first = _cut(source, at, stop, numbers=code)
    words = _split(source, at, stop, _ANY) if code else []
    if len(first) < 2 and len(words) < 2:
        return None
    titled = not _is_row(source, first, titled=True)
    sheet = titled and "".join(source[a:b] for a, b in first).startswith("AB")  # its cells say "=w*x"
    rows = [] if titled else [first]
    place = stop
    while place < end:
        line, place = place + 1, end_of_line(source, place + 1, end)
        text = source[line:place]
        if titled and not rows and _RULE.fullmatch(text):
            continue
        cells = _cut(source, line, place, numbers=code)
        remark = bool(rows) and len(cells) == len(rows[0]) + 1 and _SAYS.fullmatch(source, *cells[-1]) is not None
        row = cells[:-1] if remark else cells
        if rows and not titled and len(row) != len(rows[0]):
            rows[-1:], row = [_filled(source, rows[-1], row)], _filled(source, row, rows[0])
            cells = row
        if not _is_row(source, row, titled=titled, sheet=sheet) or (rows and len(row) != len(rows[0])):
            break
        rows.append(cells)
        stop = place
    if (
        not rows
        or not all(_is_row(source, row[: len(rows[0])], titled=titled, sheet=sheet) for row in rows)
        or len(rows) + titled < 1 + (not code)
    ):
        return None
    if not titled:
        if all(source[row[0][0] : row[0][1]].isdecimal() for row in rows):
            return None  # numbers only
        return Columns(stop, tuple(map(tuple, rows)))
    count = len(rows[0])
    head = next((cells for cells in (first, words) if len(cells) in (count, count - 1)), None)
    if head is None:
        return None
    values = [row[1:] for row in rows]
    if len(rows) == 1:
        values = rows if "\t" in source[at : first[-1][1]] else []  # below tabs a single row of numbers is one
    numbers = bool(values) and all(_NUMBER.fullmatch(source[a:b]) for row in values for a, b in row)
    titles = [source[a:b] for a, b in head]
    if not all(_is_title(title) or (numbers and _DEFINED.fullmatch(title)) for title in titles):
        return None  # over numbers "L = (a - y)^2" may stand too
    if (
        len(head) < count
        and _NAMES.fullmatch(titles[0])
        and not any(re.search(r"\d", source[a:b]) for *_, (a, b) in rows)
    ):
        return Columns(stop, ((*head, (head[-1][1], head[-1][1])), *map(tuple, rows)))  # "ok" has no title
    if len(head) < count:  # an index has no title
        head = [(at, at), *head]
        index = all(source[slice(*row[0])].isdecimal() for row in rows)
        if index and (len(rows) == 1 or not any(_NUMBERS.fullmatch(source[slice(*row[1])]) for row in rows)):
            head, rows = head[1:], [row[1:] for row in rows]  # as data frames count their rows
    return Columns(stop, (tuple(head), *map(tuple, rows)))


def _filled(source: str, row: list[tuple[int, int]], other: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return a row of a name and a number with an empty cell between them, where another has a calculation there.

    Both numbers stand in one column: "f                 1.00", and below it "d     (2)(1.5)    3.00".
    """
    if len(row) != 2 or len(other) != 3 or not _NAME.fullmatch(source, *row[0]):
        return row
    line, its = (start_of_line(source, cells[0][0]) for cells in (row, other))
    begin, end = (place - line + its for place in row[1])
    under = other[1][1] < begin < other[2][1] and end > other[2][0]
    return [row[0], (row[0][1], row[0][1]), row[1]] if under else row


def _pasted(source: str, at: int, stop: int, end: int) -> Columns | None:
    """Return rows with tabs, as sheets are pasted, of which some end before others: their last cells are empty.

    Letters over the columns and numbers before the rows, as sheets have them, are left out; so are cells that only
    set others below each other.
    """
    lines: list[list[tuple[int, int]]] = []
    place = at - 1
    lettered = _LETTERS.fullmatch(source, at, stop) is not None
    titles = [text for text in source[at:stop].split("\t") if text.strip()]
    if not lettered and not (len(titles) > 1 and all(map(_is_title, titles))):
        return None
    while place < end and len(lines) < _MOST:
        line, place = place + 1, end_of_line(source, place + 1, end)
        texts = source[line:place].split("\t")
        if (
            len(texts) < 2
            or (lines and len(texts) > len(lines[0]))
            or (lettered and lines and not texts[0].isdecimal())
        ):
            place = line - 1
            break
        if lines and not any(map(str.strip, texts)) and _titles_below(source, place, end):
            break  # another table
        starts = accumulate((len(text) + 1 for text in texts[:-1]), initial=line)
        lines.append([(start, start + len(text)) for start, text in zip(starts, texts, strict=True)])
    if lettered:
        lines = [line[1:] for line in lines[1:]]
    lines = [line for line in lines if any(a < b for a, b in line)]
    names = {source[slice(*line[0])] for line in lines}
    formulas = "\t=" in source[at : max(place, at)]
    filled = [[cell for cell in line if cell[0] < cell[1]] for line in lines] if formulas else lines
    if formulas and len({*map(len, filled)}) == 1:
        lines = filled
    uneven = len({*map(len, lines)}) > 1 or any(a == b for line in lines for a, b in line)
    if len(lines) < 3 or not (uneven or lettered or formulas) or len(names) < len(lines):
        return None
    rows = [row + [(row[-1][1], row[-1][1])] * (len(lines[0]) - len(row)) for row in lines]
    return Columns(place, tuple(map(tuple, rows)))


def _titles_below(source: str, place: int, end: int) -> bool:
    """Whether the line behind a place has titles in its cells, and no number."""
    texts = source[place + 1 : end_of_line(source, place + 1, end)].split("\t")
    return (
        len(texts) > 1
        and all(map(_is_title, filter(None, texts)))
        and any(texts)
        and not any(map(_HAS_NUMBER.match, texts))
    )


def _cut(source: str, start: int, end: int, *, numbers: bool) -> list[tuple[int, int]]:
    """Return the cells of a line; at single blanks too, where all behind the name are numbers."""
    calculated = _unsigned(source, cells := _split(source, start, end, _WIDE))
    if calculated != cells:
        return calculated
    if numbers:
        pieces = list(_PIECE.finditer(source, start, end))
        first = len(pieces)
        while first > 1 and _NUMBER.fullmatch(pieces[first - 1].group()):
            first -= 1
        numeric = [_NUMBER.fullmatch(piece.group()) is not None for piece in pieces]
        tight = "  " not in source[start:end].strip()
        if tight and len(pieces) > 3 and numeric == [place % 2 == 1 for place in range(len(pieces))]:
            return []  # "z1 2.0 z2 -5.0" is of two names
        if first < len(pieces):
            head = _split(source, pieces[0].start(), pieces[first - 1].end(), _WIDE)
            formula = len(head) == 2 and first == len(pieces) - 1 and _NAME.fullmatch(source, *head[0])  # "z  w*x  10"
            named = head if formula else [(pieces[0].start(), pieces[first - 1].end())]
            return [*named, *(piece.span() for piece in pieces[first:])]
    return cells


def _unsigned(source: str, cells: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the cells without the sign before the result of a calculation: "d    (2)(1.5)    = 3.00"."""
    if len(cells) not in (3, 4) or not _NAME.fullmatch(source, *cells[0]) or "=" in source[slice(*cells[1])]:
        return cells
    result = _RESULT.fullmatch(source, cells[2][0], cells[-1][1])
    return [*cells[:2], result.span(1)] if result else cells


def _split(source: str, start: int, end: int, between: re.Pattern[str]) -> list[tuple[int, int]]:
    body = source[start:end]
    start += len(body) - len(body.lstrip())
    end = start + len(body.strip())
    cells, at = [], start
    for match in between.finditer(source, start, end):
        cells.append((at, match.start()))
        at = match.end()
    return [*cells, (at, end)] if end > start else []


def _is_row(source: str, cells: list[tuple[int, int]], *, titled: bool, sheet: bool = False) -> bool:
    if len(cells) < 2:
        return False
    head, *others = [source[a:b] for a, b in cells]
    if titled and len(cells) > 2 and all(map(_NUMBER.fullmatch, (head, *others))):
        return True  # under a name each
    plain = head.removeprefix("-").isdecimal() and len(cells) > 2  # an index, of inputs from -1 on
    set_off = cells[1][0] - cells[0][1] > 1
    defined = titled and set_off and _DEFINED.fullmatch(head) is not None  # "q = w*x", under titles
    if not (plain or defined or (_HEAD.fullmatch(head) and not re.search(r"[=:;,≈]|\.\s|->", head))):
        return False
    if sheet:
        others = [text.removeprefix("=") for text in others]
    told = [text for text in others if text not in _NONE]
    if any(_SIGN.match(text) or _ENDS.search(text) or len(text) > 60 for text in (*told, head)):
        return False
    return any(_HAS_NUMBER.match(text) for text in others)


def _is_title(text: str) -> bool:
    sign = "=" in text and not _EXPLAINED.fullmatch(text)
    return bool(text) and len(text) <= 30 and not (sign or _SIGN.match(text) or text.endswith(":"))
