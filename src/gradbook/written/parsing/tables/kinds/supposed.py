"""What the title of a column takes an input to be: "value (w = 4)" is so for that w."""

from collections.abc import Sequence

from gradbook.graph.expression import Number, Symbol
from gradbook.written.expression import Node
from gradbook.written.lexicon import Lexicon
from gradbook.written.parsing.tables.grids.grids import Cell

_ALONE = 3  # tokens of "x = 3", and no more


def supposed(titles: Sequence[Cell], lexicon: Lexicon) -> tuple[tuple[Node, Node], ...]:
    """Return the inputs with their numbers in the only title that has such beside words."""
    told = [pairs for title in titles if (pairs := _pairs(title, lexicon))]
    return told[0] if len(told) == 1 else ()


def _pairs(title: Cell, lexicon: Lexicon) -> tuple[tuple[Node, Node], ...]:
    tokens = [token for token in title.tokens if not token.edge]
    if not tokens or (tokens[0].kind != "word" and len(tokens) != _ALONE):
        return ()
    return tuple(
        (Symbol(name.name), number.node)
        for name, relation, number in zip(tokens, tokens[1:], tokens[2:], strict=False)
        if name.name in lexicon.inputs and relation.text == "=" and isinstance(number.node, Number)
    )
