"""Tables of the forward mode: each row has its own derivative by what is put in, its tangent, none of the output.

    | trace | value | derivative          | by a | by b |
    | p     | 1     | cos(a) \\dot{a}     | 0    | 0    |

So has a table without dotted names under a title that differentiates by one input, "∂/∂a" or "gradient a".
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from enum import Enum, auto
from itertools import pairwise

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.expression import Node
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import bare
from gradbook.written.parsing.cues.against.derived.along_paths import PATHS
from gradbook.written.parsing.equations.introduced.tangents import DOTTED
from gradbook.written.parsing.grammar.arguments import split_at_commas
from gradbook.written.parsing.grammar.brackets import matches, opens_list
from gradbook.written.parsing.tables.grids.grids import Cell, Grid
from gradbook.written.parsing.tables.grids.heads import name_of
from gradbook.written.parsing.tables.grids.titles import Sense, is_elementary, says_slope, sense_of

_TANGENT = regex(r"\btangent|\btangens|tangential|касательн|切线|切線|接線|탄젠트|접선", re.IGNORECASE)
_DIRECTED = regex(rf"{_TANGENT.pattern}|\\nabla|∇|\bseed\b|\bdirection\b", re.IGNORECASE)
_WORD = regex(r"\w+")
_BY = regex(r"\bw\.?\s?r\.?\s?t\b", re.IGNORECASE)  # no w, r or t
_LEAST = 2  # columns of inputs, so that seeds tell
_TOLD = (Sense.SLOPE, Sense.RESULT, Sense.UNKNOWN)


def apart(grid: Grid, lexicon: Lexicon) -> Grid:
    """Return a table whose columns of gradients, [1, 0] and [0, 1] in the inputs' rows, are one for each input."""
    heads = [name_of(row[0], lexicon) if row else None for row in grid]
    own = {
        place: node.name for place, node in enumerate(heads) if isinstance(node, Symbol) and node.name in lexicon.inputs
    }
    if len(lexicon.inputs) < _LEAST or {*own.values()} != {*lexicon.inputs}:
        return grid
    for column in range(len(grid[0]) - 1, 0, -1):
        lists = [_entries(row[column]) if column < len(row) else () for row in grid]
        seeds = {name: [entry.text.strip() for entry in lists[place]] for place, name in own.items()}
        units = {
            entries.index("1"): name
            for name, entries in seeds.items()
            if sorted(entries) == [*"0" * (len(own) - 1), "1"]
        }
        if len(units) == len(own):
            title = grid[0][column]
            titles = [
                replace(title, text=name, tokens=(_name(name, title.start),)) for _, name in sorted(units.items())
            ]
            grid = [
                [
                    *row[:column],
                    *(titles if at == 0 else _as_wide(row, column, lists[at], len(own))),
                    *row[column + 1 :],
                ]
                for at, row in enumerate(grid)
            ]
    return grid


def _as_wide(row: Sequence[Cell], column: int, entries: Sequence[Cell], width: int) -> Sequence[Cell]:
    """Return a list's entries as cells, or as many that say nothing: a list of another length tells no input's."""
    if column >= len(row) or len(entries) == width:
        return entries
    return [replace(row[column], text="", tokens=())] * width


def _name(name: str, start: int) -> Token:
    return Token("name", name, start, start, Symbol(name))


def _entries(cell: Cell) -> tuple[Cell, ...]:
    """Return the entries of a list in brackets; none where a cell holds anything else."""
    tokens = [token for token in cell.tokens if not token.edge]
    if len(tokens) < _LEAST or not opens_list(tokens[0]) or matches(tokens).get(0) != len(tokens) - 1:
        return ()
    entries = split_at_commas(tokens[1:-1])
    if len(entries) < _LEAST or not all(entries):
        return ()
    spans = [(entry[0].start, entry[-1].end) for entry in entries]
    return tuple(
        Cell(cell.text[start - cell.start : end - cell.start], start, tuple(entry))
        for entry, (start, end) in zip(entries, spans, strict=True)
    )


class Mode(Enum):
    """Whose the derivatives in a table are."""

    REVERSE = auto()  # the output's, by each row
    COLUMNS = auto()  # under some titles those of each row, by an input
    SEEDED = auto()  # as well, as the seeds 1, 0 and 0, 1 of the inputs' rows tell
    FORWARD = auto()  # each row's
    ELEMENTARY = auto()  # and under titles of elementary derivatives too, as their formulas have dotted names


