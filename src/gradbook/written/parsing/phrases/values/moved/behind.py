"""Behind a verb that moves a quantity: the number that it comes to, or the calculation of that."""

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role
from gradbook.written.parsing.grammar.edges import past_number, seen

_BEFORE_NUMBER = 12  # tokens between words and their number


def number_behind(tokens: list[Token], at: int) -> int:
    """Return the place behind a number, with its sign and what says that it is rounded; 0 where none stands."""
    last = at + _BEFORE_NUMBER
    while at < min(last, len(tokens)) and (
        tokens[at].edge
        or (tokens[at].kind == "word" and tokens[at].role in (Role.FILLER, Role.ARTICLE))
        or (tokens[at].kind == "rel" and tokens[at].text == "~")
    ):
        at += 1
    end = past_number(tokens, at)
    return seen(tokens, end) if end else 0


def is_calculation(tokens: list[Token], at: int) -> bool:
    """Whether a calculation that begins in brackets stands at a place, with what it comes to: (3.25 - 4)^2 = 0.5625."""
    begin = seen(tokens, at)
    if begin >= len(tokens) or tokens[begin].kind != "open" or not number_behind(tokens, begin + 1):
        return False
    sign = next((n for n in range(begin, len(tokens)) if tokens[n].kind in ("rel", "sep", "word")), len(tokens))
    return sign < len(tokens) and tokens[sign].text == "=" and number_behind(tokens, sign + 1) > 0
