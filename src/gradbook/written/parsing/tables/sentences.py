"""Tables of numbered sentences, which say themselves what they speak of: no cell goes with another.

| Step | Action                                   |
| 1    | At $x = 2$: $q = 10$, so $r = q - 2 = 8$ |
"""

from dataclasses import replace

from gradbook.core.text.patterns import regex
from gradbook.written.lexing.blocks.blocks import blocks_of
from gradbook.written.lexing.blocks.kinds import Block, Kind
from gradbook.written.lexing.words.people import is_given_name
from gradbook.written.parsing.phrases.speech.attributions import of_others
from gradbook.written.parsing.tables.grids.grids import Cell, Grid
from gradbook.written.parsing.tables.grids.titles import against, counts_rounds, is_count

_WORD = regex(r"[^\W\d_]+")
_COLUMNS = 2  # the count and the sentence


def counts_sentences(grid: Grid) -> bool:
    """Whether each row of a table is its count and a text with an equation, one of them with words."""
    head, *body = grid or [[]]
    counted = bool(body) and all(len(row) == _COLUMNS and is_count(row[0]) for row in body)
    if not counted or len(head) != _COLUMNS or counts_rounds(head[0]) or not _is_plain(head[1]):
        return False
    equations = all(any(token.kind == "rel" for token in row[1].tokens) for row in body)
    return equations and any(token.kind == "word" for row in body for token in row[1].tokens)


def _is_plain(title: Cell) -> bool:
    """Whether a title says nothing of a quantity, against what stands under it, or of whose it is: "What Ben did"."""
    if against(title) or of_others(title.tokens) or any(token.kind in ("name", "num") for token in title.tokens):
        return False
    return not any(is_given_name(word) for word in _WORD.findall(title.text))


def sentences_of(grid: Grid) -> list[Block]:
    """Return the blocks of the sentences of such a table, each an item of a list; its title is one too."""
    found: list[Block] = []
    for row in grid:
        cell = row[1]
        found.append(Block(Kind.ITEM, cell.start, cell.start))
        parts = blocks_of(cell.text)
        found += [replace(part, start=part.start + cell.start, end=part.end + cell.start) for part in parts]
    return [*found, Block(Kind.BLANK, found[-1].end, found[-1].end)]
