"""Heads: what the first cells of a row name: a quantity, or what it is calculated from, or a path that leads to one."""

import re
from collections.abc import Sequence
from dataclasses import replace

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.expression import SIGNS, Call, New, Node
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role
from gradbook.written.parsing.equations.denoted import denoted
from gradbook.written.parsing.grammar.parser import parsed, quantity
from gradbook.written.parsing.phrases.slopes.received.shares import GIVEN_TO
from gradbook.written.parsing.phrases.values.outcomes import losing
from gradbook.written.parsing.tables.grids.cells import bare
from gradbook.written.parsing.tables.grids.grids import Cell, Grid, unlabelled

_THROUGH = regex(  # "via a", "path to x": what leads through it
    r"\b(?:via|through|paths?|along|über|pfade?|chemins?|par|por|camin(?:os?|hos?)|percors[oi])\b|经|通过|경로",
    re.IGNORECASE,
)
_NAMED = regex(r"\s*[^\s$\\][^$\\]{0,30}?[ :]*\(?(?P<edge>\$|\\\()[^$]{1,200}(?:\$|\\\))\)?\s*")
_DEFINES = frozenset({"=", "<-", "-=", "+="})
_NAMING = (Role.PLAIN, Role.ARTICLE)
_OPERATIONS = {sign: op for sign, op in SIGNS.items() if sign != "^"}
_EITHER_WAY = frozenset({"mul", "add", "max", "min"})


def name_of(cell: Cell, lexicon: Lexicon) -> Node | None:
    """Return the quantity that a cell names, or defines: words about it are left out, or say what of it is meant."""
    if _leads_through(cell) or (cell.tokens[-1:] and cell.tokens[-1].role is Role.BY):
        return None  # "derivative of L by", over the names of the column
    tokens = [token for token in bare(unlabelled(cell.tokens)) if token.kind != "word" and token.text != "is"]
    relation = next((place for place, token in enumerate(tokens) if token.kind == "rel"), len(tokens))
    node = denoted(tokens[:relation], lexicon) if tokens else losing(cell.tokens, lexicon)
    if isinstance(node, Symbol):
        if cell.says(Role.NEW, Role.AFTER):
            return New(node.name)
        handed = any(token.text in GIVEN_TO for token in cell.tokens)
        if handed or (cell.says(Role.SLOPE) and not cell.says(Role.LOCAL)):
            return Derivative(lexicon.output, node.name)
    return node


def calls_rows(titles: Sequence[Node | None]) -> bool:
    """Whether a name only stands for that of each row: "quantity $s$ | value | ∂L/∂s"."""
    first, *others = titles
    return isinstance(first, Symbol) and any(isinstance(of, Derivative) and of.by == first.name for of in others)


def calculated(cell: Cell, lexicon: Lexicon) -> Node | None:
    """Return the node that is calculated just as a cell says, "w x" or "max(a, b)", or that is the only sum: "+"."""
    tokens = [token for token in cell.tokens if not token.edge]
    if not tokens or any(token.kind in ("word", "rel", "num", "bad") for token in tokens):
        return None
    if len(tokens) == 1:
        named = [name for name, own in lexicon.operations.items() if own == _OPERATIONS.get(tokens[0].text)]
        alone = tokens[0].kind == "op" and len(named) == 1
    else:
        node = parsed(tokens, lexicon)
        if not isinstance(node, Call) or not all(isinstance(arg, Symbol) for arg in node.args):
            return None
        operation = _OPERATIONS.get(node.op, node.op)
        operands = tuple(arg.name for arg in node.args if isinstance(arg, Symbol))
        ways = (operands, operands[::-1]) if operation in _EITHER_WAY else (operands,)
        named = [n for n, own in lexicon.operations.items() if own == operation and lexicon.operands[n] in ways]
        alone = len(named) == 1
    return Symbol(named[0]) if alone and named[0] not in lexicon.unnamed else None


def _says_anything(cells: list[Cell]) -> bool:
    """Whether cells hold a number or a quantity: what a library's gates do, "+ | a + b | g, g", is of no node."""
    return any(token.node is not None for cell in cells for token in cell.tokens)


