"""Lists of lists in program text that are shown as a table: rows of strings, and the names of the columns.

pd.DataFrame([["q", "w*x", 10], ["r", "q + b", 8]], columns=["node", "formula", "value"])
"""

from gradbook.core.text.lines import end_of_line
from gradbook.core.text.patterns import regex
from gradbook.written.lexing.blocks.drawn.records import Place, Records

_ITEM = r"'(?:[^'\\\n]|\\.)*'|\"(?:[^\"\\\n]|\\.)*\"|`[^`\n]*`|[-−+]?\d[\d.]*(?:e[-+]?\d+)?"
_ITEMS = rf"((?:{_ITEM})(?:,\s{{0,12}}(?:{_ITEM}))+)"
_ROW = regex(rf"[ \t]*[\[(]{{1,2}}\s?{_ITEMS},?\s?[\])]{{1,3}},?[ \t]*")
_HEAD = regex(rf"(?:columns|headers?|head|cols|spalten|titles)['\"]?\s{{0,2}}[:=]\s{{0,2}}[\[(]\s{{0,12}}{_ITEMS}")
_ONE = regex(_ITEM)
_FEW = 2
_NEAR = 200  # letters before the rows, or behind them, in which the names of the columns stand


def lists_at(source: str, at: int) -> Records | None:
    """Return the rows of a list of lists that begins with a line, if the names of its columns stand beside it."""
    rows: list[list[Place]] = []
    end = line = at
    while line < len(source):
        stop = end_of_line(source, line)
        row = _ROW.match(source, line, stop)
        if row is None or (row.end() < stop and not source.startswith(("columns", "head"), row.end())):
            break
        rows.append(_items(source, *row.span(1)))
        end = row.end()
        line = stop + 1
    if len(rows) < _FEW or len({len(row) for row in rows}) > 1:
        return None
    head = _head(source, max(0, at - _NEAR), at, last=True) or _head(source, end, end + _NEAR)
    if head is None or len(head) != len(rows[0]):
        return None
    return Records([head, *rows], end)


def _head(source: str, start: int, end: int, *, last: bool = False) -> list[Place] | None:
    """Return the places of the names of columns, those that stand last before rows or first behind them."""
    found = list(_HEAD.finditer(source, start, min(end, len(source))))
    return _items(source, *found[-1 if last else 0].span(1)) if found else None


def _items(source: str, start: int, end: int) -> list[Place]:
    """Return the places of items, without their quotes."""
    return [
        (item.start() + quoted, item.end() - quoted)
        for item in _ONE.finditer(source, start, end)
        for quoted in [item.group()[0] in "'\"`"]
    ]
