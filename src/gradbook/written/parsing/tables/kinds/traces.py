"""Traces: rows of a table that state several quantities side by side, such as values left and adjoints right.

    | v1 = x1*x2 | 0.6 | dv2/dv1 = cos v1 | 0.8253 |

A cell that states another quantity than the one before it begins anew, and what stands behind it goes with it. Cells of
two rows, or of two quantities in a row, are never one equation. Two tables may stand side by side in one:

    | v1 | x1*x2 | 0.6 | dv2/dv1 | cos v1 | 0.8253 |
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.expression import At, New, Node, Old, Slope
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role
from gradbook.written.parsing.equations.assembly.assembler import Assembler
from gradbook.written.parsing.equations.statements import Statement, statements_of
from gradbook.written.parsing.grammar.parser import quantity
from gradbook.written.parsing.tables.grids.cells import members_in
from gradbook.written.parsing.tables.grids.grids import Cell, Grid
from gradbook.written.parsing.tables.grids.heads import name_of
from gradbook.written.parsing.tables.grids.titles import Sense, sense_of

_NARROWEST, _FEW_ROWS = 4, 2  # columns of two tables side by side, and their rows
_NAMES = frozenset({"bad", "word", "euler", "vec", "nabla", "name"})  # what else may be a name, of whatever it is


@dataclass(slots=True)
class Part:
    """A part of a row: the place of the cell that states a quantity, and the places of the cells that go with it.

    The quantity is None where it has a name that is not understood.
    """

    head: int
    node: Node | None
    places: list[int] = field(default_factory=list)


def parts_of(row: Sequence[Cell], head: int, node: Node, titles: Sequence[Cell], lexicon: Lexicon) -> list[Part]:
    """Return the parts of a row, the first of them what its own head begins.

    Args:
        row: the cells.
        head, node: the place of the cell that names the row's quantity, and that quantity.
        titles: of the columns, if there are any; under one that is understood a number goes with the row's head.
        lexicon: the exercise's.
    """
    parts = [Part(head, node)]
    for place in range(head + 1, len(row)):
        begun = _begun(row[place], node, lexicon) or _named_beside(row, place, node, titles, lexicon)
        if begun is not None and isinstance(begun[0], Symbol) and _multiplies(titles[place : place + 1]):
            begun = None  # "local: h = 2", a factor
        bare = not any(token.kind == "rel" for token in row[head].tokens)
        if begun is not None and not (place < len(titles) and _is_formula(begun[0], node, titles[place], bare=bare)):
            parts.append(Part(place, begun[0]))
        elif len(parts) > 1 and place < len(titles) and _tells(titles[place], titles[parts[-1].head]):
            parts[0].places.append(place)
        else:
            parts[-1].places.append(place)
    return parts


def _multiplies(titles: Sequence[Cell]) -> bool:
    return any(title.says(Role.LOCAL, Role.UPSTREAM) for title in titles)


def halves(grid: Grid, lexicon: Lexicon) -> list[Grid]:
    """Return the two tables that stand side by side in one, each row of which names a quantity in either; else none."""
    head, *body = grid
    count = len(body[0]) if body else 0
    half = count // 2
    named = (
        len(head) == count > 0 and name_of(head[0], lexicon) is not None and name_of(head[half], lexicon) is not None
    )
    head, body = ([], grid) if named else (head, body)  # no titles
    rows = [row for row in body if any(not cell.empty for cell in row)]
    if count % 2 or count < _NARROWEST or len(rows) < _FEW_ROWS or any(len(row) != count for row in rows):
        return []
    left, right = ([name_of(row[at], lexicon) for row in rows] for at in (0, half))
    slopes = [isinstance(node, Derivative) for node in right]
    sure = sum(slopes) * 2 > len(rows) and sum(isinstance(node, Symbol) for node in left) * 2 > len(rows)
    mixed = any(isinstance(node, Derivative) for node in left) or any(isinstance(node, Symbol) for node in right)
    mixed = mixed or any(token.kind == "rel" for row in rows for token in row[half].tokens)  # "dq/dx = 2 | 1"
    titled = len(head) == count and head[0].text.strip() != ""
    if not sure or mixed or (titled and name_of(head[0], lexicon)):
        return []
    parts = (slice(0, half), slice(half, count))
    heads = [head[part] if titled else [Cell("", rows[0][0].start, ())] * half for part in parts]
    return [[over, *(row[part] for row in rows)] for over, part in zip(heads, parts, strict=True)]


def states_others(rows: Sequence[Sequence[Cell]], lexicon: Lexicon) -> bool:
    """Whether the cells of rows state quantities themselves, so that what heads a column is none of theirs."""
    cells = [cell for row in rows for cell in row if not cell.empty]
    found = [cell for cell in cells if stated(cell.tokens, lexicon) is not None]
    return len(found) * 2 >= len(cells) > 0


def moves(cell: Cell, lexicon: Lexicon, node: Node | None = None) -> Iterator[Statement]:
    """Yield what a cell says in full of an input's step: "w: 0.5 -> 0.519"; or its numbers, of a new value of a row."""
    if not any(token.kind == "sep" and token.text == "arrow" for token in cell.tokens):
        return
    first, tokens = cell.tokens[0], list(cell.tokens)
    if isinstance(node, New) and (first.kind == "num" or first.text == "-"):
        tokens = [
            Token("new", "", first.start, first.start, node),
            Token("rel", "=", first.start, first.start),
            *tokens,
        ]
    drafts = Assembler(tokens, lexicon).run()
    if len(drafts) == 1 and drafts[0].given and all(token.kind in ("num", "op") for token in drafts[0].sides[-1]):
        yield from statements_of(drafts[0], lexicon)


