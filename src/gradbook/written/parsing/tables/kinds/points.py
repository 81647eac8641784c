"""Columns of points: "point" and "new point" over (3, 2) stand for all inputs, in the order that another title names.

Each becomes a column for each input later, as one over "(x, y)" does.
"""

from collections.abc import Sequence
from dataclasses import replace

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role
from gradbook.written.parsing.arrays.entries import entries_of
from gradbook.written.parsing.tables.grids.grids import Cell, Grid

_POINT = regex(
    r"points?|punkte?|punkt|punto|ponto|position|posición|posição|posizione|positie|pozycja|punktu|nokta|titik|điểm"
    r"|точка|позиция|点|點|位置|座標|점|위치"
)
_NEXT = frozenset({
    "next", "nächster", "prochain", "suivant", "siguiente", "próximo", "prossimo", "successivo", "volgende", "kolejny",
    "następny", "следующая", "sonraki", "berikutnya", "tiếp", "下一个", "下一", "次の", "다음",
})  # fmt: skip
_PLAIN = (Role.NEW, Role.AFTER, Role.ARTICLE, Role.OLD, Role.BEFORE, Role.STEP)


def pointed(grid: Grid, lexicon: Lexicon) -> Grid:
    """Return a table whose titles of points name the inputs."""
    head, *body = grid
    named = next((vector for cell in head if (vector := _inputs(cell, lexicon))), ())
    points = [_speaks_of_points(cell) for cell in head]
    slopes = [_speaks_of_slopes(cell) for cell in head]
    if not any(points) and not (named and any(slopes)):
        return grid
    vector = named or _all(lexicon)
    size = sum(isinstance(token.node, Symbol) for token in vector)
    by = [_slope(token, lexicon) for token in vector]
    titles = [
        _titled(cell, by if slope else vector) if (point or slope) and _holds(body, place, size, lexicon) else cell
        for place, (cell, point, slope) in enumerate(zip(head, points, slopes, strict=True))
    ]
    return [titles, *body]


def _slope(token: Token, lexicon: Lexicon) -> Token:
    """Return the derivative of the output by an input; what stands between inputs as it is."""
    match token.node:
        case Symbol(name):
            return replace(token, kind="der", text=f"d{lexicon.output}/d{name}", node=Derivative(lexicon.output, name))
    return token


def _speaks_of_slopes(cell: Cell) -> bool:
    """Whether a title is "gradient" and says nothing else."""
    return [token.role for token in cell.tokens if not token.edge] == [Role.SLOPE]


def _speaks_of_points(cell: Cell) -> bool:
    words = [token for token in cell.tokens if token.kind in ("word", "new")]
    points = [word for word in words if _POINT.fullmatch(word.text.lower())]
    return (
        len(points) == 1
        and len(words) == len(cell.tokens)
        and all(word in points or word.kind == "new" or word.role in _PLAIN or word.text in _NEXT for word in words)
    )


def _inputs(cell: Cell, lexicon: Lexicon) -> tuple[Token, ...]:
    """Return the vector of inputs, in brackets, that a title names."""
    tokens = [token for token in cell.tokens if not token.edge]
    opens = next((place for place, token in enumerate(tokens) if token.kind == "open"), len(tokens))
    found = entries_of(tokens[opens:], lexicon, None) if opens < len(tokens) else None
    names = [entry[0].node for entry in found[0] if len(entry) == 1] if found else []
    known = [node.name for node in names if isinstance(node, Symbol) and node.name in lexicon.inputs]
    return tuple(tokens[opens:]) if found and len(known) == len(found[0]) > 1 else ()


def _all(lexicon: Lexicon) -> tuple[Token, ...]:
    """Return a vector of all inputs."""
    tokens = [Token("open", "(", 0, 0)]
    for place, name in enumerate(lexicon.inputs):
        tokens += [Token("sep", "comma", 0, 0)] if place else []
        tokens.append(Token("name", name, 0, 0, Symbol(name)))
    return (*tokens, Token("close", ")", 0, 0))


def _titled(cell: Cell, vector: Sequence[Token]) -> Cell:
    words = [
        token for token in cell.tokens if token.role is not Role.SLOPE and not _POINT.fullmatch(token.text.lower())
    ]
    words = [replace(word, role=Role.NEW) if word.text in _NEXT else word for word in words]
    moved = [replace(token, start=cell.start, end=cell.start) for token in vector]
    return replace(cell, tokens=(*words, *moved))


def _holds(body: Grid, place: int, size: int, lexicon: Lexicon) -> bool:
    """Whether a column holds vectors of a size."""
    cells = [row[place] for row in body if place < len(row) and not row[place].empty]
    ends = [cell.tokens[_last_side(cell.tokens) :] for cell in cells]
    found = [entries_of(list(end), lexicon, None) if end else None for end in ends]
    return bool(found) and found[0] is not None and all(one is None or len(one[0]) == size for one in found)


def _last_side(tokens: Sequence[Token]) -> int:
    return max((place + 1 for place, token in enumerate(tokens) if token.kind == "rel"), default=0)
