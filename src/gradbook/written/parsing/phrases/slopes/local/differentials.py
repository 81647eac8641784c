"""Differentials of local ones: "local derivatives: dw = x = 2" are of the node right above, and not of the output."""

from collections.abc import Sequence

from gradbook.graph.expression import Derivative
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role
from gradbook.written.parsing.grammar.edges import ends_sentence, last_seen

_LEADS = frozenset({Role.LOCAL, Role.SLOPE, Role.SLOPES, Role.PARTIAL, Role.ARTICLE, Role.PLAIN})


def local_differentials(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Return the tokens, "dw" before a sign as the derivative of the only node above w, where it is called local.

    Of several nodes nobody knows which is meant, and it is left unread.
    """
    found: list[Token] = []
    led = listed = False  # right behind "local derivatives", or in an equation of one of them
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.role is Role.LOCAL:
            led, listed = _begins(found), False
        elif ends_sentence(token) or token.role is Role.LINK or token.text == ";":
            led = listed = False
        if (led or (listed and tokens[at - 1].text in ("comma", "soft"))) and _is_differential(tokens, at):
            found.append(_of_the_next(tokens[at], tokens[at + 1], lexicon))
            led, listed, at = False, True, at + 2
            continue
        led = led and (token.edge or token.text in ("colon", "is") or token.role in _LEADS)
        found.append(token)
        at += 1
    return found


def _begins(before: Sequence[Token]) -> bool:
    """Whether a sentence begins here, but for an article: "not the local derivatives" are none, nor are Ben's."""
    place = last_seen(before, len(before))
    while place >= 0 and before[place].role in (Role.ARTICLE, Role.PARTIAL):
        place = last_seen(before, place)
    return place < 0 or before[place].kind == "sep"


def _of_the_next(sign: Token, by: Token, lexicon: Lexicon) -> Token:
    above = [node for node, operands in lexicon.operands.items() if by.name in operands]
    if len(above) != 1:
        return Token("bad", f"d{by.name}", sign.start, by.end)
    return Token("der", f"d{by.name}", sign.start, by.end, Derivative(above[0], by.name))


def _is_differential(tokens: Sequence[Token], at: int) -> bool:
    """Whether a d, a name and a sign begin at a place."""
    kinds = [token.kind for token in tokens[at : at + 3]]
    return kinds == ["diff", "name", "rel"] and tokens[at].text in ("d", "∂") and bool(tokens[at + 1].name)
