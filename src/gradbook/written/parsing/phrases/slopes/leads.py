"""Leads: "勾配：", "各变量的梯度：" and "기울기:" speak of all that follows: one and many are written alike."""

from dataclasses import replace

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import SIGNS, Role
from gradbook.written.parsing.grammar.edges import SENTENCE_ENDS, ends_sentence

_ENDS = SENTENCE_ENDS | {"colon"}
_OF_ALL = frozenset(
    {Role.PLAIN, Role.OF, Role.PART_OF_GRAPH, Role.WEIGHT, Role.BIAS, Role.FILLER, Role.LINK, Role.ARTICLE}
)


def led(tokens: list[Token]) -> list[Token]:
    """Return the tokens, a gradient of nothing in particular before a colon, or at the end of its line, as of many."""
    found = list(tokens)
    for at, token in enumerate(tokens):
        if token.role is not Role.SLOPE or not SIGNS.match(token.text):
            continue
        behind = next((t for t in tokens[at + 1 : at + 4] if not t.edge), None)
        if behind is not None and not (behind.kind == "sep" and behind.text in _ENDS):
            continue
        place = at
        while place and (tokens[place - 1].role in _OF_ALL or tokens[place - 1].edge):
            place -= 1
        if not place or ends_sentence(tokens[place - 1]):
            found[at] = replace(token, role=Role.SLOPES)
    return found
