"""Results: the number that a clause comes to, and numbers in words."""

from collections.abc import Sequence

from gradbook.graph.expression import Number
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AND, OPERATIONS, Role, bare, bare_words
from gradbook.written.lexing.words.languages import DICTIONARY
from gradbook.written.parsing.cues.told.named import TOWARDS
from gradbook.written.parsing.cues.told.numbers import CALCULATES, Run, is_sign
from gradbook.written.parsing.grammar.edges import last_seen, seen

_BEGINS = ("num", "open", "frac", "fn", "sqrt", "group")
_USED_BY = ("op", "rel", "name", "num", "der", "fn")
_INTO = bare_words("from than factor input target rate mal fois veces vezes von de desde da di dal aus als que")
_MEASURED = bare_words("by with at mit um bei avec con com")
_ENDS = AND | TOWARDS | {"as", "too"}
_LEADS = (Role.FOR, Role.BY, Role.LINK, Role.REASON)


def with_numbers(tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens with numbers in words as numbers, where these may be results: "is minus three"."""
    found: list[Token] = []
    for at, token in enumerate(tokens):
        value = DICTIONARY.value(token.text) if token.kind == "word" else None
        minus = last_seen(found) if value is not None else -1
        signed = minus >= 0 and found[minus].role is Role.MINUS
        used = minus >= 0 and found[minus].kind in ("num", "op")
        if value is None or used or not (signed or _may_end(tokens, at + 1)):
            found.append(token)
            continue
        start = found[minus].start if signed else token.start
        del found[minus if signed else len(found) :]
        found.append(Token("num", token.text, start, token.end, Number(-value if signed else value)))
    return found


def _may_end(tokens: Sequence[Token], at: int) -> bool:
    """Whether what stands at a place, if anything, may follow a result."""
    place = seen(tokens, at)
    if place >= len(tokens):
        return True
    token = tokens[place]
    return token.kind in ("sep", "close") or bare(token.text) in _ENDS or token.role in _LEADS


def result_in(tokens: Sequence[Token], begin: int, stop: int) -> Run | None:
    """Return the last calculation, or number, of a clause that ends in a number and that nothing is done with."""
    at, last = begin, None
    while at < stop:
        if tokens[at].kind not in _BEGINS and tokens[at].text not in ("-", "+"):
            at += 1
            continue
        end = at
        while end < stop and (tokens[end].kind in CALCULATES or tokens[end].edge or is_sign(tokens, end, stop)):
            end += 1
        first, inner = at, last_seen(tokens, end)
        bracketed = tokens[first].kind == "open" and tokens[inner].kind == "close" and inner - first > 1
        if bracketed and not any(tokens[place].kind in ("open", "close", "op") for place in range(first + 2, inner)):
            first, inner = first + 1, last_seen(tokens, inner)  # "the root of it (4)"
        elif tokens[inner].kind == "open":  # "16 (that is C)"
            inner = last_seen(tokens, inner)
        if inner >= first and tokens[inner].kind in ("num", "end", "close") and _is_result(tokens, first, inner + 1, begin, stop):
            last = Run(first, inner + 1)
        at = max(end, at + 1)
    return last


def _is_result(tokens: Sequence[Token], start: int, end: int, begin: int, stop: int) -> bool:
    """Whether nothing is done with what is calculated between two places, in a clause between two others."""
    behind = seen(tokens, end)
    if behind < stop:
        follows = tokens[behind]
        if follows.kind in _USED_BY or follows.role in OPERATIONS or follows.role in (Role.PART, Role.BEHIND, Role.OF):
            return False
    place = last_seen(tokens, start)
    if place < begin:
        return True
    lead = tokens[place]
    if lead.kind in ("op", "num"):
        return False
    if lead.kind == "rel":
        head = last_seen(tokens, place)
        return lead.text == "is" or head < begin or tokens[head].kind == "word"
    text = bare(lead.text)
    if lead.kind == "word" and (lead.role in OPERATIONS or lead.role in (Role.RATE, Role.STEP) or text in _INTO):
        return False
    if lead.role is Role.BY or text in _MEASURED:
        further = last_seen(tokens, place)
        return not (further >= begin and tokens[further].role in OPERATIONS)
    return True
