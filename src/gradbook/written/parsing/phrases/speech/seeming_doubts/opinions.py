"""Opinions of the model: "the network thinks that it is spam" says what it predicts, and doubts nothing beside it."""

from dataclasses import replace

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare
from gradbook.written.parsing.grammar.edges import last_seen
from gradbook.written.parsing.phrases.speech.seeming_doubts.degrees import MODEL

_VERBS = frozenset({
    "thinks", "think", "believes", "guesses", "guess", "guessed", "estimates", "estimated", "suspects", "assumes",
    "schatzt", "glaubt", "denkt", "vermutet", "rat", "meint", "estime", "pense", "croit", "suppose", "devine", "estima",
    "cree", "piensa", "supone", "adivina", "acredita", "acha", "supoe", "pensa", "crede", "stima", "suppone", "schat",
    "gelooft", "vermoedt", "gokt", "szacuje", "mysli", "uwaza", "думает", "считает", "полагает", "оценивает",
})  # fmt: skip


def predicting(tokens: list[Token]) -> list[Token]:
    """Return the tokens, a verb right behind its subject, the network or the model, as a plain word."""
    found = list(tokens)
    for at, token in enumerate(tokens):
        if token.role is not Role.HEDGE or bare(token.text) not in _VERBS:
            continue
        subject = last_seen(tokens, at)
        if subject >= 0 and bare(tokens[subject].text) in MODEL:
            found[at] = replace(token, role=Role.PLAIN)
    return found
