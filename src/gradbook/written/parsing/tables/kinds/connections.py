"""Connections: a row of a table for the weight between two units, "x1 → h1"; or rows from which, columns into which."""

from dataclasses import replace

from gradbook.graph.expression import Symbol
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare
from gradbook.written.notation import plain
from gradbook.written.parsing.tables.grids.grids import Cell, Grid
from gradbook.written.parsing.tables.grids.titles import multiplies

_LEADING = frozenset({
    "from", "to", "into", "via", "von", "nach", "zu", "aus", "in", "depuis", "vers", "de", "desde", "hacia", "para",
    "a", "da", "verso", "van", "naar", "z", "od", "do", "из", "от", "к", "в",
})  # fmt: skip
_UNITS = frozenset({"name", "bad", "new"})  # h_1 may be read as a new h
UNTOLD = "weights of which it is not said whether they are new"


def connected(grid: Grid, lexicon: Lexicon) -> Grid:
    """Return a table whose rows begin with names of weights where they begin with connections."""
    return [[replace(row[0], tokens=_weight(row[0], lexicon)), *row[1:]] if row else row for row in grid]


def _weight(cell: Cell, lexicon: Lexicon) -> tuple[Token, ...]:
    match cell.tokens:
        case [one, Token("sep", "arrow"), other] if {one.kind, other.kind} <= {"name", "bad", "word"}:
            ends = plain(one.text) + plain(other.text)
            weights = [name for name in lexicon.inputs if plain(name)[1:] == ends]
            weights = weights or list(filter(None, [lexicon.wiring.between(one.text, other.text)]))
            if len(weights) == 1:
                return (Token("name", weights[0], one.start, other.end, Symbol(weights[0])),)
    return cell.tokens


def along_edges(grid: Grid, lexicon: Lexicon) -> Grid:
    """Return a table of products along edges with the node below each at the head of its row.

    An edge is two names in cells of their own, "through | to", or with an arrow between: "L → a".
    """
    head, *body = grid
    if not multiplies(head) or not body:
        return grid
    ends = [[token for token in row[0].tokens if not token.edge] if row else [] for row in body]
    if all([token.kind for token in end] in (["name", "sep", "name"], ["name"]) for end in ends):
        arrows = all(len(end) == 1 or end[1].text == "arrow" for end in ends)
        drawn = any(len(end) > 1 for end in ends)
        if arrows and drawn:
            return [
                head,
                *([replace(row[0], tokens=(end[-1],)), *row[1:]] for row, end in zip(body, ends, strict=True)),
            ]
    two = [row for row in body if len(row) > 2 and _leads_down(row[0], row[1], lexicon)]
    return [row[1:] for row in grid] if len(two) == len(body) else grid


def _leads_down(upper: Cell, lower: Cell, lexicon: Lexicon) -> bool:
    """Whether two cells name a node and one that it is calculated from."""
    names = [token.name for cell in (upper, lower) for token in cell.tokens if not token.edge]
    return len(names) == 2 and names[1] in lexicon.cone(names[0]) - {names[0]}


def crossed(grid: Grid, lexicon: Lexicon) -> list[tuple[str, Cell, Cell]]:
    """Return the weights from what heads each row into what heads each column, each with the title and the cell.

    Rows may be what weights lead into as well; none where one of them is no weight.
    """
    head, *body = grid
    sides = [(_end(row[0]), row) for row in body if row]
    tops = [(place, _end(title)) for place, title in enumerate(head) if place]
    if not tops or not all(end for end, _ in sides) or not all(end for _, end in tops):
        return []
    for turned in (False, True):
        found = [
            (lexicon.wiring.between(*((top, side) if turned else (side, top))), head[place], row[place])
            for side, row in sides
            for place, top in tops
            if place < len(row) and not row[place].empty
        ]
        names = [name for name, _, _ in found]
        if names and all(names) and len(set(names)) == len(names):
            return found
    return []


def _end(cell: Cell) -> str:
    """Return what a head calls a unit: the one name or letter in it, or "bias"; "from x1 = 2", "to h1 (d = 3)"."""
    if cell.says(Role.BIAS):
        return "bias"
    told = [token for token in cell.tokens if token.kind != "sep"]
    if len(told) > 1 and told[0].kind == "word" and bare(told[0].text) in _LEADING:
        told = told[1:]
    if len(told) > 1 and (told[1].text == "=" or (told[1].kind == "open" and told[-1].kind == "close")):
        told = told[:1] if all(token.kind != "word" for token in told) else told
    told = [token for token in told if token.kind not in ("open", "close")]
    return told[0].text if len(told) == 1 and told[0].kind in _UNITS else ""
