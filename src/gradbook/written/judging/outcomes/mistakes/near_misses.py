"""Near misses: numbers that are a little off, of which nobody but a person can tell whether they are wrong.

Many a learner rounds on the way, and writes the last digit down as it comes. That is no mistake in the mathematics, and
no right number either.
"""

from collections.abc import Callable, Iterable

from gradbook.graph.expression import Number
from gradbook.written.exercise import Exercise, Key
from gradbook.written.expression import Call, Node, has_names, is_literal
from gradbook.written.judging.claims.claim import Claim
from gradbook.written.judging.steps import tolerances
from gradbook.written.judging.steps.forms import number_of
from gradbook.written.judging.steps.found import Found
from gradbook.written.parsing.equations.statements import Statement

_OFF = frozenset({Found.WRONG, Found.COARSE})


def is_near_miss(key: Key, claim: Claim, exercise: Exercise, follows: Callable[[Key, Node | None], bool]) -> bool:
    """Whether all that speaks against a claim is numbers that are nearly the value, or follow from such.

    Args:
        follows: whether a calculation is what comes of the learner's own numbers.
    """
    cut = _is_cut(claim, exercise)
    off: list[Node | None] = []
    for place, (member, found) in enumerate(zip(claim.members, claim.found, strict=True), 1):
        last = place == len(claim.members)
        if found in _OFF and not _is_nearly(key, member.node, exercise) and not (last and cut):
            if last:
                return False
            off.append(member.node)
        elif found is Found.COINCIDENCE:
            filled = _is_filled_in(claim, place) and _is_off_by_little(key, member.node, exercise)
            off += [] if filled else [member.node]
    return all(not has_names(node) and follows(key, node) for node in off)


def is_worked_out(key: Key, claim: Claim, nameless: Iterable[Statement], exercise: Exercise) -> bool:
    """Whether a calculation without a name comes to what is told rounded: "1.7 * -4.235 = -7.1995", "f is now -7.2"."""
    truth, told = exercise.truth(key), number_of(claim.last.node, exercise)
    if told is None or len(claim.members) != 1:
        return False
    digits, decimals = tolerances.written(told)
    if not decimals or digits < tolerances.FEWEST_DIGITS or not _is_rounded(truth, told, decimals):
        return False
    results = (one.members[-1].node for one in nameless if one.is_sure and len(one.members) > 1)
    return any(not has_names(node) and tolerances.equal(number_of(node, exercise) or 0.0, truth) for node in results)


def _is_rounded(value: float, number: float, decimals: int) -> bool:
    return abs(value - number) <= 0.5 * 10.0**-decimals * (1 + 1e-6)


def _is_off_by_little(key: Key, node: Node | None, exercise: Exercise) -> bool:
    value = number_of(node, exercise)
    return _is_nearly(key, node, exercise) and value is not None and not tolerances.equal(value, exercise.truth(key))


def _is_filled_in(claim: Claim, place: int) -> bool:
    """Whether a right formula stands before the member at a place, counted from 1: a - y = 0.534 - 0.7."""
    return place > 1 and claim.found[place - 2] is Found.IDENTITY and has_names(claim.members[place - 2].node)


def _is_nearly(key: Key, node: Node | None, exercise: Exercise) -> bool:
    node = _without_spare_digit(node)
    value, truth = None if has_names(node) else number_of(node, exercise), exercise.truth(key)
    if value is None or not tolerances.nearly(value, truth):
        return False
    return key.kind != "new" or tolerances.tells_step(value, exercise.here.value[key.of], truth)


def _without_spare_digit(node: Node | None) -> Node | None:
    """Return a number without the digit in brackets that may be its next one, and no factor: "-0.329(4)"."""
    match node:
        case Call("()", (Number(value) as number, Number(digit))) if digit in range(10):
            return number if tolerances.written(value)[1] >= tolerances.DIGITS else node
        case Call("neg", (inner,)):
            bare = _without_spare_digit(inner)
            return node if bare is inner or bare is None else Call("neg", (bare,))
    return node


def _is_cut(claim: Claim, exercise: Exercise) -> bool:
    """Whether a result is what a calculation comes to, cut off or rounded: 0.77 * 0.17 * 0.73 = 0.095.

    The calculation is right, or goes on from the learner's own numbers.
    """
    if len(claim.members) < 2 or not (claim.found[-2].right or claim.found[-2] is Found.COINCIDENCE):
        return False
    result, calculated = (number_of(member.node, exercise) for member in (claim.last, claim.members[-2]))
    if result is None or calculated is None or has_names(claim.members[-2].node) or not is_literal(claim.last.node):
        return False
    digits, decimals = tolerances.written(result)
    tells = decimals >= tolerances.DIGITS or (decimals > 0 and digits >= tolerances.FEWEST_DIGITS)
    return tells and abs(result - calculated) < 10.0**-decimals
