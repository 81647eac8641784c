"""Conditions: "if we take a step with rate 0.1, then ..." supposes nothing that the exercise does not give."""

from dataclasses import replace
from itertools import pairwise

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import NO_CLAIM, Role

_ENDS = frozenset({"comma", "stop", "line", "block", "item", "heading", "colon"})
_OF_THE_STEP = frozenset({Role.STEP, Role.RATE})
_SUPPOSING = NO_CLAIM | {Role.OLD, Role.BEFORE, Role.ERROR, Role.OTHER}


def met(tokens: list[Token]) -> list[Token]:
    """Return the tokens, a condition whose clause speaks of the step only as a plain word."""
    return [
        replace(token, role=Role.PLAIN) if token.role is Role.CONDITION and _is_of_the_step(tokens, at) else token
        for at, token in enumerate(tokens)
    ]


def _is_of_the_step(tokens: list[Token], at: int) -> bool:
    """Whether a condition names the rate or the step, and supposes no value, no time and no number of steps."""
    end = next((n for n in range(at, len(tokens)) if tokens[n].kind == "sep" and tokens[n].text in _ENDS), len(tokens))
    clause = tokens[at + 1 : end]
    named = any(token.kind == "rate" or token.role in _OF_THE_STEP for token in clause)
    supposes = any(
        token.kind in ("name", "der", "new", "old")
        and any(t.kind in ("rel", "cmp", "num") for t in clause[place + 1 :])
        for place, token in enumerate(clause)
    )
    many = any(one.role is Role.NUMBER and two.role is Role.STEP for one, two in pairwise(clause))
    return named and not supposes and not many and not any(token.role in _SUPPOSING for token in clause)
