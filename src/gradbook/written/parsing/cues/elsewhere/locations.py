"""Locations: "the minimum is at q = 0", "At q = 0 there is no slope", "at a tie (q = r)" give no value of q."""

from gradbook.written.lexing.words.dictionary import bare, bare_words
from gradbook.written.parsing.cues.around.surroundings import Surroundings
from gradbook.written.parsing.grammar.edges import last_seen
from gradbook.written.parsing.phrases.speech.others.other_answers import speaks_of_oneself
from gradbook.written.parsing.phrases.speech.sentences import written_between

_AT = bare_words("at bei an en em a à in")
_PLACES = bare_words(  # what lies somewhere
    "minimum maximum extremum optimum kink corner zero root pole jump singularity derivative slope gradient knick "
    "nullstelle sprung ableitung steigung minimo maximo maximum zéro racine dérivée pente cero raiz derivada pendiente "
    "zero raiz derivada inclinacao massimo radice derivata pendenza is lies ist liegt est se trouve esta fica sta"
)
_TIES = bare_words(
    "tie ties kink equality knick gleichstand gleichheit égalité empate igualdad igualdade parità pareggio"
)
_FEW = 4  # words before the place


def is_located(around: Surroundings, number: int) -> bool:
    """Whether an equation is only where something is, and its writer is not: no "I arrive at q = 0"."""
    before = around.before(number)
    if not before or bare(before[-1].text) not in _AT:
        return False
    start, end = around.sentence(number)
    led = around.tokens[start : around.drafts[number].first - 1]
    begins = len(before) == 1 and all(token.kind in ("open", "sep") for token in led)
    lies = not _PLACES.isdisjoint(bare(word.text) for word in before[-_FEW:-1])
    return (begins or lies) and not speaks_of_oneself(written_between(around.tokens, start, end, around.source))


def is_tie(around: Surroundings, number: int) -> bool:
    """Whether an equation in brackets only says when two quantities are the same: "at a tie (q = r)".

    One with numbers says what they are.
    """
    if any(token.kind == "num" for token in around.drafts[number].tokens):
        return False
    before = around.before(number)
    if not before or bare(before[-1].text) not in _TIES:
        return False
    bracket = around.tokens[last_seen(around.tokens, around.drafts[number].first)]
    return bracket.kind == "open" and any(bare(word.text) in _AT for word in before[-_FEW:-1])
