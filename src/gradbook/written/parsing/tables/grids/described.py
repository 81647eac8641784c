"""Described rows: a column of words before the one that names the quantities.

| Layer  | Gradient | Value |      | Phase    | Quantity | Result |
| Output | df/dq    | 3     |      | Forward  | q        | 10     |

The words belong to the name behind them: "new | w" and "update | w" are w after the step, "Ben's | q" is his.
"""

from dataclasses import replace
from itertools import zip_longest

from gradbook.written.expression import Node
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare
from gradbook.written.parsing.cues.aims import AIMS
from gradbook.written.parsing.phrases.speech.turns import NOUNS
from gradbook.written.parsing.tables.grids.grids import Cell, Grid
from gradbook.written.parsing.tables.grids.heads import name_of
from gradbook.written.parsing.tables.grids.titles import Sense, sense_of
from gradbook.written.parsing.tables.grids.whose import is_person, number_alone

_SAYING = frozenset({  # what words say that only describe
    Role.PLAIN, Role.PART_OF_GRAPH, Role.VALUES, Role.BACKWARD, Role.ASPECT, Role.NET, Role.ERROR, Role.SLOPE,
    Role.SLOPES, Role.RESULT, Role.WEIGHT, Role.BIAS, Role.ARTICLE, Role.OF, Role.FOR, Role.BY, Role.LINK, Role.NEW,
    Role.AFTER,
})  # fmt: skip
_ALTERING = (Role.NEW, Role.AFTER, Role.SLOPE, Role.SLOPES)
_OTHERWISE = NOUNS | AIMS | {
    "run", "case", "example", "student", "yours", "actual", "true", "old", "network", "net", "model", "attempt", "try",
    "team", "group", "second", "third", "netz", "modell", "versuch", "reseau", "modele", "red", "modelo", "rete",
    "modello", "netwerk", "siec", "сеть", "модель", "网络", "模型",
}  # fmt: skip
_GIVING = frozenset({Sense.UNKNOWN, Sense.SLOPE, Sense.RESULT, Sense.WORK})
_USED = frozenset({
    "depends", "uses", "used", "needs", "from", "to", "input", "inputs", "operand", "operands", "argument", "arguments",
    "hangt", "von", "nach", "eingabe", "eingang", "depend", "entree", "entrees", "vers", "depende", "entrada", "hacia",
    "para", "dipende", "ingresso", "verso", "naar", "invoer",
})  # fmt: skip
_LEAST = 2  # rows
_CELLS = 3  # of a row: the words, the name and what it is


def described(grid: Grid, lexicon: Lexicon) -> Grid:
    """Return a table in which each row begins with its quantity and what is said of it; the same for any other."""
    head, *body = grid
    if len(body) < _LEAST or any(len(row) != len(head) or len(row) < _CELLS for row in grid) or not _gives(head[1]):
        return grid
    if name_of(head[0], lexicon) is not None or not all(_describes(row[0], at) for at, row in enumerate(body, 1)):
        return grid
    works = len(head) > _CELLS and sense_of(head[2]) is Sense.WORK  # a formula may be a name: "df/dq | z | -4"
    if any(name_of(row[1], lexicon) is None or not (works or name_of(row[2], lexicon) is None) for row in body):
        return grid
    rows = [[_joined(row[0], row[1]), *row[2:]] for row in grid]
    named = [name_of(row[0], lexicon) for row in rows[1:]]
    return rows if None not in named and _each_once(rows[1:], named) else grid


def _each_once(body: Grid, named: list[Node | None]) -> bool:
    """Whether no two rows of one quantity give a number in the same column, as those of two passes do not."""
    if len(named) == len(set(named)):
        return True
    rows = zip(named, body, strict=True)
    told = [(node, place) for node, row in rows for place, cell in enumerate(row) if number_alone(cell)]
    return 0 < len(told) == len(set(told))


def _gives(title: Cell) -> bool:
    """Whether a title lets the cells under it be what the rows are of, and not what these are made from."""
    return sense_of(title) in _GIVING and not any(bare(token.text) in _USED for token in title.tokens)


def _describes(cell: Cell, number: int) -> bool:
    """Whether a cell has words that describe, and counts at most: the layers, or the rows themselves."""
    tokens = [token for token in cell.tokens if not token.edge and token.text != "colon"]
    if is_person(cell) or all(token.role in (Role.ERROR, Role.ARTICLE) for token in tokens):
        return False
    last: Role | None = None
    for token, behind in zip_longest(tokens, tokens[1:]):
        count = behind is not None and behind.kind == "num" and behind.text == str(number)
        if token.kind == "num" and (token.text == str(number) or last is Role.PART_OF_GRAPH):
            continue
        if token.kind != "word" or bare(token.text) in _OTHERWISE:
            return False
        if token.role not in _SAYING and not (token.role is Role.STEP and (count or len(tokens) == 1)):
            return False
        last = token.role
    return bool(tokens)


def _joined(label: Cell, name: Cell) -> Cell:
    """Return what two cells say as one, as long as the two; an equation says by itself what it is of."""
    if any(token.kind == "rel" for token in name.tokens) and not label.says(*_ALTERING):
        return name
    between = " " * (name.start - label.start - len(label.text))
    return Cell(f"{label.text}{between}{name.text}", label.start, (*_words(label), *name.tokens))


def _words(label: Cell) -> list[Token]:
    """Return the words of a label that say what is meant: "update | w" gives the new one, as "new | w" does."""
    words = [token for token in label.tokens if token.kind == "word"]
    if [token.role for token in words] == [Role.STEP] and len(label.tokens) == 1:
        return [replace(words[0], role=Role.NEW)]
    return [token for token in words if token.role is not Role.STEP]