def head_of(row: list[Cell], lexicon: Lexicon) -> tuple[int, Node] | None:
    """Return which cell of a row names its quantity: the first, or one that says in full what it is: "1 | q = w*x".

    Behind an edge of the graph, "L → a | ∂L/∂a", it is the derivative along it.
    """
    if row and (node := calculated(row[0], lexicon)) and _says_anything(row[1:]):
        return 0, node
    path = bool(row) and is_path(row[0])
    along = quantity(list(bare(row[1].tokens)), lexicon) if len(row) > 1 and path else None
    if isinstance(along, Derivative):
        return 1, along
    drawn = path and not _leads_through(row[0])
    for place, cell in enumerate(row[:1] if drawn else row):  # what else defines a name is a factor: "h → w | x = 1.2"
        says = any(token.kind == "rel" and token.text in _DEFINES for token in cell.tokens)
        node = name_of(cell, lexicon) if not place or says else None
        if node is not None:
            return place, node
    return None


def is_path(cell: Cell) -> bool:
    """Whether a row is about a path to a quantity, and not about one: "x → a → f", "via a"."""
    return _leads_through(cell) or any(token.text == "arrow" for token in cell.tokens)


def _leads_through(cell: Cell) -> bool:
    """Whether words say so; in "gradient par rapport au poids" they have become the name of a quantity."""
    return any(token.kind == "word" for token in cell.tokens) and _THROUGH.search(cell.text) is not None


def in_signs(grid: Grid, lexicon: Lexicon) -> Grid:
    """Return a table with derivatives for the cells that name one in words, "L nach w", and heads without routes."""
    head, *body = ([replace(cell, tokens=_differentiated(cell, lexicon)) for cell in row] for row in grid)
    return [head, *map(_without_route, body)]


def _differentiated(cell: Cell, lexicon: Lexicon) -> tuple[Token, ...]:
    match [token for token in cell.tokens if not token.edge and token.role is not Role.ARTICLE]:
        case [one, Token(kind="word", role=Role.BY), other] if other.name:
            of = one.name or getattr(losing((one,), lexicon), "name", "")
            if of in lexicon.operands and other.name in lexicon.cone(of) - {of}:
                return (Token("der", f"d{of}/d{other.name}", one.start, other.end, Derivative(of, other.name)),)
    return cell.tokens


def _without_route(row: list[Cell]) -> list[Cell]:
    """Return a row without what its head says in brackets of where its weight leads: "w_1 (x_1 → h_1)"."""
    tokens = row[0].tokens if row else ()
    begin = next((at for at, token in enumerate(tokens) if token.kind == "open"), 0)
    leads = any(token.kind == "arrow" or token.text == "arrow" for token in tokens[begin:])
    if not begin or not leads or tokens[-1].kind != "close" or any(token.kind == "rel" for token in tokens[:begin]):
        return row
    return [replace(row[0], text=row[0].text[: tokens[begin].start - row[0].start], tokens=tokens[:begin]), *row[1:]]


def with_sign(row: list[Cell], lexicon: Lexicon) -> list[Cell]:
    """Return a row headed by a name and its formula, "Loss $-\\log p$", with the sign that they leave out."""
    found = _NAMED.fullmatch(row[0].text) if row else None
    if found is None:
        return row
    head = row[0]
    edge = head.start + found.start("edge")
    name = [token for token in head.tokens if token.start < edge and token.text not in ("colon", "(")]
    formula = [token for token in head.tokens if token.start >= edge]
    if len(formula) != len(head.tokens) - len(name) and head.tokens[len(name)].kind == "open":
        formula = formula[:-1]
    node = quantity(name, lexicon) if name else None
    node = node or (losing(tuple(name), lexicon) if all(token.role in _NAMING for token in name) else None)
    if (
        node is None
        or any(t.kind in ("rel", "word") for t in formula)
        or not isinstance(parsed(formula, lexicon), Call)
    ):
        return row
    start, end = name[0].start, name[-1].end
    called = Token("name", head.text[start - head.start : end - head.start], start, end, node)
    return [replace(head, tokens=(called, Token("rel", "=", edge, edge), *formula)), *row[1:]]
