"""Tables: Markdown's and LaTeX's, cut into cells, and what each cell says of which quantity.

A quantity may stand at the head of a row or of a column; words such as "gradient" or "new" across from it say what of
it a cell gives.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.expression import New, Node, Old
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words import NO_CLAIM, Role
from gradbook.written.parsing.draft import Draft
from gradbook.written.parsing.grammar import quantity
from gradbook.written.parsing.statements import Member, Statement, members_of

MAX_CELLS = 400
_SIGNED = re.compile(r"\\partial|∂|\bd\w*\s*/\s*d|backward|rückwärts|grad|deriv|dériv|slope|ableit", re.IGNORECASE)
_NAMED = re.compile(
    r"^\W*$|value|formula|result|expression|answer|number|calcul|work|equation|comput|forward|wert|valeur|valor|valore"
    r"|solution|operation|defin|rule|chain|step|\bsum\b|total|summe|somme|\bsuma\b|\bsoma\b|formel|fórmula|résultat|resultado|risultato|rechnung|cálculo|calcolo|值|结果|公式|값|=",
    re.IGNORECASE,
)
_RULE = re.compile(r"[|:\s-]*-[|:\s-]*")
_ARRAY = re.compile(r"\s*\\begin\{(array|tabular)\}\{[^{}]{0,40}\}(.*?)\\end\{\1\}\s*", re.DOTALL)
_ITERATION = re.compile(r"\W*(?:t\s*=\s*)?[01]\W*")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's text, its place in the source, and its tokens."""

    text: str
    start: int
    tokens: tuple[Token, ...]

    def says(self, *roles: Role) -> bool:
        """Whether a word with one of these roles is in it."""
        return any(token.role in roles for token in self.tokens if token.kind == "word")


Grid = list[list[Cell]]
Lex = Callable[[int, int], list[Token]]


def grid_of(source: str, start: int, end: int, lex: Lex) -> Grid:
    """Return the rows of a table, the head first; none where it is a list of equations set in columns."""
    body = source[start:end]
    rows: Grid = []
    if array := _ARRAY.fullmatch(body):
        at = start + array.start(2)
        text = array.group(2).replace("\\hline", "      ")
        for row in re.split(r"(\\\\(?:\[[^\]]{0,20}\])?)", text):
            if row.strip() and not row.startswith("\\\\"):
                cells = list(re.finditer(r"[^&]+", row))
                if any(cell.group().strip()[:1] in ("=", "") for cell in cells):
                    return []
                rows.append([_cell(source, at + cell.start(), at + cell.end(), lex) for cell in cells])
            at += len(row)
        return rows if len(rows) > 1 else []
    at = start
    for line in body.split("\n"):
        if not _RULE.fullmatch(line):
            rows.append(_row(source, line, at, lex))
        at += len(line) + 1
        if rows and len(rows) * max(1, len(rows[0])) > MAX_CELLS:
            return []
    return rows if len(rows) > 1 else []


def _cell(source: str, start: int, end: int, lex: Lex) -> Cell:
    tokens = [t for t in lex(start, end) if not (t.kind == "sep" and t.text in ("soft", "line"))]
    return Cell(source[start:end], start, tuple(tokens))


def _row(source: str, line: str, start: int, lex: Lex) -> list[Cell]:
    body = line.strip()
    start += line.index(body[:1]) if body else 0
    if body.startswith("|"):
        body, start = body[1:], start + 1
    body = body.removesuffix("|")
    cells, at = [], 0
    for text in re.split(r"(?<!\\)\|", body):
        cells.append(_cell(source, start + at, start + at + len(text), lex))
        at += len(text) + 1
    return cells


def table_statements(grid: Grid, lexicon: Lexicon) -> list[Statement] | None:
    """Return what a table states; None where it names no quantities in its rows or columns."""
    found = _pairs(grid, lexicon)
    if not found:
        return None
    doubt = next((c.text.strip() for c in grid[0] if c.says(*NO_CLAIM - {Role.CONDITION})), "")
    statements: list[Statement] = []
    for node, name, cells in found:
        statements += [replace(s, doubt=s.doubt or doubt) for s in _states(node, name, cells, lexicon)]
    return statements


def _named(cell: Cell, lexicon: Lexicon) -> Node | None:
    """Return the quantity that a cell names, words about it left out."""
    return quantity([token for token in cell.tokens if token.kind != "word"], lexicon)


