"""Connections: a row of a table for the weight between two units, "x1 → h1"; or rows from which, columns into which."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from gradbook.graph.expression import Symbol
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import NO_CLAIM, Role, bare, bare_words
from gradbook.written.notation import plain
from gradbook.written.parsing.tables.grids.grids import Cell, Grid
from gradbook.written.parsing.tables.grids.titles import Sense, multiplies, says_slope, sense_of

_LEADING = frozenset({
    "from", "to", "into", "via", "von", "nach", "zu", "aus", "in", "depuis", "vers", "de", "desde", "hacia", "para",
    "a", "da", "verso", "van", "naar", "z", "od", "do", "из", "от", "к", "в",
})  # fmt: skip
_UNITS = frozenset({"name", "bad", "new"})  # h_1 may be read as a new h
_ARRIVING = bare_words(  # at the end of an edge
    "arriving arrives arrived reaching received that which it there ankommend ankommende ankommender ankommt dort "
    "arrivant qui arrive reçu que llega recibido che arriva ricevuto chega recebido aankomend aankomende"
)
_SLOPE_ALONE = frozenset({Role.SLOPE, Role.SLOPES, Role.ARTICLE, Role.FILLER})
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

    An edge is two names in cells of their own, "through | to", or with an arrow between: "L → a". Where a gradient
    arrives at the same node along several, those rows are parts of it, and left out.
    """
    head, *body = grid
    if not body or not (multiplies(head) or arrives(head)):
        return grid
    ends = [_drawn(row[0]) if row else [] for row in body]
    if all([token.kind for token in end] in (["name", "sep", "name"], ["name"]) for end in ends):
        arrows = all(len(end) == 1 or end[1].text == "arrow" for end in ends)
        drawn = any(len(end) > 1 for end in ends)
        if arrows and drawn and (multiplies(head) or _all_lead_down(ends, lexicon)):
            below = Counter(end[-1].name for end in ends)
            if not multiplies(head):  # the other part may stand elsewhere
                users = Counter(name for operands in lexicon.operands.values() for name in operands)
                below.update(name for name in set(below) if users[name] > 1)
            whole = [(row, end[-1]) for row, end in zip(body, ends, strict=True) if below[end[-1].name] == 1]
            return [head, *([_below(row[0], end), *row[1:]] for row, end in whole)]
    if not multiplies(head):
        return grid
    two = [row for row in body if len(row) > 2 and _leads_down(row[0], row[1], lexicon)]
    return [row[1:] for row in grid] if len(two) == len(body) else grid


def arrives(titles: Sequence[Cell]) -> bool:
    """Whether local derivatives stand before gradients, as those that arrive at the end of an edge."""
    senses = [sense_of(title) for title in titles[1:] if title.text.strip()]
    local = any(says_slope(title) and title.says(Role.LOCAL) for title in titles[1:-1])
    said = [token for token in titles[-1].tokens if token.role not in _SLOPE_ALONE and not token.edge]
    arrives = all(bare(token.text) in _ARRIVING for token in said)
    return local and arrives and senses[-1:] == [Sense.SLOPE] and senses.count(Sense.SLOPE) == 1


def _drawn(cell: Cell) -> list[Token]:
    """Return the tokens of an edge without words in brackets behind it: "h → x (residual branch)"."""
    shown = [token for token in cell.tokens if not token.edge]
    opened = next((at for at, token in enumerate(shown) if token.kind == "open"), len(shown))
    said = shown[-1:] and shown[-1].kind == "close" and all(token.kind == "word" for token in shown[opened + 1 : -1])
    return shown[:opened] if said else shown


def _below(cell: Cell, end: Token) -> Cell:
    """Return the head of a row for the node that an edge leads to, with what words say against it."""
    return replace(cell, tokens=(end, *(token for token in cell.tokens if token.role in NO_CLAIM)))


def _all_lead_down(ends: Sequence[Sequence[Token]], lexicon: Lexicon) -> bool:
    """Whether each edge points from a node at one that it is calculated from."""
    return all(len(end) > 1 and end[-1].name in lexicon.cone(end[0].name) - {end[0].name} for end in ends)


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
