"""Factors that only a pronoun names, the result before: "w gets that times x, -6", "dL/dw = x times this = -6".

What it refers to is not said, so that the side is not read, and the number that it comes to is.
"""

from collections.abc import Sequence

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare
from gradbook.written.lexing.words.lists.referring import THIS
from gradbook.written.parsing.grammar.edges import last_seen, past_number, seen
from gradbook.written.parsing.phrases.slopes.received.getting import RECEIVES

_FACTORS = frozenset({"name", "num"})
_ENDS = frozenset({"stop", "line", "block", "item"})


def referred(tokens: list[Token]) -> list[Token]:
    """Return the tokens, a pronoun that is a factor behind a verb or a sign as a factor that is not known."""
    result: list[Token] = []
    at = 0
    while at < len(tokens):
        sign = seen(tokens, at + 1)
        operand = seen(tokens, sign + 1)
        if operand < len(tokens) and _times(tokens[sign]):
            one, other = tokens[at], tokens[operand]
            leads = _refers(one) and other.kind in _FACTORS and _is_side(result)
            follows = _refers(other) and one.kind in _FACTORS and _is_side(result)
            end = _past_comma(tokens, operand + 1)
            if (leads or follows) and end:
                result += map(_factor, (one, tokens[sign], other))
                if end > operand + 1:
                    result.append(Token("rel", "=", tokens[end - 1].start, tokens[end - 1].end))
                at = end
                continue
        result.append(tokens[at])
        at += 1
    return result


def _refers(token: Token) -> bool:
    return token.kind == "word" and bare(token.text) in THIS


def _times(token: Token) -> bool:
    return token.role is Role.TIMES or (token.kind == "op" and token.text == "*")


def _factor(token: Token) -> Token:
    """Return a factor or sign, what a pronoun refers to as something that is not known."""
    if _refers(token):
        return Token("bad", token.text, token.start, token.end)
    return Token("op", "*", token.start, token.end) if _times(token) else token


def _is_side(before: Sequence[Token]) -> bool:
    """Whether a side of an equation begins behind what stands before, a sign or "gets"."""
    lead = last_seen(before)
    return lead >= 0 and (before[lead].kind == "rel" or bare(before[lead].text) in RECEIVES)


def _past_comma(tokens: Sequence[Token], at: int) -> int:
    """Return where the number begins that a product comes to, behind "=" or a comma; 0 where none ends the sentence."""
    place = seen(tokens, at)
    if place < len(tokens) and tokens[place].kind == "rel":
        return at
    number = seen(tokens, place + 1)
    end = past_number(tokens, number) if place < len(tokens) and tokens[place].text == "comma" else 0
    behind = seen(tokens, end) if end else 0
    ends = end and (behind >= len(tokens) or (tokens[behind].kind == "sep" and tokens[behind].text in _ENDS))
    return number if ends else 0
