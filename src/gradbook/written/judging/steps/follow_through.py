"""Follow-through: what a quantity would be by the learner's own earlier numbers."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from gradbook.graph import GraphError
from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.exercise import Exercise, Key
from gradbook.written.expression import New, Node, evaluate, has, has_names, leaves
from gradbook.written.judging.steps import tolerances
from gradbook.written.judging.steps.forms import number_of
from gradbook.written.parsing.equations.statements import Statement
from gradbook.written.points import Edge, gradients
from gradbook.written.verdict import Status, Verdict


def stated(statements: Iterable[Statement], exercise: Exercise, earlier: Iterable[Verdict]) -> dict[str, float]:
    """Return the learner's own numbers by key: those of earlier questions, then those of this answer."""
    said = {v.key: v.number for v in earlier if v.number is not None and v.status is not Status.UNREAD}
    worked_out: dict[str, float] = {}
    chained: list[tuple[str, Node, list[Derivative]]] = []
    for statement in statements:
        first, last = statement.members[0].node, statement.members[-1].node
        if statement.tainted or statement.later or last is None or len(statement.members) < 2:
            continue
        value = number_of(last, exercise)
        if value is None or (has_names(last) and not isinstance(first, Derivative)):
            continue
        if isinstance(first, Derivative) and has(last, Derivative):
            factors = [leaf for leaf in leaves(last) if isinstance(leaf, Derivative)]
            chained.append((_text(first), last, factors))
            continue
        match first:
            case Symbol(name):
                said[name] = value
            case Derivative() if has_names(last):
                worked_out[_text(first)] = value
            case Derivative():
                said[_text(first)] = value
            case New(name):
                said[f"new:{name}"] = value
    said = worked_out | said  # a formula beside a number says no other
    while known := [c for c in chained if c[0] not in said and all(_text(factor) in said for factor in c[2])]:
        for key, node, factors in known:  # dL/db = dL/dz says what dL/dz does, and no more
            own = {(factor.of, factor.by): said[_text(factor)] for factor in factors}
            said[key] = evaluate(node, replace(exercise.here, total={**exercise.here.total, **own}), exercise.lr)
    return said


def _text(derivative: Derivative) -> str:
    return Key.slope(derivative.of, derivative.by).text


Forward = tuple[Mapping[str, float], Mapping[Edge, float]]  # values by name, and local derivatives


class FollowThrough:
    """Goes on from a learner's own numbers: once for the same numbers, as most quantities of an answer need that."""

    def __init__(self, exercise: Exercise) -> None:
        """Prepare."""
        self._exercise = exercise
        self._gone: dict[frozenset[tuple[str, float]], Forward] = {}

    def forward(self, said: Mapping[str, float], target: str = "") -> Forward:
        """Go forward with the learner's own values; the target's own is worked out, not taken.

        Raises:
            GraphError: the graph has no value there.
        """
        exercise, here = self._exercise, self._exercise.here
        held = {
            name: said[name]
            for name in exercise.arguments
            if name in said and name != target and said[name] != here.value[name]
        }
        if not held:
            return here.value, here.local
        asked = frozenset(held.items())
        if asked not in self._gone:
            self._gone[asked] = _forward(exercise, held)
        return self._gone[asked]


def carried(
    key: Key, end: Node | None, exercise: Exercise, said: Mapping[str, float], follow_through: FollowThrough
) -> bool:
    """Whether a result is what follows from the learner's own numbers, and not from the right ones."""
    own = f"new:{key.of}" if key.kind == "new" else key.text
    others = {name: value for name, value in said.items() if name not in (own, key.text)}
    if end is None or not others:
        return False
    value = number_of(end, exercise)
    if value is None:
        return False
    truth = exercise.truth(key)
    start = exercise.here.value[key.of] if key.kind == "new" else 0.0  # a step is small beside what it changes
    return any(
        abs(option - value) <= tolerances.CARRIED * abs(option - start) + tolerances.NOTHING
        and abs(option - value) < 0.5 * abs(truth - value)
        for option in followed(key, exercise, others, follow_through)
    )


def followed(key: Key, exercise: Exercise, said: Mapping[str, float], follow_through: FollowThrough) -> list[float]:
    """Return what a quantity would be by some numbers, worked out in each order that a learner may have chosen.

    Args:
        said: numbers by key, which take the place of what is true.
    """
    graph = exercise.graph
    try:
        values, local = follow_through.forward(said, key.of if key.kind == "value" else "")
        if key.kind == "value":
            return [values[key.of]]
        if key.kind == "new" and key.of in exercise.arguments:
            return _after(key.of, exercise, said)
        if key.kind == "new":
            gradient = said.get(f"d{graph.output}/d{key.of}")
            return [] if gradient is None else [exercise.here.value[key.of] - exercise.lr * gradient]
        if key.kind not in ("total", "local"):
            return []
        slopes = exercise.slopes_in(said)
        local = {**local, **{pair: slope for pair, slope in slopes.items() if pair in local}}
        above = {by: slope for (of, by), slope in slopes.items() if of == key.of and by in exercise.arguments}
        down = gradients(exercise.arguments, key.of, local).get(key.by)
        options = [
            down,
            _from_below(key, exercise, local, slopes),
            gradients(exercise.arguments, key.of, local, stated=above).get(key.by) if above else down,
        ]
    except (GraphError, ArithmeticError):
        return []
    return [option for option in options if option is not None]


def _after(name: str, exercise: Exercise, said: Mapping[str, float]) -> list[float]:
    """Return what a node would be after the step, by the learner's own new inputs, or by their own gradients."""
    out = exercise.graph.output
    start = dict(exercise.here.value)
    for moved in exercise.moving:
        gradient = said.get(f"d{out}/d{moved}")
        by_gradient = exercise.here.new[moved] if gradient is None else start[moved] - exercise.lr * gradient
        start[moved] = said.get(f"new:{moved}", said.get(f"{moved}1", by_gradient))
    inputs = {moved: start[moved] for moved in exercise.inputs}
    options = []
    for own in (True, False):  # with the learner's own new values on the way, or with those that follow
        held = {
            node: said[f"new:{node}"] for node in exercise.arguments if own and f"new:{node}" in said and node != name
        }
        options.append(float(exercise.graph.replay(inputs, held=held).value[name]))
    return options


def _forward(exercise: Exercise, held: Mapping[str, float]) -> Forward:
    again = exercise.graph.replay(held=held)
    value = again.value
    values = {**exercise.here.value, **{name: float(value[name]) for name in exercise.arguments}}
    local = {
        (name, arg): float(again.local_gradient(again.index_of(name), again.index_of(arg)))
        for name, args in exercise.arguments.items()
        for arg in args
    }
    return values, local


def _from_below(
    key: Key, exercise: Exercise, local: Mapping[Edge, float], slopes: Mapping[Edge, float]
) -> float | None:
    up = {key.by: 1.0}
    for name in exercise.arguments:
        if name != key.by:
            shares = [up[below] * local[name, below] for below in exercise.arguments[name] if below in up]
            if shares:
                up[name] = sum(shares) if name == key.of else slopes.get((name, key.by), sum(shares))
    return up.get(key.of)
