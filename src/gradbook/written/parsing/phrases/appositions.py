"""Appositions: what is said of a quantity between commas, before its verb: "z, which goes into the ReLU, is 0.8".

It becomes what brackets would hold, so that it is weighed as a remark, and the verb finds its subject.
"""

from dataclasses import replace

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.counting import SAMES
from gradbook.written.lexing.words.dictionary import OPERATIONS, Role, bare
from gradbook.written.parsing.grammar.edges import last_seen, number_over, past_number, seen
from gradbook.written.parsing.phrases.called.operations import OPERATION
from gradbook.written.parsing.phrases.values.outcomes import noun_of

_RELATIVE = frozenset(map(bare, (
    "which", "that", "being", "the", "a", "an", "who", "der", "die", "das", "den", "also",
    "qui", "que", "soit", "la", "le", "el", "il", "lo", "o", "che", "cioè", "oder", "ou", "or",
)))  # fmt: skip
_WHICH = frozenset({"which", "whom", "dem", "der", "deren", "dont", "cual", "cui", "qual"})
_QUANTITIES = frozenset({"name", "der", "new", "end"})
_BEFORE_NUMBER = frozenset({Role.FILLER, Role.LINK})
_NAMING = frozenset({Role.PLAIN, Role.EVERYDAY, Role.VALUES, Role.ERROR, Role.UPSTREAM, Role.LOCAL, Role.NUMBER})
_FEW = 3  # words that call a number something
_MOST = 16  # tokens of an apposition
_IN_ONE = frozenset({"word", "name", "fn", "rel"})
_OPERATES = OPERATIONS - {Role.POWER}  # "the square of the error" is what it is; "minus the target" is another number


def in_brackets(tokens: list[Token]) -> list[Token]:
    """Return the tokens, the commas around such words as brackets."""
    found = list(tokens)
    for verb, token in enumerate(tokens):
        if (token.kind, token.text) != ("rel", "is"):
            continue
        if comma := _named_first(tokens, verb):
            article = seen(tokens, verb + 1)
            found[article] = Token("open", "(", token.end + 1, token.end + 1)
            found[comma] = Token("close", ")", tokens[comma].start, tokens[comma].end)
            continue
        second = last_seen(tokens, verb)
        stated = number_over(tokens, verb + 1, _BEFORE_NUMBER) > 0
        first = _begin(tokens, second) if stated and _is_comma(tokens, second) else -1
        if first < 0:
            continue
        found[first] = Token("open", "(", tokens[first].end, tokens[first].end)  # behind a blank, as an aside is
        found[second] = Token("close", ")", tokens[second].start, tokens[second].end)
        for at in range(first + 1, second):
            if tokens[at].kind == "rel":
                found[at] = replace(tokens[at], kind="word", role=Role.PLAIN)
    return found


def _named_first(tokens: list[Token], verb: int) -> int:
    """Return the place of the comma before a number that is called something first; 0 where none is.

    That is "the gradient at y is the overshoot, 0.7"; an operation is held against the graph, and no name.
    """
    article = seen(tokens, verb + 1)
    subject = last_seen(tokens, verb)
    if article >= len(tokens) or subject < 0 or tokens[subject].kind not in _QUANTITIES:
        return 0
    if tokens[article].role is not Role.ARTICLE:
        return 0
    place = seen(tokens, article + 1)
    begin = place
    while place < len(tokens) and tokens[place].kind == "word" and _names(tokens[place]):
        place = seen(tokens, place + 1)
    kept = OPERATION.keys() | SAMES
    named = begin < place <= begin + _FEW and kept.isdisjoint(bare(t.text) for t in tokens[begin:place])
    if not named or place >= len(tokens) or (tokens[place].kind, tokens[place].text) != ("sep", "comma"):
        return 0
    number = past_number(tokens, seen(tokens, place + 1))
    ends = number >= len(tokens) or tokens[number].kind == "sep" or tokens[number].role is Role.LINK
    return place if number and ends else 0


def _names(word: Token) -> bool:
    return word.role in _NAMING or bare(word.text) == "one"


def _is_comma(tokens: list[Token], at: int) -> bool:
    return at > 0 and (tokens[at].kind, tokens[at].text) == ("sep", "comma")


def _begin(tokens: list[Token], second: int) -> int:
    """Return the place of the comma at which an apposition begins that ends at a place; -1 where none does."""
    for first in range(second - 1, max(0, second - _MOST), -1):
        token = tokens[first]
        if token.edge:
            continue
        if _is_comma(tokens, first):
            lead, subject = seen(tokens, first + 1), last_seen(tokens, first)
            words = sum(t.kind == "word" for t in tokens[first + 1 : second])
            named = subject >= 0 and (tokens[subject].kind in _QUANTITIES or bool(noun_of(tokens[subject])))
            return first if named and words > 1 and bare(tokens[lead].text) in _RELATIVE else -1
        if token.kind not in _IN_ONE or (token.kind == "rel" and token.text != "is") or token.role in _OPERATES:
            return -1
        if token.role is Role.OF and bare(tokens[seen(tokens, first + 1)].text) in _WHICH:
            return -1  # "the square root of which"
    return -1
