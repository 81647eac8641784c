"""Anew: what a learner calculates again behind the step, from inputs that the step came to for them.

    w = 0.4 + 0.15 = 0.55 ... Then s = 0.55 * 1.5 - 0.2 = 0.625

Where the step went wrong, such a value is neither the one before it nor the one after it; it undoes nothing that was
said before. That it is of the new inputs is seen by their numbers, in it or in what is calculated with it.
"""

from collections.abc import Iterator, Sequence

from gradbook.graph.expression import Number, Symbol
from gradbook.written.exercise import Exercise
from gradbook.written.expression import New, Node, is_literal, leaves
from gradbook.written.judging.claims.claim import Claim
from gradbook.written.judging.claims.moments import NEITHER
from gradbook.written.judging.steps.forms import number_of
from gradbook.written.parsing.equations.statements import Statement

_PLAIN = (0.0, 0.5, 1.0, 2.0)  # numbers of formulas, which tell of no input


def is_anew(claim: Claim, statements: Sequence[Statement], exercise: Exercise) -> bool:
    """Whether a claim that is not right before the step is calculated from new inputs.

    Its own numbers tell, or those of others where it is in doubt, as neither before the step nor after it.
    """
    statement = claim.statement
    if statement.doubt not in ("", NEITHER) or statement.retracts:
        return False
    anew = _calculated_anew(statements, exercise)
    return statement in anew or (statement.doubt == NEITHER and bool(anew))


def _calculated_anew(statements: Sequence[Statement], exercise: Exercise) -> list[Statement]:
    """Return the statements that give a node after the step, or work one out with numbers that a step has led to."""
    found: list[Statement] = []
    inputs = exercise.lexicon.inputs
    given = {*_PLAIN, *(abs(exercise.here.value[name]) for name in inputs)}
    new: set[float] = set()
    for statement in statements:
        head, *sides = (member.node for member in statement.members)
        if isinstance(head, New | Symbol) and head.name in inputs:
            new |= _result(sides, exercise) - given
        elif isinstance(head, New) and not statement.doubt:
            found.append(statement)
        elif isinstance(head, Symbol) and head.name not in inputs and not new.isdisjoint(_numbers(sides)):
            found.append(statement)
            new |= _result(sides, exercise) - given
    return found


def _result(sides: Sequence[Node | None], exercise: Exercise) -> set[float]:
    number = number_of(sides[-1], exercise) if sides and sides[-1] is not None and is_literal(sides[-1]) else None
    return set() if number is None else {abs(number)}


def _numbers(sides: Sequence[Node | None]) -> Iterator[float]:
    """Yield the numbers that a quantity is worked out with, of whichever sign, and not its result."""
    for side in sides:
        if side is not None and not is_literal(side):
            yield from (abs(leaf.value) for leaf in leaves(side) if isinstance(leaf, Number))
