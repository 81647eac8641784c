"""What a node is calculated from."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gradbook.graph.graph import Graph


def ancestry(graph: "Graph", index: int, down_to: int = 0) -> set[int]:
    """Return a node and all that it is calculated from, constants included, as places on the tape.

    Args:
        down_to: arguments of nodes before this place are not looked at; it and what comes after it is complete.
    """
    reached = {index}
    for node in range(index, down_to - 1, -1):
        if node in reached:
            reached.update(graph.args_of(node))
    return reached
