"""Conditionals: "the new loss would be 0.64" is what comes out of the step, where the sentence says nothing else.

So in "La nouvelle perte serait 0,64" and "with this w the loss would drop to 0.64", behind gradients. Whatever is said
besides may suppose: "with a larger rate the new loss would be ...", "I thought the new loss would be ...".
"""

from collections.abc import Sequence
from dataclasses import replace

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare, bare_words
from gradbook.written.lexing.words.lists.prepositions import WITH
from gradbook.written.notation import LOSS_WORDS
from gradbook.written.parsing.grammar.edges import seen, sentence_end, sentence_start

_ARE = bare_words(
    "wäre wären serait seraient sería serían seria seriam sarebbe sarebbero byłaby byłby byłoby wynosiłaby wynosiłby "
    "wynosiłoby"
) | {"был бы", "была бы", "было бы", "были бы"}
_BE = frozenset({"be", "become", "equal", "is"})
_CHANGES = bare_words("drop fall decrease shrink sink go")
_WAYS = frozenset({"down"})
_NOW = bare_words(
    "so and then now thus hence therefore also und so jetzt nun dann damit et alors donc maintenant y ahora entonces e "
    "agora então logo ora adesso allora quindi dus nu dan i więc teraz wtedy и теперь тогда"
)
_THIS = bare_words(
    "this these diesem diesen dieser ce cet cette ces este esta estos estas questo questa questi esse essa estes"
)
_OUTPUTS = LOSS_WORDS | bare_words("prediction output vorhersage ausgabe prédiction sortie predicción salida previsão")
_OVER = frozenset({"der", "die", "das", "comma"})
_SLOPES = frozenset({"diff", "diffsub", "der"})
_NUMBERS = frozenset({"num", "open"})
_SUPPOSES = frozenset({Role.CONDITION, Role.SUPPOSITION})


def conditional(tokens: list[Token]) -> list[Token]:
    """Return the tokens, what would be so after the step as what is so."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        behind = _behind(tokens, at)
        if behind and (subject := _subject(tokens, at)) >= 0 and _is_all(tokens, behind) and _follows(tokens, at):
            if not any(token.role is Role.NEW for token in tokens[sentence_start(tokens, at) : at]):
                place = len(found) - (at - subject)
                found.insert(place, Token("word", "new", tokens[subject].start, tokens[subject].start, None, Role.NEW))
            found.append(replace(tokens[at], kind="rel", text="is", role=None, node=None))
            at = behind
        else:
            found.append(tokens[at])
            at += 1
    return found


def _behind(tokens: list[Token], at: int) -> int:
    """Return the place behind a verb that says what would be, if a number follows; 0 where none begins."""
    if tokens[at].kind != "word":
        return 0
    end = at + 1 if bare(tokens[at].text) in _ARE else 0
    verb = _past(tokens, at + 1) if tokens[at].text == "would" else len(tokens)
    if verb < len(tokens) and tokens[verb].text in _BE:
        end = verb + 1
    elif verb < len(tokens) and tokens[verb].text in _CHANGES:  # "would drop to 0.64"
        to = seen(tokens, verb + 1)
        to = seen(tokens, to + 1) if to < len(tokens) and tokens[to].text in _WAYS else to
        end = to + 1 if to < len(tokens) and tokens[to].text == "to" else 0
    number = _past(tokens, end) if end else len(tokens)
    follows = number < len(tokens) and (tokens[number].kind in _NUMBERS or tokens[number].text == "-")
    return number if follows else 0


def _past(tokens: list[Token], at: int) -> int:
    """Return the place of what stands behind words such as "then"."""
    at = seen(tokens, at)
    while at < len(tokens) and tokens[at].kind == "word" and bare(tokens[at].text) in _NOW:
        at = seen(tokens, at + 1)
    return at


def _subject(tokens: list[Token], at: int) -> int:
    """Return the place of the new loss, or of what it is with this weight, if a clause before a verb says no more."""
    said = [n for n in range(sentence_start(tokens, at), at) if not tokens[n].edge]
    if not said or not _is_output(tokens[said[-1]]):
        return -1
    lead = [tokens[n] for n in said[:-1]]
    while lead and (lead[0].text == "comma" or bare(lead[0].text) in _NOW):
        lead = lead[1:]
    this = [bare(token.text) for token in lead[:2]]
    if len(lead) > 2 and this[0] in WITH and this[1] in _THIS and _names_weight(lead[2]):  # "with this w, ..."
        lead, new = lead[3:], True
    else:
        new = any(token.role is Role.NEW for token in lead)
    plain = all(token.role in (Role.NEW, Role.ARTICLE) or token.text in _OVER for token in lead)
    return said[-1] if new and plain else -1


def _is_output(token: Token) -> bool:
    return token.kind == "name" or (token.kind == "word" and bare(token.text) in _OUTPUTS)


def _names_weight(token: Token) -> bool:
    return token.kind == "name" or token.role in (Role.WEIGHT, Role.BIAS)


def _is_all(tokens: list[Token], at: int) -> bool:
    """Whether a sentence says nothing in words behind a place, such as "with a rate of 1", and asks nothing."""
    return not any(token.kind == "word" for token in tokens[at : sentence_end(tokens, at)])


def _follows(tokens: Sequence[Token], at: int) -> bool:
    """Whether gradients stand before a place, and nothing in its paragraph supposes anything."""
    block = next((n for n in range(at, -1, -1) if tokens[n].text == "block"), 0)
    supposed = any(token.role in _SUPPOSES for token in tokens[block:at])
    return not supposed and any(token.kind in _SLOPES for token in tokens[:at])
