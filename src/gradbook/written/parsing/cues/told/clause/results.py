"""Results: the number that a clause comes to, and numbers in words."""

from collections.abc import Sequence
from typing import NamedTuple

from gradbook.graph.expression import Number
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AND, OPERATIONS, Role, bare, bare_words
from gradbook.written.lexing.words.languages import DICTIONARY
from gradbook.written.notation import VALUE_NOUNS
from gradbook.written.parsing.cues.told.clause.named import TOWARDS
from gradbook.written.parsing.grammar.edges import last_seen, seen

_CALCULATES = frozenset({"num", "op", "open", "close", "frac", "group", "end", "sqrt", "fn"})
_BEGINS = ("num", "open", "frac", "fn", "sqrt", "group")
_FINISHES = ("num", "end", "close")
_IN_FORMULAS = _CALCULATES | {"name"}
_USES = ("op", "rel", "name", "num", "der", "fn")
_INTO = bare_words("from than factor input target rate mal fois veces vezes von de desde da di dal aus als que")
_MEASURED = bare_words("by with at mit um bei avec con com")
_ENDS = AND | TOWARDS | {"as", "too"}
_EQUATES = (*OPERATIONS, Role.SAME, Role.SLOPE)  # before a name with its number: "the slope y = 3"
_FACTORS = bare_words("factor faktor facteur fator fattore weight gewicht peso poids")
_LEADS = (Role.FOR, Role.BY, Role.LINK, Role.REASON)


class Result(NamedTuple):
    """A number that a clause comes to.

    Attributes:
        start, end: where the number, or its calculation, begins and ends.
        begins: where what is calculated in letters before it begins: "2u" of "2u = 6".
    """

    start: int
    end: int
    begins: int


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


def result_in(tokens: Sequence[Token], begin: int, stop: int) -> Result | None:
    """Return the last calculation, or number, of a clause that ends in a number and that nothing is done with."""
    at, last = begin, None
    while at < stop:
        if tokens[at].kind not in _BEGINS and tokens[at].text not in ("-", "+"):
            at += 1
            continue
        end = at
        while end < stop and (tokens[end].kind in _CALCULATES or tokens[end].edge or _is_sign(tokens, end, stop)):
            end += 1
        first, inner = _without_brackets(tokens, at, end)
        if inner >= first and tokens[inner].kind in _FINISHES and not _is_used(tokens, inner + 1, stop):
            begins = _begins(tokens, first, begin)
            last = Result(first, inner + 1, begins) if begins >= 0 else last
        at = max(end, at + 1)
    return last


def _is_sign(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a sign of equality between numbers stands at a place."""
    behind = seen(tokens, at + 1)
    equal = tokens[at].kind == "rel" and tokens[at].text in ("=", "~")
    return equal and behind < end and tokens[behind].kind in _CALCULATES


def _without_brackets(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int]:
    """Return where a calculation begins and its last token stands, without brackets that are not of it."""
    last = last_seen(tokens, end)
    around = tokens[start].kind == "open" and tokens[last].kind == "close" and last - start > 1
    if around and not any(token.kind in ("open", "close", "op") for token in tokens[start + 2 : last]):
        return start + 1, last_seen(tokens, last)  # "the root of it (4)"
    return start, last_seen(tokens, last) if tokens[last].kind == "open" else last  # "16 (that is C)"


def _is_used(tokens: Sequence[Token], end: int, stop: int) -> bool:
    """Whether something is done with what ends at a place."""
    behind = seen(tokens, end)
    if behind >= stop:
        return False
    follows = tokens[behind]
    return follows.kind in _USES or follows.role in OPERATIONS or follows.role in (Role.PART, Role.BEHIND, Role.OF)


def _begins(tokens: Sequence[Token], start: int, begin: int) -> int:
    """Return where what comes to a number begins; -1 where it is put into something, or an equation has it."""
    place = last_seen(tokens, start)
    if place < begin:
        return start
    lead = tokens[place]
    if lead.kind in ("op", "num"):
        return -1
    if lead.kind == "rel":
        head = last_seen(tokens, place)
        if lead.text == "is" or head < begin or tokens[head].kind == "word":
            return start
        return _formula(tokens, head, begin)
    text = bare(lead.text)
    noun = last_seen(tokens, place)
    if lead.role is Role.OF and noun >= begin and bare(tokens[noun].text) in VALUE_NOUNS:
        return start  # "gets a value of 8"
    if lead.kind == "word" and (lead.role in OPERATIONS or lead.role in (Role.RATE, Role.STEP) or text in _INTO):
        return -1
    if lead.role is Role.BY or text in _MEASURED:
        further = last_seen(tokens, place)
        return -1 if further >= begin and tokens[further].role in OPERATIONS else start
    return start


def _formula(tokens: Sequence[Token], head: int, begin: int) -> int:
    """Return where the formula begins that ends at a place; -1 where that is only the name of an equation."""
    place = head
    while place >= begin and (tokens[place].kind in _IN_FORMULAS or tokens[place].edge):
        place -= 1
    lead = last_seen(tokens, place + 1)
    single = sum(not token.edge for token in tokens[place + 1 : head + 1]) == 1
    led = tokens[lead] if lead >= begin else None
    follows = led is not None and (led.kind == "rel" or led.role in _EQUATES or bare(led.text) in _FACTORS)
    return place + 1 if not single or follows else -1
