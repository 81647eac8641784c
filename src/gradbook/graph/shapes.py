"""Shapes of values as text, with N for the batch."""

from typing import TYPE_CHECKING

import numpy as np

from gradbook.graph.traversal import ancestry

if TYPE_CHECKING:
    from gradbook.graph.graph import Graph


def shape_of(graph: "Graph", index: int) -> tuple[str, ...]:
    """Return the shape of a value, its first axis N where it runs over the batch; empty for a number."""
    sizes = tuple(map(str, np.shape(graph.value_at(index))))
    if sizes and graph.batch is not None and _over_batch(graph, index):
        return ("N", *sizes[1:])
    return sizes


def _over_batch(graph: "Graph", index: int) -> bool:
    """Whether a node's first axis runs over the batch: it is the batch's size, and the node comes from the data."""
    if np.shape(graph.value_at(index))[0] != graph.batch:
        return False
    sources = {graph.index_of(name) for name in ("x", "Y") if name in graph.value}
    return not sources.isdisjoint(ancestry(graph, index))
