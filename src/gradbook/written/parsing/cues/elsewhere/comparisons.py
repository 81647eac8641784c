"""Comparisons: what is so only for numbers of one sign says nothing where the exercise has one of the other.

dh/dz = 1 if z > 0        dh/dz = 0 (z < 0)        If z < 0, dh/dz = 0        dh/dz = 0 otherwise
"""

from itertools import pairwise
from typing import NamedTuple

from gradbook.graph.expression import Number
from gradbook.written.expression import Call, Node
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role
from gradbook.written.parsing.cues.around.surroundings import Surroundings
from gradbook.written.parsing.equations.statements import Conditions
from gradbook.written.parsing.grammar.parser import parsed

_SUPPOSES = frozenset({Role.CONDITION, Role.FOR})
_PARTS = frozenset({"comma", "wide", "colon", "arrow"})  # what may stand between an equation and what it is said for
_HOLDS, _FAILS = Number(1.0), Number(0.0)
_FEW = 4  # words of a clause that says nothing but a comparison


class Compared(NamedTuple):
    """The comparisons that an equation is said for.

    Attributes:
        conditions: that must hold for it.
        words: that suppose them, and so speak against nothing.
        otherwise: whether a number behind it is said for where they do not hold.
    """

    conditions: Conditions = ()
    words: frozenset[str] = frozenset()
    otherwise: bool = False


def compared(around: Surroundings, number: int, lexicon: Lexicon) -> Compared:
    """Return what an equation is said for: behind it, before it, or by what the one before it is said for."""
    behind = _behind(around, number, lexicon)
    if behind.conditions:
        before = _leading(around, number)  # "dh/dz = 1 if z > 0, dh/dz = 0 if z <= 0": the first "if" is not its own
        return Compared(behind.conditions, behind.words | before, _has_another(around, number))
    if _is_otherwise(around, number) and number > 1:
        others = _behind(around, number - 2, lexicon).conditions
        return Compared(tuple((comparison, _FAILS) for comparison, _ in others))
    return _ahead(around, number, lexicon)


def _behind(around: Surroundings, number: int, lexicon: Lexicon) -> Compared:
    """Return the comparison right behind an equation, or alone in brackets there: "if z > 0", "(z > 0)"."""
    for inside in around.asides_behind(number):
        said = [token for token in inside if token.kind not in ("word", "sep")]
        if len(inside) - len(said) <= _FEW and (comparison := _comparison(said, lexicon)) is not None:
            return Compared(((comparison, _HOLDS),))
    if number + 1 >= len(around.drafts):
        return Compared()
    parts = _parts(around, number)
    if parts and (parts - _PARTS or not _ends(around, number + 1)):
        return Compared()
    return _supposed(around, number + 1, lexicon)


def _ahead(around: Surroundings, number: int, lexicon: Lexicon) -> Compared:
    """Return the comparison that a clause begins with, which goes on with an equation."""
    other = number - 1
    if other < 0 or around.drafts[other].first < around.sentence(number)[0] or _parts(around, other) - _PARTS:
        return Compared()
    of_another = other > 0 and around.drafts[other - 1].states and not _parts(around, other - 1)
    return Compared() if of_another else _supposed(around, other, lexicon)


def _leading(around: Surroundings, number: int) -> frozenset[str]:
    before = around.before(number - 1) if number and not around.drafts[number - 1].states else []
    return frozenset(word.text for word in before)


def _supposed(around: Surroundings, number: int, lexicon: Lexicon) -> Compared:
    draft, before = around.drafts[number], around.before(number)
    comparison = _comparison(draft.tokens, lexicon) if not draft.states and len(before) <= _FEW else None
    if comparison is None:
        return Compared()
    words = {word.text for word in before[-1:] if word.role in _SUPPOSES}
    return Compared(((comparison, _HOLDS),), frozenset(words))


def _parts(around: Surroundings, number: int) -> set[str]:
    """Return what parts an equation from what is behind it; a wide gap does not."""
    first, other = around.drafts[number], around.drafts[number + 1]
    between = around.tokens[first.last + 1 : other.first]
    return {token.text for token in between if token.kind == "sep" and not token.edge and token.text != "wide"}


def _ends(around: Surroundings, number: int) -> bool:
    """Whether a clause says nothing behind a fragment."""
    behind = next((token for token in around.tokens[around.drafts[number].last + 1 :] if not token.edge), None)
    return behind is None or (behind.kind == "sep" and behind.text not in _PARTS)


def _has_another(around: Surroundings, number: int) -> bool:
    """Whether "and 0 otherwise" stands behind an equation, in its sentence."""
    said = [t for t in around.tokens[around.drafts[number].last + 1 : around.sentence(number)[1]] if not t.edge]
    return any(one.kind == "num" and other.role is Role.OTHERWISE for one, other in pairwise(said))


def _is_otherwise(around: Surroundings, number: int) -> bool:
    behind = around.after(number)[:1]
    return bool(behind) and behind[0].role is Role.OTHERWISE


def _comparison(tokens: list[Token], lexicon: Lexicon) -> Node | None:
    """Return a comparison of two sides that are read, if tokens are nothing else."""
    signs = [place for place, token in enumerate(tokens) if token.kind == "cmp"]
    if len(signs) != 1:
        return None
    left, right = (parsed(side, lexicon) for side in (tokens[: signs[0]], tokens[signs[0] + 1 :]))
    return Call(tokens[signs[0]].text, (left, right)) if left is not None and right is not None else None
