"""Late moments: what is so at the minimum, or when all training is done, and not where the exercise stands.

df/dw = 6 at the minimum      At the end of training, q = 10      The optimum is w = 4.94
"""

from collections.abc import Sequence
from itertools import pairwise

from gradbook.written.expression import Old
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare
from gradbook.written.parsing.cues.around.surroundings import Surroundings
from gradbook.written.parsing.cues.elsewhere.later.early_moments import early, vanishes
from gradbook.written.parsing.phrases.speech.turns import ROUNDS
from gradbook.written.parsing.phrases.values.copulas import PAST

_OPTIMA = frozenset({
    "optimum", "optima", "minimizer", "minimiser", "minimum", "minima", "argmin", "extremum", "optimo", "minimo",
    "otimo", "ottimo", "оптимум", "оптимуме", "оптимума", "минимум", "минимуме", "минимума", "cuc tieu",
    "diem cuc tieu", "toi uu", "gia tri toi uu", "optimumda", "minimumda", "最优值", "最优", "最优点", "最优解",
    "最小值", "最小点", "极小值", "最適値", "最適解", "最適", "最小値", "極小値", "최적값", "최적해",
    "최솟값", "최소값", "최소점",
})  # fmt: skip
_BEST = frozenset({  # said of a weight
    "optimal", "optimale", "optimaler", "optimales", "optimalen", "optimo", "optima", "otima", "ottimale", "optimaal",
    "optymalna", "optymalne", "optymalny", "оптимальное", "оптимальный", "оптимальная", "optimum", "best", "beste",
    "bestes", "besten", "meilleur", "meilleure", "mejor", "melhor", "migliore", "najlepsza", "najlepsze", "лучшее",
    "лучший", "tot nhat", "en iyi", "terbaik", "最佳", "最好", "最良", "최고", "ideal", "ideale", "idealer",
}) | _OPTIMA  # fmt: skip
CONVERGED = frozenset({
    "convergence", "konvergenz", "convergencia", "convergenza", "convergentie", "zbieznosci", "сходимости", "hoi tu",
    "yakinsama", "yakinsamadan", "konvergensi", "收敛", "収束", "수렴",
})  # fmt: skip
_IN_PLACE = frozenset({"optimumda", "minimumda"})  # what says "at" itself
_ENDS = frozenset({
    "end", "ende", "fin", "final", "fim", "fine", "einde", "eind", "koniec", "koncu", "конце", "конец", "cuoi", "son",
    "sonunda", "sonu", "akhir", "结束", "终", "最后", "終わり", "最後", "終了", "끝", "끝나", "끝난",
})  # fmt: skip
TRAINING = frozenset({
    "training", "trainings", "learning", "entrainement", "apprentissage", "entrenamiento", "treinamento", "treino",
    "addestramento", "trening", "treningu", "uczenia", "обучения", "huan luyen", "egitim", "egitimin", "pelatihan",
    "训练", "学習", "訓練", "학습", "훈련",
})  # fmt: skip
MOMENTS = _OPTIMA | CONVERGED | TRAINING
_LEADS = frozenset({Role.FOR, Role.AFTER})
_AT = frozenset(
    {"at", "in", "im", "am", "beim", "bei", "au", "en", "no", "nel", "nella", "w", "в", "tai", "di", "pada", "在"}
)
_PARTICLES = _LEADS | {Role.CONDITION}  # で, 에서, 时
_AGAINST = frozenset({Role.DENIAL, Role.NEGATION, Role.HEDGE, Role.RETRACTION, None})
_MOVES = frozenset({Role.CHANGES, Role.STEP, Role.AFTER, Role.NEW, Role.FOR, Role.BY, Role.OLD})
_POINTS = frozenset({"point", "punkt", "titik", "diem", "nokta", "punto", "ponto", "punt", "punkcie", "точке"})
_INITIAL = frozenset({
    "initial", "initially", "anfangs", "anfangliche", "depart", "au depart", "initiale", "inicialmente", "inicial",
    "inizialmente", "iniziale", "aanvankelijk", "poczatkowo", "poczatkowa", "изначально", "начальное", "начальныи",
    "ban dau", "baslangicta", "baslangic", "awalnya", "初始", "最初", "初期", "처음", "초기",
})  # fmt: skip
_SINCE = frozenset({Role.AFTER, Role.NEW, Role.STEP})
_NEAR = 3  # words between such a moment and its equation, or between its own
_SHORT = 5  # words that say what is called the best


