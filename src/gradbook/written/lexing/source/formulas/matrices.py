"""Matrices drawn over several lines, a row in brackets in each, one under another; they become lists of rows.

dL/dW = [ 0.1  0.2 ]        W = ⎡ 0.1  0.2 ⎤            [ 2 ]            [ 2 * 3  2 * 4 ]
        [ 0.3  0.4 ]            ⎣ 0.3  0.4 ⎦    dL/dW = [ 1 ] [ 3  4 ] = [ 1 * 3  1 * 4 ]
"""

import re

from gradbook.core.text.patterns import regex

NUMBER = r"[-+−]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+−]?\d+)?"
ROW = rf"[ \t]*{NUMBER}(?:(?:[ \t]*,[ \t]*|[ \t]+){NUMBER})*[ \t]*"
_SIGNS = r"\[\]⎡⎢⎣│┌└⎤⎥⎦┐┘|"
_INSIDE = rf"[^{_SIGNS}\n=≈$&;]{{1,80}}"
_BOX = regex(rf"[\[⎡⎢⎣│┌└](?P<row>{_INSIDE})[\]⎤⎥⎦│┐┘]|\|(?P<bare>{ROW}|[ \t]{_INSIDE}[ \t])\|")
_NUMBERS = regex(ROW)
_POINT = regex(r"(?<=\d)\.(?!\d)")
_GAP = regex(r"[ \t]*,[ \t]*|[ \t]{2,}")
_BLANK = regex(r"[ \t]+")
_BEHIND = regex(r"[ \t,;.]*")
_RELATION = regex(r"[=≈]")
_ASKEW = 2
_LONGEST = 200
_MOST = 8  # lines of a drawing
_Boxes = list[re.Match[str]]


def in_one_line(source: str) -> str:
    """Return a source, as long as it was, in which such a matrix is [[1, 2],[3, 4]]."""
    if "\n" not in source or not any(sign in source for sign in "[⎡┌|"):
        return source
    lines = source.split("\n")
    boxes = [[*_BOX.finditer(line)] if len(line) <= _LONGEST else [] for line in lines]
    alone = [_is_alone(line, found) for line, found in zip(lines, boxes, strict=True)]
    at = 0
    while at < len(lines):
        end = at + 1
        while boxes[at] and end < len(lines) and boxes[end] and end - at < _MOST and (alone[end] or all(alone[at:end])):
            end += 1
        main = [place for place in range(at, end) if not alone[place]]
        joined = _joined(lines[at:end], boxes[at:end], main[0] - at) if end > at + 1 and len(main) == 1 else ""
        if not main and at and end > at + 1 and lines[at - 1].rstrip().endswith(("=", "≈")):
            joined = _below(lines[at:end], boxes[at:end])
        if joined:
            lines[at:end], boxes[at:end], alone[at:end] = [joined], [[]], [False]
            end = at + 1
        at = end
    return "\n".join(lines)


def _is_alone(line: str, boxes: _Boxes) -> bool:
    """Whether nothing else stands in a line than rows in brackets, not quite at its beginning."""
    if not boxes or boxes[0].start() < _ASKEW:
        return False
    ends = [0, *(box.end() for box in boxes[:-1])]
    between = "".join(line[end : box.start()] for end, box in zip(ends, boxes, strict=True))
    return not between.strip() and _BEHIND.fullmatch(line, boxes[-1].end()) is not None


def _joined(lines: list[str], boxes: list[_Boxes], main: int) -> str:
    """Return the lines of a drawing in one, as long as they were together; empty where they are none.

    Args:
        lines: those that belong together.
        boxes: the rows in brackets of each.
        main: which of the lines has the name and the signs.
    """
    columns: list[_Boxes] = [[] for _ in boxes[main]]
    text = lines[main]
    if not _RELATION.search(text) or _BEHIND.fullmatch(text, boxes[main][-1].end()) is None:
        return ""
    for found in boxes:
        for box in found:
            under = [n for n, top in enumerate(boxes[main]) if abs(top.start() - box.start()) <= _ASKEW]
            if len(under) != 1 or (columns[under[0]] and columns[under[0]][-1].string is box.string):
                return ""
            columns[under[0]].append(box)
    if len(columns) == 1 and not main and all(_NUMBERS.fullmatch(box.group("row") or "") for box in columns[0]):
        return in_place("\n".join(lines), [box.group() for box in columns[0]])
    said, at = "", 0
    for top, column in zip(boxes[main], columns, strict=True):
        rows = [entries_of(box.group("row") or box.group("bare")) for box in column]
        if len({len(row) for row in rows}) != 1 or not all(map(all, rows)):
            return ""
        listed = [f"[{', '.join(row)}]" for row in rows]
        said += text[at : top.start()] + (f"[{','.join(listed)}]" if len(rows) > 1 else listed[0])
        at = top.end()
    whole = len("\n".join(lines))
    said = said.lstrip() + text[at:]
    return said[:-1] + said[-1:].rjust(whole - len(said) + 1) if len(said) <= whole else ""


def _below(lines: list[str], boxes: list[_Boxes]) -> str:
    """Return rows of numbers that stand alone below a sign in one line, as long as they were together; else empty."""
    rows = [found[0] for found in boxes if len(found) == 1]
    if len(rows) < len(boxes) or not all(_NUMBERS.fullmatch(row.group("row") or row.group("bare")) for row in rows):
        return ""
    return in_place("\n".join(lines), [row.group() for row in rows])


def in_place(source: str, rows: list[str]) -> str:
    """Return a source that holds rows of numbers, with semicolons between them in one bracket, each where it stood."""
    if len({len(entries_of(row[1:-1])) for row in rows}) != 1:
        return ""
    found, at = "", 0
    for place, row in enumerate(rows):
        start = source.index(row, at)
        found += source[at:start] if not place else " " * (start - at)
        found += (";" if place else "[") + _POINT.sub(" ", row[1:-1].replace(",", " ")) + " "
        at = start + len(row)
    return found[:-1] + "]" + source[at:]


def entries_of(row: str) -> list[str]:
    """Return the entries of a row: between commas or wide gaps, and numbers between any blanks."""
    row = row.strip()
    if _NUMBERS.fullmatch(row):
        return [part for part in re.split(r"[ \t,]+", row) if part]
    return [entry.strip() for entry in _GAP.split(row)]
