"""Nudges: what an answer checks its gradients by, "increasing w by 0.01 gives f = 24.06": another point, no answer."""

import math
from collections.abc import Sequence
from itertools import takewhile

from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare, bare_words
from gradbook.written.lexing.words.lists.conjunctions import THEN
from gradbook.written.lexing.words.lists.moving import MOVES
from gradbook.written.parsing.cues.around.surroundings import Surroundings
from gradbook.written.parsing.grammar.draft import Draft

_NO_STEP = ("nudg", "bump", "perturb", "wiggl")  # how verbs begin that no step of a descent is called by
_BY = frozenset({"by", "um", "de", "di", "met", "o", "на", "to", "auf", "a", "naar", "do", "до", "到"})
_SMALL = frozenset({"h", "ε", "ϵ", "eps", "epsilon", "δ", "Δ", "delta"})
_SMALLEST = 0.01  # by which something is moved to see what that does
_LITTLE = (1e-2, 1e-3, 1e-4, 1e-5, 1e-6)
_UPWARDS = bare_words(
    "up down hoch rauf runter herunter hinauf higher lower haut bas arriba abajo acima abaixo su giù omhoog omlaag upp "
    "ner górę dół вверх вниз"
)
_MADE = frozenset({"name", "rel", "num"})
_NEAR = 5  # tokens beside what is nudged


def follows_on(tokens: Sequence[Token], start: int) -> bool:
    """Whether a sentence begins with what comes of the one before it, or goes on: "w 5 → 5.001 makes f 24.3"."""
    if start and tokens[start - 1].text == "wide":
        return True
    first = next((token for token in tokens[start : start + _NEAR] if token.kind != "sep"), None)
    return first is not None and first.kind == "word" and bare(first.text) in THEN


def nudges(around: Surroundings, lexicon: Lexicon) -> list[int]:
    """Return the places of the numbers by which, or to which, verbs change quantities."""
    tokens = around.tokens
    sums = [draft.last for draft in around.drafts if _is_sum(draft, tokens, lexicon)] if "op" in around.held else []
    sums += [draft.last for number, draft in enumerate(around.drafts) if _is_step(around, number, lexicon)]
    sums += [draft.last for number, draft in enumerate(around.drafts) if draft.given and _shows_slope(around, number)]
    if Role.RESULT in around.held:
        sums += [place for place in range(len(tokens)) if _makes(tokens, place)]
    if "word" in around.held:
        sums += [
            at for place, token in enumerate(tokens) if token.kind == "word" and (at := _up(tokens, place, lexicon))
        ]
    if around.held.isdisjoint(MOVES):
        return sorted(sums)
    verbs = [place for place, token in enumerate(tokens) if token.kind == "word" and bare(token.text) in MOVES]
    beside = {at for place in verbs for at in range(max(0, place - _NEAR), min(len(tokens), place + _NEAR + 1))}
    found = {_amount(tokens, place, lexicon) for place in beside}
    return sorted({*(found - {-1}), *sums})


def _makes(tokens: Sequence[Token], place: int) -> bool:
    """Whether a number is another with very little added, which makes something: "b 3 → 3.001 makes u 7.5025"."""
    if tokens[place].kind != "num" or not _moves_little(tokens, place):
        return False
    made = takewhile(lambda token: token.kind in _MADE or token.text == "wide", tokens[place + 1 : place + 1 + _NEAR])
    return any(token.kind == "rel" and token.role is Role.RESULT for token in made)


