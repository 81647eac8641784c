"""One number that is said of a vector: "y = 0", "dL/dw = -4". It is of all entries, or of something else."""

from collections.abc import Sequence
from dataclasses import replace

from gradbook.written.exercise import Exercise
from gradbook.written.expression import evaluate, has_names
from gradbook.written.judging.steps.forms import is_rounded, number_of
from gradbook.written.parsing.equations.statements import Statement


def without_halves(statements: Sequence[Statement], exercise: Exercise) -> tuple[Statement, ...]:
    """Return statements in which one number that is said of several quantities is unread unless it fits them all."""
    halves = {(one.start, one.end) for one in statements if one.shared and not _fits(one, exercise)}
    return tuple(_unread(one) if one.shared and (one.start, one.end) in halves else one for one in statements)


def _unread(statement: Statement) -> Statement:
    head, *sides = statement.members
    numbers = [side.node is not None and not has_names(side.node) for side in sides]
    unread = (replace(side, node=None) if one else side for side, one in zip(sides, numbers, strict=True))
    return replace(statement, members=(head, *unread))


def _fits(statement: Statement, exercise: Exercise) -> bool:
    head, number = statement.members[0].node, number_of(statement.members[-1].node, exercise)
    if head is None or number is None:
        return False
    return is_rounded(evaluate(head, exercise.here, exercise.lr), number)
