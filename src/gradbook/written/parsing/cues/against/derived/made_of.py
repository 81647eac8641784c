"""What is made of a quantity: its half, its root, a function of it. Whose number is said is no number of it."""

from collections.abc import Sequence
from itertools import pairwise

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare
from gradbook.written.notation import LOSS_WORDS
from gradbook.written.parsing.cues.around.surroundings import Surroundings
from gradbook.written.parsing.grammar.edges import last_seen

_FEW = 4  # words between
SLOPES = frozenset({"der", "frac", "diff", "nabla", "pd"})
_SCALED = frozenset({
    "clipped", "normalised", "normalized", "rescaled", "scaled", "averaged", "smoothed", "truncated", "geclippt",
    "gekappt", "normiert", "normierte", "skaliert", "skalierte", "gemittelt", "gemittelte", "ecrete", "tronque",
    "normalise", "normalisee", "moyenne", "recortado", "normalizado", "escalado", "promediado", "tagliato",
    "normalizzato", "scalato", "mediato", "afgekapt", "genormaliseerd", "geschaald", "gemiddelde", "przyciety",
    "znormalizowany", "przeskalowany", "usredniony", "обрезанныи", "нормированныи", "усредненныи", "da chuan hoa",
    "da cat", "kirpilmis", "normalize", "terpotong", "ternormalisasi", "裁剪后", "裁剪", "归一化", "クリップ", "正規化",
    "클리핑", "정규화",
})  # fmt: skip
_MULTIPLES = frozenset({
    "half", "double", "doubled", "halved", "triple", "doppelte", "halfte", "moitie", "mitad", "metade", "meta",
    "doble", "dobro", "doppio", "helft", "dubbele", "polowa", "половина", "mot nua", "yarisi", "setengah", "一半",
    "半分", "절반",
})  # fmt: skip
_ORDINALS = frozenset({"third", "fourth", "fifth", "sixth", "eighth", "tenth", "quarter"})  # "the third node q"
_NOUNS = frozenset({
    Role.PLAIN, Role.VALUES, Role.RESULT, Role.ERROR, Role.PART_OF_GRAPH, Role.NET, Role.WEIGHT, Role.BIAS, Role.SLOPE,
    Role.ASPECT, Role.EVERYDAY,
})  # fmt: skip
_BETWEEN = frozenset({
    "in", "en", "em", "à", "bei", "von", "w", "в", "loss", "cost", "error", "output", "result", "verlust", "fehler",
    "perte", "cout", "pérdida", "perda", "perdita", "verlies", "straty", "потерь",
})  # fmt: skip
_OUTPUTS = frozenset({
    "output", "prediction", "ausgabe", "vorhersage", "sortie", "salida", "prediccion", "saida", "previsao", "uscita",
    "previsione", "uitvoer", "voorspelling", "wyjscia", "wyjscie", "выхода", "выход", "dau ra", "cikti", "keluaran",
    "输出", "出力", "출력",
})  # fmt: skip
_MADE = frozenset({  # what is another number than what it is of
    "absolute", "magnitude", "reciprocal", "inverse", "negative", "opposite", "betrag", "absolutbetrag", "absolutwert",
    "kehrwert", "absolu", "absolue", "oppose", "absoluto", "inverso", "opuesto", "oposto", "assoluto", "opposto",
    "omgekeerde", "bezwzgledna", "odwrotnosc", "модуль", "обратное", "mutlak", "absolut", "tuyet",
    "绝对值", "倒数", "絶対値", "逆数", "절댓값", "역수",
})  # fmt: skip
_OF_QUANTITY = frozenset({Role.ARTICLE, Role.ERROR, Role.VALUES, Role.RESULT})
_CHANGES = frozenset({
    "change", "increase", "decrease", "difference", "rise", "growth", "drop", "anderung", "zunahme", "abnahme",
    "differenz", "anstieg", "variation", "augmentation", "diminution", "cambio", "aumento", "variacion", "variazione",
    "variacao", "diferencia", "diferenca", "differenza", "verandering", "toename", "zmiana", "wzrost", "изменение",
})  # fmt: skip

_DIFFERENCES = frozenset({"difference", "differenz", "diferencia", "diferenca", "differenza", "verschil", "roznica"})


