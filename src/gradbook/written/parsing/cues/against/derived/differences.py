"""Differences: a number that only says by how much: "q is 10 below r", "q = 10 too much", "q is 10 off"."""

from gradbook.written.lexing.words.dictionary import bare
from gradbook.written.parsing.cues.around.surroundings import Surroundings
from gradbook.written.parsing.grammar.edges import seen

_THAN = frozenset({  # and a quantity behind it
    "below", "above", "under", "over", "beneath", "from", "unter", "uber", "neben", "sous", "sur", "dessous", "dessus",
    "debajo", "encima", "abaixo", "acima", "sotto", "sopra", "beyond", "onder", "boven",
})  # fmt: skip
_ALONE = frozenset({
    "off", "short", "larger", "smaller", "bigger", "higher", "lower", "greater", "apart", "away", "daneben", "grosser",
    "kleiner", "hoher", "niedriger", "mayor", "menor", "maior", "maggiore", "minore",
})  # fmt: skip
_TOO = frozenset({"too", "zu", "trop", "demasiado", "demais", "troppo", "te"})
_MUCH = frozenset({
    "much", "many", "little", "few", "large", "small", "high", "low", "viel", "wenig", "gross", "klein", "hoch",
    "niedrig", "tief", "grand", "petit", "veel", "weinig", "alto", "basso", "grande", "piccolo",
})  # fmt: skip
_WORKED_OUT = 2  # sides, or tokens of one, behind which a result is no difference
_FEW = 4  # tokens between such a word and its quantity: "en dessous de r"


def difference(around: Surroundings, number: int) -> str:
    """Return the word right behind an equation by which its number is only a difference."""
    tokens, draft = around.tokens, around.drafts[number]
    at = seen(tokens, draft.last + 1)
    if at >= len(tokens) or tokens[at].kind != "word" or tokens[draft.last].kind != "num":
        return ""  # "f = 8.6, which is lower"
    words = [bare(token.text).split()[-1] for token in tokens[at : at + 3] if token.kind == "word"]
    worked_out = len(draft.sides) > _WORKED_OUT and len(draft.sides[-2]) > _WORKED_OUT  # "(4.6 - 5)^2 = 0.16 smaller"
    if (words[0] in _ALONE and not worked_out) or (words[0] in _TOO and len(words) > 1 and words[1] in _MUCH):
        return tokens[at].text
    place = next((n for n in range(at, min(at + _FEW, len(tokens))) if tokens[n].kind not in ("word",)), at)
    named = tokens[place].kind == "name" and not (place + 1 < len(tokens) and tokens[place + 1].kind == "rel")
    return tokens[at].text if named and not _THAN.isdisjoint(words) else ""
