"""Checking a graph's gradients: against central differences, and for points where a derivative is a convention."""

from dataclasses import dataclass

import numpy as np

from gradbook.graph.engine.tape import Tape


@dataclass(frozen=True)
class Check:
    """How well gradients agree with central differences.

    Attributes:
        worst: the largest error, relative to the gradient where that is above 1.
        where: the input (and entry) that has it.
    """

    worst: float
    where: str

    @property
    def passed(self) -> bool:
        """Whether the agreement is as good as central differences can show."""
        return self.worst < 1e-5


def check(graph: Tape, step: float = 1e-6) -> Check:
    """Compare every gradient of a tape's output with central differences.

    Args:
        graph: the tape.
        step: the change of an entry, relative to its size where that is above 1.

    Raises:
        GraphError: a gradient, or a value so near by, is not defined.
    """
    output = graph.index_of(graph.output)
    worst, where = 0.0, ""
    labels = graph.labels
    for name in graph.inputs:
        place = graph.index_of(name)
        if place in labels:
            continue
        value, gradient = graph.value_at(place), np.asarray(graph.grad[name])
        entries = np.array(value, dtype=float, ndmin=1)
        for entry in range(entries.size):
            h = step * max(1.0, abs(float(entries.flat[entry])))
            ends = []
            for sign in (1, -1):
                moved = entries.copy()
                moved.flat[entry] += sign * h
                start = float(moved[0]) if type(value) is float else moved.reshape(np.shape(value))
                ends.append(float(graph.replay({name: start}).value_at(output)))
            numeric = (ends[0] - ends[1]) / (2 * h)
            exact = float(gradient.flat[entry])
            error = abs(numeric - exact) / max(1.0, abs(numeric), abs(exact))
            if error > worst or not where:
                worst, where = error, name if entries.size == 1 else f"{name}[{entry}]"
    return Check(worst, where)


def kinks(graph: Tape) -> list[str]:
    """Say for each node that has a kink exactly at its arguments what its derivative is taken to be."""
    found = []
    for index in range(len(graph)):
        op = graph.op_of(index)
        if op is None or op.kink is None:
            continue
        args = graph.args_of(index)
        if op.kink(*map(graph.value_at, args), *graph.settings_of(index)):
            node = f"{graph.name_of(index)} = {op.name}({', '.join(map(graph.name_of, args))})"
            found.append(f"{node} has a kink at this point: its derivative is {op.convention}.")
    return found
