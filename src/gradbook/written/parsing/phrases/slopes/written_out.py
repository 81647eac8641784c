"""Slopes of what is written out: "the derivative of 2x + 1 is 2", "the derivative of wx + b with respect to w is x".

So "the derivative of z = wx + b by w" is of wx + b, whatever that is called.
"""

from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import HARMLESS, Role, bare
from gradbook.written.parsing.grammar.edges import seen
from gradbook.written.parsing.grammar.parser import parsed

_LONGEST = 24  # tokens of an expression
_BESIDE = (Role.ARTICLE, Role.WEIGHT, Role.BIAS, *HARMLESS)
_AT = frozenset({"at", "bei", "en", "em", "in", "punto", "point"})
_OF_ONE = frozenset({"name", "num", "op", "open", "close", "frac", "group", "end", "fn", "sqrt", "euler"})


def of_expression(
    tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon
) -> tuple[list[Token], int] | None:
    """Read them as d/dx (2x + 1) = 2, by what is said or by the only name that stands in the expression."""
    of = seen(tokens, at + 1)
    if of >= len(tokens) or tokens[of].role is not Role.OF:
        return None
    begin = end = _past_name(tokens, seen(tokens, of + 1))
    while end < len(tokens) and end - begin < _LONGEST and (
        tokens[end].kind in _OF_ONE or tokens[end].edge
    ):  # fmt: skip
        end += 1
    side = [token for token in tokens[begin:end] if token.kind != "sep"]
    names = {token.name for token in side if token.kind == "name"}
    if end >= len(tokens) or len(side) < 2 or "" in names or _is_called(side) or parsed(side, lexicon) is None:
        return None
    by, place = None, end
    if bare(tokens[end].text) in _AT:
        return None  # "the gradient of f = x^2 at x = 3"
    if tokens[end].role in (Role.BY, Role.FOR):
        name = seen(tokens, end + 1)
        while name < len(tokens) and tokens[name].role in _BESIDE:
            name = seen(tokens, name + 1)
        by, place = (tokens[name], seen(tokens, name + 1)) if name < len(tokens) and tokens[name].name else (None, end)
    elif len(names) == 1:
        by = next(token for token in side if token.name)
    if by is None or not names or place >= len(tokens) or tokens[place].kind != "rel":
        return None
    start = tokens[at].start
    head = [Token("diff", "d", start, start), Token("op", "/", start, start), Token("diff", "d", start, start)]
    variable = Token(by.kind, by.text, start, start, by.node)
    first, last = side[0].start, side[-1].end
    return [
        *head, variable, Token("open", "(", first, first), *side, Token("close", ")", last, last),
    ], place  # fmt: skip


def _past_name(tokens: list[Token], at: int) -> int:
    """Return the place behind "z =", where that stands at a place; the place itself otherwise."""
    sign = seen(tokens, at + 1)
    named = at < len(tokens) and tokens[at].kind == "name" and sign < len(tokens)
    return seen(tokens, sign + 1) if named and (tokens[sign].kind, tokens[sign].text) == ("rel", "=") else at


def _is_called(side: list[Token]) -> bool:
    """Whether a side is a function at its argument, f(x), of which another rule knows."""
    return [token.kind for token in side] == ["name", "open", "name", "close"]