def _pairs(grid: Grid, lexicon: Lexicon) -> list[tuple[Node, Cell, list[Cell]]] | None:
    head, *body = grid
    across = [_named(cell, lexicon) for cell in head]
    if len(head) > 1 and all(node is not None for node in across[1:]):
        return _down(grid, across, lexicon)
    rows = body if across[0] is None else grid
    named = [_named(row[0], lexicon) if row else None for row in rows]
    if sum(node is not None for node in named) < max(1, len(rows) / 2):
        return None
    titles = head if rows is body else []
    slopes = bool(titles) and (bool(_SIGNED.search(titles[0].text)) or titles[0].says(Role.SLOPE, Role.SLOPES))
    slopes = slopes or any(
        re.search(r"chain|kettenregel|chaîne|cadena|cadeia|catena", title.text, re.IGNORECASE) for title in titles
    )
    told = any(cell.says(Role.NEW) for cell in titles)
    found: list[tuple[Node, Cell, list[Cell]]] = []
    for row, node in zip(rows, named, strict=True):
        if node is None:
            continue
        about = Derivative(lexicon.output, node.name) if slopes and isinstance(node, Symbol) else node
        given: dict[Node, list[Cell]] = {}
        for place, cell in enumerate(row[1:], 1):
            title = titles[place] if place < len(titles) else None
            if title is not None and told and title.says(Role.STEP) and not title.says(Role.NEW, Role.AFTER):
                continue  # the step, where the new value has a column of its own
            meant = _meant(about, title, lexicon, alone=len(row) == 2)
            if meant is not None and cell.text.strip(" -–—"):
                given.setdefault(meant, []).append(cell)
        found += [(meant, row[0], cells) for meant, cells in given.items()]
    return found


def _down(grid: Grid, across: list[Node | None], lexicon: Lexicon) -> list[tuple[Node, Cell, list[Cell]]]:
    head, *body = grid
    found: list[tuple[Node, Cell, list[Cell]]] = []
    for row in body:
        title = row[0] if across[0] is None and row else None
        for place, node in enumerate(across):
            if node is None or place >= len(row):
                continue
            about = _meant(node, title, lexicon, alone=len(body) == 1)
            if about is not None and row[place].text.strip(" -–—"):
                found.append((about, head[place], [row[place]]))
    return found


def _meant(node: Node, title: Cell | None, lexicon: Lexicon, *, alone: bool) -> Node | None:
    """Return what of a quantity a column (or row) with a title gives; None where that is not known."""
    if title is None:
        return node
    text = title.text
    new = title.says(Role.NEW, Role.AFTER) or (
        title.says(Role.STEP) and not re.search(r"step|schritt|paso|passo", text, re.I)
    )
    if (title.says(Role.UPSTREAM, *NO_CLAIM) or re.search(r"delta|change|Δ", text, re.IGNORECASE)) and not new:
        return None
    if _ITERATION.fullmatch(text):  # the rows of an iteration
        moves = "0" not in text and isinstance(node, Symbol) and node.name in lexicon.inputs
        return New(node.name) if moves and isinstance(node, Symbol) else None
    slope = bool(_SIGNED.search(text)) or title.says(Role.SLOPE, Role.SLOPES)
    if isinstance(node, Symbol):
        if title.says(Role.LOCAL, Role.OLD, Role.BEFORE):
            return None
        if new:
            return New(node.name)
        if slope:
            return Derivative(lexicon.output, node.name)
    elif isinstance(node, Derivative) and new:
        return None
    return node if alone or _NAMED.search(text) or (isinstance(node, Derivative) and slope) else None


def _states(node: Node, name: Cell, cells: list[Cell], lexicon: Lexicon) -> list[Statement]:
    """Return what cells say of a quantity, as one chain; a cell that says it in full stands for itself."""
    start = name.start + len(name.text) - len(name.text.lstrip())
    members = [Member(node, start, name.start + len(name.text.rstrip()))]
    for cell in cells:
        tokens = list(cell.tokens)
        while tokens and tokens[0].kind == "rel":
            tokens = tokens[1:]
        if not tokens:
            continue
        read = _cell_members(tokens, lexicon)
        if len(read) > 1 and read[0].node == node:
            read = read[1:]
        elif len(read) > 1 and isinstance(read[0].node, Derivative | New | Old):
            return [Statement(tuple(read), read[0].start, read[-1].end)]
        elif (
            len(read) > 1
            and isinstance(read[0].node, Symbol)
            and isinstance(node, New)
            and read[0].node.name == node.name
        ):
            read = read[1:]
        members += [replace(read[0], relation="="), *read[1:]]
    return [Statement(tuple(members), members[0].start, members[-1].end)] if len(members) > 1 else []


def _cell_members(tokens: list[Token], lexicon: Lexicon) -> list[Member]:
    """Return the members in a cell; one that is unread where anything but equations is in it."""
    whole = [Member(None, tokens[0].start, tokens[-1].end)]
    depth = 0
    for token in tokens:
        depth += (token.kind in ("open", "group")) - (token.kind in ("close", "end"))
        if not depth and (token.kind == "word" or (token.kind == "sep" and token.text != "soft")):
            return whole
    draft = Draft(0, 0)
    for token in tokens:
        if token.kind == "rel":
            draft.sides.append([])
            draft.relations.append(token.text)
        else:
            draft.sides[-1].append(token)
    return members_of(draft, lexicon) or whole
