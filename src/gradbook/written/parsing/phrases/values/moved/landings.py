"""Landings: where a quantity comes to rest: "w moves up by 0.26 and lands on 0.85", "b landet bei 0,41"."""

from gradbook.graph.expression import Symbol
from gradbook.written.expression import New
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import NO_CLAIM, Role, bare
from gradbook.written.lexing.words.lists.moving import ON
from gradbook.written.parsing.grammar.edges import last_seen, past_number, seen, sentence_start

_PASSED = frozenset({Role.CHANGES, Role.LINK, Role.FILLER, Role.PLAIN, Role.BY, Role.ARTICLE, Role.ERROR})
_BY = frozenset({"by", "um", "de", "di", "por", "met", "o", "up", "down", "med"})


def lands(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "w lands on 0.85" as the new value of an input, over by how much it moves."""
    on = seen(tokens, at + 1)
    number = seen(tokens, on + 1)
    if on >= len(tokens) or bare(tokens[on].text) not in ON or not past_number(tokens, number):
        return None
    since, place = sentence_start(before, len(before)), last_seen(before)
    while place > since and (_is_passed(before[place]) or _is_amount(before, place)):
        place = last_seen(before, place)
    name = before[place] if place >= since else None
    if name is None or not isinstance(name.node, Symbol) or name.name not in lexicon.inputs:
        return None
    if any(token.role in NO_CLAIM for token in before[since:]):
        return None
    del before[place:]
    head = Token("new", name.text, name.start, name.end, New(name.name), Role.ERROR)
    return [head, Token("rel", "is", tokens[at].start, tokens[on].end)], number


def _is_passed(token: Token) -> bool:
    return token.kind == "word" and (token.role in _PASSED or bare(token.text) in _BY)


def _is_amount(before: list[Token], at: int) -> bool:
    """Whether a number at a place says by how much: "by 0.26"."""
    lead = last_seen(before, at)
    return before[at].kind == "num" and lead >= 0 and bare(before[lead].text) in _BY
