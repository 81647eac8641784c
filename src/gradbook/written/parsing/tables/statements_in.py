"""Tables: what each cell says of which quantity.

A quantity may stand at the head of a row or of a column; words such as "gradient" or "new" across from it say what of
it a cell gives. Or both heads make one name: "net" over the row "h1" is net_h1. A cell under a title that is not
understood counts where it fits, and is left to a person otherwise.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Derivative, Number, Symbol
from gradbook.written.expression import New, Node, Old, has_names
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.words.dictionary import Role
from gradbook.written.parsing.equations.denoted import is_signalled
from gradbook.written.parsing.equations.statements import Member, Statement, accumulates
from gradbook.written.parsing.tables.by_operand import differentiated, local_ones
from gradbook.written.parsing.tables.counted import uncounted
from gradbook.written.parsing.tables.grids.alterations import says_instead
from gradbook.written.parsing.tables.grids.beside import (
    charged,
    is_foreign,
    is_of_another,
    is_remark,
    of_gradients,
    only_remarks,
    remark,
    says_rule,
    unnamed,
)
from gradbook.written.parsing.tables.grids.cells import (
    added,
    bare,
    is_own_column,
    is_sum,
    last_calculation,
    members_in,
    of_corner,
    slope_named,
)
from gradbook.written.parsing.tables.grids.checks import without_checks
from gradbook.written.parsing.tables.grids.described import described
from gradbook.written.parsing.tables.grids.grids import (
    Cell,
    Grid,
    agree,
    answered,
    joined,
    unlabelled,
    without_dots,
    without_signs,
)
from gradbook.written.parsing.tables.grids.heads import calls_rows, head_of, in_signs, is_path, name_of, with_sign
from gradbook.written.parsing.tables.grids.sheets import named_behind, unlettered
from gradbook.written.parsing.tables.grids.titles import (
    Sense,
    against,
    against_all,
    is_count,
    is_rate,
    is_step,
    meant,
    multiplies,
    of_passes,
    says_chain,
    says_slope,
    senses_of,
    works_out_input,
)
from gradbook.written.parsing.tables.grids.told import last_formula, old_of, said_instead, without_comments
from gradbook.written.parsing.tables.kinds.circumstances import under_circumstances
from gradbook.written.parsing.tables.kinds.connections import UNTOLD, along_edges, arrives, connected, crossed
from gradbook.written.parsing.tables.kinds.descents import (
    begins_later,
    descending,
    first_of_steps,
    first_step,
    is_descent,
    later_rounds,
    starting_at,
    with_count,
    without_later,
)
from gradbook.written.parsing.tables.kinds.forward_mode import Mode, apart, mode_of, tangent
from gradbook.written.parsing.tables.kinds.indexed import indexed, is_label
from gradbook.written.parsing.tables.kinds.pairs import abreast, paired
from gradbook.written.parsing.tables.kinds.points import pointed
from gradbook.written.parsing.tables.kinds.several import taken_apart
from gradbook.written.parsing.tables.kinds.supposed import supposed
from gradbook.written.parsing.tables.kinds.traces import equations_in, halves, moves, parts_of, states_others
from gradbook.written.parsing.tables.kinds.weighing import is_weighed, leads_across, weighs
from gradbook.written.parsing.tables.listed import first_listed, unlisted

_SUM = regex(r"\bsum|total|summe|somme|suma|soma|Σ|求和|합", re.IGNORECASE)
DIFFER = "columns that differ"


@dataclass(slots=True)
class _Entry:
    """A quantity at the head of a row or column, behind cells that number the row, and those across, each titled."""

    node: Node
    head: Cell
    cells: list[tuple[Cell | None, Cell]] = field(default_factory=list)
    parts: list[Cell] = field(default_factory=list)  # the rows above that have no quantity: what a sum is made of
    mode: Mode = Mode.REVERSE  # whose the derivatives across from it are
    before: list[Cell] = field(default_factory=list)


def table_statements(
    grid: Grid, lexicon: Lexicon, named: Callable[[str], Node | None] = lambda text: None
) -> list[Statement] | None:
    """Return what a table states; None where it names no quantities in its rows or columns.

    Args:
        grid: the rows, the head first.
        lexicon: the exercise's.
        named: gives the quantity that a text of the table's own names.
    """
    if both := halves(grid, lexicon):
        return [one for half in both for one in table_statements(half, lexicon, named) or ()]
    grid = with_count([*map(answered, without_checks(without_signs(without_dots(grid))))], lexicon)
    head = grid[:1] if indexed(grid, named) else unlettered(grid[:1])
    grid = described(uncounted(paired(abreast([*head, *map(joined, unlisted(grid[1:], lexicon))])), lexicon), lexicon)
    arrived = along_edges(grid, lexicon) if arrives(grid[0]) else grid
    grid = differentiated(grid, lexicon) if arrived is grid else arrived
    titled, *body = in_signs(grid, lexicon)
    grid = [titled, *(with_sign(named_behind(row, lexicon), lexicon) for row in body)]
    grid = apart(connected(along_edges([of_passes(grid[0]), *grid[1:]], lexicon), lexicon), lexicon)
    grid, labelled = of_gradients(grid, lexicon), bool(indexed(grid, named))
    grid = grid if labelled else taken_apart(pointed(grid, lexicon), lexicon)
    if edges := list(_between_units(grid, lexicon)):
        return edges
    sides = [(row[0], name_of(row[0], lexicon)) for row in grid[1:] if row]
    if leads_across([name_of(cell, lexicon) for cell in grid[0]], sides, lexicon):
        return []
    entries, slopes = _entries(grid, lexicon, named)
    if not entries and not weighs(grid[0], [head_of(row, lexicon) for row in grid[1:]], lexicon):
        return None
    if (mode := mode_of(grid, lexicon)) is not Mode.REVERSE:
        entries = [replace(entry, mode=mode) for entry in entries]
        slopes = slopes and mode is Mode.COLUMNS
    titles = [c for c in grid[0] if not (labelled and is_label(c))]
    doubt = later_rounds(grid) or against_all(titles)
    must = starting_at(grid, descending([name_of(c, lexicon) for c in grid[0]], grid[0], grid[1:], lexicon), lexicon)
    numeric, taken = _numeric(entries), supposed(grid[0], lexicon)
    each = len({entry.node for entry in entries}) == len(entries)
    found = [
        replace(s, doubt=s.doubt or told, conditions=(*must(s.members[0].node), *taken))
        for entry in entries
        for told in [remark(entry.before, entry.head, entry.cells)]
        for s in (*_said(entry, numeric, slopes, lexicon), *(_local(entry, lexicon) if each else ()))
    ]
    found += [
        replace(
            s, doubt=s.doubt or (against(row[0]) or charged(row) if row else ""), conditions=(*s.conditions, *taken)
        )
        for row in grid
        for cell in row
        for s in equations_in(cell, lexicon)
    ]
    found = under_circumstances(found, grid, lexicon)
    parts = [any(accumulates(s.members[0].node, other.relation) for other in s.members[1:2]) for s in found]
    return [replace(s, doubt=s.doubt or doubt, tentative=s.tentative or a) for s, a in zip(found, parts, strict=True)]


def _between_units(grid: Grid, lexicon: Lexicon) -> Iterator[Statement]:
    """Yield what a table states of weights by the units that head its rows and columns; they count where they fit."""
    for name, head, cell in crossed(grid, lexicon):
        node = of_corner(name, grid[0][0], lexicon)
        for statement in _said(_Entry(node, head, [(None, cell)]), set(), False, lexicon):
            doubt = statement.doubt or (UNTOLD if isinstance(node, Symbol) else "")
            yield replace(statement, tentative=True, doubt=doubt)


def _entries(grid: Grid, lexicon: Lexicon, named: Callable[[str], Node | None]) -> tuple[list[_Entry], bool]:
    """Return the quantities with their cells, and whether the table as a whole is one of derivatives."""
    head, *body = grid
    across = descending([name_of(cell, lexicon) for cell in head], head, body, lexicon)
    body = without_later(across, first_of_steps(across, body), lexicon)
    grid = [head, *body]
    given = len(body) == 1  # a row of what is given, the rate too
    own = given and sum(node is not None for node in across) > len(across) / 2  # "z | i_1 | a", a letter of its own
    known = all(
        node is not None or (given and is_rate(cell)) or (own and is_own_column(cell, body[0][place : place + 1]))
        for place, (node, cell) in enumerate(zip(across[1:], head[1:], strict=True), 1)
    )
    known = known or is_descent(across, body, lexicon)
    if len(head) > 1 and known and not states_others(body, lexicon):
        if begins_later(across, body, lexicon):
            return [], False
        return list(_down(grid, across, lexicon)), False
    if both := indexed(grid, named):
        said = [of_corner(n.name, grid[0][0], lexicon) if isinstance(n, Symbol) else n for n, _, _ in both]
        return [_Entry(node, head, [(None, cell)]) for node, (_, head, cell) in zip(said, both, strict=True)], False
    rows = body if across[0] is None or calls_rows(across) else grid
    heads = [head_of(row, lexicon) for row in rows]
    paths = sum(bool(row) and is_path(row[0]) for row in rows)
    if sum(head is not None for head in heads) < max(1, (len(rows) - paths) / 2):
        return [], False
    titles = head if rows is body else []
    weights = weighs(titles, heads, lexicon)
    passes = any(named_by and isinstance(named_by[1], Derivative) for named_by in heads)  # "q = x/y", "df/dq"
    backward = any(map(says_chain, titles)) or (multiplies(titles) and not passes)
    slopes = bool(titles) and (says_slope(titles[0]) or backward)
    found: list[_Entry] = []
    above: list[Cell] = []
    for row, named_by in zip(rows, heads, strict=True):
        if named_by is not None:
            at, node = named_by
            sums = isinstance(node, Derivative) and _SUM.search(row[0].text)
            for part in parts_of(row, at, node, titles, lexicon):
                cells = [(titles[i] if i < len(titles) else None, row[i]) for i in part.places]
                if part.node is not None and not (weights and is_weighed(part.node, lexicon)):
                    parts = above if sums and part.head == at else []
                    says = first_listed(row[part.head], lexicon)
                    found.append(_Entry(part.node, says, cells, parts, before=row[:at]))
            above = []
        elif filled := [cell for cell in row if not cell.empty]:
            above.append(filled[-1])
    return found, slopes


def _down(grid: Grid, across: list[Node | None], lexicon: Lexicon) -> Iterator[_Entry]:
    head, *body = grid
    titled = across[0] is None
    first = titled and any(isinstance(node, New) for node in across) and all(is_count(row[0]) for row in body)
    for place, node in enumerate(across):
        if node is None:
            continue
        if first:  # steps of descent, a row each: the first begins where the exercise does
            yield from (_Entry(of, head[place], [(None, cell)]) for of, cell in first_step(body, across, place))
        else:
            rows = [row for row in body if place < len(row) and not (titled and _is_of_another(row[0], node, lexicon))]
            rows = _without_parts(rows, lexicon) if titled and isinstance(node, Derivative) else rows
            cells = [(row[0] if titled else None, row[place]) for row in rows]
            yield _Entry(node, head[place], cells)


def _without_parts(rows: Grid, lexicon: Lexicon) -> Grid:
    """Leave out the rows of single paths where another is their sum; none stays where nothing says what that is."""
    parted = any(is_path(row[0]) and name_of(row[0], lexicon) is None for row in rows)
    return [row for row in rows if not parted or _SUM.search(row[0].text)]


def _is_of_another(title: Cell, node: Node, lexicon: Lexicon) -> bool:
    """Whether a row is of another node than the one that a column differentiates: q beside "d/dw"."""
    named = name_of(title, lexicon) if isinstance(node, Derivative) else None
    return isinstance(named, Symbol) and named.name in lexicon.operands and named.name != getattr(node, "of", "")


def _numeric(entries: list[_Entry]) -> set[int]:
    """Return the places of the titles under which numbers without words are at least half."""
    counts: dict[int, int] = {}
    for entry in entries:
        for title, cell in entry.cells:
            if title is not None and any(token.kind == "num" for token in cell.tokens):
                words = any(token.kind == "word" for token in bare(cell.tokens))
                counts[title.start] = counts.get(title.start, 0) + (-1 if words else 1)
    return {start for start, count in counts.items() if count >= 0}


def _is_unsure(entry: _Entry, senses: Sequence[Sense | None]) -> bool:
    """Whether what is said of a quantity may be of another: an expression with no value beside it, but a gradient."""
    of_slope = Sense.SLOPE in senses and not {Sense.RESULT, Sense.UNKNOWN}.intersection(senses)
    return of_slope or is_signalled([*bare(entry.head.tokens)])


def _said(entry: _Entry, numeric: set[int], slopes: bool, lexicon: Lexicon) -> Iterator[Statement]:
    """Yield what the cells of one quantity state, those that say the same of it as one chain."""
    node = entry.node
    if slopes and isinstance(node, Symbol):
        node = Derivative(lexicon.output, node.name)
    senses = senses_of([title for title, _ in entry.cells])
    cells = without_comments(
        [(title, sense, cell) for (title, cell), sense in zip(entry.cells, senses, strict=True) if not cell.empty],
        numeric,
    )
    named = max((at for at, (_, _, cell) in enumerate(cells) if slope_named(cell, node, lexicon)), default=len(cells))
    if named + 1 < len(cells) and cells[named + 1][1] is Sense.WORK:  # "w | df/dw | z * x | 6"
        slope = slope_named(cells[named][2], node, lexicon) or node
        yield from _said(_Entry(slope, entry.head, [(t, c) for t, _, c in cells[named + 1 :]]), numeric, False, lexicon)
        cells = [one for one in cells[:named] if slope_named(one[2], node, lexicon) is None]
    told = any(sense is Sense.NEW and title and title.says(Role.NEW, Role.AFTER) for title, sense, _ in cells)
    given: dict[Node, list[Cell]] = {}
    work_only: set[Node] = set()
    unsure: set[Node | None] = {node} if _is_unsure(entry, senses) else set()
    unknown: list[Cell] = []
    for title, sense, cell in cells:
        if title is None or sense is None or (len(entry.cells) == 1 and says_instead(title.text, title.tokens)):
            if len(cells) == 1 or not only_remarks(cell):  # "(relu off)"
                given.setdefault(node, []).append(cell)
            continue
        about, sure = tangent(node, meant(node, sense, title, lexicon), sense, title, lexicon, entry.mode)
        unsure.update([] if sure else [about])
        if (told or works_out_input(sense, node, lexicon)) and is_step(title):
            if not is_sum(cell, lexicon):
                continue  # the step, where the new value has a column of its own
            about = New(node.name) if isinstance(node, Symbol) else None
        elif (
            sense is Sense.RESULT
            and (node not in given or node in work_only or not title.text.strip())
            and (formula := last_formula(given) or last_calculation(given, node, lexicon))
        ):
            unsure.add(formula)
            about = formula
        if sense is Sense.UNKNOWN and about == node:
            unknown += [cell] if title.start in numeric else []
        elif about is not None:
            if about not in given and sense is Sense.WORK:
                work_only.add(about)
            elif sense is not Sense.WORK:
                work_only.discard(about)
            given.setdefault(about, []).append(cell)
    instead = said_instead(cells)
    more = added(entry.parts, lexicon)
    alone = len(entry.cells) == 1 and not isinstance(node, Symbol)
    if given and node not in given:  # beside a gradient, a number may be the value; a formula tells of the gradient
        unknown = [cell for cell in unknown if [token.kind for token in cell.tokens if token.text != "-"] == ["num"]]
    if unknown and (node not in given or node in work_only):
        given.setdefault(node, []).extend(unknown)
        said = given.pop(node)
        sure = alone and node not in unsure
        yield from _chain(node, entry.head, said, lexicon, tentative=not sure, first=more, instead=instead)
    for about, said in given.items():
        yield from _chain(
            about, entry.head, said, lexicon,
            tentative=about in unsure, before=old_of(cells, about),
            first=more if about == entry.node else [], instead=instead if about == node else (),
        )  # fmt: skip
    if entry.node not in given and not unknown and len(members_in(list(entry.head.tokens), lexicon)) > 1:
        yield from _chain(entry.node, entry.head, [], lexicon)


def _local(entry: _Entry, lexicon: Lexicon) -> Iterator[Statement]:
    """Yield what cells under "local gradient" may state of a node; each counts where it fits."""
    for (title, cell), sense in zip(entry.cells, senses_of([title for title, _ in entry.cells]), strict=True):
        if title is not None and sense is Sense.LOCAL and entry.mode is Mode.REVERSE and not cell.empty:
            for slope in local_ones(entry.node, title, lexicon):
                yield from _chain(slope, entry.head, [cell], lexicon, tentative=True)


def _chain(
    node: Node,
    name: Cell,
    cells: list[Cell],
    lexicon: Lexicon,
    *,
    tentative: bool = False,
    before: Node | None = None,
    first: list[Member] | None = None,
    instead: Sequence[tuple[str, float]] = (),
) -> Iterator[Statement]:
    """Yield what cells say of a quantity, as one chain; a cell that says it in full stands for itself."""
    start = name.start + len(name.text) - len(name.text.lstrip())
    members = [Member(node, start, name.start + len(name.text.rstrip()))]
    told = members_in(list(bare(unlabelled(name.tokens))), lexicon)
    if isinstance(node, Symbol) or told[0].node == node:  # "q = w*x | 10"
        members += told[1:]
    else:
        told = told[:1]  # "w = 0.5 | 1.356" under "gradient"
    members += first or []
    ends = [token for token in name.tokens[-1:] if len(told) > 1 and isinstance(told[-1].node, Number)]
    results = [(token.text, told[-1].node.value) for token in ends if isinstance(told[-1].node, Number)]
    for cell in cells:
        tokens = list(bare(cell.tokens))
        while tokens and tokens[0].kind == "rel":
            tokens = tokens[1:]
        if not tokens or any(s.members[0].node != node for s in equations_in(cell, lexicon)):
            continue  # equations of other quantities
        if says_rule(tokens) or (isinstance(members[-1].node, Number) and (is_remark(tokens) or is_foreign(tokens))):
            continue
        if moved := list(moves(cell, lexicon, node)):  # "5 -> 4.94"
            yield from moved if tokens[0].kind == "num" or tokens[0].text == "-" else ()
            continue
        read = members_in(unnamed(tokens, node), lexicon)
        if len(members) > 1 and is_of_another(read, members[-1].node, node):  # "df/dq = 1 | f = q + r"
            continue
        if read[0].node == node:  # "w | dw | df/dw = 6": what it is called says nothing of it
            read = read[1:]
        elif len(read) > 1 and isinstance(read[0].node, Derivative | New | Old):
            yield Statement(tuple(read), read[0].start, read[-1].end)
            if isinstance(node, Derivative) and getattr(read[0].node, "of", "") == node.of:  # "b | dL/dy = 8"
                own = (members[0], *(replace(one, relation=one.relation or "=") for one in read))
                yield Statement(own, members[0].start, read[-1].end, tentative=True)
            continue
        elif len(read) > 1 and isinstance(node, New) and read[0].node == Symbol(node.name):
            read = read[1:]
        elif len(read) == 1 and isinstance(read[0].node, Number):
            value = read[0].node.value
            results += [(token.text, value) for token in tokens if token.kind == "num"][-1:]
        members += [replace(one, relation="=") for one in read[:1]] + read[1:]
    if len(members) > 2 and isinstance(members[-2].node, Number) and has_names(members[-1].node):
        members[-2:] = reversed(members[-2:])  # "z | 0.8 | =w*x + b"
    if len(members) > 1:
        doubt = "" if agree([*results, *(instead if results else ())]) else DIFFER
        yield Statement(tuple(members), members[0].start, members[-1].end, doubt, given=before, tentative=tentative)
