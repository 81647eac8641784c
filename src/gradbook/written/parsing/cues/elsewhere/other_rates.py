"""Other rates in words: "with double the learning rate, w = 4.94", "with a smaller step"."""

from collections.abc import Iterator

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import SIGNS, Role, bare
from gradbook.written.parsing.cues.around.surroundings import Surroundings

_COMPARED = frozenset({
    "twice", "double", "doubled", "half", "halved", "triple", "larger", "smaller", "bigger", "higher", "lower",
    "different", "other", "another", "doppelt", "doppelte", "doppelter", "doppelten", "halbe", "halber", "halben",
    "grossere", "grosserer", "grosseren", "kleinere", "kleinerer", "kleineren", "hohere", "hoherer", "anderer",
    "anderen", "deux fois", "moitie", "autre", "plus grand", "plus petit", "doble", "mitad", "mayor", "menor", "otra",
    "otro", "dobro", "metade", "maior", "outra", "outro", "doppio", "meta", "maggiore", "minore", "altro", "altra",
    "dubbele", "halve", "grotere", "hogere", "lagere", "andere", "wiekszym", "mniejszym", "wieksza",
    "mniejsza", "innym", "большеи", "меньшеи", "другои", "вдвое", "gap doi", "lon hon", "nho hon", "iki kat",
    "daha buyuk", "daha kucuk", "dua kali", "lebih besar", "lebih kecil", "两倍", "更大", "更小", "较大", "较小",
    "大きい", "小さい", "두 배", "더 큰", "더 작은",
})  # fmt: skip
_MORE = frozenset({"plus", "mas", "mais", "piu", "fois", "fois plus"})
_SIZED = frozenset(
    {"grand", "petit", "grande", "pequeno", "pequena", "piccolo", "eleve", "alto", "alta", "bajo", "baixa"}
)
_LONGEST = 120  # tokens of a sentence that are looked at
_NEAR = 5  # tokens beside the rate


def at_another_rate(around: Surroundings, number: int) -> str:
    """Return the word by which the rate before a new value is another one than the exercise's."""
    if around.held.isdisjoint({"rate", Role.RATE, Role.STEP}):
        return ""
    start, first = around.sentence(number)[0], around.drafts[number].first
    tokens = [token for token in around.tokens[max(start, first - _LONGEST) : first] if not token.edge]
    for place, token in enumerate(tokens):
        if token.kind != "rate" and token.role not in (Role.RATE, Role.STEP):
            continue
        near = [*_run(tokens, place, -1), *_run(tokens, place, 1)]
        if told := next((tokens[at].text for at in near if _compares(tokens, at)), ""):
            return told
    return ""


def _run(tokens: list[Token], place: int, step: int) -> Iterator[int]:
    """Yield the places of the words beside one, as far as nothing is related to anything."""
    for at in range(place + step, place + step * _NEAR, step):
        if not 0 <= at < len(tokens) or tokens[at].kind not in ("word", "rate"):
            return
        yield at


def _compares(tokens: list[Token], at: int) -> bool:
    if tokens[at].kind != "word":
        return False
    text = bare(tokens[at].text)
    more = at > 0 and bare(tokens[at - 1].text) in _MORE and text in _SIZED
    return more or (text in _COMPARED and (tokens[at].role is not Role.PART_OF_GRAPH or bool(SIGNS.match(text))))
