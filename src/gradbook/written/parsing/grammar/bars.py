"""Bars: the point at which a derivative is taken, written under a bar behind it."""

import re

from gradbook.graph.expression import Number, Symbol
from gradbook.written.expression import Call, Node
from gradbook.written.lexicon import Lexicon

_GIVEN = re.compile(r"([^\W\d]\w*)\s*=\s*(-?\d+(?:\.\d+|,\d+(?!\s*=))?)(?![\w.])")


def point_under(text: str, lexicon: Lexicon) -> tuple[Node, ...]:
    """Return what stands under a bar, x = 2 and y = 3, as far as it gives names their numbers."""
    found = [(lexicon.name(name), float(value.replace(",", "."))) for name, value in _GIVEN.findall(text)]
    return tuple(Call("at", (Symbol(name), Number(value))) for name, value in found if name in lexicon.inputs)
