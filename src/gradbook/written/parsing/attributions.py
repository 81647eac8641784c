"""Attributions: whether words speak of somebody else's numbers: an example, another exercise, what others have."""

from collections.abc import Iterable

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words import Role

# "the other gradient", "another path", "the other two": other parts of the same exercise
_OWN = frozenset({
    Role.PART_OF_GRAPH, Role.SLOPE, Role.SLOPES, Role.PARTIAL, Role.LOCAL, Role.UPSTREAM, Role.WEIGHT, Role.BIAS,
    Role.NUMBER,
})  # fmt: skip
_BESIDE_EXAMPLE = frozenset({Role.ARTICLE, Role.FOR, Role.OF, Role.NUMBER, Role.REASON, Role.FILLER})
_NEAR = 3  # words behind "other" among which what is other stands


def of_others(tokens: Iterable[Token]) -> str:
    """Return the first word that speaks of others: "my neighbour", "another exercise", "the others"; or nothing.

    "Other" does so unless it is said of a part of the graph or of a formula.
    """
    other, passed = "", 0
    for token in tokens:
        if token.kind == "sep" and token.text == "soft":
            continue
        if other and (token.kind != "word" or passed == _NEAR):
            return other
        if token.kind != "word":
            continue
        if token.role is Role.OTHERS:
            return other or token.text
        if token.role is Role.OTHER:
            other, passed = other or token.text, 0
        elif other and token.role in _OWN:
            other = ""
        else:
            passed += 1
    return other


def exemplary(words: Iterable[Token]) -> str:
    """Return "example" where words are nothing but an announcement of one: "Example: ", "for example, ", "z. B. "."""
    told = ""
    for word in words:
        if word.role is Role.EXAMPLE:
            told = told or word.text
        elif word.role not in _BESIDE_EXAMPLE:
            return ""
    return told
