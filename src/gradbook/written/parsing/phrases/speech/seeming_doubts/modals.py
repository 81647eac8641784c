"""Modals: "we could calculate the derivatives as follows" says what one can do, and is no doubt about what is so."""

from dataclasses import replace

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role
from gradbook.written.parsing.grammar.edges import last_seen, seen

_SUBJECTS = frozenset({"we", "you", "one", "i"})
_MODALS = frozenset({"could", "can", "may", "might"})
_WORK = frozenset(
    {"calculate", "compute", "derive", "find", "apply", "use", "write", "express", "evaluate", "differentiate"}
)
_BETWEEN = frozenset({"also", "now", "then", "simply", "easily", "just"})


def able(tokens: list[Token]) -> list[Token]:
    """Return the tokens, a modal verb between a subject and what it works out as a plain word."""
    found = list(tokens)
    for at, token in enumerate(tokens):
        if token.role is not Role.HEDGE or token.text.lower() not in _MODALS:
            continue
        before, behind = last_seen(tokens, at), seen(tokens, at + 1)
        while behind < len(tokens) and tokens[behind].text in _BETWEEN:
            behind = seen(tokens, behind + 1)
        works = behind < len(tokens) and tokens[behind].text in _WORK
        if works and before >= 0 and tokens[before].text.lower() in _SUBJECTS:
            found[at] = replace(token, role=Role.PLAIN)
    return found
