"""Guesses: several numbers for what the same words call a quantity: "The output is 0.5. The output is 0.711."

What a noun names may be something else, so that a number which does not fit says nothing. Said again by the same words
it is of the same thing, and one of the two numbers is wrong.
"""

from collections.abc import Sequence

from gradbook.written.exercise import Exercise
from gradbook.written.expression import is_literal
from gradbook.written.judging.claims.claim import Claim
from gradbook.written.judging.outcomes.outcomes import GOOD, Outcome
from gradbook.written.judging.steps import tolerances
from gradbook.written.judging.steps.forms import number_of


def guessed(judged: Sequence[Outcome], exercise: Exercise, source: str) -> Claim | None:
    """Return a claim that fits, where the same words say another number of the same quantity too."""
    named = [(status, claim) for status, _, claim in judged if claim.statement.tentative and not claim.statement.doubt]
    good = [claim for status, claim in named if status in GOOD]
    others = [claim for status, claim in named if status not in GOOD]
    return next((one for one in good for other in others if _clash(one, other, exercise, source)), None)


def _clash(one: Claim, other: Claim, exercise: Exercise, source: str) -> bool:
    """Whether two claims begin with the same words, speak of the same moment and end with different numbers."""
    words, others = (_words(claim, source) for claim in (one, other))
    alike = words == others != "" and one.statement.context == other.statement.context
    if not alike or not all(is_literal(claim.last.node) for claim in (one, other)):
        return False
    first, second = (number_of(claim.last.node, exercise) for claim in (one, other))
    return first is not None and second is not None and not tolerances.near(first, second)


def _words(claim: Claim, source: str) -> str:
    head = claim.statement.members[0]
    return " ".join(source[head.start : head.end].casefold().split())
