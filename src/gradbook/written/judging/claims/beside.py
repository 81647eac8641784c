"""What stands beside a statement and does not fit: a condition, another old value, another rate, another number."""

import math
from dataclasses import replace

from gradbook.graph.expression import Symbol
from gradbook.written.exercise import Exercise
from gradbook.written.expression import New
from gradbook.written.judging.claims.resolution import holds
from gradbook.written.judging.steps import tolerances
from gradbook.written.judging.steps.forms import is_rounded, number_of
from gradbook.written.judging.steps.tolerances import equal
from gradbook.written.parsing.equations.statements import Statement

ELSEWHERE = "a condition that the exercise does not make"
OTHER_RATE = "another rate than the exercise gives"


def checked(statement: Statement, exercise: Exercise) -> Statement:
    """Return a statement, in doubt where what is said beside it does not fit: a condition, another number."""
    doubt = statement.doubt
    met = all(holds(condition, statement.context, exercise) for condition in statement.conditions)
    if statement.elsewhere or not (met or (doubt and statement.retracts)):
        doubt = ELSEWHERE  # whatever else is said of it
    if not doubt and statement.given is not None:
        old = statement.members[0].node
        name = old.name if isinstance(old, New) else ""
        given = number_of(statement.given, exercise)
        truth = exercise.here.value.get(name, math.nan)
        rounded = given is not None and name in exercise.arguments and tolerances.nearly(given, truth)
        if name and not rounded and (given is None or not equal(given, exercise.here.value[name])):
            doubt = "another old value than the exercise gives"
    if not doubt and statement.context == "before" and _is_moved(statement, exercise):
        doubt = "said to be before the step"
    if not doubt and statement.rate is not None and _steps(statement, exercise):
        rate = number_of(statement.rate, exercise)
        doubt = "" if rate is not None and equal(rate, exercise.lr) else OTHER_RATE
    for trailing in () if doubt else statement.trailing:
        result = number_of(statement.members[-1].node, exercise)
        value = number_of(trailing, exercise)
        if value is None or result is None or abs(value - result) > tolerances.CARRIED * abs(result):
            doubt = "another number behind it"
    return statement if doubt == statement.doubt else replace(statement, doubt=doubt)


def _is_moved(statement: Statement, exercise: Exercise) -> bool:
    """Whether a statement gives an input another value than it has before the step."""
    node, result = statement.members[0].node, number_of(statement.members[-1].node, exercise)
    if not isinstance(node, New | Symbol) or node.name not in exercise.lexicon.inputs or result is None:
        return False
    return not is_rounded(exercise.here.value[node.name], result)


def _steps(statement: Statement, exercise: Exercise) -> bool:
    """Whether a statement may be about what the step leads to."""
    inputs = exercise.lexicon.inputs
    heads = (member.node for member in statement.members)
    return any(isinstance(node, New) or (isinstance(node, Symbol) and node.name in inputs) for node in heads)
