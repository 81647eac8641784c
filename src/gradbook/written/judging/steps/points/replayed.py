"""The exercise's graph at other inputs, which an answer names."""

from collections.abc import Mapping

from gradbook.graph import GraphError
from gradbook.written.exercise import Exercise
from gradbook.written.points import Point, point_of


def point_at(others: Mapping[str, float], exercise: Exercise) -> Point | None:
    """Return the quantities where some inputs are others than the exercise's; None where one is not defined there."""
    inputs = {name: exercise.here.value[name] for name in exercise.graph.inputs} | dict(others)
    try:
        return point_of(exercise.graph.replay(inputs), exercise.lr, exercise.moving)
    except GraphError:
        return None
