"""Operands in words: "times z is -12" and "I add x and y: 3" say nothing of z and y, but of what comes of them.

And "durch" before what is done, "durch Multiplikation", which divides by nothing.
"""

from collections.abc import Sequence
from dataclasses import replace

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AND, OPERATIONS, Role, bare, bare_words
from gradbook.written.parsing.grammar.edges import last_seen
from gradbook.written.parsing.phrases.called.operations import does

_FORMULA_ENDS = frozenset({"num", "name", "close", "end", "der", "rate", "new", "old"})
_DONE = bare_words(
    "multiplikation addition subtraktion division multiplizieren addieren subtrahieren quadrieren einsetzen ableiten "
    "anwenden anwendung differenzieren rückwärtsrechnen backpropagation"
)


def by_doing(tokens: list[Token]) -> list[Token]:
    """Return the tokens, "durch" before what is done as "by"."""
    behind = [*tokens[1:], Token("sep", "stop", 0, 0)]
    return [
        replace(token, role=Role.BY) if token.text == "durch" and bare(after.text) in _DONE else token
        for token, after in zip(tokens, behind, strict=True)
    ]


def without_operands(tokens: list[Token]) -> list[Token]:
    """Return the tokens, a sign behind a name that is only calculated with as a word that leads to the result."""
    return [_leads(token) if _is_sign_of_operand(tokens, at) else token for at, token in enumerate(tokens)]


def _leads(sign: Token) -> Token:
    return Token("word", "gives", sign.start, sign.end, None, Role.RESULT)


def _is_sign_of_operand(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if not ((token.kind, token.text) == ("rel", "is") or (token.kind == "sep" and token.text == "colon")):
        return False
    name = last_seen(tokens, at)
    if name < 1 or tokens[name].kind != "name" or token.start < tokens[name].end:  # "squaring makes the loss 4"
        return False
    lead = last_seen(tokens, name)
    while lead > 0 and (tokens[lead].role is Role.ARTICLE or _joins(tokens, lead)):
        lead = last_seen(tokens, lead - (tokens[lead].role is not Role.ARTICLE))
    if lead < 0:
        return False
    if does(tokens[lead]):
        return True
    spelt = tokens[lead].kind == "op" and tokens[lead].end - tokens[lead].start > 1  # and no mark of a list
    operates = spelt or (tokens[lead].kind == "word" and tokens[lead].role in OPERATIONS - {Role.POWER})
    before = last_seen(tokens, lead)
    formula = before >= 0 and (tokens[before].kind in _FORMULA_ENDS or tokens[before].role in OPERATIONS)
    return operates and not formula


def _joins(tokens: Sequence[Token], at: int) -> bool:
    """Whether "and" stands at a place, behind a name."""
    before = last_seen(tokens, at)
    return tokens[at].kind == "word" and bare(tokens[at].text) in AND and before >= 0 and tokens[before].kind == "name"
