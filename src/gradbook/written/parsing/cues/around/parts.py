"""Parts: the lines of text, tables, programs and displays of an answer, with the statements that each makes."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Number, Symbol
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.blocks.kinds import UNSEEN, Block, Kind
from gradbook.written.parsing.equations.statements import Statement

_COMMENT = regex(r"^[ \t]*(?:#+|//+|%+|--)(?=[ \t\w])(?!include|define|[ ]?%)[^\n]*\n?", re.MULTILINE)
_CLOSES = regex(r"[`:~]{3,}")  # a directive
_SET = (Kind.TABLE, Kind.CODE, Kind.DISPLAY)


@dataclass(slots=True)
class Part:
    """A line of text, or a table, a program or displayed mathematics.

    Attributes:
        kind: of its first block: PROSE, ITEM, HEADING, TABLE, CODE, DISPLAY.
        start, end: its place in the source.
        opens: whether it is the title of a directive, which holds the blocks behind it up to where it closes.
        closed: whether a directive closes before it.
        apart: whether an empty line, or a block, stands before it.
        comments: whether it is a comment on a line of its own in a program.
        stated: the places in the list of the statements that it makes.
    """

    kind: Kind
    start: int
    end: int
    opens: bool = False
    closed: bool = False
    apart: bool = True
    comments: bool = False
    stated: list[int] = field(default_factory=list)

    @property
    def is_words(self) -> bool:
        return self.kind in (Kind.PROSE, Kind.HEADING) and not self.stated


def parts_of(source: str, blocks: Sequence[Block], statements: Sequence[Statement], lexicon: Lexicon) -> list[Part]:
    """Return the parts of an answer, in order.

    Args:
        source: the answer.
        blocks: of it.
        statements: that it makes.
        lexicon: the exercise's.
    """
    parts: list[Part] = []
    fresh, apart, closed = True, True, False
    for block in blocks:
        text = source[block.start : block.end].strip()
        if block.kind in UNSEEN:
            continue
        if block.kind is Kind.BLANK or (block.kind is Kind.PROSE and text in ("", ">")):
            fresh = apart = True
            closed = closed or _CLOSES.fullmatch(text) is not None
            continue
        if block.kind is Kind.CODE:
            parts += _lines_of(block, source, closed=closed, apart=apart)
            closed = False
        elif block.kind in _SET or fresh:
            opens = block.kind is Kind.HEADING and "{" in text
            parts.append(Part(block.kind, block.start, block.end, opens, closed, apart))
            closed = False
        parts[-1].end = block.end
        fresh = apart = block.kind in _SET
        if not fresh and block.kind not in (Kind.HEADING, Kind.ITEM) and source[block.end - 1 : block.end] == "\n":
            fresh = True
    for part in parts:
        if part.kind not in (*_SET, Kind.ITEM, Kind.HEADING):
            part.kind = Kind.PROSE
    starts = [part.start for part in parts]
    for number, statement in enumerate(statements):
        head = statement.members[0].node
        at = bisect_left(starts, statement.start + 1) - 1
        own = isinstance(head, Number)  # "t = 7:"
        if at >= 0 and not own and not (isinstance(head, Symbol) and head.name in lexicon.inputs):
            parts[at].stated.append(number)
    return parts


def _lines_of(block: Block, source: str, *, closed: bool, apart: bool) -> list[Part]:
    """Return a program's comments on lines of their own, each with the lines up to the next behind it."""
    parts = [Part(Kind.CODE, block.start, block.end, closed=closed, apart=apart)]
    for comment in _COMMENT.finditer(source, block.start, block.end):
        parts[-1].end = comment.start()
        parts.append(Part(Kind.CODE, *comment.span(), apart=False, comments=True))
        parts.append(Part(Kind.CODE, comment.end(), block.end, apart=False))
    return [part for part in parts if part.comments or part is parts[0] or source[part.start : part.end].strip()]
