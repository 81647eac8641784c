"""Passages: what is calculated in lines of their own, "dL/dw = 2/3 (1 + 2)", "dL/dw = 2/3 * 3", "dL/dw = 2".

Each begins with the quantity again where others write a chain. A line in the midst that cannot be decided alone says
nothing against those beside it that come to the same, nor one that only goes on from a right one.
"""

from gradbook.core.text.patterns import regex
from gradbook.written.exercise import Exercise
from gradbook.written.expression import has_names, is_literal
from gradbook.written.judging.claims.claim import Claim
from gradbook.written.judging.outcomes.outcomes import GOOD, Outcome
from gradbook.written.judging.steps.forms import number_of
from gradbook.written.judging.steps.found import Found
from gradbook.written.verdict import Status

_APART = regex(r"[^\s$*_&\\⇒→=>-]")  # more than the ends of lines and of mathematics between two equations
_SAME = 2e-3  # of a value that is rounded on its way


def without_passages(outcomes: list[Outcome], exercise: Exercise, source: str) -> list[Outcome]:
    """Return the outcomes without calculations that only lead to the one behind them, or on from the one before.

    Args:
        outcomes: of all claims on a quantity, in order.
        exercise: what is asked.
        source: the answer.
    """
    kept = [status in GOOD for status, _, _ in outcomes]
    if all(kept) or not any(kept):
        return outcomes
    same = [_come_to_the_same(outcomes[at - 1], outcomes[at], exercise, source) for at in range(1, len(outcomes))]
    passed: set[int] = set()
    for order in (range(1, len(outcomes)), range(len(outcomes) - 2, -1, -1)):
        for at in order:
            beside = at - order.step
            joined = same[min(at, beside)] and (kept[beside] or beside in passed)
            chance = outcomes[at][2].found[-1] is not Found.UNDECIDED  # where nothing before leads to it
            led = beside < at or not chance or (at > 0 and same[at - 1] and outcomes[at - 1][0] is Status.UNREAD)
            if joined and led and not kept[at] and _calculates(outcomes[at][2]):
                passed.add(at)
    return [outcome for at, outcome in enumerate(outcomes) if at not in passed]


def _calculates(claim: Claim) -> bool:
    """Whether a claim is nothing but a calculation in numbers."""
    node = claim.last.node
    sure = not claim.statement.tainted and len(claim.members) == 1
    return sure and node is not None and not is_literal(node) and not has_names(node)


def _come_to_the_same(one: Outcome, other: Outcome, exercise: Exercise, source: str) -> bool:
    """Whether two statements with nothing between them come to one number."""
    first, second = one[2].statement, other[2].statement
    if first.end > second.start or _APART.search(source, first.end, second.start) is not None:
        return False
    a, b = number_of(one[2].last.node, exercise), number_of(other[2].last.node, exercise)
    return a is not None and b is not None and abs(a - b) <= _SAME * abs(b)
