"""Alterations: what a title makes of a quantity, "1/gradient", "mean q", or whose it says it is, "gradient of Bob".

The cells under such a title, or beside such a head of a row, are no numbers of the quantity itself.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from gradbook.core.text.patterns import regex
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.counting import AGAIN
from gradbook.written.lexing.words.dictionary import UNKNOWN, Role, bare
from gradbook.written.parsing.cues.aims import AIMS
from gradbook.written.parsing.phrases.speech.attributions import of_others, of_somebody, says_somebody

_NAMING = frozenset({"name", "der", "diff", "diffsub", "pd", "nabla", "rel", "new", "frac"})  # of formulas
_ROLES = frozenset({Role.PART, Role.POWER, Role.BEHIND, Role.MINUS})
_STATISTICS = frozenset({
    "neg", "visits", "kein", "keine", "二阶", "二階",
    "points", "marks", "score", "credits", "id", "bound", "limit", "tolerance", "estimate", "estimated", "punkte",
    "schatzung", "schranke", "puntos", "pontos", "punti", "punkty", "баллы", "分数", "点数", "점수", "±",
    "mean", "average", "averaged", "variance", "deviation", "negative", "opposite", "inverse", "reciprocal", "change",
    "difference", "size", "amount", "norm", "magnitude", "absolute", "relative", "scaled", "normalized", "normalised",
    "clipped", "accumulated", "median", "double", "doubled", "twice", "mittlerer", "mittlere", "mittel", "mittelwert",
    "durchschnitt", "durchschnittlicher", "durchschnittliche", "negativer", "anderung", "aenderung",
    "betrag", "kehrwert", "skalierter", "moyenne", "moyen", "negatif", "variation", "norme", "oppose",
    "media", "medio", "promedio", "negativo", "cambio", "inverso", "opuesto", "norma", "mudanca", "variazione",
    "modulo", "gemiddelde", "gemiddeld", "negatieve", "verandering", "srednia", "sredni", "zmiana", "среднее",
    "средний", "изменение", "平均", "变化", "变化量", "绝对值", "平均值", "負の", "변화량", "평균",
    "range", "threshold", "ceiling", "floor", "cap", "bounds", "limits", "grenze", "grenzwert", "obergrenze",
    "untergrenze", "schwelle", "bereich", "borne", "limite", "plafond", "seuil", "cota", "umbral", "rango", "limiar",
    "faixa", "soglia", "intervallo", "grens", "bovengrens", "ondergrens", "granica", "предел", "граница",
})  # fmt: skip
REPLACES = regex(  # what stands in a column, beside a derivative, which no step moves
    r"\W*(?:after\s+(?:the\s+)?)?(?:fix(?:ed)?|corrected|correction|final|revised|now|new(?:\s+(?:line|value))?|better|neu"
    r"|korrigiert|corrigée?|nouveau|corregid[oa]|nuevo|corrigid[oa]|novo|corrett[oa]|nuovo|after|修正后?)\W*",
    re.IGNORECASE,
)
_INSTEAD = regex(  # words that are none of a retraction
    r"\W*(?:fix(?:ed)?|final(?:ly)?|revised|now|better|rather|really|actual(?:ly)?|right|correct|should be|redone"
    r"|verbessert|jetzt|eigentlich|richtig|maintenant|ahora|agora|adesso|ora|verbeterd|nu|poprawion[ea]|teraz|исправлено|теперь"
    r"|düzeltilmiş|şimdi|修正后?|更正|现在|訂正|수정|지금)\W*",
    re.IGNORECASE,
)
_SECOND = frozenset({"second", "zweite", "zweiter", "seconde", "segunda", "seconda", "tweede", "вторая", "druga"})
_EXTREMES = frozenset({  # functions too, in a formula
    "max", "min", "maximum", "minimum", "maximal", "minimal", "maxi", "mini", "maximo", "minimo", "maxima", "minima",
    "massimo", "massima", "maksimum", "максимум", "минимум", "最大", "最小", "最大值", "最小值", "최대", "최소",
})  # fmt: skip


def altered(tokens: Sequence[Token]) -> str:
    """Return what a title says that its quantity is altered by, or whose it is; nothing where it is the quantity's."""
    words = [token for token in tokens if token.kind == "word"]
    seen = [token for token in tokens if not token.edge]
    return owner(seen, words) or _operation(seen) or _statistic(seen) or _second(seen, words) or _none(words)


