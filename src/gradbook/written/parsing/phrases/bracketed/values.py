"""Values in brackets, as some write all of theirs: "p (6) and y (1) give e (5), so L (25)"."""

from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.parsing.grammar.edges import last_seen, past_number, seen
from gradbook.written.parsing.grammar.parser import quantity

_LEAST = 3  # such values, so that brackets are no remarks
_LONGEST = 8  # tokens of a quantity
_CALCULATES = frozenset({"op", "rel", "cmp", "open", "fn", "num", "frac", "name", "der", "bad"})


def with_bracketed_values(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Return tokens with a sign between each quantity and its value in brackets, where an answer has several of these.

    A bracket in an equation, or with anything else than one number in it, is none.
    """
    found = {at: end for at in range(1, len(tokens)) if tokens[at].kind == "open" and (end := _value(tokens, at))}
    heads = {at: begin for at in found if (begin := _head(tokens, at, lexicon)) >= 0}
    if len(heads) < _LEAST:
        return tokens
    said: list[Token] = []
    at = 0
    while at < len(tokens):
        if at in heads:
            place = tokens[at].start
            said += [Token("rel", "=", place, place), *tokens[at + 1 : found[at]]]
            at = found[at] + 1
            if at < len(tokens) and tokens[at].kind != "sep":
                said.append(Token("sep", "wide", tokens[at].start, tokens[at].start))
        else:
            said.append(tokens[at])
            at += 1
    return said


def _value(tokens: list[Token], at: int) -> int:
    """Return where a bracket closes that holds one number; 0 for any other."""
    end = past_number(tokens, at + 1)
    whole = 0 < end < len(tokens) and tokens[end].kind == "close"
    glued = tokens[at - 1].end >= tokens[at].start and tokens[at].text != "["
    if not whole or tokens[at].math or glued:
        return 0
    behind = seen(tokens, end + 1)
    return 0 if behind < len(tokens) and tokens[behind].kind in _CALCULATES - {"name", "der"} else end


def _head(tokens: list[Token], at: int, lexicon: Lexicon) -> int:
    """Return where the quantity before a bracket begins, if no equation holds it; -1 for none."""
    for begin in range(max(0, at - _LONGEST), at):
        if tokens[begin].kind in ("word", "sep") or quantity(tokens[begin:at], lexicon) is None:
            continue
        before = last_seen(tokens, begin)
        return -1 if before >= 0 and tokens[before].kind in _CALCULATES else begin
    return -1
