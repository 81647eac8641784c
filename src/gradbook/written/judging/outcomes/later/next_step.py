"""The next step: numbers that are those of a second step, behind the first, where an answer goes on with it.

"dL/dw = -6, w = 0.6" and later "dL/dw = -4.8, w = 1.08": what holds at the new inputs is no second answer. Nor is what
the steps lead to in the end, "it converges to w = 3", in whatever words that is said.
"""

import re
from collections.abc import Callable, Mapping, Sequence

from gradbook.core.text.patterns import regex
from gradbook.graph import Graph, GraphError
from gradbook.graph.expression import Symbol
from gradbook.written.exercise import Exercise, Key
from gradbook.written.expression import New, is_literal
from gradbook.written.judging.claims.claim import Claim
from gradbook.written.judging.steps.forms import is_rounded, number_of
from gradbook.written.parsing.equations.statements import Statement
from gradbook.written.points import Point, point_of

_ENDS = regex(r"[.;:!?|\n。；：]|\\\\|\\q?quad|[-=]>|→|⇒")  # of what is said in one breath
_FLAT = 1e-3  # of the slope at the start, where an optimum is rounded
_MOST = 5  # steps behind the first that are looked at


def goes_on(key: Key, claim: Claim, statements: Sequence[Statement], exercise: Exercise, source: str) -> bool:
    """Whether a claim gives what a quantity is after some steps more than is asked, and stands behind the first.

    What is said in the same breath, "w = 4.94, so w = 4.89", is no second step.
    """
    value = number_of(claim.last.node, exercise)
    if value is None or key.kind not in _READ or is_rounded(exercise.truth(key), value):
        return False
    there = (_READ[key.kind](point, key) for point in exercise.recall(_next))
    later = any(meant is not None and is_rounded(meant, value) for meant in there)
    at_rest = not later and key.kind == "new" and _is_bare(claim, key.of, source)
    if not later and not (at_rest and _is_optimum(key.of, value, exercise)):
        return False
    before = (
        s for s in statements if s.end <= claim.statement.start and _ENDS.search(source, s.end, claim.statement.start)
    )
    return any(_moves(s, exercise) for s in before)


def _is_bare(claim: Claim, name: str, source: str) -> bool:
    """Whether a claim is an input's name, with nothing that makes it the new one, and a number."""
    members = claim.statement.members
    written = re.sub(r"[\s$*`\\{}_]", "", source[members[0].start : members[0].end])
    return len(members) == 2 and written == name.replace("_", "") and is_literal(members[1].node)


def _is_optimum(name: str, value: float, exercise: Exercise) -> bool:
    """Whether the output's slope vanishes where one input has a value, as it does where descent comes to rest."""
    graph, pair = exercise.graph, (exercise.graph.output, name)
    here = exercise.here.total.get(pair, 0.0)
    if name not in graph.inputs or not here:
        return False
    inputs = {other: value if other == name else exercise.here.value[other] for other in graph.inputs}
    try:
        there = point_of(Graph(graph.text or "", **inputs), exercise.lr, exercise.moving)
    except GraphError:
        return False
    return abs(there.total.get(pair, here)) <= _FLAT * abs(here)


_READ: Mapping[str, Callable[[Point, Key], float | None]] = {
    "value": lambda point, key: point.value.get(key.of),
    "total": lambda point, key: point.total.get((key.of, key.by)),
    "local": lambda point, key: point.local.get((key.of, key.by)),
    "new": lambda point, key: point.new.get(key.of),
}


def _moves(statement: Statement, exercise: Exercise) -> bool:
    """Whether a statement gives an input the value that it has after the step."""
    head = statement.members[0].node
    if not isinstance(head, New | Symbol) or head.name not in exercise.moving:
        return False
    value = number_of(statement.members[-1].node, exercise)
    if value is None or not is_rounded(exercise.stepped[head.name], value):
        return False
    return isinstance(head, New) or not is_rounded(exercise.here.value[head.name], value)


def _next(exercise: Exercise) -> list[Point]:
    """Return the points that the steps lead to, as far as the graph has values there."""
    graph, found = exercise.graph, list[Point]()
    new = exercise.stepped
    for _ in range(_MOST):
        inputs = {name: new[name] if name in exercise.moving else exercise.here.value[name] for name in graph.inputs}
        try:
            found.append(point_of(Graph(graph.text or "", **inputs), exercise.lr, exercise.moving, after=True))
        except GraphError:
            break
        new = found[-1].new
    return found
