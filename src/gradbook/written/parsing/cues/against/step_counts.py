"""Step counts: after how many steps something is so, where an answer says it; the exercise asks for one."""

from collections.abc import Sequence
from itertools import pairwise

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role
from gradbook.written.parsing.cues.around.surroundings import Surroundings
from gradbook.written.parsing.phrases.speech.counts import is_many

_STEPS = frozenset({
    "skridt", "trin", "iterationer", "opdateringer", "steg", "skritt", "iterasjoner", "oppdateringer", "epoker",
    "askelta", "askeleen", "iteraation", "iteraatiota", "päivityksen", "päivitystä", "lépés", "lépésben",
    "iteráció", "frissítés", "кроків", "кроки", "ітерацій", "епох", "βήματα", "βημάτων", "επαναλήψεις", "pași",
    "iterații", "epoci", "خطوات", "گام", "تکرار",
    "adımdan", "adım", "iterasyon", "iterasyondan", "güncelleme", "langkah", "iterasi", "epoch", "bước", "vòng",
    "lần",
    "steps", "updates", "iterations", "epochs", "schritte", "schritten", "epochen", "iterationen", "époques",
    "itérations", "épocas", "pasos", "passos", "iteraciones", "iterações", "passi", "epoche", "iterazioni", "stappen",
    "kroki", "kroków", "krokach", "шага", "шагов",
})  # fmt: skip
OTHER_METHODS = frozenset({"momentum", "nesterov", "adam", "rmsprop", "adagrad", "weight decay", "decay"})
_SEVERAL = _STEPS | OTHER_METHODS


def after_several(around: Surroundings, number: int) -> str:
    """After more steps than one: "after 10 steps, w = 4.94"."""
    tokens = [token for token in _said(around, number) if token.role is not Role.ARTICLE]
    for place, token in enumerate(tokens[:-2]):
        if token.role is not Role.AFTER and token.role is not Role.BY:
            continue
        count, behind = tokens[place + 1], tokens[place + 2 : place + 4]
        if not any(one.role is Role.STEP or one.text in _STEPS for one in behind):
            continue
        if is_many(count):
            return f"{token.text} {count.text}"
    return ""


def in_several(around: Surroundings, number: int) -> str:
    """A new value by more steps than one, or by steps of another kind: "w goes to 4.94 in two steps".

    An article parts a number from what follows: "with a rate of 2 the updates are ...".
    """
    if not around.asides and around.held.isdisjoint(_SEVERAL):
        return ""
    for tokens in (_said(around, number), *around.asides_behind(number)):
        for count, steps in pairwise(tokens):
            if steps.text in _STEPS and is_many(count):
                return f"{count.text} {steps.text}"
        if told := next((token.text for token in tokens if token.text in OTHER_METHODS), ""):
            return told
    return ""


def of_several(tokens: Sequence[Token]) -> str:
    """Return what a title says of more steps than one, or of steps of another kind: "weights after 3 steps"."""
    said = [token for token in tokens if token.role is not Role.ARTICLE and not token.edge]
    told = (f"{count.text} {steps.text}" for count, steps in pairwise(said) if steps.text in _STEPS and is_many(count))
    return next(told, "") or next((token.text for token in said if token.text in OTHER_METHODS), "")


def _said(around: Surroundings, number: int) -> Sequence[Token]:
    start, end = around.near(number)
    return [token for token in around.tokens[start:end] if not token.edge]
