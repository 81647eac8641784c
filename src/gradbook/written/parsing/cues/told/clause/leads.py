"""Leads: what may stand right before a number that something comes to: a verb of being, having or getting there.

Any other verb may say something else of it: "b reverses the gradient 3", "p crosses 2.5", "w falls by 0.5".
"""

from collections.abc import Sequence

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import PARTICLE, Role, bare, bare_words
from gradbook.written.lexing.words.lists.concluding import CONCLUDES
from gradbook.written.lexing.words.lists.prepositions import WITH
from gradbook.written.notation import VALUE_NOUNS
from gradbook.written.parsing.cues.told.clause.named import REACTS
from gradbook.written.parsing.cues.told.clause.words import NAMES, SLOPED
from gradbook.written.parsing.phrases.slopes.received.getting import ENDS_UP, HAVING

_ROLES = frozenset({
    Role.RELATION, Role.LINK, Role.SAME, Role.FILLER, Role.RESULT, Role.STAYS, Role.AFTER, Role.NEW, Role.REASON,
    Role.FOR, Role.NUMBER, *SLOPED,
})  # fmt: skip
_OF_WHAT = frozenset({*SLOPED, Role.ERROR, Role.RESULT, Role.VALUES, Role.NET})
_GETTING = frozenset(map(bare, HAVING))
_VERBS = (
    _GETTING
    | frozenset(map(bare, ENDS_UP))
    | CONCLUDES
    | bare_words(
        "equals equal outputs output predicts predict returns return contributes contribute having getting being was "
        "become becomes reaches reach hits inherit keeps keep earns costs give given left winds lands "
        "wird werden ergeben bleiben behält liefert vorhersagen devient deviennent vaut valent garde gardent récupère "
        "récupèrent donne donnent atteint reste restent obtient resulta resultan vale valen llega llegan toca tocan "
        "queda quedan conserva sigue vira torna fica ficam chega mantém resta restano vale valgono diventa diventano "
        "viene vengono esce rimane raggiunge carries carry says shows showing runs lleva llevan hay leva levam porta "
        "portano ho steht stehen trägt zeigt получает получают равен равна равно becca it's that's c'est"
    )
)
_GIVING = bare_words("contribute contributes carries carry lleva llevan leva levam porta portano trägt says show shows")
_HAVING_WITH = _VERBS | REACTS  # before "with"
_ADVERBS = bare_words(
    "both each all altogether again unchanged alike here there now finally exactly precisely locally simply also too "
    "again together back alles auch ebenfalls hier jetzt jeweils unverändert wieder noch zusammen nämlich genau lokal "
    "sprich deux tous toutes ici maintenant encore aussi également localement ambos ambas todos todas aquí ahora "
    "también todavía justo localmente os aqui agora também ainda igual tutti due tutte entrambi qui ora ancora anche "
    "pure way end ende final fin fim fine 둘 다 즉 그대로 也 都 就 仍 还"
) | {"am ende", "in the end", "get that", "o sea", "둘 다", "ou seja"}
_ADJECTIVES = bare_words("same full whole gleiche gleichen volle même mismo mesma mesmo stesso intero pieno entero")
_TO = bare_words(
    "to at into zu auf bei à au en em a su op naar till para pra pro até hasta do на до に へ 로 으로 到 至"
)
_SHORT_OF = bare_words(
    "close near short begins begin starts start beginnt commence empieza começa inizia clipped "
    "will want wants need needs meant tries möchte soll veut cherche quiere quer vuole"
)
_IN = frozenset({"en", "em"})  # of "sube en 0,5"
_BEFORE_NAME = _ROLES | {Role.ARTICLE, Role.WEIGHT, Role.BIAS, Role.NET, Role.OF, Role.BY, Role.PART_OF_GRAPH}
_UP = frozenset({"up"})
_JOINS = (Role.LINK, Role.ARTICLE, Role.FILLER, Role.FOR, Role.BY)
_BY = bare_words("by um met di con com avec mit")
_NEGATIVE = bare_words("negative opposite minus negativ negatif négatif negativo")


def leads(said: Sequence[Token], *, sloped: bool) -> bool:
    """Whether what stands before a number in its clause may lead to it.

    Args:
        said: the tokens of its clause before it.
        sloped: whether gradients are spoken of, so that "changes by 3" may be one.
    """
    words = [token for token in said if not token.edge]
    while words and words[-1].kind == "word" and _says_little(words[-1]):
        words.pop()
    if words and words[-1].kind == "name":  # "danach hat w 0,5", and not "danach braucht w 0,5"
        verb = words[-2] if len(words) > 1 else None
        return verb is None or verb.kind != "word" or verb.role in _BEFORE_NAME or _is_of(verb, _VERBS)
    if not words or words[-1].kind != "word":
        return True
    lead, text = words[-1], bare(words[-1].text)
    before = words[:-1]
    if text in WITH:
        verbs = [token for token in before if token.kind == "word" and token.role not in _JOINS]
        return not verbs or any(_is_of(token, _HAVING_WITH) for token in verbs)
    moved = text in _IN and any(token.role is Role.CHANGES for token in before)
    if lead.role is Role.BY or text in _BY or moved:
        return sloped and (not before or any(_is_of(token, REACTS) for token in before))
    if lead.role is Role.OF:
        of = before[-1] if before else None
        if of is not None and bare(of.text) in VALUE_NOUNS:  # "gets a value of 8"
            verb = next((token for token in reversed(before[:-1]) if token.role is not Role.ARTICLE), None)
            return verb is not None and (verb.kind == "rel" or _is_of(verb, _VERBS - _GIVING))
        return of is not None and (of.kind in NAMES or of.role in _OF_WHAT)
    if text in _TO:
        at_most = bool(before) and bare(before[-1].text) in _UP and any(_is_of(token, _GETTING) for token in before)
        return not (at_most or any(_is_of(token, _SHORT_OF) for token in before))
    while lead.role in SLOPED and before and before[-1].role in (*SLOPED, Role.ARTICLE, Role.UPSTREAM, Role.LOCAL):
        lead, before = before[-1], before[:-1]  # "the local gradient 3"
    if lead.role is Role.ARTICLE and text not in _VERBS and not PARTICLE.search(lead.text):
        return _takes(before)
    return lead.role in _ROLES or text in _VERBS or PARTICLE.search(lead.text) is not None


def _says_little(token: Token) -> bool:
    """Whether a word between a verb and a number says nothing of it: "the same", "exactly"."""
    text = bare(token.text)
    if text in _TO or text in WITH or text in _NEGATIVE:
        return False
    return token.role in (Role.FILLER, Role.UPSTREAM, Role.LOCAL) or text in _ADVERBS or text in _ADJECTIVES


def _takes(before: Sequence[Token]) -> bool:
    """Whether a verb of getting stands before an article: "receives the full 2", and not "reverses the gradient 3"."""
    if before and before[-1].role is Role.OF:
        return False  # "a gets the square of the gradient 20"
    return any(token.kind == "rel" or _is_of(token, _GETTING) for token in before)


def _is_of(token: Token, words: frozenset[str]) -> bool:
    return token.kind == "word" and bare(token.text) in words
