"""Learners who round at every step and go on from what they wrote."""

from collections.abc import Callable

from gradbook.written import Exercise


def significant(digits: int) -> Callable[[float], float]:
    return lambda value: value if abs(round(value, 4) - value) < 1e-12 else float(f"{value:.{digits}g}")


def answer(exercise: Exercise, rounded: Callable[[float], float], *, worked: bool) -> dict[str, str]:
    """Return an equation for each quantity, worked out from the rounded numbers before it.

    Args:
        exercise: what is asked.
        rounded: how the learner rounds.
        worked: whether products and steps are written out.
    """
    graph = exercise.graph
    held: dict[str, float] = {}
    found: dict[str, str] = {}
    for name in graph.intermediates:
        held[name] = rounded(float(graph.replay(held=held).value[name]))
        found[name] = f"{name} = {_written(held[name])}"
    again = graph.replay(held=held)
    slopes = {graph.output: 1.0}
    for name in reversed(exercise.names):
        users = [user for user, args in exercise.arguments.items() if name in args and user in slopes]
        if name == graph.output or not users:
            continue
        local = [rounded(float(again.local_gradient(again.index_of(user), again.index_of(name)))) for user in users]
        slopes[name] = rounded(sum(slopes[user] * slope for user, slope in zip(users, local, strict=True)))
        head = f"d{graph.output}/d{name}"
        terms = " + ".join(
            f"({_written(slopes[user])}) * ({_written(slope)})" for user, slope in zip(users, local, strict=True)
        )
        found[head] = f"{head} = {terms} = {_written(slopes[name])}" if worked else f"{head} = {_written(slopes[name])}"
    for name in exercise.moving:
        if name in slopes:
            old = exercise.here.value[name]
            new = _written(rounded(old - exercise.lr * slopes[name]))
            step = f"{_written(old)} - {_written(exercise.lr)} * ({_written(slopes[name])}) = "
            found[f"{name}1"] = f"{name}_new = {step if worked else ''}{new}"
    return found


def _written(number: float) -> str:
    return f"{number:.10f}".rstrip("0").rstrip(".")
