"""Prepositions that are operations: "q = 20 upon 2" and "f = 10 into 3", as it is said in India, and "20 by 2"."""

from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import bare
from gradbook.written.parsing.grammar.edges import last_seen, past_number, seen
from gradbook.written.parsing.phrases.operations import BEGINS, ENDS

BETWEEN = frozenset({"upon", "by", "into"})
_NEARLY = 0.01  # of a result: what rounding leaves between it and its calculation


def said(tokens: list[Token], at: int, before: list[Token], _lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "q = 20 upon 2", "q = 20 by 2 = 10" and "f = 10 into 3", between numbers or names of an equation.

    What "by" is, the numbers of the answer tell: "q = 20 by 2 = 40" multiplies.
    """
    word = bare(tokens[at].text)
    back, place = last_seen(before), seen(tokens, at + 1)
    if back < 1 or place >= len(tokens) or before[back].kind not in ENDS:
        return None
    past = past_number(tokens, place) or (place + 1 if tokens[place].kind in BEGINS else 0)
    lead = next((token for token in reversed(before[:back]) if token.kind in ("rel", "sep", "word")), None)
    if not past or lead is None or lead.kind != "rel":
        return None
    sign = seen(tokens, past)
    ends = sign < len(tokens) and tokens[sign].kind == "rel" and tokens[sign].text != "is"
    last = sign >= len(tokens) or tokens[sign].kind == "sep"
    if ends and tokens[place].kind == "name" and tokens[at - 1].edge and tokens[at + 1].edge:
        return None  # "we break $f = (x + y) z$ into $q = x + y$"
    meant = {"upon": "/", "into": "*"}.get(word) or _by(tokens, at)
    multiplies = word == "by" and meant == "*"
    if not meant or not (ends or multiplies or word == "upon" or (word == "into" and last)):
        return None
    del before[back + 1 :]
    return [Token("op", meant, tokens[at].start, tokens[at].end)], place


def _by(tokens: list[Token], at: int) -> str:
    """Return the sign that a "by" is, by the numbers around it or else those around others; "" for none."""
    others = {_by_numbers(tokens, place) for place, token in enumerate(tokens) if bare(token.text) == "by"} - {""}
    return _by_numbers(tokens, at) or (others.pop() if len(others) == 1 else "")


def _by_numbers(tokens: list[Token], at: int) -> str:
    """Return "*" for the "by" of "0.5 by 2 = 1" and "/" for that of "1 by 2 = 0.5"; "" where numbers tell neither."""
    first, second = last_seen(tokens, at), past_number(tokens, seen(tokens, at + 1))
    relation = seen(tokens, second)
    if first < 0 or tokens[first].kind != "num" or not second or relation >= len(tokens):
        return ""
    third = past_number(tokens, seen(tokens, relation + 1))
    if tokens[relation].kind != "rel" or not third:
        return ""
    one, other, result = (abs(tokens[place].value) for place in (first, second - 1, third - 1))
    multiplied = abs(one * other - result) <= _NEARLY * result
    divided = abs(one - other * result) <= _NEARLY * one
    return ("*" if multiplied else "/") if multiplied != divided else ""
