"""Dashes: a minus sign between blanks before words is one, "p gets k - that's 2 - and k gets p"."""

from dataclasses import replace

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AND, Role, bare, bare_words

_LEADS = frozenset({Role.LINK, Role.SAME, Role.REASON})
_WORDS = AND | bare_words(
    "that's that which this it's it so and but because das also weil c'est donc eso o isto quindi cioè"
)


def with_dashes(tokens: list[Token]) -> list[Token]:
    """Return the tokens, a sign that stands apart from what it would be a minus of as a comma."""
    found = list(tokens)
    for at in range(1, len(tokens) - 1):
        token, before, behind = tokens[at], tokens[at - 1], tokens[at + 1]
        apart = before.end < token.start and token.end < behind.start
        leads = behind.kind == "word" and (behind.role in _LEADS or bare(behind.text) in _WORDS)
        if apart and leads and (token.kind, token.text) == ("op", "-"):
            found[at] = replace(token, kind="sep", text="comma")
    return found
