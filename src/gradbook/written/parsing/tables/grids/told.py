"""Told: what the cells of a row say beside its quantity, each with its title and what that says: comments, old values,
and other numbers that may be said instead.
"""

from collections.abc import Collection

from gradbook.graph.expression import Derivative, Number
from gradbook.written.expression import New, Node
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.words.dictionary import Role
from gradbook.written.parsing.tables.grids.grids import Cell, Grid
from gradbook.written.parsing.tables.grids.heads import name_of
from gradbook.written.parsing.tables.grids.titles import Sense, counts_rounds, is_elementary, is_rate, says_slope
from gradbook.written.parsing.tables.grids.whose import is_ought, is_own, number_alone

Told = tuple[Cell | None, Sense | None, Cell]

_OF_OTHERS = frozenset({Role.WEIGHT, Role.BIAS, Role.NET, Role.OF, Role.ARTICLE})  # "w | 10 | bias 2"


def said_instead(
    cells: list[Told], unknown: list[Cell], head: Cell, ranks: Collection[int], lexicon: Lexicon
) -> list[tuple[str, float]]:
    """Return the numbers that may be said instead of that of a row: those it should be, or under no known title.

    Args:
        cells: of the row, or of the column.
        unknown: those of which it is not known what they give.
        head: what names the quantity; the titles of a column stand behind it, and may be parts of a sum.
        ranks: where the titles of columns begin that only count the rows.
        lexicon: the exercise's.
    """
    found = []
    for title, _, cell in cells:
        if title is None or (number := number_alone(cell)) is None:
            continue
        across = title.start < head.start and name_of(title, lexicon) is None
        apart = counts_rounds(title) or is_rate(title) or is_elementary(title) or title.start in ranks
        roles = {token.role for token in title.tokens if token.kind == "word"}
        apart = apart or (bool(roles) and roles <= _OF_OTHERS)
        beside = cell in unknown and across and not apart
        if beside or is_own(title) or is_ought(title):
            found.append(number)
    return found


def without_comments(cells: list[Told], numeric: set[int]) -> list[Told]:
    """Leave out words under "what its value means", where another column has the numbers."""
    titles = {title.start: title for title, _, _ in cells if title is not None}
    if not any(start in numeric for start in titles):
        return cells
    comments = {
        start
        for start, title in titles.items()
        if start not in numeric and sum(token.kind == "word" for token in title.tokens) > 1
    }
    return [one for one in cells if one[1] is not Sense.RESULT or one[0] is None or one[0].start not in comments]


def old_of(cells: list[Told], about: Node) -> Node | None:
    """Return what a row says that an input was before its step."""
    for title, sense, cell in cells if isinstance(about, New) else ():
        if title is not None and sense is Sense.LOCAL and title.says(Role.OLD, Role.BEFORE) and not says_slope(title):
            numbers = [token for token in cell.tokens if token.kind == "num"]
            if len(numbers) == 1 and all(token.kind == "num" or token.text == "-" for token in cell.tokens):
                return Number(-numbers[0].value if len(cell.tokens) > 1 else numbers[0].value)
    return None


def ranks_in(grid: Grid) -> frozenset[int]:
    """Return where the titles of columns begin whose numbers only count the rows, up or down."""
    found = set()
    for place, title in enumerate(grid[0] if grid else []):
        numbers = [number_alone(row[place]) for row in grid[1:] if place < len(row)]
        counts = [int(number[1]) for number in numbers if number and number[0].isdecimal()]
        up = sorted(counts)
        if len(counts) == len(numbers) > 1 and up[0] in (0, 1) and up == list(range(up[0], up[0] + len(up))):
            found.add(title.start)
    return frozenset(found)


def last_formula(given: dict[Node, list[Cell]]) -> Derivative | None:
    """Return the last derivative, if it has a formula only: "node | ∂f/∂node | value", and whose value is that?"""
    last = list(given)[-1] if given else None
    formula = isinstance(last, Derivative) and not any(t.kind == "num" for cell in given[last] for t in cell.tokens)
    return last if formula and isinstance(last, Derivative) else None
