"""Other factors: numbers put in for the slopes of a product, whose product is right and who are not those slopes.

    dL/dw = dL/dp * dp/dw = 7 * 8 = 56              neither 14 nor 4
    dL/dw = dL/de * de/dp * dp/dw = -14 * -1 * 4    two signs that nothing here has

Only two numbers for two slopes are compared by size: three may be put together in another way (14 * 1 * 4 = 2 * 7 * 4).
"""

from collections.abc import Sequence
from itertools import pairwise

from gradbook.graph.expression import Derivative, Number
from gradbook.written.exercise import Exercise
from gradbook.written.expression import Call, Node, factors_of
from gradbook.written.judging.claims.claim import Claim

_APART = 0.2  # by how much a number is no coarse rounding of a slope


def other_factors(claim: Claim, exercise: Exercise) -> bool:
    """Whether numbers that are put in for the slopes of a product are not those slopes."""
    return any(
        _differ([exercise.here.total[slope.of, slope.by] for slope in slopes], numbers)
        for one, other in pairwise(member.node for member in claim.members)
        if one is not None
        and other is not None
        and len(slopes := _slopes(one, exercise)) > 1
        and len(numbers := _numbers(other)) == len(slopes)
    )


def _differ(slopes: Sequence[float], numbers: Sequence[float]) -> bool:
    """Whether numbers are, in no order, the slopes; by size and by how many are negative."""
    pairs = zip(sorted(map(abs, slopes)), sorted(map(abs, numbers)), strict=True)
    if any(abs(number - slope) > _APART * slope for slope, number in pairs):
        return len(slopes) == 2 and 0 not in slopes
    return sum(slope < 0 for slope in slopes) + 1 < sum(number < 0 for number in numbers)


def _slopes(node: Node, exercise: Exercise) -> list[Derivative]:
    """Return the slopes of which an expression is the product; none, where it has other factors."""
    factors = factors_of(node)
    found = [one for one in factors if isinstance(one, Derivative) and (one.of, one.by) in exercise.here.total]
    return found if len(found) == len(factors) else []


def _numbers(node: Node) -> list[float]:
    """Return the numbers of which an expression is the product; none, where it has other factors."""
    found: list[float] = []
    for factor in factors_of(node):
        match factor:
            case Number(value):
                found.append(value)
            case Call("neg", (Number(value),)):
                found.append(-value)
            case _:
                return []
    return found
