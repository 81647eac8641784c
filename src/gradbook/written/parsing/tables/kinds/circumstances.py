"""Circumstances: columns that say of what epoch, sample, input, rate or person a row is, and no number of a quantity.

| Quantity | Result | Epoch |      | Quantity | Result | x |      | Learning rate | new w |
| df/dw    | 6      | 5     |      | df/dw    | 6      | 3 |      | 0.5           | 4.94  |
"""

from collections.abc import Sequence
from dataclasses import replace

from gradbook.graph.expression import Number, Symbol
from gradbook.written.expression import New, Node
from gradbook.written.lexicon import Lexicon
from gradbook.written.parsing.equations.statements import Statement
from gradbook.written.parsing.tables.grids.grids import Cell, Grid
from gradbook.written.parsing.tables.grids.heads import name_of
from gradbook.written.parsing.tables.grids.titles import Sense, counts_rounds, is_rate, rate_in, sense_of
from gradbook.written.parsing.tables.grids.whose import is_person, number_alone, speaks_of_people


def under_circumstances(statements: list[Statement], grid: Grid, lexicon: Lexicon) -> list[Statement]:
    """Return the statements of a table with what such columns say of their rows."""
    head, *body = grid
    statements = _at_rates(statements, [rate_in(title) for title in head], body)
    counting = [place for place, title in enumerate(head) if counts_rounds(title) and _begin_late(body, place)]
    rates = [place for place, title in enumerate(head) if is_rate(title)]
    people = [0] if speaks_of_people(head[0]) else []
    inputs = _inputs(head, lexicon)
    named = any(is_person(row[0]) for row in body if row)
    if not (counting or rates or people or inputs or named):
        return statements
    found = list(statements)
    for row in body:
        if not row:
            continue
        told = next((row[at].text.strip() for at in counting if at < len(row) and not row[at].empty), "")
        told = told or next((row[at].text.strip() for at in people if row[at].tokens), "")
        told = told or (row[0].text.strip() if is_person(row[0]) else "")
        rate = next((n for at in rates if at < len(row) and (n := number_alone(row[at]))), None)
        given: list[tuple[Node, Node]] = [
            (Symbol(name), Number(n[1])) for at, name in inputs if at < len(row) and (n := number_alone(row[at]))
        ]
        start, end = row[0].start, row[-1].start + len(row[-1].text)
        for number, one in enumerate(found):
            if not start <= one.members[-1].start < end:
                continue
            new = isinstance(one.members[0].node, New) or getattr(one.members[0].node, "name", "") in lexicon.inputs
            found[number] = replace(
                one,
                doubt=one.doubt or told,
                conditions=(*one.conditions, *given),
                rate=Number(rate[1]) if rate and new else one.rate,
            )
    return found


def _at_rates(statements: list[Statement], rates: Sequence[Number | None], body: Grid) -> list[Statement]:
    """Return the statements with the rates that the titles of their columns say."""
    found = list(statements)
    for at, rate in enumerate(rates):
        for cell in (row[at] for row in body if at < len(row)) if rate is not None else ():
            for number, one in enumerate(found):
                if cell.start <= one.members[-1].start < cell.start + len(cell.text):
                    found[number] = replace(one, rate=rate)
    return found


def _begin_late(body: Grid, place: int) -> bool:
    """Whether a column counts, and tells of no first one."""
    counts = [count[1] for row in body if place < len(row) and (count := number_alone(row[place]))]
    return bool(counts) and min(counts) > 1


def _inputs(head: Sequence[Cell], lexicon: Lexicon) -> list[tuple[int, str]]:
    """Return the only column that is titled by an input, beside one of results, with its name."""
    named = [(place, name_of(title, lexicon)) for place, title in enumerate(head)]
    known = [(place, node.name) for place, node in named if isinstance(node, Symbol) and node.name in lexicon.inputs]
    results = any(node is None and sense_of(head[place]) is Sense.RESULT for place, node in named if place)
    others = any(node is not None for _, node in named if not isinstance(node, Symbol))
    return known if len(known) == 1 and results and not others else []
