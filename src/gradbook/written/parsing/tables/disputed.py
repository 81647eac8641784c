"""Disputed tables: what other columns of a table, or the words behind it, say against its numbers.

| quantity | autograd | by hand |        the two differ: whose number is it?
| dL/dw | 56 | wrong sign |              and the row is not claimed
None of these agree with my code.        nor is the table
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Derivative, Number, Symbol
from gradbook.written.expression import Call, Node
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.words.dictionary import Role
from gradbook.written.parsing.equations.statements import Statement
from gradbook.written.parsing.tables.grids.alterations import REPLACES
from gradbook.written.parsing.tables.grids.grids import Cell, Grid

_OWN = regex(r"\b(?:manual(?:ly)?|by hand|hand|mine|my|own|analytic(?:al)?|von hand|meine?|moi|mano)\b", re.IGNORECASE)
_TOOL = regex(
    r"\b(?:autograd|pytorch|torch|tensorflow|jax|numerical|numeric|finite|reference|expected|true|numerisch|soll)\b",
    re.IGNORECASE,
)
_FOREIGN = regex(
    r"\b(?:student [a-z\d]|next step|reference|sample solution|answer key)\b|%|^\W*(?:error|err|fehler|erreur)\W*$",
    re.IGNORECASE,
)
_NO_POINTS = regex(r"\s*0\s*(?:/\s*\d{1,2}|points?|pts?|P|Punkte)\s*", re.IGNORECASE)
_TAKES_BACK = regex(
    r"\bmy (?:numbers|results|values) (?:differ|are different|disagree)|\bnone of (?:these|them) (?:agree|match)"
    r"|\b(?:numbers|values) above are (?:old|wrong|outdated)|\bi will redo|\bdid not finish mine|\blast row should"
    r"|\bcolumn is what \w+ (?:gives|says|had|has|got|prints)|\bfrom the answer key",
    re.IGNORECASE,
)
_ANEW = frozenset({  # what the head of a row that replaces another says more, with its marks
    "corrected", "correct", "final", "fixed", "revised", "better", "korrigiert", "korrigierter", "corrigé", "corregido",
    "corrigido", "corretto", "(", ")", ",", ":",
})  # fmt: skip
_FOR = regex(r"\bvalues? for ([A-Za-z]\w{0,20}) = (-?\d{1,15}(?:\.\d{1,15})?)")
_FOOTNOTE = regex(r"^[ \t]*(?:\\?\*|\^?1\)?|[†‡])[ \t:]", re.MULTILINE)
_STARRED = regex(r"\d[ \t]*(?:\\?\*|\^1|[†‡])[ \t]*\Z")
_APART = 0.02  # by how much, at least, two columns differ that are no rounding of each other
_BEHIND = 300  # letters behind a table
_FEW = 4  # words of a remark
_DISPUTED = "disputed beside it"


def disputed(statements: list[Statement], grid: Grid, source: str, end: int, lexicon: Lexicon) -> list[Statement]:
    """Return the statements of a table, in doubt where anything in it or behind it speaks against them.

    Args:
        statements: as its cells state them.
        grid: its rows, the titles first.
        source: the answer.
        end: where the table ends.
        lexicon: the exercise's.
    """
    behind = source[end : end + _BEHIND].lstrip("\n").split("\n\n")[0]
    whole = _TAKES_BACK.search(behind) is not None or (
        len(grid[0]) == 2 and _FOREIGN.search(grid[0][1].text) is not None
    )
    noted = _FOOTNOTE.search(behind) is not None
    spans = [(row[0].start, row[-1].start + len(row[-1].text)) for row in _against(grid, noted=noted)]
    conditions = tuple(
        (Symbol(name), Number(float(told[2]))) for told in _FOR.finditer(behind) if (name := lexicon.name(told[1]))
    )
    if conditions:
        statements = [replace(one, conditions=(*one.conditions, *conditions)) for one in statements]
    return [
        replace(one, doubt=one.doubt or _DISPUTED)
        if whole or any(a <= one.start < b for a, b in spans) or _is_replaced(one, grid) or _is_redone(one, grid)
        else one
        for one in statements
    ]


def _is_replaced(statement: Statement, grid: Grid) -> bool:
    """Whether another column gives what no step moves another number: "value | fixed", "before | after"."""
    titles, *rows = grid
    places = [at for at, title in enumerate(titles) if at and REPLACES.fullmatch(title.text)]
    last = statement.members[-1].node
    if not places or not isinstance(statement.members[0].node, Derivative) or last is None:
        return False
    own = [value for value in (_literal(last),) if value is not None]
    row = _row_of(statement, rows)
    names_slope = any(
        isinstance(token.node, Derivative) or token.kind == "diff" for cell in row[:1] for token in cell.tokens
    )
    return names_slope and _differ(own, _numbers(row, places))


def _is_redone(statement: Statement, grid: Grid) -> bool:
    """Whether another row gives the same quantities anew: "gradient", and "corrected gradient"."""
    own = _row_of(statement, grid[1:])
    if not own or not own[0].text.strip():
        return False
    words = set(own[0].text.casefold().split())
    others = ({*re.findall(r"[^\W\d_]+|\S", row[0].text.casefold())} for row in grid[1:] if row and row is not own)
    more = (other - words for other in others if words < other)
    return any(anew <= _ANEW and any(map(str.isalpha, anew)) for anew in more)


def _row_of(statement: Statement, rows: Grid) -> list[Cell]:
    """Return the row in which a statement begins; none where it begins in the head."""
    found = (row for row in rows if row and row[0].start <= statement.start <= row[-1].start + len(row[-1].text))
    return next(found, [])


def _literal(node: Node) -> float | None:
    """Return the number that a node is, with its sign."""
    match node:
        case Number(value):
            return value
        case Call("neg", (Number(value),)):
            return -value
    return None


def _against(grid: Grid, *, noted: bool) -> Iterator[list[Cell]]:
    """Yield the rows in which a cell speaks against the others."""
    titles, *rows = grid
    own = [at for at, title in enumerate(titles) if _OWN.search(title.text)]
    tool = [at for at, title in enumerate(titles) if _TOOL.search(title.text)]
    for row in rows:
        remarked = any(_denies(cell) or _NO_POINTS.fullmatch(cell.text) for cell in row[1:])
        starred = noted and any(_STARRED.search(cell.text) for cell in row)
        if remarked or starred or _differ(_numbers(row, own), _numbers(row, tool)):
            yield row


def _denies(cell: Cell) -> bool:
    """Whether a cell is a few words that deny: "wrong sign"."""
    words = [token for token in cell.tokens if not token.edge]
    short = 1 < len(words) <= _FEW and all(token.kind == "word" for token in words)
    return short and words[0].role is Role.DENIAL


def _numbers(row: list[Cell], places: Iterable[int]) -> list[float]:
    """Return the numbers that cells of a row are."""
    found: list[float] = []
    for cell in (row[at] for at in places if at < len(row)):
        tokens = [token for token in cell.tokens if not token.edge]
        sign = -1.0 if tokens[:1] and tokens[0].text == "-" else 1.0
        if tokens and isinstance(tokens[-1].node, Number) and len(tokens) <= 2:
            found.append(sign * tokens[-1].node.value)
    return found


def _differ(own: list[float], others: list[float]) -> bool:
    return any(abs(a - b) > _APART * max(abs(a), abs(b)) for a in own for b in others)