def equations_in(cell: Cell, lexicon: Lexicon) -> Iterator[Statement]:
    """Yield the derivatives that a cell states in full beside other things: "df/dp = 4, df/dz = -2", "8 to x; ..."."""
    yield from moves(cell, lexicon)
    parts = parted(list(cell.tokens))
    said = any(token.kind == "word" for token in cell.tokens)
    for part in parts:
        arrays = not said and any(token.kind == "sep" and token.text == "comma" for token in part)
        if arrays:  # "dL/dw = [4, -2]": the comma is in brackets
            said_in = (s for draft in Assembler(part, lexicon).run() for s in statements_of(draft, lexicon))
            yield from (s for s in said_in if len(s.members) > 1 and isinstance(s.members[0].node, Derivative | New))
        elif len(parts) > 1:
            read = members_in(part, lexicon)
            if len(read) > 1 and isinstance(read[0].node, Derivative | New):
                yield Statement(tuple(read), read[0].start, read[-1].end)


def _begun(cell: Cell, node: Node, lexicon: Lexicon) -> tuple[Node | None] | None:
    """Return the quantity that a cell states, if it is another than the row's; None where it goes on with that."""
    found = stated(cell.tokens, lexicon)
    if found is None or found[0] == node:
        return None
    if len(parted(list(cell.tokens))) > 1:
        return (None,)  # equations of several quantities: whose is a number behind them?
    match found[0], node:
        case Symbol(name), _ if name in lexicon.inputs:
            return None  # x = 2, a number that is put in, or w = 5 - 0.06
        case Symbol(), Derivative():
            return None  # dq/dw | x = 2: what the formula comes to
    return found


def _named_beside(
    row: Sequence[Cell], place: int, node: Node, titles: Sequence[Cell], lexicon: Lexicon
) -> tuple[Node | None] | None:
    """Return the derivative that a cell only names, where its number stands behind it under no title of its own."""
    untitled = place + 1 < len(titles) and not titles[place + 1].text.strip()
    if (
        not untitled
        or not isinstance(node, Symbol)
        or [t.kind for t in row[place + 1].tokens if t.text != "-"] != ["num"]
    ):
        return None
    found = quantity(list(row[place].tokens), lexicon) if row[place].tokens else None
    return (found,) if isinstance(found, Derivative) else None


def _is_formula(begun: Node | None, node: Node, title: Cell, *, bare: bool) -> bool:
    """Whether a cell goes on with a row's own quantity by what it is equal to, or by a slope of a function.

    "z | r = 8" and "b | dL/dy = 8" under "gradient"; "dL/dp | relu' = 1" under "formula".
    """
    local = isinstance(begun, Derivative) and isinstance(node, Derivative) and begun.by == node.by
    if (local or begun is None or isinstance(begun, Slope)) and sense_of(title) is Sense.WORK:
        return True
    goes_on = isinstance(begun, Symbol) or (bare and isinstance(begun, Derivative))
    return goes_on and isinstance(node, Symbol) and sense_of(title) is Sense.SLOPE


def stated(tokens: Sequence[Token], lexicon: Lexicon) -> tuple[Node | None] | None:
    """Return the quantity before the first sign of a cell; one that has an unknown name is None, in a tuple."""
    sign = next((place for place, token in enumerate(tokens) if token.kind == "rel"), 0)
    side = list(tokens[:sign])
    if not side or tokens[sign].text == "is":
        return None
    node = quantity(side, lexicon)
    if isinstance(node, Symbol | Derivative | New | Old | Slope | At):
        return (node,)
    return (None,) if len(side) == 1 and side[0].kind in _NAMES else None


def _tells(title: Cell, before: Cell) -> bool:
    """Whether a title says what of the row's own quantity its cells give, and not what the column before it says."""
    sense = sense_of(title)
    return bool(title.text.strip()) and sense in (Sense.SLOPE, Sense.NEW) and sense is not sense_of(before)


def parted(tokens: list[Token]) -> list[list[Token]]:
    """Cut the tokens of a cell at commas outside brackets, where an equation stands in one of the parts."""
    return cut(tokens) if any(token.kind == "rel" for token in tokens) else [tokens]


def cut(tokens: Sequence[Token]) -> list[list[Token]]:
    """Cut the tokens of a cell at commas outside brackets."""
    parts: list[list[Token]] = [[]]
    depth = 0
    for token in tokens:
        depth += (token.kind in ("open", "group")) - (token.kind in ("close", "end"))
        if not depth and token.kind == "sep" and token.text in ("comma", "stop", "wide", "row"):
            parts.append([])
        elif depth or token.kind != "sep":
            parts[-1].append(token)
    return [part for part in parts if part]
