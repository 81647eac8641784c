"""What a quantity is said to be of in passing: "the loss for this point is 2", "la pérdida para este ejemplo"."""

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare

_LEADS = (Role.FOR, Role.OVER, Role.TIMES, Role.BY, Role.OF)  # "sur ce point", "per questo esempio"
_NAMES = frozenset(map(bare, (
    "point", "example", "sample", "instance", "observation", "input", "case", "punkt", "beispiel", "datenpunkt",
    "stichprobe", "exemple", "échantillon", "cas", "punto", "ejemplo", "muestra", "caso", "ponto", "exemplo",
    "amostra", "esempio", "campione", "voorbeeld", "punt", "przykładu", "przykład", "punktu", "próbki",
    "примера", "примере", "точки", "contoh", "sampel", "titik", "mẫu", "điểm", "örnek",
)))  # fmt: skip
_THIS = frozenset(map(bare, ("ese", "esa", "esse", "diesen", "diesem", "diese", "quel", "quell'", "our", "single")))
_KINDS = frozenset(map(bare, ("training", "data", "trainings", "only", "einzige", "einzigen")))
_ANY = frozenset({"a", "an", "un", "une", "uno", "una", "ein", "eine", "einen", "einem", "einer", "um", "uma", "een"})
_ROLES = (Role.PLAIN, Role.EXAMPLE, Role.EVERYDAY, Role.PART_OF_GRAPH)
_WITH_ARTICLE = frozenset({  # a preposition and "the" in one
    "sul", "sull", "sulla", "nel", "nell", "nella", "del", "dell", "dello", "al", "all", "im", "beim", "zum", "no",
    "na", "do", "da", "ao", "au",
})  # fmt: skip
_MOST = 4  # words before the noun


def behind_sample(tokens: list[Token], at: int) -> int:
    """Return the place behind "for this example"; the same place where nothing of the kind stands there."""
    while at < len(tokens) and tokens[at].edge:
        at += 1
    if at >= len(tokens):
        return at
    told = tokens[at].kind == "word" and bare(tokens[at].text).rstrip("'") in _WITH_ARTICLE
    if not told and tokens[at].role not in _LEADS:
        return at
    for place in range(at + 1, min(at + 2 + _MOST, len(tokens))):
        token = tokens[place]
        *joined, word = bare(token.text).split() or [""]
        if word in _NAMES and token.role in _ROLES:
            told = told or bool(joined)  # "this example", a phrase
            behind = place + 1 < len(tokens) and tokens[place + 1].role is Role.ARTICLE  # "mẫu này", "contoh ini"
            return place + 1 + behind if told or behind else at
        if (token.role is Role.ARTICLE and word not in _ANY) or word in _THIS:
            told = True
        elif word not in _KINDS and not token.edge:
            return at
    return at
