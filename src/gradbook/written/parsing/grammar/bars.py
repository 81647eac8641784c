"""Bars: the point at which a derivative is taken, written under a bar behind it."""

import re

from gradbook.graph.expression import Number, Symbol
from gradbook.written.expression import Call, Node
from gradbook.written.lexicon import Lexicon

_GIVEN = re.compile(r"([^\W\d]\w*)\s*=\s*(-?\d+(?:\.\d+|,\d+(?!\s*=))?)(?![\w.])")

_LISTED = re.compile(
    r"\s*(?:\\left)?\s*\(?\s*(-?\d+(?:[.,]\d+)?(?:\s*[,;]\s*-?\d+(?:[.,]\d+)?)*)\s*(?:\\right)?\s*\)?\s*"
)


def point_under(text: str, lexicon: Lexicon) -> tuple[Node, ...]:
    """Return what stands under a bar, x = 2 and y = 3, as far as it gives names numbers; (2, 3) are all inputs."""
    found = [(lexicon.name(name), float(value.replace(",", "."))) for name, value in _GIVEN.findall(text)]
    if not found and (listed := _LISTED.fullmatch(text.partition("_")[2].strip(" {}"))):
        numbers = re.split(r"\s*;\s*" if ";" in listed.group(1) else r"\s*,\s*", listed.group(1))
        if len(numbers) == len(lexicon.inputs):
            found = [
                (name, float(number.replace(",", "."))) for name, number in zip(lexicon.inputs, numbers, strict=True)
            ]
    return tuple(Call("at", (Symbol(name), Number(value))) for name, value in found if name in lexicon.inputs)
