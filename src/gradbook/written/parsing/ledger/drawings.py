"""Drawings of the graph: their strokes, and the numbers that stand under names, as gradients do under values.

x  -1.5 ----\\\\             u = -1.5 ──┐
   -3.0      (+)             [-3]     ├─(+)──
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from gradbook.core.text.lines import before_in_line, behind_in_line
from gradbook.written.lexing.tokens import Token
from gradbook.written.parsing.ledger.items import STROKE, Figure, Item
from gradbook.written.parsing.ledger.pieces import Piece

_NEAR = 1  # columns by which what stands below may be shifted
_NEAREST = 6  # letters around a number: its brackets, and what is beside these
_GAP = 2  # blanks between columns
_COLUMN_ENDS = frozenset({"num", "name", "der", "close", "end"})
_COLUMN_BEGINS = frozenset({"num", "name", "der", "open"})
_STROKES = frozenset({"op", "bad", "bar"})
_LINES = frozenset("-─━")
_DRAWN = ("--", "-+", "+-", "\\", "──")


class Row(NamedTuple):
    """A line of an answer with its items, where it may be part of a drawing.

    Attributes:
        start: where it begins in the source.
        items: what it says; what stands below them is added.
    """

    start: int
    items: list[Item]


def laid_out(line: Iterable[Token], source: str) -> list[Token]:
    """Return the tokens of a line with separators for the strokes of a drawing, and between columns."""
    found: list[Token] = []
    for token in line:
        if token.edge:
            continue
        if found and found[-1].kind in _COLUMN_ENDS and _begins_column(found[-1].end, token, source):
            found.append(Token("sep", "wide", found[-1].end, token.start))
        found.append(Token("sep", STROKE, token.start, token.end) if _is_drawn(token, source) else token)
    return found


def _begins_column(end: int, token: Token, source: str) -> bool:
    """Whether a token stands apart from what ends before it, as a number or a name in a column of its own does."""
    gap = source[end : token.start]
    if gap.strip(" \t") or (len(gap) < _GAP and "\t" not in gap):
        return False
    signed = token.text == "-" and source[token.end : token.end + 1].strip() != ""
    return signed or token.kind in _COLUMN_BEGINS


def _is_drawn(token: Token, source: str) -> bool:
    r"""Whether a sign is no operator but part of a drawing: "--+", "---\\"."""
    if token.kind == "sep" and token.text == "item":
        return "---" in source[token.start : token.end]
    if token.kind not in _STROKES:
        return False
    if token.text == "/" and not (source[token.start - 2 : token.start] + source[token.end : token.end + 2]).strip():
        return True  # with nothing near it: no quotient
    if re.match(r"[-+]{1,2}\d", source[token.start : token.start + 3]):
        return False  # "--7"
    around = re.sub(r"\\\w", "", source[max(0, token.start - 1) : token.start + 2])  # no command of LaTeX
    return any(stroke in around for stroke in _DRAWN)


def put_under(figures: Iterable[Figure], start: int, above: Sequence[Row], source: str) -> None:
    """Add the numbers of a line that stand alone to the items that they stand under.

    Args:
        figures: the numbers.
        start: where their line begins.
        above: the lines above it, the nearest first.
        source: the answer.
    """
    for figure in _alone(figures, source):
        left, right = figure.start - start - _NEAR, figure.end - start + _NEAR
        for row in above:
            over = (
                at for at, one in enumerate(row.items) if one.start - row.start < right and left < one.end - row.start
            )
            if (at := next(over, None)) is not None:
                item = row.items[at]
                row.items[at] = item._replace(figures=(*item.figures, figure))
                break


def _alone(figures: Iterable[Figure], source: str) -> Iterator[Figure]:
    """Yield numbers beside which nothing stands but blanks, wires and brackets of their own."""
    for figure in figures:
        before = before_in_line(source, figure.start, _NEAREST).rstrip("[(")[-2:]
        behind = behind_in_line(source, figure.end, _NEAREST).lstrip("])")[:2]
        wired = source.startswith("--", figure.start)  # strokes that could be signs: (exp)--0.5
        if (wired or _is_wire(before[::-1])) and _is_wire(behind):
            yield figure


def _is_wire(side: str) -> bool:
    """Whether what stands beside a number, the nearest first, is nothing, or a stroke that is no minus sign."""
    return not side.strip() or (side[0] in _LINES and not side[1:].isalnum()) or (side[0] == " " and side[1] in _LINES)


def named_alone(pieces: Iterable[Piece], items: Sequence[Item], source: str) -> Iterator[Item]:
    """Yield an item without numbers for each name of a drawing that stands by itself, over its wire."""
    for piece in pieces:
        if piece.node is None or any(item.start <= piece.start < item.end for item in items):
            continue
        before = before_in_line(source, piece.start, _GAP)
        behind = behind_in_line(source, piece.end, _GAP)
        if not (before.strip() or behind.strip()):
            yield Item((piece.node,), (), piece.start, piece.end)
