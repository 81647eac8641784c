"""Near misses: numbers that are a little off, of which nobody but a person can tell whether they are wrong.

Many a learner rounds on the way, and writes the last digit down as it comes. That is no mistake in the mathematics, and
no right number either.
"""

from collections.abc import Callable

from gradbook.written.exercise import Exercise, Key
from gradbook.written.expression import Node, has_names
from gradbook.written.judging import tolerances
from gradbook.written.judging.claim import Claim
from gradbook.written.judging.forms import number_of
from gradbook.written.judging.found import Found

_OFF = frozenset({Found.WRONG, Found.COARSE})


def is_near_miss(key: Key, claim: Claim, exercise: Exercise, follows: Callable[[Key, Node], bool]) -> bool:
    """Whether all that speaks against a claim is numbers that are nearly the value, or follow from such.

    Args:
        follows: whether a calculation is what comes of the learner's own numbers.
    """
    if claim.found[-1] in _OFF and not _is_nearly(key, claim.last.node, exercise):
        return False
    off = [
        member.node
        for member, found in zip(claim.members, claim.found, strict=True)
        if found is Found.COINCIDENCE or (found in _OFF and not _is_nearly(key, member.node, exercise))
    ]
    return all(node is not None and not has_names(node) and follows(key, node) for node in off)


def _is_nearly(key: Key, node: Node | None, exercise: Exercise) -> bool:
    value, truth = None if node is None or has_names(node) else number_of(node, exercise), exercise.truth(key)
    if value is None or not tolerances.nearly(value, truth):
        return False
    return key.kind != "new" or tolerances.tells_step(value, exercise.here.value[key.of], truth)