def _up(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> int:
    """Return the place of the number that an input is moved "up" by, "b up by 0.1:", "b um 0,1 hoch"; 0 for none."""
    if bare(tokens[place].text) not in _UPWARDS:
        return 0
    before = [at for at in range(max(0, place - _NEAR), place) if not tokens[at].edge]
    behind = [at for at in range(place + 1, min(len(tokens), place + _NEAR)) if not tokens[at].edge]
    if before and tokens[before[-1]].kind == "num":
        number, head, ends = before[-1], [at for at in before[:-1] if bare(tokens[at].text) not in _BY], behind[:1]
    elif len(behind) > 1 and bare(tokens[behind[0]].text) in _BY and tokens[behind[1]].kind == "num":
        number, head, ends = behind[1], before, behind[2:3]
    else:
        return 0
    own = bool(head) and getattr(tokens[head[-1]].node, "name", "") in lexicon.inputs
    ended = not ends or tokens[ends[0]].kind in ("sep", "rel") or tokens[ends[0]].role is Role.RESULT
    return number if own and ended else 0


def surely(places: Sequence[int], tokens: Sequence[Token]) -> list[int]:
    """Return those of the places that can be no step of a descent: of something bumped, or moved by very little."""

    def is_sure(place: int) -> bool:
        if tokens[place].kind == "num" and (0 < abs(tokens[place].value) <= _SMALLEST or _moves_little(tokens, place)):
            return True
        near = tokens[max(0, place - 2 * _NEAR) : place]
        return any(token.kind == "word" and bare(token.text).startswith(_NO_STEP) for token in near)

    return [place for place in places if is_sure(place)]


def _moves_little(tokens: Sequence[Token], place: int) -> bool:
    """Whether a number is another with very little added: "2 to 2.001"."""
    before = tokens[max(0, place - 2) : place]
    if [token.kind for token in (*before, tokens[place])] != ["num", "sep", "num"]:
        return False
    return any(math.isclose(abs(tokens[place].value - before[0].value), little, rel_tol=1e-3) for little in _LITTLE)


def _shows_slope(around: Surroundings, number: int) -> bool:
    """Whether a sentence moves something a little, and concludes a derivative from that."""
    draft, end = around.drafts[number], around.sentence(number)[1]
    if not _moves_little(around.tokens, draft.last):
        return False
    behind = (other for other in range(number + 1, len(around.drafts)) if around.drafts[other].first < end)
    return any(
        around.drafts[other].begins_with_slope and any(word.role is Role.LINK for word in around.before(other))
        for other in behind
    )


def _is_sum(draft: Draft, tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether an equation gives an input with a small number added, or a quantity is taken there: "at w + h"."""
    head = draft.sides[0] if draft.sides else []
    if [token.kind for token in head[:2]] != ["name", "op"] or len(head) != 3 or head[1].text not in ("+", "-"):
        return False
    small = head[0].name in lexicon.inputs and head[2].kind in ("bad", "rate") and bare(head[2].text) in _SMALL
    led = draft.first > 0 and tokens[draft.first - 1].role is Role.FOR
    return small and (led or draft.states)


def _is_step(around: Surroundings, number: int, lexicon: Lexicon) -> bool:
    """Whether an equation says by how much something is moved, before values there: "with h = 0.001: s = 1.001"."""
    draft = around.drafts[number]
    if [len(side) for side in draft.sides] != [1, 1]:
        return False
    letter, size = draft.sides[0][0], draft.sides[1][0]
    own = letter.kind in ("bad", "name") and not letter.name and bare(letter.text) in _SMALL
    if not own or size.kind != "num" or not 0 < size.value <= _SMALLEST:
        return False
    end = around.sentence(number)[1]
    behind = (other for other in around.drafts[number + 1 :] if other.first < end and other.states)
    return any(len(other.sides[0]) == 1 and other.sides[0][0].name in lexicon.operands for other in behind)


def _amount(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> int:
    """Return the place of the number behind an input that a verb beside it changes; -1 where there is none."""
    head = tokens[place]
    moved = getattr(head.node, "name", "")
    if head.kind not in ("name", "new") or moved == lexicon.output or moved not in (*lexicon.inputs, *lexicon.operands):
        return -1
    behind = [at for at in range(place + 1, min(len(tokens), place + 2 * _NEAR)) if not tokens[at].edge][:_NEAR]
    amount = next((at for at in behind if tokens[at].kind == "num"), -1)
    led = [tokens[at] for at in behind if at < amount and tokens[at].kind != "op"]
    sign = "=" if head.kind == "new" else "is"  # "raise w from 5 to 5.01", which is w_new = 5.01
    joined = all(token.kind == "word" or (token.kind == "rel" and token.text in ("is", sign)) for token in led)
    own = any(bare(token.text) in _BY or bare(token.text) in MOVES or token.kind == "rel" for token in led)
    follows = next((tokens[at] for at in behind if at > amount), None)
    told = own or not led or (follows is not None and bare(follows.text) in MOVES)
    return amount if joined and told else -1
