"""Verbs behind: "b は -4 を受け取る" and "b는 -4를 받는다" (b gets -4), of which a particle looks like a sign."""

from gradbook.graph.expression import Symbol
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.lists.particles import OBJECT
from gradbook.written.parsing.grammar.edges import last_seen, relation_before
from gradbook.written.parsing.phrases.slopes.received.direction import goes_back
from gradbook.written.parsing.phrases.slopes.received.shares import gradient_by

VERBS = frozenset({
    "受け取る", "受け取ります", "受け取り", "もらう", "もらいます", "引き継ぐ",
    "받는다", "받습니다", "받아요", "받고", "물려받는다",
})  # fmt: skip


def received(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read such a sentence as what the gradient by its topic is, where gradients are spoken of."""
    place = last_seen(before)
    if place >= 0 and before[place].text in OBJECT:
        place = last_seen(before, place)
    number = place
    place = relation_before(before, number)
    topic = last_seen(before, place) if place >= 0 else -1
    if topic < 0 or before[place].text != "is":
        return None
    node = before[topic].node
    if not isinstance(node, Symbol) or node.name == lexicon.output or not goes_back(before[:topic]):
        return None
    head = gradient_by(node.name, before[topic].start, before[topic].end, lexicon)
    said = [head, *before[place : number + 1]]
    del before[topic:]
    return said, at + 1
