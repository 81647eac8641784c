"""Misses: a prediction that is off by a difference, which is no mistake of the learner's: "we are off by d = -0.66"."""

from collections.abc import Sequence
from dataclasses import replace

from gradbook.graph.expression import Symbol
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AGAINST_IT, Role, bare, bare_words
from gradbook.written.parsing.grammar.edges import ends_sentence, seen
from gradbook.written.parsing.phrases.speech.remarks import THIS

_BY = bare_words("by um de en di por per на o met med ile na cu με sebesar")
_AGAINST = AGAINST_IT | {Role.ERROR}
_MOST = 6  # words of such a clause


def missed_by(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Return the tokens, plain words where somebody is wrong by a difference of the graph, which is stated there.

    Args:
        tokens: of the answer.
        lexicon: the exercise's.
    """
    found = list(tokens)
    for at, token in enumerate(tokens):
        if token.kind != "word" or bare(token.text).split(" ")[-1] not in _BY or not _leads(tokens, at + 1, lexicon):
            continue
        start = at
        while start > 0 and at - start < _MOST and (tokens[start - 1].kind == "word" or tokens[start - 1].text == "is"):
            start -= 1
        clause = tokens[start : at + 1]
        opened = start == 0 or ends_sentence(tokens[start - 1])
        of_it = any(bare(word.text) in THIS for word in clause if word.kind == "word")  # "this is wrong by d = -2"
        if opened and not of_it and any(word.role in _AGAINST for word in clause):
            found[start : at + 1] = [replace(one, role=Role.PLAIN) if one.kind == "word" else one for one in clause]
    return found


def _leads(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> bool:
    """Whether an equation of a difference begins at a place."""
    at = seen(tokens, place)
    behind = seen(tokens, at + 1)
    if behind >= len(tokens) or tokens[behind].kind != "rel":
        return False
    node = tokens[at].node
    return isinstance(node, Symbol) and lexicon.operations.get(node.name) == "sub"
