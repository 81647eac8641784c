"""Operands: a name that only says of what something is made, and is not what a verb is said of.

"The exponential of q is 1.6", "the product of q and y is 3", "multiplied by the weight y, giving -2".
"""

from collections.abc import Sequence

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AND, Role, bare
from gradbook.written.parsing.cues.around.surroundings import Surroundings
from gradbook.written.parsing.grammar.edges import last_seen
from gradbook.written.parsing.phrases.called.operations import OPERATION

_NOUNS = frozenset({Role.ARTICLE, Role.WEIGHT, Role.BIAS, Role.NET})
_TAKES = frozenset({Role.TIMES, Role.PLUS, Role.MINUS, Role.OVER})
_MOST = 3  # words before the name, "by the weight"


def operand(around: Surroundings, number: int) -> str:
    """Return the operation that the quantity before a verb is only an operand of; "" for none."""
    tokens, draft = around.tokens, around.drafts[number]
    sign = draft.first + len(draft.sides[0])
    while sign < len(tokens) and tokens[sign].kind != "rel" and sign <= draft.last:
        sign += 1
    if sign >= len(tokens) or tokens[sign].text != "is":
        return ""
    place = last_seen(tokens, draft.first)
    joined = last_seen(tokens, place) if place > 0 and bare(tokens[place].text) in AND else -1
    if joined >= 0 and tokens[joined].kind == "name":
        return _taken_of(tokens, last_seen(tokens, joined))
    for _ in range(_MOST):
        if place < 0 or tokens[place].role not in _NOUNS:
            break
        place = last_seen(tokens, place)
    if place >= 0 and tokens[place].role in _TAKES:
        return tokens[place].text
    return _taken_of(tokens, place)


def _taken_of(tokens: Sequence[Token], place: int) -> str:
    """Return the operation that is taken of what stands behind a place; "" for none."""
    if place < 1 or tokens[place].role is not Role.OF:
        return ""
    noun = last_seen(tokens, place)
    if noun >= 0 and (tokens[noun].kind == "name" or tokens[noun].text in ("s", "a")):  # "the product a of x and y"
        noun = last_seen(tokens, noun)
    found = tokens[noun] if noun >= 0 else None
    return found.text if found is not None and (found.kind == "fn" or bare(found.text) in OPERATION) else ""
