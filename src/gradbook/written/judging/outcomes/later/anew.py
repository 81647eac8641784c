"""Anew: what a learner calculates again behind the step, from inputs that the step came to for them.

    w = 0.4 + 0.15 = 0.55 ... Then s = 0.55 * 1.5 - 0.2 = 0.625

Where the step went wrong, such a value is neither the one before it nor the one after it; it undoes nothing that was
said before. That it is of the new inputs is seen by their numbers, in it or in what is calculated with it.
"""

from collections.abc import Sequence

from gradbook.graph.expression import Number
from gradbook.written.exercise import Exercise
from gradbook.written.expression import New, is_literal, leaves
from gradbook.written.judging.claims.claim import Claim
from gradbook.written.judging.claims.moments import NEITHER
from gradbook.written.judging.steps.forms import number_of
from gradbook.written.parsing.equations.statements import Statement


def is_anew(claim: Claim, statements: Sequence[Statement], exercise: Exercise) -> bool:
    """Whether a claim, by itself neither of before the step nor of after it, is calculated from new inputs."""
    statement = claim.statement
    if statement.doubt != NEITHER or statement.retracts:
        return False
    new = _new_inputs(statements, exercise)
    return any(_is_calculated_anew(other, new, exercise) for other in statements)


def _new_inputs(statements: Sequence[Statement], exercise: Exercise) -> frozenset[float]:
    """Return what a learner's step makes of inputs, where no input has that number before."""
    heads = ((statement.members[0].node, statement.members[-1].node) for statement in statements)
    ends = (end for head, end in heads if isinstance(head, New) and head.name in exercise.lexicon.inputs)
    numbers = (number_of(end, exercise) for end in ends if end is not None and is_literal(end))
    before = {exercise.here.value[name] for name in exercise.lexicon.inputs}
    return frozenset(abs(number) for number in numbers if number is not None) - {abs(number) for number in before}


def _is_calculated_anew(statement: Statement, new: frozenset[float], exercise: Exercise) -> bool:
    """Whether a statement gives a calculated quantity after the step, or works it out with one of the new inputs."""
    head, *sides = (member.node for member in statement.members)
    if isinstance(head, New):
        return head.name not in exercise.lexicon.inputs and not statement.doubt
    numbers = (leaf.value for side in sides if side is not None for leaf in leaves(side) if isinstance(leaf, Number))
    return statement.doubt == NEITHER and not new.isdisjoint(map(abs, numbers))
