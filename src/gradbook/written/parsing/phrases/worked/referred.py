"""Factors that only a pronoun names, the result before: "w gets that times x, -6", "dL/dw = x times this = -6".

So is the argument of a function, "a = sigmoid of that -> 0.62". What it refers to is not said, so that the side is not
read, and the number that it comes to is.
"""

from collections.abc import Sequence

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.counting import COUNTED
from gradbook.written.lexing.words.dictionary import Role, bare
from gradbook.written.lexing.words.languages import DICTIONARY
from gradbook.written.lexing.words.lists.referring import THIS
from gradbook.written.parsing.grammar.edges import last_seen, past_number, seen
from gradbook.written.parsing.phrases.slopes.received.getting import RECEIVES

_FACTORS = frozenset({"name", "num"})
_LEADS = frozenset({"comma", "colon"})
_ENDS = frozenset({"stop", "line", "block", "item"})


def referred(tokens: list[Token]) -> list[Token]:
    """Return the tokens, a product with what a pronoun refers to, behind a verb or a sign, as what is not known."""
    result: list[Token] = []
    at = 0
    while at < len(tokens):
        if applied := _past_function(tokens, at) if _is_side(result) else 0:
            token, equals = tokens[at], tokens[applied]
            result.append(Token("bad", token.text, token.start, tokens[applied - 1].end))
            result.append(equals if equals.kind == "rel" else Token("rel", "=", equals.start, equals.end))
            at = applied + 1
            continue
        sign = seen(tokens, at + 1)
        operand = seen(tokens, sign + 1)
        if operand < len(tokens) and _times(tokens[sign]) and _is_side(result):
            one, other = tokens[at], tokens[operand]
            refers = (_refers(one) and _is_factor(other)) or (_is_factor(one) and _refers(other))
            if refers and (end := _past_comma(tokens, operand + 1)):
                result.append(Token("bad", one.text, one.start, other.end))
                if end > operand + 1:
                    result.append(Token("rel", "=", tokens[end - 1].start, tokens[end - 1].end))
                at = end
                continue
        result.append(tokens[at])
        at += 1
    return result


def _past_function(tokens: Sequence[Token], at: int) -> int:
    """Return the place of the sign or arrow behind "sigmoid of that"; 0 where that does not stand here."""
    place = seen(tokens, at + 1) if tokens[at].kind == "fn" else len(tokens)
    place = seen(tokens, place + 1) if place < len(tokens) and tokens[place].role is Role.OF else len(tokens)
    sign = seen(tokens, place + 1) if place < len(tokens) and _refers(tokens[place]) else len(tokens)
    return sign if sign < len(tokens) and (tokens[sign].kind == "rel" or tokens[sign].text == "arrow") else 0


def _refers(token: Token) -> bool:
    return token.kind == "word" and bare(token.text) in THIS


def _times(token: Token) -> bool:
    spelt = token.kind == "word" and bare(token.text) in COUNTED  # "three times that"
    return spelt or token.role is Role.TIMES or (token.kind == "op" and token.text == "*")


def _is_factor(token: Token) -> bool:
    return token.kind in _FACTORS or (token.kind == "word" and DICTIONARY.value(token.text) is not None)


def _is_side(before: Sequence[Token]) -> bool:
    """Whether a side of an equation begins behind what stands before, a sign or "gets"."""
    lead = last_seen(before)
    return lead >= 0 and (before[lead].kind == "rel" or bare(before[lead].text) in RECEIVES)


def _past_comma(tokens: Sequence[Token], at: int) -> int:
    """Return where the number begins that a product comes to, behind "=", a comma or a colon; 0 where none ends it."""
    place = seen(tokens, at)
    if place < len(tokens) and tokens[place].kind == "rel":
        return at
    number = seen(tokens, place + 1)
    end = past_number(tokens, number) if place < len(tokens) and tokens[place].text in _LEADS else 0
    behind = seen(tokens, end) if end else 0
    ends = end and (behind >= len(tokens) or (tokens[behind].kind == "sep" and tokens[behind].text in _ENDS))
    return number if ends else 0
