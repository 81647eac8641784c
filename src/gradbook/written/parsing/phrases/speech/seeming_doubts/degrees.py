"""Degrees of an error: "how wrong the network is" says what a loss measures, and denies nothing beside it.

Only what is said of the network or its prediction is a measure: "how wrong this is" speaks of the answer.
"""

from itertools import takewhile

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare
from gradbook.written.lexing.words.languages import DICTIONARY
from gradbook.written.parsing.grammar.edges import last_seen, past_number, seen, sentence_end, sentence_start
from gradbook.written.parsing.phrases.speech.seeming_doubts.rhetoric import MARKS

_HOW = frozenset({"how", "wie", "hoe", "quao", "cuan", "jak", "насколько", "quanto", "point"})  # "à quel point"
MODEL = frozenset({
    "network", "net", "model", "prediction", "predictions", "guess", "guesses", "netz", "netzwerk", "modell",
    "vorhersage", "vorhersagen", "modele", "reseau", "prediccion", "predicao", "previsao", "modelo", "red", "rede",
    "modello", "rete", "previsione", "predizione", "netwerk", "voorspelling", "siec", "predykcja", "модель", "сеть",
    "предсказание", "прогноз",
})  # fmt: skip
_WE = frozenset({"we is", "is we", "wir liegen", "estamos", "nous sommes", "siamo", "мы"})
_OUR = frozenset({
    "our", "unser", "unsere", "notre", "nuestra", "nuestro", "nossa", "nosso", "nostra", "nostro", "ons", "onze",
    "nasza", "nasz", "наша", "наше", "the", "a", "o", "el", "il", "currently", "still", "esta", "liegt", "zit", "ist",
    "est", "bardzo", "jest", "dit", "se", "by", "very", "terribly", "horribly", "badly", "completely", "totally", "so",
    "sehr", "vollig", "total", "tres", "completement", "muy", "totalmente", "muito", "molto", "heel", "erg", "random",
    "initial", "first", "zufallige", "erste", "aleatoires", "initiales", "aleatorias", "iniciales", "casuali",
})  # fmt: skip
PREDICTIONS = MODEL - {"guess", "guesses"} | {"tahmin", "du doan", "prognoza"}
_OUTPUTS = PREDICTIONS | {"output", "ausgabe", "sortie", "salida", "saida", "uscita", "uitvoer"}
OFF = frozenset(map(bare, (
    "too high", "too low", "too large", "too small", "too big", "te hoog", "te laag", "te groot", "te klein", "слишком",
    "çok yüksek", "çok düşük", "çok büyük", "çok küçük",
)))  # fmt: skip
TARGETS = frozenset({  # what a prediction is off by is off these
    "target", "targets", "label", "goal", "ziel", "zielwert", "cible", "etiquette", "objetivo", "etiqueta", "alvo",
    "obiettivo", "etichetta", "doel", "cel", "цель",
})  # fmt: skip
_BELOW = frozenset({
    "below", "above", "under", "over", "less", "more", "off", "away", "short", "unter", "uber", "neben", "sous",
    "debajo", "encima", "abaixo", "acima", "sotto", "sopra", "onder", "boven",
})  # fmt: skip
OFF_TARGET = OFF | _BELOW
_ERRS = frozenset(map(bare, (  # by what is named behind it: "we're off by e = -0.6"
    "off by", "me equivoco", "equivoco", "nos equivocamos", "equivocamos", "trompe", "trompons", "sbaglio",
    "sbagliamo", "errei", "erramos", "mylimy", "mylę", "ошибаемся", "ошибаюсь",
)))  # fmt: skip
_BY_FAR = frozenset({"currently", "still", "far", "much", "way", "now", "nog", "nu", "steeds", "veel", "сейчас"})
_BRACKET = 8  # tokens of one
_MY = frozenset({"my", "mein", "meine", "mon", "ma", "mi", "meu", "minha", "mio", "mia", "mijn", "moja"})  # learner's


def measured(tokens: list[Token]) -> list[Token]:
    """Return the tokens, those of a clause that says how wrong the network is as plain words."""
    found = list(tokens)
    for at, token in enumerate(tokens):
        if token.kind != "word" or token.role is not Role.DENIAL:
            continue
        if bare(token.text) in _ERRS and _names_error(tokens, at):
            found[at] = _plain(token)
            continue
        begin = at
        while begin and _is_said(tokens[begin - 1]) and bare(tokens[begin].text) not in _HOW:
            begin -= 1
        end = at + 1
        while end < len(tokens) and _is_said(tokens[end]):
            end += 1
        if _is_measure(tokens[begin:end], at - begin) and _ends(tokens, end):
            found[begin:end] = [Token("word", t.text, t.start, t.end, None, Role.PLAIN) for t in tokens[begin:end]]
    return found


