"""Descents: tables of steps of descent, a row each, counted or not: "step | w | loss | gradient | new w"."""

from collections.abc import Callable, Iterator, Sequence

from gradbook.graph.expression import Derivative, Number, Symbol
from gradbook.written.expression import At, Call, New, Node, Old, has_names
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare
from gradbook.written.parsing.grammar.parser import parsed
from gradbook.written.parsing.phrases.speech.turns import NOUNS
from gradbook.written.parsing.phrases.values.outcomes import losing
from gradbook.written.parsing.tables.grids.grids import Cell, Grid
from gradbook.written.parsing.tables.grids.heads import name_of
from gradbook.written.parsing.tables.grids.titles import Sense, count_of, is_count, sense_of

_FORMULA = ("open", "num", "name", "op", "fn", "frac")  # what a formula begins with
Pair = tuple[Node, Node]  # what must be equal
_ROUNDED = 0.05  # by which rates of one step differ, as their numbers are rounded
_ALIKE = 2  # columns with a title that is understood, beside the count


def descending(across: list[Node | None], head: Sequence[Cell], body: Grid, lexicon: Lexicon) -> list[Node | None]:
    """Return the quantities that titles name; among steps of descent in one input, "gradient" and "new" are of that."""
    moving = _moving(across, lexicon)
    if len(moving) != 1 or not _is_counted(across, body):
        return across
    found = list(across)
    for place, (cell, node) in enumerate(zip(head, across, strict=True)):
        sense = sense_of(cell) if place and node is None else None
        if isinstance(node, At) and isinstance(node.of, Symbol):
            found[place] = node.of  # f(x)
        elif sense is Sense.SLOPE:
            found[place] = Derivative(lexicon.output, moving[0].name)
        elif sense is Sense.NEW:
            found[place] = New(moving[0].name)
        elif sense is not None:
            found[place] = _with_formula(cell, lexicon)
    return found


def with_count(grid: Grid, lexicon: Lexicon) -> Grid:
    """Return a table in which each row is a step of descent, and nothing counts them, with a column that does.

    The inputs that a step moves are other numbers in each row, and have a gradient; one input at least is the same.
    From the first row to the second they go against their gradients, all at one rate.
    """
    head, *body = grid or [[]]
    across = [name_of(cell, lexicon) for cell in head]
    if len(body) < _ALIKE or None in across or any(isinstance(node, New) for node in across):
        return grid
    inputs = {
        node.name: place
        for place, node in enumerate(across)
        if isinstance(node, Symbol) and node.name in lexicon.inputs
    }
    numbers = {name: {tuple(_numbers([row], place)) for row in body} for name, place in inputs.items()}
    moved = {name for name, said in numbers.items() if len(said) > 1}
    gradients = {node.by: place for place, node in enumerate(across) if isinstance(node, Derivative)}
    if not moved or len(moved) == len(inputs) or not moved <= gradients.keys():
        return grid
    if not _steps([(inputs[name], gradients[name]) for name in moved], body):
        return grid
    at = head[0].start
    title = Cell("step", at, (Token("word", "step", at, at, role=Role.STEP),))
    counts = [Cell(str(n), at, (Token("num", str(n), at, at, Number(n)),)) for n in range(len(body))]
    return [[title, *head], *([count, *row] for count, row in zip(counts, body, strict=True))]


def _steps(places: Sequence[tuple[int, int]], body: Grid) -> bool:
    """Whether the second row is what a step of descent makes of the first, by the places of inputs and gradients."""
    rates: list[float] = []
    for place, slope in places:
        told = [_numbers([row], at) for row, at in ((body[0], place), (body[1], place), (body[0], slope))]
        match told:
            case [[Number(old)], [Number(new)], [Number(gradient)]] if gradient:
                rates.append((old - new) / gradient)
            case _:
                return False
    return min(rates) > 0 and max(rates) - min(rates) <= _ROUNDED * max(rates) and (len(rates) > 1 or rates[0] < 1)


def first_of_steps(across: Sequence[Node | None], body: Grid) -> Grid:
    """Return the first row alone, where none is counted and each begins with what the one before ends with."""
    for place, node in enumerate(across if across and across[0] is not None else ()):
        new = across.index(New(node.name)) if isinstance(node, Symbol | Old) and New(node.name) in across else -1
        if new < 0:
            continue
        starts, ends = ([number for row in body for number in _numbers([row], at)] for at in (place, new))
        if len(starts) > 1 and starts[1:] == ends[: len(starts) - 1]:
            return body[:1]
    return body


def without_later(across: Sequence[Node | None], body: Grid, lexicon: Lexicon) -> Grid:
    """Return the rows of a table that counts steps from 0 on, but for those behind the first step."""
    counts = [count_of(row[0]) if row else "" for row in body]
    counted = _is_counted(across, body) and counts == [str(count) for count in range(len(body))]
    plain = all(
        token.kind in ("num", "op") for row in body[2:] for cell in row[1:] for token in cell.tokens if not token.edge
    )
    return body[:2] if counted and plain and _moving(across, lexicon) else body


