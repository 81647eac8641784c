"""Factors and terms by their nouns, beside signs: weight * input + bias, delta * input, of the only one of its kind."""

from collections.abc import Sequence
from dataclasses import replace

from gradbook.graph.expression import Symbol
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.naming.neurons import data_of
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare, bare_words
from gradbook.written.parsing.grammar.edges import last_seen, seen
from gradbook.written.parsing.phrases.called.kinds import kind_of

_DATA = bare_words("input eingang eingabe entrée entrada ingresso invoer wejście вход 输入 入力 입력 entry x_input")
FACTORS = frozenset({Role.WEIGHT, Role.BIAS}) | _DATA
_BESIDE = frozenset({"op", "open", "close", "rel", "sep", "group", "end"})


def with_factors(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Return the tokens, nouns that stand beside signs of operation and no other word as what they are."""
    found = tokens
    for at, token in enumerate(tokens):
        if token.kind != "word" or not _is_between_signs(tokens, at):
            continue
        name = lexicon.recall(data_of) if bare(token.text) in _DATA else kind_of(token, lexicon)
        if name:
            found = [*tokens] if found is tokens else found
            found[at] = replace(token, kind="name", node=Symbol(name), role=None)
    return found


def _is_between_signs(tokens: Sequence[Token], at: int) -> bool:
    """Whether a sign of operation stands on one side of a place, and no word on the other."""
    before, behind = last_seen(tokens, at), seen(tokens, at + 1)
    beside = [tokens[place] for place in (before, behind) if 0 <= place < len(tokens)]
    return all(one.kind in _BESIDE for one in beside) and any(one.kind == "op" for one in beside)