def _names_error(tokens: list[Token], at: int) -> bool:
    """Whether a sentence says in words alone that one is off by what it then states, "we are off by d = -0.66"."""
    said = tokens[sentence_start(tokens, at) : at]
    name = seen(tokens, at + 1)
    while name < len(tokens) and tokens[name].role in (Role.FOR, Role.BY, Role.OF):
        name = seen(tokens, name + 1)
    sign = seen(tokens, name + 1)
    states = sign < len(tokens) and tokens[name].kind == "name" and tokens[sign].text == "="
    return states and all(word.kind == "word" or word.edge or word.text == "is" for word in said)


def off_target(tokens: list[Token]) -> list[Token]:
    """Return the tokens, what says of a prediction that it is too high or too low as plain: no equation is meant."""
    found = list(tokens)
    for at, token in enumerate(tokens):
        text = bare(token.text)
        if token.kind != "word" or text not in OFF_TARGET:
            continue
        if text in _BELOW:  # which is 0.3 below the target
            if _is_target(tokens, at):
                verb = _verb_of(tokens, at)
                found[verb] = _plain(tokens[verb])
            continue
        sentence = tokens[sentence_start(tokens, at) : sentence_end(tokens, at)]
        if _by_how_much(tokens, at) and any(word.kind == "word" and bare(word.text) in TARGETS for word in sentence):
            verb = _verb_of(tokens, at)
            found[at], found[verb] = _plain(token), _plain(tokens[verb])
        noun = last_seen(tokens, at)
        while noun >= 0 and (tokens[noun].text in ("is", "was") or bare(tokens[noun].text) in _BY_FAR):
            noun = last_seen(tokens, noun)
        told = noun >= 0 and tokens[noun].kind == "word" and bare(tokens[noun].text) in _OUTPUTS
        mine = noun > 0 and bare(tokens[noun - 1].text) in _MY
        if told and not mine:
            found[at] = _plain(token)
            for place in _against_in_brackets(tokens, at + 1):
                found[place] = _plain(tokens[place])
    return found


def _against_in_brackets(tokens: list[Token], at: int) -> list[int]:
    """Return where "instead of" stands in brackets that give a prediction and its target: "(0.62 instead of 1)"."""
    inside = [*takewhile(lambda token: token.kind != "close", tokens[at:])]
    if not inside or inside[0].kind != "open" or len(inside) > _BRACKET:
        return []
    return [at + place for place, token in enumerate(inside) if token.role is Role.AGAINST]


def _plain(token: Token) -> Token:
    return Token("word", token.text, token.start, token.end, None, Role.PLAIN)


def _is_target(tokens: list[Token], at: int) -> bool:
    """Whether a number stands before "below", and the target behind it."""
    before = last_seen(tokens, at)
    near = [token for token in tokens[at + 1 : at + 4] if token.kind == "word"]
    return before >= 0 and tokens[before].kind == "num" and any(bare(word.text) in TARGETS for word in near)


def _verb_of(tokens: list[Token], at: int) -> int:
    """Return the place of the "is" before "0.3 below", or that of "below" where there is none."""
    place = last_seen(tokens, last_seen(tokens, at))
    while place >= 0 and tokens[place].role is Role.FILLER:
        place = last_seen(tokens, place)
    link = last_seen(tokens, place) if place >= 0 else -1
    verb = place >= 0 and tokens[place].kind == "rel" and tokens[place].text == "is"
    return place if verb and link >= 0 and tokens[link].kind in ("word", "name") else at


def _by_how_much(tokens: list[Token], at: int) -> bool:
    """Whether a number stands beside "too small": the difference to a target, of which the sentence speaks."""
    before, behind = last_seen(tokens, at), seen(tokens, at + 1)
    by = behind < len(tokens) and tokens[behind].text == "by" and past_number(tokens, behind + 1) > 0
    return by or (before >= 0 and (tokens[before].kind == "num" or DICTIONARY.value(tokens[before].text) is not None))


def _is_said(token: Token) -> bool:
    """Whether a token may stand in such a clause."""
    said = token.kind in ("word", "name") and token.text not in MARKS
    return said or (token.kind, token.text) == ("rel", "is")


def _is_measure(clause: list[Token], denial: int) -> bool:
    """Whether a clause says how wrong the network is, and nothing else."""
    words = [bare(token.text) for token in clause]
    if words[0] not in _HOW or not _MY.isdisjoint(words):
        return False
    others = [token for at, token in enumerate(clause) if at not in (0, denial)]
    said = " ".join("was" if token.role is Role.BEFORE else bare(token.text) for token in others)  # "are" is "is"
    nouns = sum(bare(token.text) in MODEL for token in others)
    known = all(
        bare(token.text) in MODEL | _OUR or token.role is Role.ARTICLE or token.kind == "rel" for token in others
    )
    return said in _WE or (nouns == 1 and known)


def _ends(tokens: list[Token], at: int) -> bool:
    return at == len(tokens) or tokens[at].kind in ("sep", "close") or tokens[at].text in MARKS