def mode_of(grid: Grid, lexicon: Lexicon) -> Mode:
    """Return whose the derivatives in a table are: it is one of the forward mode if it speaks of dotted names."""
    dotted = [[DOTTED.search(cell.text) is not None for cell in row] for row in grid]
    elementary = [at for at, title in enumerate(grid[0]) if is_elementary(title) and says_slope(title)]
    if any(row[at] for row in dotted[1:] for at in elementary if at < len(row)):
        return Mode.ELEMENTARY
    if any(map(any, dotted)) or any(_TANGENT.search(title.text) for title in grid[0]):
        return Mode.FORWARD
    if _is_seeded(grid, lexicon):
        return Mode.SEEDED
    return Mode.COLUMNS if any(_input(title, lexicon) for title in grid[0]) else Mode.REVERSE


def tangent(
    node: Node, about: Node | None, sense: Sense, title: Cell, lexicon: Lexicon, mode: Mode
) -> tuple[Node | None, bool]:
    """Return what a cell gives of a row's node, and whether that is sure.

    Args:
        node: at the head of the row.
        about: what the cell gives of it if it is no tangent.
        sense, title: of the cell's column.
        lexicon: the exercise's.
        mode: of the table.
    """
    told = sense in _TOLD or (mode is Mode.ELEMENTARY and sense is Sense.LOCAL and is_elementary(title))
    if not isinstance(node, Symbol) or not told or mode is Mode.REVERSE:
        return about, True
    if mode in (Mode.FORWARD, Mode.ELEMENTARY):
        if not _directed(title) and not DOTTED.search(title.text) and not _DIRECTED.search(title.text):
            return about, True
        inputs = [*(_named(title, lexicon) or lexicon.inputs)]
        known = len(inputs) == 1 and node.name not in lexicon.inputs
        return (Derivative(node.name, inputs[0]) if known else None), True
    if by := _input(title, lexicon) or (_column(title, lexicon) if mode is Mode.SEEDED else ""):
        return (None if node.name in lexicon.inputs else Derivative(node.name, by)), False
    return about, sense is not Sense.SLOPE  # "df/dw" over w and b


def _directed(title: Cell) -> bool:
    """Whether a title speaks of derivatives, in words or in signs."""
    return says_slope(title) or any(token.kind in ("nabla", "diffsub", "der") for token in title.tokens)


def _input(title: Cell, lexicon: Lexicon) -> str:
    """Return the input by which a title says that it differentiates the nodes of the rows; empty for none."""
    told = _directed(title) and sense_of(title) in _TOLD and not _calculates(title)
    by = _named(title, lexicon) if told and not _differentiates(title, lexicon) else set()
    return next(iter(by)) if len(by) == 1 else ""


def _column(title: Cell, lexicon: Lexicon) -> str:
    """Return the one input that a title names, in words and signs that make no other number of it: "dx", "der x"."""
    counts = any(token.kind == "word" and bare(token.text) in PATHS for token in title.tokens)  # "paths from x"
    by = _named(title, lexicon) if title.tokens and not _calculates(title) and not counts else set()
    return next(iter(by)) if len(by) == 1 else ""


def _is_seeded(grid: Grid, lexicon: Lexicon) -> bool:
    """Whether each column of an input begins with the derivatives of the inputs: 1 by itself, 0 by the others."""
    columns = [place for place, title in enumerate(grid[0]) if _column(title, lexicon)]
    rows = grid[1 : len(columns) + 1]
    if len(columns) < _LEAST or len({_column(grid[0][place], lexicon) for place in columns}) < len(columns):
        return False
    return len(rows) == len(columns) and all(
        place < len(row) and row[place].text.strip(" \t$") == ("1" if at == own else "0")
        for at, row in enumerate(rows)
        for own, place in enumerate(columns)
    )


def _calculates(title: Cell) -> bool:
    """Whether a title makes another number of a derivative: "-d/dw", "lr * ∂/∂w"."""
    tokens = title.tokens
    apart = [token.text for before, token in pairwise(tokens) if token.kind == "op" and before.kind != "diff"]
    return (
        tokens[0].kind == "op"
        or any(token.kind in ("num", "rel", "fn", "rate") for token in tokens)
        or not {*apart} <= {"/"}
        or len(apart) > 1
    )


def _named(title: Cell, lexicon: Lexicon) -> set[str]:
    """Return the inputs by which a title says that it differentiates."""
    named: set[str] = set()
    for token in title.tokens:
        match token.node:
            case Symbol(name) | Derivative(by=name) if name in lexicon.inputs:
                named.add(name)
    return named


def _differentiates(title: Cell, lexicon: Lexicon) -> bool:
    """Whether a title names the node that it differentiates, and not each of them by one letter, as "dv/da" may."""
    named = {word for word in _WORD.findall(_BY.sub("", title.text)) if word in lexicon.operands}
    named |= {token.name for token in title.tokens if token.name in lexicon.operands}
    return any(name == lexicon.output or len(name) > 1 for name in named)
