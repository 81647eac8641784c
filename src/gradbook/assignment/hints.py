"""Hints for a written answer, from a nudge to the place to look. None holds a number or a formula of the answer."""

from gradbook.written import Exercise, Status, Verdict
from gradbook.written.exercise import Key

_HOW_TO_WRITE = "Write one equation a line between dollar signs, each with an equals sign, such as $a = b + c = 5$."


def hints(verdict: Verdict, exercise: Exercise) -> tuple[str, ...]:
    """Return hints for a verdict, each saying more than the one before; none where nothing is wrong."""
    key = next(key for key in exercise.keys if key.text == verdict.key)
    match verdict.status:
        case Status.RIGHT | Status.PERSON:
            return ()
        case Status.STEP_UNREAD | Status.UNREAD:
            return (_HOW_TO_WRITE,)
        case Status.MISSING:
            return (f"Start a line with {written_as(key)}, and go on with an equals sign.", _first(key))
        case Status.CARRIED:
            return (verdict.learner,)
    return (_first(key), verdict.learner, _place(key, exercise))


def written_as(key: Key) -> str:
    """Return the name of an asked quantity as people write it: `local:dq/dw` is dq/dw, `w1` the new w."""
    match key.kind:
        case "formula":
            return key.of
        case "local" | "total":
            return f"d{key.of}/d{key.by}"
        case "new":
            return f"the new {key.of}"
    return key.of


def _first(key: Key) -> str:
    match key.kind:
        case "formula":
            return f"Which arrows go into the node {key.of}, and what does the node do with them?"
        case "local":
            return f"Look at the node {key.of} alone: how does it change when only {key.by} changes?"
        case "total":
            return f"Go from {key.of} back to {key.by} in the graph, one node at a time, and multiply along the way."
        case "new":
            return f"A step of gradient descent starts at the old {key.of}."
    return "Go through the graph from the inputs to the end, one node at a time."


def _place(key: Key, exercise: Exercise) -> str:
    if key.kind == "new":
        return f"The step needs three things: the old {key.of}, the rate, and d{exercise.graph.output}/d{key.of}."
    if key.kind != "total":
        return f"The node {key.of} is made from {_and(exercise.arguments[key.of])}, and from nothing else."
    between = [
        name
        for name in reversed(exercise.graph.intermediates)
        if exercise.depends(key.of, name) and exercise.depends(name, key.by)
    ]
    if not between:
        return f"{key.of} is made from {key.by} directly: there is a single factor."
    return f"Between {key.of} and {key.by} there is {_and(between)}. Each step of the way gives a factor."


def _and(names: list[str] | tuple[str, ...]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
