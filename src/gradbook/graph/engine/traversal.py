"""What a node is calculated from."""

from gradbook.graph.engine.tape import Tape


def ancestry(graph: Tape, index: int, down_to: int = 0) -> set[int]:
    """Return a node and all that it is calculated from, constants included, as places on the tape.

    Args:
        graph: the tape.
        index: the node's place.
        down_to: arguments of nodes before this place are not looked at; it and what comes after it is complete.
    """
    reached = {index}
    for node in range(index, down_to - 1, -1):
        if node in reached:
            reached.update(graph.args_of(node))
    return reached
