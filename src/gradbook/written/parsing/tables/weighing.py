"""Tables of what goes into neurons: "neuron | weight of x1 | weight of x2 | bias". They give no neuron's value."""

from collections.abc import Sequence

from gradbook.graph.expression import Symbol
from gradbook.written.expression import Node
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.words.dictionary import Role
from gradbook.written.parsing.tables.grids import Cell

_PARTS = (Role.WEIGHT, Role.BIAS)
_OTHERS = (Role.NEW, Role.AFTER, Role.SLOPE, Role.SLOPES, Role.RESULT)


def weighs(titles: Sequence[Cell], heads: Sequence[tuple[int, Node] | None], lexicon: Lexicon) -> bool:
    """Whether each title but the first says that weights or biases stand below it, and rows are of what has some."""
    told = [title.says(*_PARTS) and not title.says(*_OTHERS) for title in titles[1:]]
    return len(told) > 1 and all(told) and any(head is not None and is_weighed(head[1], lexicon) for head in heads)


def is_weighed(node: Node | None, lexicon: Lexicon) -> bool:
    """Whether a row is headed by what is calculated, which has weights and is none."""
    return isinstance(node, Symbol) and node.name in lexicon.operands
