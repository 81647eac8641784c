"""Neurons in words: what goes into the function of one."""

from gradbook.graph.expression import Symbol
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words import HARMLESS, Role
from gradbook.written.notation import ACTIVATIONS

_MOST = 5  # tokens up to the neuron's name


def net_input(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "the net input of h1" as what h1 is the function of; it is never h1 itself."""
    if tokens[at].role is not Role.NET:
        return None
    told = tokens[at].text.endswith((" to", " into"))
    for place in range(at + 1, min(at + 1 + _MOST, len(tokens))):
        token = tokens[place]
        if lexicon.operations.get(token.name) in ACTIVATIONS:
            (below, *others) = lexicon.operands[token.name]
            known = not others and below in lexicon.operands
            node = Symbol(below) if known else None
            return [Token("name" if known else "bad", token.text, tokens[at].start, token.end, node)], place + 1
        told = told or token.role in (Role.OF, Role.FOR, Role.BY)
        passed = token.role in (Role.OF, Role.FOR, Role.BY, Role.ARTICLE) or token.text == "soft"
        if not passed and not (told and token.role in HARMLESS):  # "of the hidden neuron h1"; "the net has h1 = 0.7"
            return None
    return None
