"""What a name has for its value: "an error e of -0.4", "eine Wahrscheinlichkeit p von 0,37", "dL/dz has the value 3".

A noun without a definite article says that the number is new; "the change in z of 0.4" is of something else.
"""

from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AGAINST_IT, Role, bare
from gradbook.written.notation import LOSS_WORDS
from gradbook.written.parsing.grammar.edges import last_seen, past_number, seen
from gradbook.written.parsing.phrases.called.kinds import PREDICTIONS, VALUED
from gradbook.written.parsing.phrases.values.verbs import NODES

_INDEFINITE = frozenset(map(bare, (
    "a", "an", "ein", "eine", "einen", "einem", "einer", "un", "une", "una", "um", "uma", "uno", "een", "en", "ett",
)))  # fmt: skip
_NOUNS = frozenset(map(bare, LOSS_WORDS | VALUED | PREDICTIONS | NODES.keys() | {
    "error", "score", "margin", "residual", "probability", "value", "fehler", "wahrscheinlichkeit", "erreur",
    "probabilité", "probabilidad", "probabilidade", "probabilità", "errore", "erro", "écart", "scarto",
}))  # fmt: skip
VALUES = frozenset({
    "value", "wert", "valeur", "valor", "valore", "waarde", "wartosc", "wartość", "значение", "värdet", "nilai",
})  # fmt: skip
_BEFORE_NUMBER = (Role.FILLER, Role.ARTICLE, Role.OF)


def of_number(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "an error e of -0.4" as what e is."""
    name = last_seen(before)
    noun = last_seen(before, name)
    lead = last_seen(before, noun)
    if lead < 0 or before[name].name not in lexicon.operands or bare(before[lead].text) not in _INDEFINITE:
        return None
    if before[noun].kind not in ("word", "fn") or bare(before[noun].text) not in _NOUNS:
        return None
    return _is(tokens, at)


def with_value(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "for dL/dz the value 0.29" and "dL/dz has the value 0.29"."""
    article = last_seen(before)
    if article < 1 or before[article].role is not Role.ARTICLE:
        return None
    quantity = last_seen(before, article)
    if quantity < 0 or not (before[quantity].name or before[quantity].kind in ("der", "new", "end")):
        return None
    found = _is(tokens, at)
    if found is not None:
        del before[article:]
    return found


def _is(tokens: list[Token], at: int) -> tuple[list[Token], int] | None:
    """Return a sign in place of a word that a number follows, over words that say that it is rounded."""
    number = seen(tokens, at + 1)
    while number < len(tokens) and tokens[number].kind == "word" and tokens[number].role in _BEFORE_NUMBER:
        number = seen(tokens, number + 1)
    end = past_number(tokens, number)
    if not end or (end < len(tokens) and tokens[end].role in AGAINST_IT):
        return None
    return [Token("rel", "is", tokens[at].start, tokens[number - 1].end)], number
