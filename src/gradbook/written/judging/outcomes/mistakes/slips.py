"""Slips: what must speak against a right number before its step is called wrong.

Who comes to the right number by a formula that gives another one has not calculated with that formula: it is a slip of
the pen, a name that the answer uses in its own way, or a line that was not understood. A person looks at it. So with a
new value that is right by a gradient that is rounded in the wrong digit, 0.0140 for 0.014056.
"""

from gradbook.graph.expression import Derivative, Number
from gradbook.written.exercise import Exercise, Key
from gradbook.written.expression import Node, Slope, has, has_names, is_literal, leaves
from gradbook.written.judging.claims.claim import Claim
from gradbook.written.judging.steps import tolerances
from gradbook.written.judging.steps.forms import is_rounded
from gradbook.written.judging.steps.found import Found

_PLAIN = (0.0, 1.0, 2.0)  # numbers that stand for nothing but themselves


def may_be_a_slip(key: Key, claim: Claim, exercise: Exercise) -> bool:
    """Whether all steps that do not hold may be slips of the pen beside a right calculation, or not be understood."""
    members, found = claim.members, claim.found
    if not found[-1].right:
        return False
    return all(
        _is_slip(key, member.node, what, claim, place) or _is_rounded_astray(key, member.node, what, exercise)
        for place, (member, what) in enumerate(zip(members, found, strict=True))
        if not what.right and what is not Found.UNREAD
    )


def _is_slip(key: Key, node: Node | None, what: Found, claim: Claim, place: int) -> bool:
    of_value = key.kind in ("value", "new")
    if node is None:
        return False
    if not of_value and (has(node, Derivative) or has(node, Slope)):  # a broken chain: a step is called wrong for it,
        return what is Found.WRONG and _calculates(claim, place)  # but not if other numbers than its own are put in
    if what is Found.COINCIDENCE:  # 32 * a, of which nobody knows what 32 stands for
        numbers = [leaf.value for leaf in leaves(node) if isinstance(leaf, Number)]
        return has_names(node) and any(abs(number) not in _PLAIN for number in numbers)
    if what is not Found.WRONG:
        return False
    if is_literal(node):
        return True  # = 2 = 6: no step at all
    telling = of_value and _is_telling(claim.last.node)
    return telling or (has_names(node) and _calculates(claim, place))


def _is_rounded_astray(key: Key, node: Node | None, what: Found, exercise: Exercise) -> bool:
    """Whether a step is taken with a number that is nearly a gradient of the graph, and with no names."""
    if key.kind != "new" or what is not Found.COINCIDENCE or node is None or has_names(node):
        return False
    total, output = exercise.here.total, exercise.graph.output
    slopes = [abs(slope) for (of, _), slope in total.items() if of == output and slope]
    numbers = [abs(leaf.value) for leaf in leaves(node) if isinstance(leaf, Number)]
    return any(tolerances.near(n, slope) and not is_rounded(slope, n) for n in numbers for slope in slopes)


def _calculates(claim: Claim, place: int) -> bool:
    """Whether the numbers that are put in behind a formula are right."""
    behind = zip(claim.members[place + 1 :], claim.found[place + 1 :], strict=True)
    return any(f.right and m.node is not None and not is_literal(m.node) and not has_names(m.node) for m, f in behind)


def _is_telling(node: Node | None) -> bool:
    """Whether a number has so many digits that no other formula comes to it by chance."""
    return isinstance(node, Number) and tolerances.written(node.value)[0] >= tolerances.DIGITS
