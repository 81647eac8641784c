"""Workings: "dw = -0.47 (-0.31 * 1.5)" says behind a number how it was calculated, and is no product.

Only arithmetic tells: what is in the bracket comes to the number before it.
"""

from dataclasses import replace

from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.parsing.grammar.brackets import matches
from gradbook.written.parsing.grammar.draft import Draft
from gradbook.written.parsing.grammar.parser import worked_out

_DIGITS = 2e-3  # what numbers of three digits, multiplied, may be off by


def with_workings(draft: Draft, lexicon: Lexicon) -> Draft:
    """Return an equation whose last side ends with its own calculation in brackets, with that as one more side."""
    side = draft.sides[-1]
    if len(draft.sides) < 2 or len(draft.sides) - 1 in draft.spoiled or not side or side[-1].kind != "close":
        return draft
    opened = next((at for at, token in enumerate(side) if token.kind == "open"), 0)
    if not opened or side[opened - 1].kind != "num" or matches(side).get(opened) != len(side) - 1:
        return draft
    number, inside = side[:opened], side[opened + 1 : -1]
    if not any(token.kind == "op" for token in inside[1:]) or not _are_one(number, inside, lexicon):
        return draft
    return replace(draft, sides=[*draft.sides[:-1], number, inside], relations=[*draft.relations, "="])


def _are_one(number: list[Token], inside: list[Token], lexicon: Lexicon) -> bool:
    """Whether a calculation comes to a number, as far as that is rounded."""
    values = [worked_out(side, lexicon) for side in (number, inside)]
    decimals = len(number[-1].text.partition(".")[2])
    return abs(values[0] - values[1]) <= max(0.51 * 10.0**-decimals if decimals else 0.0, _DIGITS * abs(values[0]))
