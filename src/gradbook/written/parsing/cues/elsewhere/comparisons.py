"""Comparisons: what is so only for numbers of one sign says nothing where the exercise has one of the other.

dh/dz = 1 if z > 0        If z < 0, dh/dz = 0        dh/dz = 0 otherwise
"""

from typing import NamedTuple

from gradbook.graph.expression import Number
from gradbook.written.expression import Call, Node
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.words.dictionary import Role
from gradbook.written.parsing.cues.around.surroundings import Surroundings
from gradbook.written.parsing.equations.statements import Conditions
from gradbook.written.parsing.grammar.draft import Draft
from gradbook.written.parsing.grammar.parser import parsed

NEEDS = frozenset({Role.CONDITION, Role.FOR, Role.OTHERWISE})

_SUPPOSES = frozenset({Role.CONDITION, Role.FOR})
_HOLDS, _FAILS = Number(1.0), Number(0.0)


class Compared(NamedTuple):
    """The comparisons that an equation is said for.

    Attributes:
        conditions: that must hold for it.
        words: that suppose them, and so speak against nothing.
    """

    conditions: Conditions = ()
    words: frozenset[str] = frozenset()


def compared(around: Surroundings, number: int, lexicon: Lexicon) -> Compared:
    """Return what an equation is said for: behind it, before it, or by what the one before it is said for."""
    behind = _behind(around, number, lexicon)
    if behind.conditions:
        before = _leading(around, number)  # "dh/dz = 1 if z > 0, dh/dz = 0 if z <= 0": the first "if" is not its own
        return behind._replace(words=behind.words | before)
    if _is_otherwise(around, number) and number > 1:
        others = _behind(around, number - 2, lexicon).conditions
        return Compared(tuple((comparison, _FAILS) for comparison, _ in others))
    return _ahead(around, number, lexicon)


def _behind(around: Surroundings, number: int, lexicon: Lexicon) -> Compared:
    """Return the comparison that "if" or "for" puts behind an equation."""
    if number + 1 >= len(around.drafts) or _is_parted(around, number):
        return Compared()
    return _supposed(around, number + 1, lexicon)


def _ahead(around: Surroundings, number: int, lexicon: Lexicon) -> Compared:
    """Return the comparison that a sentence begins with, which goes on with an equation."""
    other = number - 1
    if other < 0 or around.drafts[other].first < around.sentence(number)[0]:
        return Compared()
    of_another = other > 0 and around.drafts[other - 1].states and not _is_parted(around, other - 1)
    return Compared() if of_another else _supposed(around, other, lexicon)


def _leading(around: Surroundings, number: int) -> frozenset[str]:
    before = around.before(number - 1) if number and not around.drafts[number - 1].states else []
    return frozenset(word.text for word in before)


def _supposed(around: Surroundings, number: int, lexicon: Lexicon) -> Compared:
    comparison = _comparison(around.drafts[number], lexicon)
    before = around.before(number)
    if comparison is None or not before or before[-1].role not in _SUPPOSES:
        return Compared()
    return Compared(((comparison, _HOLDS),), frozenset({before[-1].text}))


def _is_parted(around: Surroundings, number: int) -> bool:
    """Whether anything parts an equation from what is behind it."""
    first, other = around.drafts[number], around.drafts[number + 1]
    between = around.tokens[first.last + 1 : other.first]
    return any(token.kind == "sep" and not token.edge and token.text != "wide" for token in between)


def _is_otherwise(around: Surroundings, number: int) -> bool:
    behind = around.after(number)[:1]
    return bool(behind) and behind[0].role is Role.OTHERWISE


def _comparison(draft: Draft, lexicon: Lexicon) -> Node | None:
    """Return a comparison of two sides that are read, if a fragment is nothing else."""
    signs = [place for place, token in enumerate(draft.tokens) if token.kind == "cmp"]
    if draft.states or len(signs) != 1:
        return None
    left, right = (parsed(side, lexicon) for side in (draft.tokens[: signs[0]], draft.tokens[signs[0] + 1 :]))
    return Call(draft.tokens[signs[0]].text, (left, right)) if left is not None and right is not None else None
