"""Aims: what a calculated quantity is to come to, and not what it is: "target: s = 4", "we want s = 4"."""

from collections.abc import Sequence

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare
from gradbook.written.parsing.cues.around.surroundings import Surroundings
from gradbook.written.parsing.grammar.edges import last_seen

AIMS = frozenset({  # what is aimed at
    "target", "targets", "label", "goal", "aim", "desired", "wanted", "ziel", "zielwert", "zielgrosse", "soll",
    "sollwert", "gewunscht", "gewunschte", "gewunschter", "cible", "objectif", "etiquette", "souhaite", "souhaitee",
    "voulu", "voulue", "objetivo", "meta", "deseado", "deseada", "etiqueta", "alvo", "desejado", "desejada", "rotulo",
    "obiettivo", "bersaglio", "desiderato", "desiderata", "etichetta", "doel", "doelwaarde", "gewenst", "gewenste",
    "cel", "docelowa", "docelowe", "docelowy", "pozadana", "pozadane", "цель", "целевое", "целевои", "желаемое",
    "желаемыи", "muc tieu", "mong muon", "nhan", "hedef", "istenen", "etiket", "diinginkan", "sasaran", "目标", "目標",
    "标签", "期望", "ラベル", "教師", "목표", "레이블",
})  # fmt: skip
_WANTS = frozenset({
    "want", "wants", "aim", "aim for", "aiming for", "wish", "wish for", "wollen", "will", "mochten", "voulons",
    "voudrions", "queremos", "quiero", "queremos que", "vogliamo", "willen", "chcemy", "хотим", "muon", "istiyoruz",
    "ingin", "想要", "希望",
})  # fmt: skip
_NEEDS = frozenset(
    {"need", "needs", "require", "brauchen", "benotigen", "necesitamos", "precisamos"}
)  # right before it
_SUBTRACTS = frozenset({  # what is aimed at, and no aim: "minus the target: d = -1"
    "minus", "subtract", "subtracting", "subtracted", "subtracts", "moins", "soustrait", "soustrayant", "menos",
    "restando", "restamos", "subtraindo", "meno", "sottraendo", "min",
})  # fmt: skip
_BESIDE = frozenset({  # what is aimed at: "is below the target: d = -1"
    "below", "above", "under", "over", "than", "from", "unter", "uber", "als", "vom", "sous", "dessous", "dessus",
    "debajo", "encima", "abaixo", "acima", "sotto", "sopra", "onder", "boven", "dan", "ponizej", "powyzej",
})  # fmt: skip
WANTED = AIMS | _WANTS
_NEAR = 14  # tokens of "is 0.3 below the target" and what stands between that and the equation
_SAID = WANTED | _NEEDS
_NOUNS = frozenset({Role.PLAIN, Role.VALUES, Role.RESULT, Role.ERROR, Role.FOR})  # "the desired output is s = 4"
_PASSED = frozenset({Role.ARTICLE, Role.OF, Role.FILLER})


def aimed(around: Surroundings, number: int) -> str:
    """Return the word that says an equation to be an aim; another noun than what is aimed at may stand behind it."""
    if around.held.isdisjoint(_SAID):
        return ""
    said = around.before(number)
    words = [word for word in said if word.role not in _PASSED]
    draft = around.drafts[number]
    if not words or any(token.text == "arrow" for token in around.tokens[draft.first : draft.last + 1]):
        return ""
    if (text := bare(words[-1].text)) in _SAID:
        last = around.tokens[last_seen(around.tokens, draft.first)]
        if text in AIMS and last is not words[-1] and _is_measured(around, draft.first, said, words[-1]):
            return ""
        apart = text in _NEEDS and around.tokens[last_seen(around.tokens, draft.first)] is not words[-1]
        return "" if apart else words[-1].text
    led = len(words) > 1 and words[-1].role in _NOUNS and bare(words[-2].text) in AIMS
    return words[-2].text if led else ""


def _is_measured(around: Surroundings, first: int, said: Sequence[Token], aim: Token) -> bool:
    """Whether something is said to be below or above what is aimed at, or that is taken away from it."""
    if any(bare(word.text) in _WANTS | _NEEDS for word in said):
        return False
    before = [word for word in said if word.start < aim.start and word.role is not Role.ARTICLE][-2:]
    texts = [part for word in before for part in bare(word.text).split()]
    if not _SUBTRACTS.isdisjoint(texts):
        return True
    near = [token for token in around.tokens[max(0, first - _NEAR) : first] if token.start < aim.start]
    says = any(token.kind == "rel" or token.role is Role.RELATION for token in near)
    return says and not _BESIDE.isdisjoint(texts)
