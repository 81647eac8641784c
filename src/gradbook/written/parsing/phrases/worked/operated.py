"""Operands in words: "times z is -12" and "I add x and y: 3" say nothing of z and y, but of what comes of them.

And "durch" before what is done, "durch Multiplikation", which divides by nothing; "5 less 3" is 5 - 3.

And "squaring gives us the loss, 4" says that the loss is 4.
"""

from collections.abc import Sequence
from dataclasses import replace

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AND, OPERATIONS, Role, bare, bare_words
from gradbook.written.lexing.words.lists.concluding import CONCLUDES
from gradbook.written.notation import LOSS_WORDS
from gradbook.written.parsing.grammar.edges import ends_sentence, last_seen, past_number, seen
from gradbook.written.parsing.phrases.called.operations import does

_FORMULA_ENDS = frozenset({"num", "name", "close", "end", "der", "rate", "new", "old"})
_OPERANDS = frozenset({"num", "name"})
_LOSSES = frozenset(map(bare, LOSS_WORDS))
LESS = frozenset({"less", "weniger"})
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


def taken_off(tokens: list[Token]) -> list[Token]:
    """Return the tokens, "less" between two numbers or names as a minus."""
    found = list(tokens)
    for at, token in enumerate(tokens):
        one, other = last_seen(tokens, at), seen(tokens, at + 1)
        between = token.kind == "word" and token.text in LESS and one >= 0 and other < len(tokens)
        if between and tokens[one].kind in _OPERANDS and tokens[other].kind in _OPERANDS:
            found[at] = Token("op", "-", token.start, token.end)
    return found


def told_behind(tokens: list[Token]) -> list[Token]:
    """Return the tokens, a sign in the place of the comma in "squaring that gives the loss, 4"."""
    found = list(tokens)
    for at, token in enumerate(tokens):
        verb = _verb_of_doing(tokens, at) if token.kind == "sep" and token.text == "comma" else -1
        end = past_number(tokens, seen(tokens, at + 1)) if verb >= 0 else 0
        behind = seen(tokens, end)
        if end and (behind >= len(tokens) or ends_sentence(tokens[behind])):
            found[verb] = _leads(tokens[verb])
            found[at] = Token("rel", "is", token.start, token.end)
    return found


def _verb_of_doing(tokens: Sequence[Token], at: int) -> int:
    """Return the place of "gives" in "squaring it gives the loss" that ends at a place; -1 for anything else."""
    noun = last_seen(tokens, at)
    named = noun > 0 and (tokens[noun].kind == "name" or bare(tokens[noun].text) in _LOSSES)
    verb = last_seen(tokens, noun) if named else -1
    while verb >= 0 and tokens[verb].role is Role.ARTICLE:
        verb = last_seen(tokens, verb)
    gives = verb > 0 and (tokens[verb].text == "is" or not CONCLUDES.isdisjoint(bare(tokens[verb].text).split()))
    subject = last_seen(tokens, verb) if gives else -1
    while subject >= 0 and tokens[subject].kind == "word" and not does(tokens[subject]):
        subject = last_seen(tokens, subject)
    return verb if subject >= 0 and does(tokens[subject]) else -1


def without_operands(tokens: list[Token]) -> list[Token]:
    """Return the tokens, a sign behind a name that is only calculated with as a word that leads to the result."""
    return [_leads(token) if _is_sign_of_operand(tokens, at) else token for at, token in enumerate(tokens)]


def continued(tokens: list[Token]) -> list[Token]:
    """Return the tokens, without the comma within a calculation in words: "5 times 2, take away 3 -> 7"."""
    return [token for at, token in enumerate(tokens) if not (token.text == "comma" and _goes_on(tokens, at))]


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether a sum in words goes on behind a comma up to its result, and none is said before it."""
    sign, side = seen(tokens, at + 1), at
    while side > 0 and (tokens[side - 1].kind == "num" or tokens[side - 1].role in OPERATIONS or tokens[side - 1].edge):
        side -= 1
    begins = side > 0 and tokens[side - 1].kind == "rel" and any(token.role in OPERATIONS for token in tokens[side:at])
    if not begins or sign >= len(tokens) or tokens[sign].role not in (Role.PLUS, Role.MINUS):
        return False
    result = past_number(tokens, seen(tokens, sign + 1))
    behind = seen(tokens, result) if result else len(tokens)
    signed = behind < len(tokens) and (tokens[behind].kind == "rel" or tokens[behind].text == "arrow")
    end = past_number(tokens, seen(tokens, behind + 1)) if signed else 0
    last = seen(tokens, end) if end else 0
    return end > 0 and (last >= len(tokens) or ends_sentence(tokens[last]))


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
