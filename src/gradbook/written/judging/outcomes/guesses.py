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
    alike: dict[tuple[str, str], list[Outcome]] = {}
    for outcome in judged:
        statement = outcome[2].statement
        if statement.tentative and not statement.doubt and (words := _words(outcome[2], source)):
            alike.setdefault((words, statement.context), []).append(outcome)
    for outcomes in alike.values():
        good = next((claim for status, _, claim in outcomes if status in GOOD), None)
        others = [claim for status, _, claim in outcomes if status not in GOOD]
        if good is not None and any(_clash(good, other, exercise) for other in others):
            return good
    return None


def _clash(one: Claim, other: Claim, exercise: Exercise) -> bool:
    """Whether two claims end with different numbers."""
    if not all(is_literal(claim.last.node) for claim in (one, other)):
        return False
    first, second = (number_of(claim.last.node, exercise) for claim in (one, other))
    return first is not None and second is not None and not tolerances.near(first, second)


def _words(claim: Claim, source: str) -> str:
    head = claim.statement.members[0]
    return " ".join(source[head.start : head.end].casefold().split())
