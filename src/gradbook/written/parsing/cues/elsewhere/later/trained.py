"""Trained: what a title, or a line of its own, says to be so when training is done or has gone on for many rounds.

    After 10 epochs:        ### After training        10 epochs later:        Nach 10 Epochen:
    q = 10                  q = 10                    q = 10                  q = 10

And what is said behind an equation to be so after the step: "q = 10 after the update", "q = 10 with the new weights".
"""

from collections.abc import Sequence

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import HARMLESS, Role, bare
from gradbook.written.parsing.cues.around.surroundings import Surroundings
from gradbook.written.parsing.cues.elsewhere.later.late_moments import CONVERGED, MOMENTS, TRAINING, moment
from gradbook.written.parsing.grammar.edges import lines
from gradbook.written.parsing.phrases.speech.counts import is_many, is_one
from gradbook.written.parsing.phrases.speech.turns import ROUNDS
from gradbook.written.parsing.phrases.values.moved.points import is_point

_ROUNDS = ROUNDS | frozenset({
    "епох", "епохи", "епохах", "ітераціи", "ітераціі", "επαναληψεισ", "επαναληψεων", "εποχεσ", "εποχων", "epoci",
    "iteratii", "cicluri", "تکرار", "دوره", "دورات", "تكرارات",
    "epochs", "epochen", "iterations", "iterationen", "rounds", "cycles", "runden", "durchlaufen", "durchlaufe",
    "epoques", "tours", "epocas", "iteraciones", "ciclos", "rondas", "iteracoes", "rodadas", "iterazioni",
    "cicli", "giri", "iteraties", "rondes", "epokach", "epoki", "epok", "iteracjach", "iteracji", "эпох", "эпохи",
    "итераций", "итерации", "epoktan", "epogun", "iterasyondan", "turdan", "周期", "回合", "世代", "回",
})  # fmt: skip
_MANY_STEPS = frozenset({
    "кроків", "кроки", "βηματα", "βηματων", "pasi", "گام", "خطوات",
    "steps", "updates", "schritten", "schritte", "updateschritten", "pas", "pasos", "passos", "passi", "stappen",
    "krokach", "шагов", "adimdan", "langkah", "buoc", "步", "ステップ", "단계", "스텝",
})  # fmt: skip
_SINCE = frozenset({
    "після", "через", "пізніше", "μετα", "υστερα", "επειτα", "dupa", "پس از", "بعد",
    "nach", "po", "na", "later", "spater", "danach", "tard", "plus tard", "despues", "tarde", "depois", "dopo",
    "pozniej", "спустя", "позже", "through", "trained", "once trained", "经过",
})  # fmt: skip
_TRAINED = TRAINING | CONVERGED | frozenset({
    "trainen", "学习", "treningu", "nauczeniu", "egitimden", "ogrenmeden", "aprendizaje", "aprendizado",
    "apprendimento",
    "lernen", "converging", "konvergieren", "entrenar", "treinar", "addestrare", "entrainer",
})  # fmt: skip
_COUNTED = _ROUNDS | _MANY_STEPS
_TIMES = MOMENTS | _TRAINED | _COUNTED
_BY = frozenset({"nach", "po", "na"})
_WITH = frozenset({
    "with", "using", "at", "for", "mit", "bei", "fur", "avec",
    "pour", "con", "para", "com", "per", "met", "voor", "z", "dla",
    "с", "при", "для", "voi", "dengan",
})  # fmt: skip
_FOUND = frozenset({
    "навчені", "навчена", "εκπαιδευμενα", "antrenat", "antrenata", "antrenate",
    "trained", "trainierten", "trainierte", "trainiertem", "entraine", "entraines", "entrainee", "entrenado",
    "entrenados", "entrenada", "treinado", "treinados", "treinada", "addestrato", "addestrati", "addestrata",
    "getrainde", "wytrenowane", "wytrenowanej", "обученные", "обученными", "обученной", "训练好",
})  # fmt: skip
_DENIES = frozenset({Role.DENIAL, Role.NEGATION, Role.BEFORE})
_MOVING = frozenset({Role.STEP, Role.NEW})
_MOVED = frozenset({Role.WEIGHT, Role.VALUES, Role.NEW})
_TIME = frozenset({"time", "zeit", "zeitschritte", "zeitschritten", "temps", "tiempo", "tempo", "时间", "時刻", "시간"})
_ONLY = frozenset({"only", "just", "nur", "seulement", "seul", "solo", "solamente", "apenas", "somente", "soltanto"})
_LONGEST = 8  # tokens of such a line
_NEAR = 4  # words between "after" and "the update"
_PASSED = frozenset({Role.ARTICLE, Role.NUMBER, Role.OF, Role.LINK, Role.FILLER})


