"""Cells: the equations and the members of equations in them."""

from collections.abc import Iterator
from dataclasses import replace

from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.parsing.arrays.entries import multiplied_out
from gradbook.written.parsing.equations.statements import Member, members_of
from gradbook.written.parsing.grammar.draft import Draft
from gradbook.written.parsing.tables.grids.grids import Grid, joined
from gradbook.written.parsing.tables.grids.titles import SAID


def drafts_of(grid: Grid) -> Iterator[Draft]:
    """Yield the equations in the cells of a table: one may introduce a name."""
    for row in grid:
        for cell in joined(row):
            if any(token.kind == "rel" for token in cell.tokens):
                yield _draft(list(cell.tokens))


def bare(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Leave out brackets of known words alone: "0 (constant)", "w (weight)"."""
    for place, token in enumerate(tokens):
        close = next((at for at in range(place + 1, len(tokens)) if tokens[at].kind == "close"), 0)
        inside = tokens[place + 1 : close]
        if token.kind == "open" and inside and all(t.kind == "word" and t.role not in (None, *SAID) for t in inside):
            return tokens[:place] + bare(tokens[close + 1 :])
    return tokens


def members_in(tokens: list[Token], lexicon: Lexicon) -> list[Member]:
    """Return the members in a cell; one that is unread where anything but equations is in it."""
    if not tokens:
        return []
    whole = [Member(None, tokens[0].start, tokens[-1].end)]
    depth = 0
    for token in tokens:
        depth += (token.kind in ("open", "group")) - (token.kind in ("close", "end"))
        if not depth and (token.kind == "word" or (token.kind == "sep" and token.text != "soft")):
            return whole
    draft = _draft(tokens)
    return members_of(replace(draft, sides=[multiplied_out(side, lexicon) for side in draft.sides]), lexicon) or whole


def _draft(tokens: list[Token]) -> Draft:
    draft = Draft(0, 0)
    for token in tokens:
        if token.kind == "rel":
            draft.sides.append([])
            draft.relations.append(token.text)
        else:
            draft.sides[-1].append(token)
    return draft
