"""Accusations: what is called an error before it is said: "This is an error: q = 10"."""

from gradbook.written.lexing.words.dictionary import Role
from gradbook.written.parsing.cues.surroundings import Surroundings
from gradbook.written.parsing.grammar.edges import last_seen

_ONE = frozenset({"a", "an", "ein", "une", "un", "um", "een"})
_LETTERS = ("c", "e", "j", "l")  # of errors and losses: "we have an error: e = 3"


def accused(around: Surroundings, number: int) -> str:
    """Return the word by which an equation is called an error; "the error: q = 10" may be what a quantity is called."""
    tokens, first = around.tokens, around.drafts[number].first
    colon = last_seen(tokens, first)
    if colon < 0 or tokens[colon].text != "colon" or tokens[first].text[:1].lower() in _LETTERS:
        return ""
    words = around.words(around.sentence(number)[0], first)[-2:]
    told = len(words) > 1 and words[0].text in _ONE and words[1].role is Role.ERROR
    return words[1].text if told else ""
