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
    "lần", "pas",
    "steps", "updates", "iterations", "epochs", "schritte", "schritten", "epochen", "iterationen", "époques",
    "itérations", "épocas", "pasos", "passos", "iteraciones", "iterações", "passi", "epoche", "iterazioni", "stappen",
    "kroki", "kroków", "krokach", "шага", "шагов",
})  # fmt: skip
OTHER_METHODS = frozenset({"momentum", "nesterov", "adam", "rmsprop", "adagrad", "weight decay", "decay"})
_NEAR = 4  # tokens between a count and "after"
_LEAD = 40  # tokens before the clause of an equation in a list
_SEVERAL = _STEPS | OTHER_METHODS


def after_several(around: Surroundings, number: int) -> str:
    """After more steps than one: "after 10 steps, w = 4.94"."""
    near, end = around.near(number)
    start = max(around.sentence(number)[0], near - _LEAD)  # "After the second step: x = 0.8, y = 2.1, z = 3"
    tokens = [t for t in around.tokens[start:end] if not (t.edge or t.role in (Role.ARTICLE, Role.OF))]
    for place, token in enumerate(tokens):
        if token.role is not Role.AFTER and token.role is not Role.BY:
            continue
        ahead, before = tokens[place + 1 : place + 4], tokens[max(0, place - _NEAR) : place]
        if len(ahead) > 1 and any(map(_is_step, ahead[1:])) and is_many(ahead[0]):
            return f"{token.text} {ahead[0].text}"
        if token.role is Role.AFTER and (count := _counted(before)):  # "2回目の更新後", "ikinci adımdan sonra"
            return f"{count} {token.text}"
    return ""


def _is_step(token: Token) -> bool:
    return token.role is Role.STEP or token.text in _STEPS


def _counted(before: Sequence[Token]) -> str:
    """Return what counts a step as a later one, right before "after"; "" where no step stands there."""
    step = next((at for at in range(len(before) - 1, -1, -1) if _is_step(before[at])), 0)
    plain = all(token.kind in ("word", "num") for token in before[: step + 1])
    counts = (t for t in before[:step] if is_many(t) and (t.kind != "num" or t.value > 1))  # "with 0.1, after a step"
    return next((t.text for t in counts), "") if step and plain else ""


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
