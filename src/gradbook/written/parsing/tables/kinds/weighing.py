"""Tables of what goes into neurons: "neuron | weight of x1 | weight of x2 | bias". They give no neuron's value.

Nor does one with the neurons above and what goes into them at the side, "from | h1 | h2", "x1 | 0.3 | -0.2".
"""

from collections.abc import Sequence

from gradbook.graph.expression import Symbol
from gradbook.written.expression import Node
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.words.dictionary import Role
from gradbook.written.parsing.tables.grids.grids import Cell

_PARTS = (Role.WEIGHT, Role.BIAS)
_FEWEST = 2  # columns
_OTHERS = (Role.NEW, Role.AFTER, Role.SLOPE, Role.SLOPES, Role.RESULT)


def weighs(titles: Sequence[Cell], heads: Sequence[tuple[int, Node] | None], lexicon: Lexicon) -> bool:
    """Whether each title but the first says that weights or biases stand below it, and rows are of what has some."""
    told = [title.says(*_PARTS) and not title.says(*_OTHERS) for title in titles[1:]]
    return len(told) > 1 and all(told) and any(head is not None and is_weighed(head[1], lexicon) for head in heads)


def is_weighed(node: Node | None, lexicon: Lexicon) -> bool:
    """Whether a row is headed by what is calculated, which has weights and is none."""
    return isinstance(node, Symbol) and node.name in lexicon.operands


def leads_across(titles: Sequence[Node | None], rows: Sequence[tuple[Cell, Node | None]], lexicon: Lexicon) -> bool:
    """Whether each row is headed by what goes into all neurons that the columns are headed by, or by a bias."""
    tops = [title.name for title in titles[1:] if isinstance(title, Symbol) and title.name in lexicon.operands]
    if len(titles) < _FEWEST or titles[0] is not None or len(tops) < len(titles) - 1:
        return False
    below = set.intersection(*({*lexicon.cone(name)} - {name} for name in tops))
    heads = [node for cell, node in rows if not cell.says(Role.BIAS)]
    known = bool(heads) and all(isinstance(node, Symbol) and node.name in below for node in heads)
    given = all(isinstance(node, Symbol) and node.name in lexicon.inputs for node in heads)
    return known and (given or len(heads) < len(rows))