def made_of(before: Sequence[Token]) -> str:
    """Return the word before an equation that makes another number of its quantity: "twice q is 10", "half of q"."""
    last = next((word for word in reversed(before) if word.role not in (Role.OF, Role.ARTICLE)), None)
    if last is not None and last.role in (Role.PART, Role.BEHIND):
        return last.text
    return next((w.text for w, of in pairwise(before) if w.role is Role.PART and of.role is Role.OF), "")


def is_led(around: Surroundings, number: int) -> bool:
    """Whether a verb leads to an equation, over nouns of its quantity: "half the square is the loss L = 2"."""
    lead = last_seen(around.tokens, around.drafts[number].first)
    while lead > 0 and _is_noun_of_it(around.tokens[lead]):
        lead = last_seen(around.tokens, lead)
    return lead >= 0 and around.tokens[lead].kind == "rel"


def _is_noun_of_it(word: Token) -> bool:
    return word.kind == "word" and (word.role in _OF_QUANTITY or bare(word.text) in LOSS_WORDS)


def multiple_of(around: Surroundings, number: int) -> str:
    """Return the word for a multiple or a share of what a noun calls the quantity: "half the output f is 12"."""
    noun = False
    place = last_seen(around.tokens, around.drafts[number].first)
    while place >= 0 and (word := around.tokens[place]).kind == "word":
        text = bare(word.text)
        if text in _MULTIPLES or text.partition(" ")[0] in _MULTIPLES:
            return word.text if noun else ""
        if word.role is Role.PART:  # not "mean of the errors L", "third node q"
            return word.text if noun and " " not in text and text not in _ORDINALS else ""
        if word.role not in (Role.ARTICLE, Role.OF):
            if word.role not in _NOUNS or noun:  # "half the squared error L" is L
                return ""
            noun = True
        place = last_seen(around.tokens, place)
    return ""


def scaled(around: Surroundings, number: int) -> str:
    """Return the word before a derivative by which it is no more the derivative itself: "the clipped df/dw = 1"."""
    if around.held.isdisjoint(_SCALED) or not any(t.kind in SLOPES for t in around.drafts[number].sides[0]):
        return ""
    return next((word.text for word in around.before(number)[-_FEW:] if bare(word.text) in _SCALED), "")


def function_of(around: Surroundings, number: int) -> str:
    """Return the function in "the square of q = 100", "the sigmoid of z = 0.7"; empty for none."""
    place = last_seen(around.tokens, around.drafts[number].first)
    if is_led(around, number):
        return ""  # "the negative logarithm of this gives L = 1.3"
    before = around.before(number)[-_FEW:]
    if before and before[-1].role in (Role.OF, Role.ARTICLE) and not around.held.isdisjoint(_MADE):
        return next((w.text for w in before if bare(w.text).partition(" ")[0] in _MADE), "")
    if place > 0 and bare(around.tokens[place].text) in _OUTPUTS:  # "the square of the output f = 100"
        square = function_at(around.tokens, last_seen(around.tokens, place))
        return square if square == "square" or Role.POWER in around.roles else ""
    return function_at(around.tokens, place)


def function_at(tokens: list[Token], place: int) -> str:
    """Return the function that is taken of what stands behind a place; empty for none."""
    while place > 0 and tokens[place].role in (Role.ARTICLE, Role.OF):
        of, place = tokens[place].role is Role.OF, last_seen(tokens, place)
        if of and (tokens[place].kind == "fn" or tokens[place].role is Role.POWER):
            return tokens[place].text
    return ""


def is_change(around: Surroundings, number: int) -> bool:
    """Whether it is by how much a quantity changes, as in "the change in f is 0.003", and not that quantity."""
    if around.held.isdisjoint(_CHANGES):
        return False
    draft = around.drafts[number]
    place = last_seen(around.tokens, draft.first)
    subtracts = any(
        token.kind == "op" and token.text == "-" and at for side in draft.sides[1:] for at, token in enumerate(side)
    )
    for _ in range(_FEW):
        token = around.tokens[place] if place >= 0 else None
        if token is None or token.kind != "word":
            return False
        if bare(token.text) in _CHANGES:
            between = around.source[token.end : around.tokens[draft.first].start]  # none of "the difference d is 3"
            named = len(draft.sides[0]) == 1 and not between.strip(" $*_`(\\")
            return not ((subtracts or named) and bare(token.text) in _DIFFERENCES)  # "the difference d = 7 - 4"
        if token.role not in (Role.ARTICLE, Role.OF) and token.text not in _BETWEEN:
            return False
        place = last_seen(around.tokens, place)
    return False
