"""Accumulation: a gradient that is added up part by part, "dq = 1", "dq += 2", as programs and tapes have it."""

from collections.abc import Sequence

from gradbook.written.exercise import Exercise
from gradbook.written.judging.claims.claim import Claim
from gradbook.written.judging.steps.forms import number_of


def is_part(claim: Claim) -> bool:
    """Whether a claim only adds to a gradient."""
    members = claim.statement.members
    return len(members) > 1 and members[1].relation == "+="


def total(claims: Sequence[Claim], exercise: Exercise) -> float | None:
    """Return what the parts of a gradient and what it begins with come to.

    None where one of them is no number, or something else is said between them.
    """
    first = next(place for place, claim in enumerate(claims) if is_part(claim))
    numbers = [number_of(claim.last.node, exercise) for claim in claims[max(0, first - 1) :]]
    if None in numbers or not all(map(is_part, claims[first:])):
        return None
    return sum(number for number in numbers if number is not None)
