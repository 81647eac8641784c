"""Early moments: gradients that are zero because nothing was worked out yet.

dL/dw = 0 before the backward pass      dL/dw is zero at the start      dL/dw = 0 after zero_grad
"""

from collections.abc import Sequence
from itertools import pairwise

from gradbook.graph.expression import Number
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare, bare_words
from gradbook.written.parsing.cues.around.surroundings import Surroundings
from gradbook.written.parsing.grammar.draft import Draft

_STARTS = bare_words(
    "start beginning begin outset anfang beginn début debut départ principio comienzo inicio início começo inizio "
    "aanvang początku początek starcie начале начала старте "
    "început başta başlangıçta awal alussa začátku kezdetben αρχή 开始时 初始 最初は 처음에"
)
_INITIAL = bare_words(
    "initial initially anfangs anfänglich initialement inicialmente inizialmente aanvankelijk początkowo изначально "
    "default standardmäßig bisher bislang början starten begyndelsen begynnelsen"
)
_LEADS = bare_words("at in from au am im zu al en no do dall all aan het na w в vid ved la fra från")
_UNTIL = bare_words(
    "before until till prior bevor bis vor avant jusqu antes hasta até prima finché voor voordat totdat tot przed "
    "zanim dopóki до перед innan före før indtil înainte"
)
_BACKWARD = bare_words("backward backwards backprop backpropagation rückwärts retropropagation")
_FOR_NOW = (("so", "far"), ("for", "now"), ("zero", "grad"), ("as", "yet"))
_NEAR = 5  # words between "before" and the backward pass
_SLOPES = frozenset({"der", "diff", "frac", "pd", "nabla"})


def early(around: Surroundings, number: int) -> str:
    """Return the word by which a gradient is said to be zero only since it is not worked out yet."""
    if not vanishes(around.drafts[number]):
        return ""
    return _moment(around.words(*around.sentence(number)))


def vanishes(draft: Draft) -> bool:
    """Whether an equation says that a derivative is 0."""
    head, *_, last = draft.sides
    return any(token.kind in _SLOPES for token in head) and [token.node for token in last] == [Number(0.0)]


def _moment(words: Sequence[Token]) -> str:
    texts = [bare(word.text) for word in words]
    for at, text in enumerate(texts):
        behind = range(at + 1, min(at + 1 + _NEAR, len(texts)))
        if text.split()[0] in _UNTIL and any(words[n].role is Role.BACKWARD or texts[n] in _BACKWARD for n in behind):
            return words[at].text
        if text in _INITIAL or (text in _STARTS and not _LEADS.isdisjoint(texts[max(0, at - 2) : at])):
            return words[at].text
    return next((one for one, other in pairwise(texts) if (one, other) in _FOR_NOW), "")
