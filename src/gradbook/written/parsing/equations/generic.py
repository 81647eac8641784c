"""Functions in general: "y = f(u)", "u = g(x)", "h'(x) = f'(g(x)) g'(x)" say what depends on what, and no value.

So does "g(z) = z" of an activation: it says what g is, and nothing of z; and "f: R^2 -> R" says where f goes.
"""

from gradbook.core.text.patterns import regex
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import NO_CLAIM, Role
from gradbook.written.parsing.grammar.draft import Draft

_AGAINST = NO_CLAIM - {Role.CONDITION} | {Role.ERROR}
_NEAR = 6  # tokens
_TWO = 2  # sides
_REALS = ("R", "ℝ")
_FUNCTION = regex(r"[^\W\d_]['’′]*")


def says_dependence(draft: Draft, stream: list[Token]) -> bool:
    """Whether all that an equation says of its first side are functions by letters that stand for none.

    Where words beside it deny it, they may be meant for more.
    """
    if draft.states and all(map(_is_space, draft.sides[1:])):
        return True
    generic = draft.states and 0 not in draft.spoiled and all(map(_is_generic, draft.sides[1:]))
    generic = generic or (len(draft.sides) == _TWO and _is_identity(*draft.sides))
    beside = stream[max(0, draft.first - _NEAR) : draft.last + _NEAR] if generic else ()
    return generic and not any(token.role in _AGAINST for token in beside)


def _is_identity(called: list[Token], side: list[Token]) -> bool:
    """Whether a function by a letter of its own gives what it takes."""
    if not (_is_generic(called) and side and all(token.kind in ("name", "vec", "bad") for token in side)):
        return False
    taken = [token.text for token in called if token.kind not in ("open", "close")][1:]
    return taken == [token.text for token in side]


def _is_space(side: list[Token]) -> bool:
    """Whether a side is the real numbers, or a power of them."""
    return (
        bool(side)
        and (side[0].text.startswith("\\mathbb") or (side[0].text in _REALS and side[0].kind in ("bad", "word")))
        and all(token.kind in ("op", "num", "bad") or token.text in _REALS for token in side[1:])
    )


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
