"""What stands beside a statement and does not fit: a condition, another old value, another rate, another number."""

import math
from dataclasses import replace

from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.exercise import Exercise
from gradbook.written.expression import New, Node, has_names
from gradbook.written.judging.claims.resolution import holds
from gradbook.written.judging.steps import tolerances
from gradbook.written.judging.steps.forms import is_rounded, number_of
from gradbook.written.judging.steps.tolerances import equal
from gradbook.written.lexing.words.dictionary import bare
from gradbook.written.lexing.words.lists.conjunctions import OR
from gradbook.written.parsing.cues.settings.contexts import MOVED
from gradbook.written.parsing.equations.statements import Statement
from gradbook.written.parsing.tables.statements_in import DIFFER

ANOTHER_BEHIND = "another number behind it"
MORE_BEHIND = frozenset({ANOTHER_BEHIND, DIFFER})  # doubts of numbers with more numbers beside them
ELSEWHERE = "a condition that the exercise does not make"
OTHER_RATE = "another rate than the exercise gives"
OTHER_OLD = "another old value than the exercise gives"


def checked(statement: Statement, exercise: Exercise) -> Statement:
    """Return a statement, in doubt where what is said beside it does not fit: a condition, another number."""
    doubt = "" if _says_again(statement, exercise) else statement.doubt
    nudges = [condition for condition in statement.conditions if _is_nudge(condition, statement.context, exercise)]
    others = [condition for condition in statement.conditions if condition not in nudges]
    met = all(holds(condition, statement.context, exercise) for condition in others)
    if met and nudges and not _is_slope_here(statement, exercise):
        return replace(statement, doubt=ELSEWHERE, elsewhere=True)
    if statement.elsewhere or not (met or (doubt and statement.retracts)):
        doubt = ELSEWHERE  # whatever else is said of it
    if not doubt and statement.given is not None:
        old = statement.members[0].node
        name = old.name if isinstance(old, New) else ""
        given = number_of(statement.given, exercise)
        truth = exercise.here.value.get(name, math.nan)
        rounded = given is not None and name in exercise.arguments and tolerances.nearly(given, truth)
        if name and not rounded and (given is None or not equal(given, exercise.here.value[name])):
            doubt = OTHER_OLD
    if not doubt and statement.context == "before" and _is_moved(statement, exercise):
        doubt = "said to be before the step"
    if not doubt and statement.rate is not None and _steps(statement, exercise):
        rate = number_of(statement.rate, exercise)
        doubt = "" if rate is not None and equal(rate, exercise.lr) else OTHER_RATE
    for trailing in () if doubt else statement.trailing:
        result = number_of(statement.members[-1].node, exercise)
        value = number_of(trailing, exercise)
        if value is None or result is None or abs(value - result) > tolerances.CARRIED * abs(result):
            doubt = ANOTHER_BEHIND
    if not doubt and statement.printed is not None and not _may_be_printed(statement, exercise):
        doubt = "not what is printed there"
    return statement if doubt == statement.doubt else replace(statement, doubt=doubt)


def _says_again(statement: Statement, exercise: Exercise) -> bool:
    """Whether an "or" only says the same once more: "the gradient is x, or 2" of an x that is 2."""
    if bare(statement.doubt) not in OR or not statement.trailing:
        return False
    result = number_of(statement.members[-1].node, exercise)
    others = [number_of(trailing, exercise) for trailing in statement.trailing]
    return result is not None and all(other is not None and equal(other, result) for other in others)


def _may_be_printed(statement: Statement, exercise: Exercise) -> bool:
    """Whether the number behind a label may be what the program prints there."""
    value, number = number_of(statement.printed, exercise), number_of(statement.members[-1].node, exercise)
    return value is None or number is None or tolerances.near(number, value) or is_rounded(value, number)


def _is_nudge(condition: tuple[Node, Node], context: str, exercise: Exercise) -> bool:
    """Whether a condition moves a quantity a little from where it is, and not by the step: "if v = 11.001"."""
    quantity, told = condition[0], number_of(condition[1], exercise)
    if not isinstance(quantity, Symbol) or told is None or quantity.name not in exercise.here.value:
        return False
    if context in MOVED and is_rounded(exercise.stepped.get(quantity.name, told + 1.0), told):
        return False
    here, last = exercise.here.value[quantity.name], 10.0 ** -tolerances.written(told)[1]
    return abs(told - here) > 0.51 * last and tolerances.is_nudged(told, here)


def _is_slope_here(statement: Statement, exercise: Exercise) -> bool:
    """Whether a statement gives a derivative as it is at the exercise's own point."""
    literal = (side.node for side in reversed(statement.members) if side.node and not has_names(side.node))
    number = number_of(next(literal, None), exercise)
    match statement.members[0].node:
        case Derivative(of, by) if number is not None:
            slopes = (exercise.here.total.get((of, by)), exercise.here.local.get((of, by)))
            return any(slope is not None and is_rounded(slope, number) for slope in slopes)
    return False


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