def late(around: Surroundings, number: int) -> str:
    """Return the word for a late moment that an equation is said to be of, or an early one."""
    if told := early(around, number):
        return told
    if not around.asides and around.held.isdisjoint(MOMENTS):
        return ""
    before, after = around.before(number) or around.lead(number), around.after(number)
    told = moment(after[: _NEAR + 2]) or next(
        (
            said
            for place, inside in around.asides
            if around.drafts[number].first <= place <= around.behind(number) and (said := moment(inside))
        ),
        "",
    )
    if told or any(word.role in _AGAINST for word in before):
        return told
    if before and bare(before[-1].text) in _OPTIMA and vanishes(around.drafts[number]):  # "True minimum: df/dw = 0"
        return before[-1].text
    return moment(before[-2 * _NEAR :], last=True)


def best(around: Surroundings, number: int) -> str:
    """Return the word by which a weight is called the best one, which no single step need come to."""
    if around.held.isdisjoint(_BEST):
        return ""
    words = [word for word in around.before(number) if word.role is not Role.ARTICLE]
    if len(words) > _SHORT or any(word.role in _MOVES for word in words):
        return ""
    return next((word.text for word in words[-2:] if bare(word.text) in _BEST), "")  # "the best weight is w = 4.94"


def is_past(around: Surroundings, number: int) -> bool:
    """Whether a weight is said to have been so: "w was 5"."""
    draft = around.drafts[number]
    verbs = [token for token in around.tokens[draft.first : draft.last + 1] if token.text == "is"]
    if any(verb.role is Role.BEFORE for verb in verbs):
        return not any(word.role in _SINCE for word in around.before(number))
    behind = around.after(number)[:1]  # だった
    return bool(behind) and behind[0].text in PAST


def is_before(around: Surroundings, number: int) -> bool:
    """Whether a weight is said to be so before any step: "w (before) = 5", "initial w = 5"."""
    draft = around.drafts[number]
    words = _behind_start(around, number)
    said = [word for place, inside in around.asides if draft.first <= place <= draft.last for word in inside]
    if any(word.role in _SINCE for word in words):
        return False
    return any(word.role is Role.BEFORE for word in said) or any(
        word.role is Role.BEFORE or bare(word.text) in _INITIAL for word in words[-_NEAR:]
    )


def _behind_start(around: Surroundings, number: int) -> list[Token]:
    """Return the words before an equation, but for those of "initial point x_0 = 5: x_1 = ..."."""
    words = around.before(number)
    for draft in around.drafts[max(0, number - _NEAR) : number] if words else ():
        if len(draft.sides) > 1 and [type(token.node) for token in draft.sides[0]] == [Old]:
            words = [word for word in words if word.start >= draft.sides[0][0].start]
    return words


def moment(words: Sequence[Token], *, last: bool = False) -> str:
    """Return what says a late moment at the beginning of words, or at their end."""
    said = [w for w in words if w.kind == "word" and w.role is not Role.ARTICLE and bare(w.text) not in _POINTS]
    texts = [bare(word.text) for word in said]
    places = range(len(said) - 1, max(-1, len(said) - 1 - _NEAR), -1) if last else range(min(_NEAR, len(said)))
    for at in places:
        if texts[at] in _OPTIMA or texts[at] in CONVERGED:
            led = at > 0 and (said[at - 1].role in _LEADS or texts[at - 1] in _AT)
            followed = at + 1 < len(said) and said[at + 1].role in _PARTICLES and not said[at + 1].text.isascii()
            if led or followed or texts[at] in _IN_PLACE:
                return said[at].text
    near = said[places[-1] if last and places else 0 :]
    for one, other in pairwise([word for word in near if word.role not in (Role.OF, Role.FOR)]):
        pair = {bare(one.text), bare(other.text)}
        ends = Role.AFTER in (one.role, other.role) or not pair.isdisjoint(_ENDS)  # "after training"
        if ends and pair & TRAINING and not _is_step(near, one, other) and not _is_parted(words, one, other):
            return other.text
    return ""


def _is_parted(words: Sequence[Token], one: Token, other: Token) -> bool:
    """Whether a sign parts two words: "Final exam - Training of networks"."""
    return any(word.kind != "word" and one.start < word.start < other.start for word in words)


def _is_step(words: Sequence[Token], one: Token, other: Token) -> bool:
    """Whether only one step of the training ends: "at the end of this training step"."""
    behind = words[max(words.index(one), words.index(other)) + 1 :][:1]
    return any(word.role is Role.STEP or bare(word.text) in ROUNDS for word in behind)
