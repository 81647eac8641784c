"""Fixed columns: tables set in blanks of which some cells are empty, so that their places say which column is meant.

node  forward     value  backward  gradient
----  ----------  -----  --------  --------
q     w*x         10     dr * 1    3
w                 5      dq * x    6
"""

from gradbook.core.text.lines import end_of_line, start_of_line
from gradbook.core.text.patterns import regex
from gradbook.written.lexing.blocks.tables.columns import NUMBER, Columns, columns_at
from gradbook.written.lexing.blocks.tables.listed import listed_at

_Span = tuple[int, int]

_TITLE = regex(r"[^\s=:|](?:[^\s=:|]|[ ](?=[^\s=:|])){0,30}")
_GROUP = regex(r"[-─━═=]{2,}|[-─━═=](?=[ ])")
_RULE = regex(r"[ ]*[-─━═=][-─━═= ]*")
_NAME = regex(r"(?:[^\W\d][\w'’]{0,14}|[∂d]\w{1,8}/[∂d]\w{1,8})(?:[ ]?=[ ]?[^\s=](?:[ ]?[^\s=]){0,24})?|\d{1,2}")
_GAP = regex(r"\S[ ]{3,}[^\s=≈]")  # between what are no sides of one equation
_NUMBER = regex(NUMBER)
_HAS_NUMBER = regex(rf"(?<![\w.]){NUMBER}(?![\w.])")
_FEW = 3  # columns, at least


def set_at(source: str, at: int, end: int, *, code: bool = False, columns: bool = True) -> Columns | None:
    """Return the table without bars that begins with the line at a place: a list, or columns in blanks.

    Args:
        source: the answer.
        at: where a line begins.
        end: how far to look.
        code: whether the lines are a program's output.
        columns: whether columns in blanks are looked for too.
    """
    listed = listed_at(source, at, end)
    if listed is not None or not columns:
        return listed
    free, fixed = columns_at(source, at, end, code=code), _fixed_at(source, at, end)
    return fixed if fixed is not None and (free is None or fixed.end > free.end) else free


def _fixed_at(source: str, at: int, end: int) -> Columns | None:
    """Return the table whose columns begin where its titles do, or the parts of the rule under them."""
    line_end = end_of_line(source, at, end)
    title = source[at:line_end]
    if line_end == end or "  " not in title or "\t" in title:  # no row below it, or no columns
        return None
    titles = [found.span() for found in _TITLE.finditer(source, at, line_end)]
    if title.startswith("    "):
        titles.insert(0, (at, at))  # the names have no title
    if len(titles) < _FEW or any(_NUMBER.fullmatch(source, a, b) for a, b in titles):
        return None
    starts = [begin - at for begin, _ in titles]
    below = line_end + 1
    if below < end and _RULE.fullmatch(source, below, end_of_line(source, below, end)):
        groups = [found.start() - below for found in _GROUP.finditer(source, below, end_of_line(source, below, end))]
        if groups[1:] and len(groups) != len(starts):
            return None
    rows: list[tuple[_Span, ...]] = []
    stop, place = line_end, line_end + 1
    while place < end:
        line_end = end_of_line(source, place, end)
        if not _RULE.fullmatch(source, place, line_end):
            cells = _cells(source, place, line_end, starts)
            if cells is None:
                break
            rows.append(cells)
            stop = line_end
        place = line_end + 1
    empty = any(a == b for row in rows for a, b in row)
    sure = len(rows) > 1 and (empty or _ruled(source, at, stop) or _below(source, rows, starts))
    return Columns(stop, (tuple(titles), *rows)) if sure else None


def _below(source: str, rows: list[tuple[_Span, ...]], starts: list[int]) -> bool:
    """Whether all cells of several rows begin where their titles do, signs aside, and blanks set all columns apart."""
    if len(rows) < _FEW:
        return False
    for row in rows:
        start = start_of_line(source, row[0][0])
        if any(abs(a - start - column) > 1 for (a, _), column in zip(row, starts, strict=True)):
            return False
    return True


def _ruled(source: str, at: int, end: int) -> bool:
    below = end_of_line(source, at, end) + 1
    return _RULE.fullmatch(source, below, end_of_line(source, below, end)) is not None


def _cells(source: str, start: int, end: int, starts: list[int]) -> tuple[_Span, ...] | None:
    """Return the cells of a line; None where it has no name, no number, or a text that reaches over an edge."""
    edges = [0, *starts[1:]]
    for number, edge in enumerate(edges):
        sign = start + edge - 1
        if number and sign + 1 < end and source[sign] in "-−+" and source[sign - 1] == " ":
            edges[number] = edge - 1  # a sign hangs out
        elif number and sign + 1 < end and source[sign] != " ":
            return None
    cells: list[_Span] = []
    for edge, behind in zip(edges, [*edges[1:], end - start], strict=True):
        text = source[min(start + edge, end) : min(start + behind, end)]
        if _GAP.search(text):
            return None
        begin = min(start + edge, end) + len(text) - len(text.lstrip())
        cells.append((begin, begin + len(text.strip())))
    named = _NAME.fullmatch(source[slice(*cells[0])]) is not None
    return tuple(cells) if named and any(_HAS_NUMBER.search(source, a, b) for a, b in cells[1:]) else None
