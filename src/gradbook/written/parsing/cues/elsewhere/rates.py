"""Rates: what is said of the learning rate beside a step or before it: "with η = 0.5", "with double the rate"."""

import math
from collections.abc import Iterator, Sequence

from gradbook.graph.expression import Number
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import SIGNS, Role, bare
from gradbook.written.parsing.cues.around.surroundings import Surroundings
from gradbook.written.parsing.grammar.edges import seen
from gradbook.written.parsing.grammar.parser import worked_out

_PASSED = frozenset({Role.OF, Role.FILLER, Role.ARTICLE, Role.LINK, Role.FOR})
_LEADS = frozenset({Role.RATE, Role.STEP})
_SAYING = _LEADS | {"rate"}
_OTHERS = frozenset({"epsilon", "ε", "ϵ", "mu", "μ", "gamma", "γ", "lambda", "λ"})  # often a small number, or a decay
_BEGINS = frozenset({"num", "frac", "sqrt", "fn", "open", "bad"})
_CALCULATES = frozenset({"op", "close", "group", "end", *_BEGINS})
_LONGEST = 30  # tokens of a rate that is worked out
_MOST = 4  # tokens between the rate and its number
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
_FAR = 120  # tokens of a sentence that are looked at
_NEAR = 5  # tokens beside the rate


def rates_said(around: Surroundings, lexicon: Lexicon) -> list[tuple[int, Number]]:
    """Return the numbers that are said to be the rate anywhere, each with its place in the stream."""
    if not around.asides and around.held.isdisjoint(_SAYING):
        return []
    aside = [(place, rate) for place, inside in around.asides for _, rate in rates_in(inside, lexicon)]
    own = [] if around.held.isdisjoint(_SAYING) else rates_in(around.tokens, lexicon)
    return sorted([*own, *aside], key=lambda said: said[0])


def rates_in(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[tuple[int, Number]]:
    """Yield the numbers that are said to be the rate, each with its place."""
    for at, token in enumerate(tokens):
        if (token.kind != "rate" and token.role not in _LEADS) or _is_of_change(tokens, at):
            continue
        named = (token.kind == "rate" and token.text.strip("\\") not in _OTHERS) or token.role is Role.RATE
        place = _number(tokens, at + 1) if named or token.role is Role.STEP else 0
        if named and not place and (worked := _calculation(tokens, at + 1)):
            yield worked, Number(_worked_out(tokens, worked, lexicon))  # 1/2
        node = tokens[place].node if place else None
        if isinstance(node, Number) and (named or 0 < node.value < 1):  # "un pas de 0,1", but "step 2", "iteration 0"
            yield place, node


def _calculation(tokens: Sequence[Token], at: int) -> int:
    """Return the place of a calculation that a rate is said to be; 0 where none is said."""
    at = seen(tokens, at)
    if at + 1 >= len(tokens) or (tokens[at].kind, tokens[at].text) not in (("rel", "="), ("rel", "is")):
        return 0
    begin = at + 1 + tokens[at + 1].edge
    first = tokens[begin] if begin < len(tokens) else None
    return begin if first is not None and first.kind in _BEGINS else 0


def _worked_out(tokens: Sequence[Token], begin: int, lexicon: Lexicon) -> float:
    """Return what the calculation at a place comes to; nan where it is not of numbers only."""
    end, inside = begin, 0
    while end < len(tokens) and (tokens[end].kind in _CALCULATES or tokens[end].edge):
        inside += (tokens[end].kind == "open") - (tokens[end].kind == "close")
        if inside < 0:
            break  # "SGD (lr = 1/4)"
        end += 1
    if end - begin > _LONGEST:
        return math.nan
    return worked_out([token for token in tokens[begin:end] if not token.edge], lexicon)


def _is_of_change(tokens: Sequence[Token], at: int) -> bool:
    """Whether something changes at a rate: "the loss falls at a rate of 2"."""
    return tokens[at].text == "rate" and any(token.role is Role.CHANGES for token in tokens[max(0, at - _MOST) : at])


def _number(tokens: Sequence[Token], at: int) -> int:
    """Return the place of a number behind the rate that is its whole value; 0 where none stands."""
    related = False
    for place in range(at, min(at + _MOST, len(tokens))):
        token = tokens[place]
        if token.kind == "num":
            behind = tokens[place + 1] if place + 1 < len(tokens) else None
            verb = behind is not None and behind.kind == "rel" and behind.text == "is"  # "falls η = 0,1 ist"
            whole = behind is None or verb or behind.kind in ("sep", "close", "cmp") or (
                behind.kind == "word" and behind.role not in (None, Role.PART, Role.BEHIND, Role.POWER, Role.OVER)
            )  # fmt: skip
            return place if whole or _is_explained(tokens, place) else 0
        if token.kind == "rate" or (token.kind == "rel" and token.text in ("is", "=", "<-", "~") and not related):
            related = related or token.kind == "rel"
        elif token.kind == "open" and [one.kind for one in tokens[place + 1 : place + 3]] == ["num", "close"]:
            return place + 1  # "after the step (0.2)"
        elif not (token.kind == "sep" and token.text in ("soft", "colon")) and token.role not in _PASSED:
            return 0
    return 0


def _is_explained(tokens: Sequence[Token], number: int) -> bool:
    """Whether brackets with words stand behind a number: "η = 0.1 (learning rate)"."""
    opens, first = [*tokens[number + 1 : number + 3], None, None][:2]
    apart = opens is not None and opens.kind == "open" and opens.start > tokens[number].end
    return apart and first is not None and first.kind in ("word", "rate")


def at_another_rate(around: Surroundings, number: int) -> str:
    """Return the word by which the rate before a new value is another one than the exercise's."""
    if around.held.isdisjoint({"rate", Role.RATE, Role.STEP}):
        return ""
    start, first = around.sentence(number)[0], around.drafts[number].first
    tokens = [token for token in around.tokens[max(start, first - _FAR) : first] if not token.edge]
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