def trained(around: Surroundings) -> dict[int, bool]:
    """Return the drafts under such lines; true where these count rounds, so that no new value is the first one's."""
    found: dict[int, bool] = {}
    if around.silent or (not around.asides and around.held.isdisjoint(_TIMES)):
        return found
    number, told, counted = 0, False, False
    for start, end in lines(around.tokens):
        inside = []
        while number < len(around.drafts) and around.drafts[number].first < end:
            inside.append(number)
            number += 1
        if not any(around.drafts[n].states for n in inside):
            line = [token for token in around.tokens[start:end] if not token.edge]
            line += [token for at, inside in around.asides if start <= at <= end for token in inside]
            if any(token.kind == "word" for token in line):
                told, counted = _tells(line)
        elif told:
            found |= dict.fromkeys(inside, counted)
    return found


def _tells(said: Sequence[Token]) -> tuple[bool, bool]:
    """Return whether a line says a time after training, and whether it counts rounds for that."""
    line = [token for token in said if token.kind != "sep"]
    if len(line) > _LONGEST or any(token.kind not in ("word", "num", "rel") for token in line):
        return False, False
    if any(bare(token.text) in _TIME for token in line):  # "through two time steps" of a recurrent network
        return False, False
    if moment(said) and not any(token.role in _DENIES for token in line):  # "At convergence:"
        return True, True
    since = [at for at, token in enumerate(line) if token.role is Role.AFTER or bare(token.text) in _SINCE]
    if not since or any(token.role is Role.BEFORE for token in line):
        return False, False
    if any(_counts(line[max(0, at - 2) : at]) for at in _places(line, _COUNTED)):
        return True, True
    once = any(is_one(token) or token.text in ("1", "first") for token in line)
    of_round = any(token.role is Role.STEP or bare(token.text) in _ROUNDS for token in line)
    return bool(_places(line, _TRAINED)) and not once and not of_round, False


def _places(line: Sequence[Token], words: frozenset[str]) -> list[int]:
    return [at for at, token in enumerate(line) if token.kind == "word" and bare(token.text) in words]


def _counts(before: Sequence[Token]) -> bool:
    return any((token.kind == "num" or token.role is not Role.LINK) and is_many(token) for token in before)


def is_after_step(around: Surroundings, number: int) -> bool:
    """Whether the words right behind an equation say that it is so after the step, and nothing more."""
    if not around.asides and around.roles.isdisjoint(_MOVING):
        return False
    words = around.tokens[around.drafts[number].last + 1 : around.clause_end(number)]
    return any(map(_says_after, (words, *around.asides_behind(number))))


def is_before_step(around: Surroundings, number: int) -> bool:
    """Whether the words right behind an equation say that it is so before the step: "L = 0.096 before the update"."""
    if Role.BEFORE not in around.roles or around.drafts[number].given:
        return False  # "q went from 10 to 9.88 before the step"
    said = [word.role for word in around.after(number) if word.role is not Role.ARTICLE]
    return said == [Role.BEFORE, Role.STEP]


def is_trained(around: Surroundings, number: int) -> bool:
    """Whether the words before an equation speak of what training has found: "With the trained weights, q = 10"."""
    if around.held.isdisjoint(_FOUND):
        return False
    words = around.words(around.sentence(number)[0], around.drafts[number].first)
    if words and bare(words[0].text) in _ONLY and bare(words[-1].text) in _FOUND:
        return False  # "Only w is trained: w = ..." says what is moved
    return any(bare(word.text) in _FOUND for word in words) and not any(word.role in _DENIES for word in words)


def _says_after(tokens: Sequence[Token]) -> bool:
    said = [token for token in tokens if not token.edge]
    if not said or any(token.kind not in ("word", "num") for token in said[:-1]):
        return False
    roles = [token.role for token in said]
    since = roles[0] is Role.AFTER or bare(said[0].text) in _BY
    if since and roles[-1] is Role.STEP and len(said) <= _NEAR:
        return all(is_one(token) or token.role in _PASSED or token.role in HARMLESS for token in said[1:-1])
    weights = said[-1].kind == "new" or (Role.NEW in roles and (roles[-1] in _MOVED or is_point(said[-1])))
    led = roles[0] is Role.NEW or bare(said[0].text) in _WITH
    return weights and led and len(said) <= _NEAR and not any(map(is_many, said))
