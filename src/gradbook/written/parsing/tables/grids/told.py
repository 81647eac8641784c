"""Told: what the cells of a row say beside its quantity, each with its title and what that says: comments, old values,
and other numbers that may be said instead.
"""

from gradbook.graph.expression import Derivative, Number
from gradbook.written.expression import New, Node
from gradbook.written.lexing.words.dictionary import Role
from gradbook.written.parsing.tables.grids.grids import Cell
from gradbook.written.parsing.tables.grids.titles import Sense, says_slope
from gradbook.written.parsing.tables.grids.whose import is_again, is_ought, is_own, number_alone

Told = tuple[Cell | None, Sense | None, Cell]


def said_instead(cells: list[Told]) -> list[tuple[str, float]]:
    """Return the numbers that cells say instead of that of a row: one's own, what it should be, another attempt."""
    told = [cell for title, _, cell in cells if title and (is_own(title) or is_ought(title) or is_again(title))]
    return [number for cell in told if (number := number_alone(cell))]


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
        before = title is not None and sense in (Sense.LOCAL, Sense.START) and title.says(Role.OLD, Role.BEFORE)
        if before and title is not None and not says_slope(title):
            numbers = [token for token in cell.tokens if token.kind == "num"]
            if len(numbers) == 1 and all(token.kind == "num" or token.text == "-" for token in cell.tokens):
                return Number(-numbers[0].value if len(cell.tokens) > 1 else numbers[0].value)
    return None


def last_formula(given: dict[Node, list[Cell]]) -> Derivative | None:
    """Return the last derivative, if it has a formula only: "node | ∂f/∂node | value", and whose value is that?"""
    last = list(given)[-1] if given else None
    formula = isinstance(last, Derivative) and not any(t.kind == "num" for cell in given[last] for t in cell.tokens)
    return last if formula and isinstance(last, Derivative) else None
