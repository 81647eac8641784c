"""Rows that name their quantities in words only: "Weighted sum | 0.8", "Gradient w.r.t. the weight | -0.27".

Such words are read as a sentence reads them that goes on to a number; what they mean counts where it fits.
"""

from collections.abc import Callable
from dataclasses import replace

from gradbook.graph.expression import Number, Symbol
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role
from gradbook.written.parsing.equations.statements import Statement
from gradbook.written.parsing.phrases.called.kinds import kind_of
from gradbook.written.parsing.tables.grids.grids import Cell, Grid

_LEAVES = frozenset({"name", "der", "new"})
_PASSED = (Role.ARTICLE, Role.OF, Role.PART_OF_GRAPH, Role.FILLER)
_LONGEST = 12  # tokens of such a head

Spoken = Callable[[list[Token]], list[Token]]


def worded(grid: Grid, spoken: Spoken, lexicon: Lexicon) -> Grid:
    """Return a table with the names of quantities at the heads of its rows for the words that mean them.

    Args:
        grid: the rows, the head first.
        spoken: gives the tokens of a sentence with what its words stand for.
        lexicon: the exercise's.
    """
    return [*grid[:1], *([_named(row[0], spoken, lexicon), *row[1:]] if row else row for row in grid[1:])]


def only_fitting(statements: list[Statement], grid: Grid) -> list[Statement]:
    """Return the statements of such a table, which count where they fit."""
    first = [row[0].tokens[0] for row in grid[1:] if row and row[0].tokens]
    heads = {token.start for token in first if token.role is Role.ERROR}
    return [replace(one, tentative=True) if one.members[0].start in heads else one for one in statements]


def _named(cell: Cell, spoken: Spoken, lexicon: Lexicon) -> Cell:
    tokens = list(cell.tokens)
    if not tokens or len(tokens) > _LONGEST or not all(token.kind in ("word", "fn") for token in tokens):
        return cell
    start, end = tokens[0].start, tokens[-1].end
    said = [token for token in tokens if token.role not in _PASSED]
    if len(said) == 1 and (name := kind_of(said[0], lexicon)):
        return replace(cell, tokens=(Token("name", said[0].text, start, end, Symbol(name), Role.ERROR),))
    number = [Token("rel", "is", end, end), Token("num", "1", end, end, Number(1.0))]
    read = [token for token in spoken([*tokens, *number]) if token.role not in _PASSED]
    if len(read) != 1 + len(number) or read[0].kind not in _LEAVES or read[1].kind != "rel":
        return cell
    return replace(cell, tokens=(replace(read[0], start=start, end=end, role=Role.ERROR),))
