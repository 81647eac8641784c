"""Boxes: what looks like a table of one column is a picture of a graph, drawn with lines, or a frame around lines.

┌──────────────────────┐
│ w=5 ──┐              │
│       ├─[×]── q=10   │
│ x=2 ──┘              │
└──────────────────────┘
"""

from gradbook.core.text.lines import end_of_line
from gradbook.core.text.patterns import regex
from gradbook.written.lexing.blocks.kinds import Block, Kind

_EDGE = regex(r"[ \t]*[+┌╔╭└╚╰├╠][-=─━═]{2,}[+┐╗╮┘╝╯┤╣][ \t]*")
_INSIDE = regex(r"[ \t]*[|│┃║](?P<inside>[^|│┃║]*)[|│┃║][ \t]*")


def unboxed(source: str, block: Block) -> list[Block]:
    """Return the lines in a box; the block as it is where it is none."""
    first = source.find("\n", block.start, block.end) if block.kind is Kind.TABLE else -1
    if first < 0 or not _EDGE.fullmatch(source, block.start, first):
        return [block]
    places: list[tuple[int, int]] = []
    at = first + 1
    while at < block.end:
        stop = end_of_line(source, at, block.end)
        if inside := _INSIDE.fullmatch(source, at, stop):
            places.append(inside.span("inside"))
        elif not _EDGE.fullmatch(source, at, stop):
            return [block]
        at = stop + 1
    return [part for begin, stop in places for part in (Block(Kind.PROSE, begin, stop), Block(Kind.BLANK, stop, stop))]
