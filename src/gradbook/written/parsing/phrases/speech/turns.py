"""Turns: the nouns of iterations and of samples, with the count that stands beside one: "epoch 7", "the 7th epoch"."""

from collections.abc import Iterator, Sequence

from gradbook.graph.expression import Number
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.counting import SAMPLES
from gradbook.written.lexing.words.dictionary import bare
from gradbook.written.parsing.grammar.edges import ends_sentence
from gradbook.written.parsing.phrases.speech.counts import is_many, is_one

ROUNDS = frozenset({
    "epoke", "gennemløb", "iterasjon", "iteraatio", "kierros", "iteráció", "ciklus",
    "ітерація", "ітераціі", "епоха", "епосі", "επαναληψη", "εποχη", "iteratia", "iteratie", "epoca", "تکرار",
    "دوره", "تكرار", "دورة",
    "iterasi", "putaran", "siklus", "yineleme", "iterasyon", "tur", "dongu", "epok", "vong lap", "lan lap", "vong",
    "luot", "lan",
    "iteration", "iter", "epoch", "round", "cycle", "durchlauf", "durchgang", "epoche", "runde", "epoque", "tour",
    "epocha", "iteracion", "ciclo", "ronda", "iteracao", "rodada", "iterazione", "giro", "ronde",
    "iteracja", "epoka", "runda", "итерация", "эпоха", "迭代", "轮", "輪", "轮次", "エポック", "反復", "イテレーション",
    "반복", "에포크", "에폭", "이터레이션", "회차",
})  # fmt: skip
NOUNS = ROUNDS | SAMPLES
SEVERAL = frozenset({"samples", "points", "examples", "beispiele", "exemples", "ejemplos", "exemplos", "esempi"})
_POINTS = frozenset({"point", "points", "item", "pair", "row"})  # of data
_DATA = frozenset({"data", "training", "train"})
_LAST = frozenset({  # that count no less than two
    "last", "later", "final", "letzte", "letzten", "letzter", "spateren", "derniere", "dernier", "ultima", "ultimo",
    "laatste", "ostatnia", "ostatniej", "последняя", "последней", "cuoi", "cuoi cung", "son", "terakhir", "最后",
    "最後", "마지막",
})  # fmt: skip
_NEXT = frozenset({  # of samples only: in the next round stands what this one gives
    "next", "nachste", "nachsten", "suivant", "suivante", "prochain", "prochaine", "siguiente", "proximo", "proxima",
    "seguinte", "successivo", "prossimo", "volgende", "nastepna", "следующая", "следующего",
})  # fmt: skip
_BETWEEN = frozenset(
    {
        "soft",
        "stop",
        "colon",
        "=",
        "e",
        "eme",
        "a",
        "o",
        "th",
        "te",
        "#",
        "point",
        "no",
        "nr",
        "number",
        "wide",
        "k",
        "t",
    }
)
_FEW = 3  # tokens between a noun and its count


def turns(tokens: Sequence[Token], nouns: frozenset[str] = ROUNDS) -> Iterator[tuple[int, int]]:
    """Yield the places of nouns of rounds, each with the count beside it; 2 is any later one that is said in words."""
    for place, token in enumerate(tokens):
        paired = is_of_data(tokens, place) and not nouns.isdisjoint(SAMPLES)
        if token.kind == "word" and (paired or bare(token.text) in nouns) and not counts_nothing(tokens, place):
            how_many = bare(token.text) in SEVERAL  # "2 samples", which are no second one
            lead = () if how_many else tokens[max(0, place - paired - _FEW) : place - paired]
            count = _beside(tokens[place + 1 : place + 1 + _FEW]) or _beside(lead[::-1])
            if count is None and (paired or bare(token.text) in SAMPLES) and lead and bare(lead[-1].text) in _NEXT:
                count = 2
            if count is not None:
                yield place, count


def counts_nothing(tokens: Sequence[Token], place: int) -> bool:
    """Whether a word counts nothing: "round to 4 digits", and a numbered title such as "2 DATOS"."""
    rounds = bare(tokens[place].text) == "round" and [bare(token.text) for token in tokens[place + 1 : place + 2]] == [
        "to"
    ]
    data = place > 0 and bare(tokens[place].text) in SAMPLES
    alone = data and tokens[place - 1].kind == "num" and (place < 2 or ends_sentence(tokens[place - 2]))
    return rounds or (alone and place + 1 < len(tokens) and ends_sentence(tokens[place + 1]))


def is_of_data(tokens: Sequence[Token], place: int) -> bool:
    """Whether a word is the noun of "data point" or "training pair"."""
    return place > 0 and bare(tokens[place].text) in _POINTS and bare(tokens[place - 1].text) in _DATA


def _beside(tokens: Sequence[Token]) -> int | None:
    for token in tokens:
        if isinstance(token.node, Number) and token.kind == "num":
            return int(token.node.value)
        if token.kind == "word" and token.text.isdecimal():  # "7th"
            return int(token.text)
        if token.kind == "word" and (is_many(token) or is_one(token)):
            return 1 + is_many(token)
        if token.kind == "word" and bare(token.text) in _LAST:
            return 2
        if bare(token.text) not in _BETWEEN:
            return None
    return None
