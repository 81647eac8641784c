"""Again: nodes that an answer works out a second time behind its step, without saying that they are new.

    L = 1 ... w = 1.5 + 0.4 = 1.9 and L = 0.04

That such a value is the one after the step is seen by its place and by its number, which is what the new inputs lead
to: the right ones, or those that the learner came to.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from gradbook.graph import GraphError
from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.exercise import Exercise
from gradbook.written.expression import New, has_names
from gradbook.written.judging.claims.timing.moments import NEITHER, of_new
from gradbook.written.judging.steps import tolerances
from gradbook.written.judging.steps.forms import is_rounded, number_of
from gradbook.written.parsing.equations.statements import Statement

_ONCE_MORE = frozenset({NEITHER, "again", "wieder", "encore", "otra vez", "de nuevo", "di nuovo", "weer", "opnieuw"})


def with_news(statements: Iterable[Statement], exercise: Exercise) -> list[Statement]:
    """Return statements, those of nodes behind the step as of their new values where their numbers are these.

    Args:
        statements: of one answer, in order.
        exercise: what is asked.
    """
    found: list[Statement] = []
    moved: dict[str, float] = {}
    slopes: dict[str, float] = {}  # the learner's own
    given: set[str] = set()  # nodes whose value has been told
    for statement in statements:
        head, value = statement.members[0].node, _result(statement, exercise)
        found.append(statement)
        if value is None or statement.later or statement.supposed or statement.elsewhere:
            continue
        if isinstance(head, Derivative) and head.of == exercise.graph.output:
            slopes[head.by] = value
        if isinstance(head, New | Symbol) and head.name in exercise.moving:
            if isinstance(head, New) or _is_stepped(head.name, value, slopes, exercise):
                moved[head.name] = value
        elif isinstance(head, Symbol) and head.name in exercise.arguments:
            if moved and _is_new(statement, head.name, value, moved, told=head.name in given, exercise=exercise):
                members = tuple(of_new([*statement.members], head.name, exercise))
                doubt = "" if statement.doubt in _ONCE_MORE else statement.doubt
                found[-1] = replace(statement, members=members, doubt=doubt)
            given.add(head.name)
    return found


def _result(statement: Statement, exercise: Exercise) -> float | None:
    """Return the number that a statement ends with."""
    last = statement.members[-1].node
    if last is None or len(statement.members) < 2 or has_names(last):
        return None
    return number_of(last, exercise)


def _is_stepped(name: str, value: float, slopes: Mapping[str, float], exercise: Exercise) -> bool:
    """Whether a number is what the step makes of an input, by the right gradient or the learner's own."""
    before = exercise.here.value[name]
    own = before - exercise.lr * slopes[name] if name in slopes else exercise.stepped[name]
    return not is_rounded(before, value) and any(is_rounded(new, value) for new in (exercise.stepped[name], own))


def _is_new(
    statement: Statement, name: str, value: float, moved: Mapping[str, float], *, told: bool, exercise: Exercise
) -> bool:
    """Whether a number is the value of a node after the step, and not the one before it, unless that was told."""
    if statement.retracts or statement.tentative or statement.conditions:
        return False
    before = exercise.here.value[name]
    if is_rounded(before, value) and not told:
        return False
    return any(
        is_rounded(after, value) or (tolerances.near(value, after) and abs(value - after) < abs(value - before))
        for after in _after(name, moved, exercise)
    )


def _after(name: str, moved: Mapping[str, float], exercise: Exercise) -> Iterator[float]:
    """Yield what a node may be after the step: by the right new inputs, and by the learner's own."""
    stepped = exercise.stepped
    if name in stepped:
        yield stepped[name]
    for others in (stepped, exercise.here.value):  # of inputs whose new value is not told
        inputs = {one: moved.get(one, others.get(one, exercise.here.value[one])) for one in exercise.inputs}
        try:
            yield float(exercise.graph.replay(inputs).value[name])
        except (GraphError, ArithmeticError):
            continue
