"""Representatives: a formula for "any weight" is said of each name that it may mean, and may hold for one of them."""

from collections.abc import Iterable

from gradbook.written.exercise import Exercise
from gradbook.written.expression import evaluate, has_names
from gradbook.written.judging.steps.tolerances import equal
from gradbook.written.parsing.equations.statements import Statement


def is_of_another(statement: Statement, statements: Iterable[Statement], exercise: Exercise) -> bool:
    """Whether a formula without a number, said of several quantities, holds for another of them."""
    if not has_names(statement.members[-1].node):
        return False
    alike = (other for other in statements if (other.start, other.end) == (statement.start, statement.end))
    return any(other is not statement and _holds(other, exercise) for other in alike)


def is_general(statement: Statement, statements: Iterable[Statement]) -> bool:
    """Whether a formula without a number is said of several quantities at once: "z = wa + b" of every layer."""
    if not all(member.formula for member in statement.members):
        return False
    return sum((other.start, other.end) == (statement.start, statement.end) for other in statements) > 1


def _holds(statement: Statement, exercise: Exercise) -> bool:
    head, last = statement.members[0].node, statement.members[-1].node
    if head is None or last is None or not has_names(last) or head == last:
        return False
    own, other = (evaluate(node, exercise.here, exercise.lr) for node in (head, last))
    return own != 0 and equal(other, own)
