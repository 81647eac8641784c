"""Which known mistake is behind a wrong claim: by what it says in names, by its value, by a changed sign."""

import math

from gradbook.written.exercise import Exercise, Key
from gradbook.written.expression import Node, evaluate, has_names, is_chain, is_literal, is_symbolic
from gradbook.written.judging.claims.claim import Claim
from gradbook.written.judging.outcomes.mistakes.misconceptions import Option, Options
from gradbook.written.judging.steps.forms import sign_flips
from gradbook.written.judging.steps.found import Found, compared
from gradbook.written.judging.steps.steps import Steps
from gradbook.written.judging.steps.tolerances import equal
from gradbook.written.verdict import Diagnosis


def diagnose(key: Key, claim: Claim, exercise: Exercise, steps: Steps) -> Diagnosis:
    """Return the mistake behind a wrong claim, as far as it can be told."""
    named = [  # a right one, df/dr * dr/db = df/dr where dr/db = 1, says of no mistake
        member.node
        for member, found in zip(claim.members, claim.found, strict=True)
        if member.node is not None and has_names(member.node) and not found.right
    ]
    end = claim.last.node
    value = evaluate(end, exercise.here, exercise.lr) if end is not None else math.nan
    options = exercise.recall(Options).on(key)
    if len(claim.found) > 1 and claim.found[-2].right and not is_chain(claim.members[-2].node):
        truth = exercise.truth(key)
        opposite = abs(value + truth) <= 1e-3 * max(abs(truth), 1e-9)
        return Diagnosis.SIGN if opposite else Diagnosis.ARITHMETIC
    for node in named:
        here = evaluate(node, exercise.here, exercise.lr)
        for option in options:
            if equal(here, option.here) and _same(node, option, exercise):
                return option.diagnosis
    # What the learner's own formula comes to here, and not elsewhere, is a coincidence: it is no sign of that mistake.
    chance = [evaluate(node, exercise.here, exercise.lr) for node in named if is_symbolic(node)]
    alike = [
        option
        for option in options
        if compared(value, option.here, "~") is Found.VALUE and not any(equal(here, option.here) for here in chance)
    ]
    points = exercise.everywhere[1:]
    for member in claim.members if len(alike) > 1 else ():
        if member.node is not None and not is_literal(member.node):
            for option in alike:
                if steps.numbers.comes_to(member.node, [option.at(point) for point in points]) is Found.VALUE:
                    return option.diagnosis
    if alike:
        return alike[0].diagnosis
    for member, found in zip(claim.members, claim.found, strict=True):
        if found is Found.WRONG and member.node is not None and _flipped(key, member.node, exercise, steps):
            return Diagnosis.SIGN
    return Diagnosis.ARITHMETIC if claim.found[0].right and len(claim.found) > 1 else Diagnosis.NONE


def _flipped(key: Key, node: Node, exercise: Exercise, steps: Steps) -> bool:
    """Whether a member is right but for the sign of one number."""
    if is_literal(node):
        return False
    return any(steps.value(other, exercise.truth(key)) is Found.VALUE for other in sign_flips(node))


def _same(node: Node, option: Option, exercise: Exercise) -> bool:
    try:
        return all(equal(evaluate(node, point, exercise.lr), option.at(point)) for point in exercise.everywhere[1:])
    except (ArithmeticError, ValueError):
        return False
