"""Regrouping: whether a member is the one before it, rearranged, partly worked out, or with its numbers put in."""

import math
from collections.abc import Sequence
from itertools import combinations

from gradbook.written.exercise import Exercise, Key
from gradbook.written.expression import Call, Node, evaluate, factors_of, has_names, terms_of
from gradbook.written.judging.steps.forms import distributed, is_rounded, number_of
from gradbook.written.judging.steps.substitutions import put_in
from gradbook.written.judging.steps.tolerances import equal

_MOST_EDGES = 6  # from one node, of which all groups are tried


def goes_on(before: Node, node: Node, exercise: Exercise) -> bool:
    """Whether a member of the right value only goes on from the one before it."""
    return _same(before, node, exercise) or regroups(before, node, exercise) or is_filled_in(before, node, exercise)


def are_one_number(one: Node | None, other: Node, exercise: Exercise) -> bool:
    """Whether calculations come to the very same number: (0.5 - 0.631)^2 and (-0.131)^2."""
    here, lr = exercise.here, exercise.lr
    return one is not None and equal(evaluate(one, here, lr), evaluate(other, here, lr))


def _same(before: Node, node: Node, exercise: Exercise) -> bool:
    """Whether two members differ in their numbers' arithmetic only: 5 * 3 * x**2 = 15 * x**2."""
    lr = exercise.lr
    return all(equal(evaluate(before, point, lr), evaluate(node, point, lr)) for point in exercise.everywhere)


def is_filled_in(before: Node, node: Node, exercise: Exercise) -> bool:
    """Whether each quantity of the member before has its number in this one: max(0, w h + b), max(0, 2 * 1.5 + 1)."""
    if not has_names(before) or has_names(node):
        return False
    pairs = [(number_of(quantity, exercise), number_of(put, exercise)) for quantity, put in put_in(before, node) or ()]
    if pairs:
        return all(value is not None and number is not None and is_rounded(value, number) for value, number in pairs)
    return _is_filled_in_by_terms(before, node, exercise)


def _is_filled_in_by_terms(before: Node, node: Node, exercise: Exercise) -> bool:
    """Whether the same holds of a sum, term by term, with the signs of negative numbers before them: -1 * 2 - 3."""
    old, new = terms_of(before), terms_of(node)
    return 1 < len(old) == len(new) and all(
        _is_term_filled_in(quantities, numbers, exercise) for quantities, numbers in zip(old, new, strict=True)
    )


def _is_term_filled_in(quantities: Node, numbers: Node, exercise: Exercise) -> bool:
    """Whether a term of numbers is one of quantities, factor by factor, wherever its sign stands."""
    old, new = _multiplied(quantities, exercise), _multiplied(numbers, exercise)
    pairs = [(number_of(quantities, exercise), number_of(numbers, exercise)), *zip(old, new, strict=False)]
    return len(old) == len(new) and all(a is not None and b is not None and is_rounded(a, b) for a, b in pairs)


def regroups(before: Node, node: Node, exercise: Exercise) -> bool:
    """Whether a member only multiplies or adds up some of what stands before it: 2 * 2 * 3 = 4 * 3."""
    for parts in (terms_of, factors_of):
        if parts is factors_of:  # the value is right, so that signs can only have changed their places
            old, new = (_multiplied(member, exercise) for member in (before, node))
        else:
            old, new = ([number_of(part, exercise) for part in parts(member)] for member in (before, node))
        if None in old or None in new or len(old) == 1 or len(new) == 1:
            continue
        one = 0.0 if parts is terms_of else 1.0
        if in_order(old, new, one):  # type: ignore[arg-type]
            return True
        if len(old) <= 6 and _partitions([v for v in old if v != one], [v for v in new if v != one], one):  # type: ignore[misc]
            return True
    return False


def joins_edges(key: Key, node: Node, exercise: Exercise) -> bool:
    """Whether each term of a sum is what some of the edges from a node bring: 12 + 18 + 2 as 12 + 20, by branches.

    So it does where their factor stands before all, 1/4 (6 + 4 - 2): as many edges as terms then.
    """
    here, apart = exercise.here, distributed(node)
    terms = [number_of(term, exercise) for term in terms_of(apart)]
    edges = [
        here.total[key.of, child] * slope
        for (child, by), slope in here.local.items()
        if by == key.by and (key.of, child) in here.total
    ]
    fewer = len(terms) < len(edges) + (apart is not node)
    if len(terms) == 1 or not fewer or len(edges) > _MOST_EDGES or None in terms:
        return False
    return _partitions([edge for edge in edges if edge], [term for term in terms if term], 0.0)


def _multiplied(node: Node, exercise: Exercise) -> list[float | None]:
    """Return the sizes of the factors of a product, a quotient or its negative; None for one without a number."""
    match node:
        case Call("neg", (inner,)):
            return _multiplied(inner, exercise)
        case Call("*" | "()", (left, right)):
            return [*_multiplied(left, exercise), *_multiplied(right, exercise)]
        case Call("/", (above, below)):
            return [*_multiplied(above, exercise), *(1 / n if n else None for n in _multiplied(below, exercise))]
    value = number_of(node, exercise)
    return [None if value is None else abs(value)]


def _partitions(old: list[float], new: list[float], one: float) -> bool:
    """Whether each new number is the sum (one is 0) or product (one is 1) of some of the old, each used once."""
    if not new:
        return not old
    for size in range(1, len(old) + 1):
        for chosen in combinations(range(len(old)), size):
            parts = [old[i] for i in chosen]
            if abs((math.prod(parts) if one else sum(parts)) - new[0]) <= 1e-3 * abs(new[0]):
                rest = [value for i, value in enumerate(old) if i not in chosen]
                if _partitions(rest, new[1:], one):
                    return True
    return False


def in_order(old: Sequence[float], new: Sequence[float], one: float) -> bool:
    """Whether each new number is a sum (one is 0) or product (one is 1) of old ones side by side, all of them used."""
    reached = {0}
    for number in new:
        ends = set()
        for begin in reached:
            value = one
            for end, part in enumerate(old[begin:], begin + 1):
                value = value * part if one else value + part
                if abs(value - number) <= 1e-3 * abs(number):
                    ends.add(end)
        reached = ends
    return len(old) in reached