def is_descent(across: Sequence[Node | None], body: Grid, lexicon: Lexicon) -> bool:
    """Whether rows count steps, so that a column whose title is not understood is beside the others.

    They do in one input, or in several of which new values are said: other rows may be samples.
    """
    counted = len(body) > 1 and _is_counted(across, body)
    several = sum(node is not None for node in across) >= _ALIKE
    moving = len(_moving(across, lexicon))
    return counted and several and (moving == 1 or (moving > 1 and any(isinstance(node, New) for node in across)))


def begins_later(across: Sequence[Node | None], body: Grid, lexicon: Lexicon) -> bool:
    """Whether rows count steps from 1 on, and nothing says whether the first is before a step or after it."""
    new = any(isinstance(node, New) for node in across)
    counted = _is_counted(across, body)
    return counted and bool(_moving(across, lexicon)) and not new and count_of(body[0][0]) != "0"


def later_rounds(grid: Grid) -> str:
    """Return what counts rows, or columns, none of which is the first: "epoch" above 7 and 8, "sample" above 2."""
    noun = next((token.text for token in grid[0][0].tokens if bare(token.text) in NOUNS), "") if grid[0] else ""
    if not noun:
        return ""
    along = [count_of(cell) for cell in grid[0][1:]]
    counts = along if all(map(str.isdecimal, along)) else [count_of(row[0]) for row in grid[1:] if row]
    return noun if counts and all(count.isdecimal() and int(count) > 1 for count in counts) else ""


def starting_at(
    grid: Grid, across: Sequence[Node | None], lexicon: Lexicon
) -> Callable[[Node | None], tuple[Pair, ...]]:
    """Return what must hold for what the first rows of steps say: where they start, and what their titles put in.

    Args:
        grid: the rows, the head first.
        across: the quantities of the columns.
        lexicon: the exercise's.
    """
    head, *body = grid
    moving = _moving(across, lexicon)
    if len(moving) != 1 or not _is_counted(across, body):
        return lambda node: ()
    place = across.index(moving[0])
    start = [(moving[0], value) for value in _numbers(body[:1], place)]
    stepped = [(New(moving[0].name), value) for value in _numbers(body[1:2], place)]
    later = [] if any(isinstance(node, New) for node in across) else stepped
    formulas = [
        (node, formula)
        for cell, node in zip(head, across, strict=True)
        if node is not None and (formula := _formula(cell, lexicon)) is not None
    ]

    def conditions(node: Node | None) -> tuple[Pair, ...]:
        if isinstance(node, Symbol) and node.name in lexicon.inputs:
            return ()
        of = Symbol(node.name) if isinstance(node, New) else node
        put_in = [(one, formula) for one, formula in formulas if one == of]
        after = later if isinstance(node, New) and node.name in lexicon.operands else []
        return (*start, *after, *put_in)

    return conditions


def _numbers(rows: Grid, place: int) -> list[Node]:
    """Return the number that the cell of a row is, if it is one."""
    tokens = [token for row in rows if place < len(row) for token in row[place].tokens]
    match tokens:
        case [Token(kind="num", node=Number() as value)]:
            return [value]
        case [Token(kind="op", text="-"), Token(kind="num", node=Number(value))]:
            return [Number(-value)]
    return []


def _formula(cell: Cell, lexicon: Lexicon) -> Node | None:
    """Return the formula behind the name of a quantity in a title: (w - 5)^2 in "Loss (w - 5)^2"."""
    tokens = [token for token in cell.tokens if token.kind != "sep"]
    behind = next((at for at, token in enumerate(tokens) if at and token.kind in _FORMULA), len(tokens))
    named = behind == 1 and tokens[0].kind in ("name", "word")  # no part of dC/du
    operates = any(token.kind in ("op", "fn", "frac") for token in tokens[behind:])  # not C(u)
    node = parsed(tokens[behind:], lexicon) if named and operates else None
    return node if isinstance(node, Call) and has_names(node) else None


def first_step(body: Grid, across: Sequence[Node | None], place: int) -> Iterator[tuple[Node, Cell]]:
    """Yield what the rows of steps say of the first one: the first row, and where the next begins, the loss there."""
    node, row = across[place], body[0]
    if node is not None and place < len(row):
        yield node, row[place]
    before = not any(isinstance(other, New) for other in across[:place])
    counts = [count_of(row[0]) for row in body[:2]]
    follows = len(counts) > 1 and all(map(str.isdecimal, counts)) and int(counts[1]) == int(counts[0]) + 1
    computed = isinstance(node, Symbol) and place and before and follows and place < len(body[1])
    if computed and isinstance(node, Symbol):
        yield New(node.name), body[1][place]


def _is_counted(across: Sequence[Node | None], body: Grid) -> bool:
    """Whether the first column names no quantity, and only counts the rows."""
    return across[0] is None and all(row and is_count(row[0]) for row in body)


def _moving(across: Sequence[Node | None], lexicon: Lexicon) -> list[Symbol]:
    return [node for node in across if isinstance(node, Symbol) and node.name in lexicon.inputs]


def _with_formula(cell: Cell, lexicon: Lexicon) -> Node | None:
    """Return the quantity that a title names before its formula: "Loss (w - 5)^2"."""
    first, *behind = cell.tokens or (None,)
    if first is None or not behind or behind[0].kind not in _FORMULA:
        return None
    if isinstance(first.node, Symbol) and first.name in lexicon.operands:
        return first.node
    return losing((first,), lexicon) if first.kind == "word" else None
