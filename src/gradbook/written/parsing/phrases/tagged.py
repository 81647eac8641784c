"""Tagged names: z1(in) for z1_in, where the exercise has such a name."""

from dataclasses import replace

from gradbook.graph.expression import Symbol
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token

TAGS = frozenset({"in", "out", "net", "input", "output", "act"})


def with_tags(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Join a name and a tag in brackets right behind it to the name that both are."""
    result: list[Token] = []
    at = 0
    while at < len(tokens):
        token, behind = tokens[at], tokens[at + 1 : at + 4]
        kinds = [other.kind for other in behind]
        tagged = token.name and kinds in (["open", "word", "close"], ["open", "bad", "close"])
        if tagged and behind[0].start == token.end and behind[1].text in TAGS:
            name = lexicon.name(token.name + "_" + behind[1].text) or lexicon.name(token.name + behind[1].text)
            if name:
                result.append(replace(token, text=name, end=behind[2].end, node=Symbol(name)))
                at += 4
                continue
        result.append(token)
        at += 1
    return result
