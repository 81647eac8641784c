"""Tables of local derivatives that name a node and one of its operands, in cells of their own or as an edge.

| node    | w.r.t. | value |        | edge  | local derivative |
| c = a·b | a      | b = 2 |        | a → c | b = 2            |
| c = a·b | b      | a = 3 |        | b → c | a = 3            |
"""

import re
from dataclasses import replace

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.expression import Node
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare, bare_words
from gradbook.written.parsing.tables.grids.grids import Cell, Grid
from gradbook.written.parsing.tables.grids.heads import name_of
from gradbook.written.parsing.tables.grids.titles import says_slope

_BY = bare_words(
    "by respect respecto respeito rispetto rapport bezüglich bzgl nach względem po podle avseende göre terhadap theo"
)
_OPERAND = bare_words(
    "input inputs operand operands argument variable varying eingang eingabe entrée entrées entrada entradas ingresso "
    "variabele variável zmienna wejście вход girdi masukan 输入 入力 입력"
)
_EDGES = bare_words("edge edges kante arête arete arc arista aresta arco kant krawędź hrana kenar cạnh 边 간선 エッジ")
_SAYS = frozenset({  # what a title of local derivatives says, and no more
    Role.LOCAL, Role.SLOPE, Role.SLOPES, Role.PARTIAL, Role.ARTICLE, Role.OF, Role.FOR, Role.VALUES, Role.RESULT,
    Role.FILLER, Role.LINK,
})  # fmt: skip
_WRT = regex(r"\bw\.?\s?r\.?\s?t\b", re.IGNORECASE)
_LEAST = 2  # rows, and columns


def differentiated(grid: Grid, lexicon: Lexicon) -> Grid:
    """Return a table with the local derivative at the head of each row, for two cells that say of what and by what."""
    head, *body = grid
    if len(body) < _LEAST or len(head) < _LEAST or any(len(row) != len(head) for row in body):
        return grid
    local = any(map(says_local, head[1:])) or (_says(head[0], _EDGES) and any(map(_says_slope, head[1:])))
    if local and (along := _each([_along(row[0], lexicon) for row in body])):
        return [head, *([_head(row[0], slope), *row[1:]] for row, slope in zip(body, along, strict=True))]
    plain = len(head) > _LEAST and all(map(_is_plain, head[2:]))
    by = _says(head[1], _BY) or _WRT.search(head[1].text) or any(token.role is Role.BY for token in head[1].tokens)
    told = by or (_says(head[1], _OPERAND) and any(map(says_local, head[2:])))
    if plain and told and (slopes := _each([_slope(row[0], row[1], lexicon) for row in body])):
        rows = ([_head(row[1], slope), *row[2:]] for row, slope in zip(body, slopes, strict=True))
        return [[Cell("", head[0].start, ()), *head[2:]], *rows]
    if any(title.says(Role.UPSTREAM) for title in head[2:]) and _says(head[1], _OPERAND):
        return _handed_down(grid, lexicon)
    return grid


def _handed_down(grid: Grid, lexicon: Lexicon) -> Grid:
    """Return a table of what nodes hand down to their operands with these at the heads of its rows, each once.

    | node    | input | local | upstream | downstream |
    | c = a·b | a     | b = 2 | 3        | 6          |
    """
    slopes = [_slope(row[0], row[1], lexicon) for row in grid[1:]]
    operands = {slope.by for slope in slopes if slope is not None}
    if None in slopes or len(operands) != len(slopes):
        return grid
    head, *body = grid
    local = [title.says(Role.LOCAL) for title in head]
    rows = ([_nameless(cell) if of else cell for cell, of in zip(row, local, strict=True)] for row in body)
    return [head[1:], *(row[1:] for row in rows)]


def _nameless(cell: Cell) -> Cell:
    """Return a cell without the name of a derivative before its sign: "∂q/∂p = 1"."""
    sign = next((at for at, token in enumerate(cell.tokens) if token.kind == "rel"), 0)
    return replace(cell, tokens=cell.tokens[sign + 1 :]) if sign else cell


def _each(slopes: list[Derivative | None]) -> list[Derivative]:
    """Return the derivatives of rows, where each has one, and another than the others."""
    found = [slope for slope in slopes if slope is not None]
    return found if len(found) == len(slopes) == len({(slope.of, slope.by) for slope in found}) else []


def says_local(title: Cell) -> bool:
    """Whether a title speaks of local derivatives, and says nothing else of them."""
    return title.says(Role.LOCAL) and says_slope(title) and _is_plain(title)


def _says_slope(title: Cell) -> bool:
    return says_slope(title) and _is_plain(title)


def _is_plain(title: Cell) -> bool:
    """Whether a title says no more of what stands under it than what it is."""
    tokens = [token for token in title.tokens if not token.edge]
    return all(token.kind == "word" and token.role in _SAYS for token in tokens)


def _says(title: Cell, words: frozenset[str]) -> bool:
    return any(bare(token.text) in words for token in title.tokens if token.kind == "word")


def _along(cell: Cell, lexicon: Lexicon) -> Derivative | None:
    """Return the derivative along an edge, whichever way it points: "a → c"."""
    match [token for token in cell.tokens if not token.edge]:
        case [one, Token("sep", "arrow"), other]:
            for of, by in ((other.name, one.name), (one.name, other.name)):
                if by in lexicon.operands.get(of, ()):
                    return Derivative(of, by, direct=True)
    return None


def local_ones(node: Node, title: Cell, lexicon: Lexicon) -> list[Derivative]:
    """Return what a local derivative in a node's row may be: of it by its only operand, or of its only user by it."""
    if not isinstance(node, Symbol) or not says_local(title):
        return []
    own = lexicon.operands.get(node.name, ())
    users = [name for name, operands in lexicon.operands.items() if node.name in operands]
    found = [Derivative(node.name, own[0], direct=True)] if len(own) == 1 else []
    return found + [Derivative(user, node.name, direct=True) for user in users if len(users) == 1]


def _slope(upper: Cell, lower: Cell, lexicon: Lexicon) -> Derivative | None:
    """Return the derivative of what one cell names, or defines, by what another does, where that is an operand."""
    told = [token for token in upper.tokens if token.kind == "word" and token.role is not Role.ARTICLE]
    of = None if told or any(token.text == "colon" for token in upper.tokens) else name_of(upper, lexicon)
    names = [token.name for token in lower.tokens if not token.edge]
    direct = isinstance(of, Symbol) and len(names) == 1 and names[0] in lexicon.operands.get(of.name, ())
    return Derivative(of.name, names[0], direct=True) if direct and isinstance(of, Symbol) else None


def _head(cell: Cell, slope: Derivative) -> Cell:
    start, end = cell.tokens[0].start, cell.tokens[-1].end
    return replace(cell, tokens=(Token("der", f"d{slope.of}/d{slope.by}", start, end, slope),))
