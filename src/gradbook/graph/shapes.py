"""Shapes of values as text, with N for the batch."""

import numpy as np

from gradbook.graph.engine.tape import Tape
from gradbook.graph.engine.traversal import ancestry


def shape_of(graph: Tape, index: int) -> tuple[str, ...]:
    """Return the shape of a value, its first axis N where it runs over the batch; empty for a number."""
    sizes = tuple(map(str, np.shape(graph.value_at(index))))
    if sizes and graph.batch is not None and _over_batch(graph, index):
        return ("N", *sizes[1:])
    return sizes


def _over_batch(graph: Tape, index: int) -> bool:
    """Whether a node's first axis runs over the batch: it is the batch's size, and the node comes from the data."""
    if np.shape(graph.value_at(index))[0] != graph.batch:
        return False
    sources = {graph.index_of(name) for name in ("x", "Y") if name in graph.value}
    return not sources.isdisjoint(ancestry(graph, index))
