"""Other numbers: what a word before a name, or behind its number, makes of it, so that it is none of the quantity's.

mean q = 10        the second output sum = 6        n = 6 is the number of samples        gradient of w: 6 points lost
"""

from collections.abc import Sequence
from itertools import takewhile
from math import isclose
from operator import add, mul, sub

from gradbook.graph.expression import Symbol
from gradbook.written.expression import Node
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare, bare_words
from gradbook.written.parsing.cues.around.surroundings import Surroundings
from gradbook.written.parsing.grammar.edges import last_seen
from gradbook.written.parsing.phrases.speech.counts import is_later

_MADE = frozenset({
    "mean", "average", "averaged", "relative", "absolute", "median", "scaled", "normalized", "normalised", "inverse",
    "reciprocal", "opposite", "mittlerer", "mittlere", "mittleres", "durchschnittlicher", "durchschnittliche",
    "durchschnittliches", "relativer", "relatives", "moyenne", "moyen", "relatif", "media", "medio", "promedio",
    "relativo", "relativa", "gemiddelde", "relatieve", "sredni", "srednia", "srednie", "wzgledny", "средний", "средняя",
    "среднее", "относительный", "относительная", "относительное", "平均", "相对", "相対", "평균", "상대",
})  # fmt: skip
_NUMBER = frozenset({
    "number", "count", "anzahl", "nombre", "numero", "cantidad", "quantidade", "aantal", "liczba", "количество",
    "число",
})  # fmt: skip
_COUNTED = frozenset({
    "points", "marks", "steps", "factors", "terms", "paths", "parts", "pieces", "faktoren", "terme", "pfade", "teile",
    "facteurs", "termes", "chemins", "factores", "terminos", "caminos", "fatores", "fattori", "termini", "percorsi",
    "epochs", "iterations", "samples", "punkte", "schritte", "epochen", "puntos", "pasos",
    "epocas", "pontos", "passos", "punti", "passi", "punten", "stappen", "punkty", "kroki", "баллов", "шагов",
})  # fmt: skip
_NEAR = 4  # tokens behind an equation that say what is counted
_LONG = 3  # letters of a name that is no word
_SIGNED = {"+": add, "-": sub, "*": mul}
_WORKED = 3  # sides: a name, what is worked out, and the number
_LINE = 60  # tokens of a line that are looked at
_ROUNDED = 1e-2  # as far as a rounded result may be off
_MEANS = bare_words("mean average averaged mittelwert moyenne media média 平均 평균")


def other_number(around: Surroundings, number: int, head: Node | None, lexicon: Lexicon) -> str:
    """Return what makes a number another than that of a calculated quantity."""
    if told := _runs_on(around, number):
        return told
    if around.silent:
        return ""
    draft, tokens = around.drafts[number], around.tokens
    behind = [token for token in tokens[draft.last + 1 : draft.last + 2 + _NEAR] if not token.edge]
    if behind and behind[0].kind == "word" and bare(behind[0].text) in _COUNTED:
        return behind[0].text
    if told := next(filter(None, map(_counts, (behind, *around.asides_behind(number)))), ""):
        return told
    if not isinstance(head, Symbol) or head.name not in lexicon.operands or not draft.sides[0]:
        return ""
    place, name = last_seen(tokens, draft.first), draft.sides[0][0]
    before = tokens[place] if place >= 0 else None
    if before is None or before.kind != "word" or name.kind != "name":
        return ""
    if bare(before.text) in _MEANS and _is_mean(head.name, lexicon):
        return ""  # "mean m = s/3 = 3": that is what it is
    spelled = len(name.text) > _LONG and not name.text[-1:].isdigit()
    return before.text if bare(before.text) in _MADE or (spelled and is_later(before)) else ""


def _is_mean(name: str, lexicon: Lexicon) -> bool:
    """Whether a node is a quotient, or a part of what has no name: m = s/2, J = 0.5*(a + b)."""
    operation, operands = lexicon.operations.get(name), lexicon.operands[name]
    part = operation in ("*", "mul") and len(operands) == 1
    return operation in ("/", "div") or part or (operation in ("*", "mul") and set(operands) <= lexicon.unnamed)


def _counts(tokens: Sequence[Token]) -> str:
    """Return "number" where words begin with "the number of": of what, is no matter."""
    said = [t for t in tokens if t.role is not Role.ARTICLE and t.kind != "rel" and t.text != "comma"]
    counts = len(said) > 1 and said[0].kind == "word" and bare(said[0].text) in _NUMBER
    of = counts and (said[1].role in (Role.OF, Role.EXAMPLE) or said[1].text[:2] in ("d'", "d’"))
    return said[0].text if of else ""


def _runs_on(around: Surroundings, number: int) -> str:
    """Say that a calculation goes on from a result: "f = 5 * 2 = 10, -2 = 8"."""
    draft = around.drafts[number]
    match around.tokens[draft.last + 1 : draft.last + 7]:
        case [Token(text="comma"), Token(kind="op") as sign, Token(kind="num") as by, Token(kind="rel"), *behind]:
            said = [one for one in draft.sides[-1] if not one.edge]
            if not said or not behind or said[-1].kind != "num" or sign.text not in _SIGNED:
                return ""
            if len(draft.sides) < _WORKED or _names_more(around, draft.last + 1):
                return ""  # "q = 10, - 2 = 8, so r = 8"
            value = -said[-1].value if len(said) > 1 and said[-2].text == "-" else said[-1].value
            minus = behind[0].text == "-" and len(behind) > 1
            after = behind[minus]
            result = (-1 if minus else 1) * after.value if after.kind == "num" else None
            fits = result is not None and isclose(_SIGNED[sign.text](value, by.value), result, rel_tol=_ROUNDED)
            return "a calculation that goes on" if fits else ""
    return ""


def _names_more(around: Surroundings, place: int) -> bool:
    """Whether the line goes on to another quantity."""
    behind = around.tokens[place : place + _LINE]
    line = takewhile(lambda token: token.kind != "sep" or token.text not in ("line", "block"), behind)
    return any(token.name or token.kind == "der" for token in line)
