"""Localities: of what the gradients are that an answer lists."""

from dataclasses import dataclass

ANY_NODE, UPSTREAM, NO_NODE = "*", "^", "-"  # in place of a node


@dataclass(frozen=True, slots=True)
class Locality:
    """Of what a title says that the gradients under it are.

    Attributes:
        of: the node; `ANY_NODE` where each is of what its quantity goes into, `UPSTREAM` where it comes from above,
            `NO_NODE` where it is not clear, and empty where it is of the output.
        said: the word of the title that says so.
        firm: whether a number under it can be nothing else.
    """

    of: str = ""
    said: str = ""
    firm: bool = False


EVERYWHERE = Locality()
