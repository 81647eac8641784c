"""Functions in general: "y = f(u)", "u = g(x)", "h'(x) = f'(g(x)) g'(x)" say what depends on what, and no value."""

import re

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import NO_CLAIM, Role
from gradbook.written.parsing.grammar.draft import Draft

_AGAINST = NO_CLAIM - {Role.CONDITION} | {Role.ERROR}
_NEAR = 6  # tokens
_FUNCTION = re.compile(r"[^\W\d_]['’′]*")


def says_dependence(draft: Draft, stream: list[Token]) -> bool:
    """Whether all that an equation says of its first side are functions by letters that stand for none.

    Where words beside it deny it, they may be meant for more.
    """
    beside = stream[max(0, draft.first - _NEAR) : draft.last + _NEAR]
    generic = draft.states and 0 not in draft.spoiled and all(map(_is_generic, draft.sides[1:]))
    return generic and not any(token.role in _AGAINST for token in beside)


def _is_generic(side: list[Token]) -> bool:
    depth = calls = 0
    for at, token in enumerate(side):
        if token.kind == "open":
            depth += 1
        elif token.kind == "close":
            depth -= 1
        elif token.kind == "bad" and _FUNCTION.fullmatch(token.text):
            if at + 1 == len(side) or side[at + 1].kind != "open":
                return False
            calls += 1
        elif not (token.text == "*" or (depth and (token.kind in ("name", "vec") or token.text in ("comma", "soft")))):
            return False
    return calls > 0 and depth == 0