def says_instead(text: str, tokens: Sequence[Token]) -> bool:
    """Whether a title says that what stands under it replaces what is told elsewhere: "corrected", "again", "sorry"."""
    words = [token for token in tokens if not token.edge]
    taken_back = bool(words) and all(word.role in (Role.RETRACTION, Role.HEDGE) for word in words)
    return taken_back or _INSTEAD.fullmatch(text) is not None or bare(text.strip(" \t:*")) in AGAIN


def _none(words: Sequence[Token]) -> str:
    """Return the word by which a title is of no gradient: "no es gradiente"."""
    none = len(words) > 1 and bare(words[0].text) == "no" and words[-1].role in (Role.SLOPE, Role.SLOPES)
    return words[0].text if none else ""


def _second(tokens: Sequence[Token], words: Sequence[Token]) -> str:
    """Return the words by which a derivative is the second one: "second derivative", "dérivée seconde"."""
    if tokens and (tokens[-1].kind, tokens[-1].text) == ("bad", "second derivative"):  # as the phrases call it
        return tokens[-1].text
    pairs = ((one, other) for pair in pairwise(words) for one, other in (pair, pair[::-1]))
    slopes = (Role.SLOPE, Role.SLOPES)
    return next((one.text for one, other in pairs if bare(one.text) in _SECOND and other.role in slopes), "")


def owner(tokens: Sequence[Token], words: Sequence[Token]) -> str:
    """Return the words that say whose a quantity or a step is: "Bob's q", "gradient (Bob)"; nothing where none do."""
    told = of_others(tokens) or of_somebody(words) or says_somebody(words)
    if told or not tokens:
        return told
    last = tokens[-1]
    if len(tokens) > 1 and tokens[-2].role is Role.OF and last.role in UNKNOWN and last.kind == "word":
        return last.text  # "gradient of Bob"
    if len(tokens) > 2 and [tokens[-3].kind, last.kind] == ["open", "close"]:
        name = tokens[-2]
        if (name.kind == "word" and name.role in UNKNOWN) or (name.kind == "bad" and name.text.isalpha()):
            return name.text if name.text[:1].isupper() else ""  # "gradient (Bob)"
    labelled = len(tokens) > 1 and tokens[1].text == "colon" and tokens[0].kind == "word"
    return tokens[0].text if labelled and tokens[0].role in UNKNOWN else ""  # "Bob: q"


def _operation(tokens: Sequence[Token]) -> str:
    """Return the operation beside a word for a quantity: "gradient / 2", "lr * gradient", "2 gradient", "log value"."""
    if not any(token.kind == "word" for token in tokens):
        return ""
    if any(token.kind in _NAMING for token in tokens):
        return ""
    for one, other in pairwise(tokens):
        number = one.kind in ("num", "rate") and other.kind == "word"
        if number or (one.kind == "fn" and (other.kind in ("word", "open"))):
            return one.text
    for place, token in enumerate(tokens):
        beside = [*tokens[max(0, place - 1) : place], *tokens[place + 1 : place + 2]]
        if token.kind == "op" and any(other.kind != "word" for other in beside):
            return token.text
        if token.kind == "op" and token.text in ("-", "%") and not place:
            return token.text  # "-gradient"
    return "|" if sum(token.text == "|" for token in tokens) > 1 else ""


def _statistic(tokens: Sequence[Token]) -> str:
    """Return the word for another number that is made of a quantity: "mean gradient", "error of q", "Max"."""
    if all(token.kind in ("word", "fn") for token in tokens):
        extreme = next((token.text for token in tokens if bare(token.text) in _EXTREMES), "")
        if extreme:
            return extreme
    for place, token in enumerate(tokens):
        if token.kind != "word":
            continue
        behind = tokens[place + 1] if place + 1 < len(tokens) else None
        if token.role in _ROLES or bare(token.text) in _STATISTICS or bare(token.text) in AIMS:
            return token.text
        before = tokens[place - 1] if place else None
        beside = behind.role is Role.OF if behind is not None else before is not None and before.role is Role.SLOPE
        if token.role is Role.ERROR and beside:
            return token.text
    return ""
