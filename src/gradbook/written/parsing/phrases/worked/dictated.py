"""Dictated numbers: "one point four times minus two point five equals minus three point five".

Words for numbers are many other things too, so that they count only where a decimal is spelled, and whole ones only in
an answer that spells several, beside an operation, a sign or another number.
"""

from collections.abc import Sequence

from gradbook.graph.expression import Number
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import OPERATIONS, Role, bare
from gradbook.written.lexing.words.languages import DICTIONARY
from gradbook.written.parsing.grammar.edges import last_seen, past_number, seen

POINTS = frozenset({"point", "dot", "komma", "virgule", "coma", "virgula", "virgola", "przecinek", "点", "點", "점"})
_TENS = {
    "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_DIGITS = ("oh", "o")  # "point oh five"
_BASE = 10
_SPELLED = 2  # decimals, so that whole numbers are spelled too
_BESIDE = OPERATIONS | {Role.RELATION, Role.MINUS, Role.RESULT}


def dictated(tokens: list[Token]) -> list[Token]:
    """Return the tokens with numbers in place of the words that spell them."""
    found: list[Token] = []
    at = spelled = 0
    while at < len(tokens):
        token, end = _decimal(tokens, at)
        if token is not None:
            spelled += 1
            found.append(token)
            at = end
            continue
        found.append(tokens[at])
        at += 1
    return found if spelled < _SPELLED else [_whole(found, place) for place in range(len(found))]


def divided(tokens: list[Token]) -> list[Token]:
    """Return the tokens with a stroke between two differentials that are said or typed: "dg du is 3.75", "dg du 4"."""
    found = list(tokens)
    for at in range(len(tokens) - 2, 1, -1):
        if tokens[at].text != "d" or [token.kind for token in tokens[at - 2 : at + 2]] != ["diff", "name"] * 2:
            continue
        before, behind = last_seen(tokens, at - 2), seen(tokens, at + 2)
        alone = before < 0 or tokens[before].kind in ("sep", "word", "num")
        says = behind < len(tokens) and (tokens[behind].kind == "rel" or tokens[behind].role is Role.RELATION)
        says = says or (past_number(tokens, behind) > 0 and tokens[behind].start > tokens[behind - 1].end)
        if alone and says and tokens[at - 2].text == "d" and tokens[at - 1].end < tokens[at].start:
            found.insert(at, Token("op", "/", tokens[at].start, tokens[at].start))
    return found


def _decimal(tokens: Sequence[Token], at: int) -> tuple[Token | None, int]:
    """Return the decimal that begins at a place, and the place behind it; None where none is spelled there."""
    place, whole = at, 0
    while (value := _value(tokens, place)) is not None and place < at + 2:
        if place > at and not _takes_unit(whole, value):
            return None, at
        whole += value
        place += 1
    if place >= len(tokens) or tokens[place].kind not in ("word", "name") or bare(tokens[place].text) not in POINTS:
        return None, at
    digits, place = "", place + 1
    before = 0
    while (value := _value(tokens, place)) is not None or _is_zero(tokens, place):
        digits = digits[:-1] if _takes_unit(before, value or 0) else digits  # "point twenty five"
        digits, before = digits + str(value or 0), value or 0
        place += 1
    if not digits:
        return None, at
    spelled = f"{whole}.{digits}"
    return Token("num", spelled, tokens[at].start, tokens[place - 1].end, Number(float(spelled))), place


def _takes_unit(tens: int, unit: int) -> bool:
    """Whether a number of tens and one behind it are one: twenty, five."""
    return tens >= 2 * _BASE and tens % _BASE == 0 and 0 < unit < _BASE


def _value(tokens: Sequence[Token], at: int) -> int | None:
    """Return the whole number that a word at a place is for."""
    if at >= len(tokens) or tokens[at].kind != "word":
        return None
    text = bare(tokens[at].text)
    value = _TENS.get(text, DICTIONARY.value(text))
    return None if value is None or tokens[at].role is Role.POWER else int(value)


def _is_zero(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].kind in ("word", "name") and tokens[at].text.lower() in _DIGITS


def _whole(tokens: Sequence[Token], at: int) -> Token:
    """Return the number that a word spells beside an operation, a sign or another number; any other token as it is."""
    token = tokens[at]
    if (value := _value(tokens, at)) is None:
        return token
    before, behind = last_seen(tokens, at), seen(tokens, at + 1)
    beside = [tokens[place] for place in (before, behind) if 0 <= place < len(tokens)]
    calculates = any(other.kind in ("op", "rel") or other.role in _BESIDE for other in beside)
    return Token("num", token.text, token.start, token.end, Number(float(value))) if calculates else token
