"""Objects as a program shows them behind an equation: "q = x + y = Node(data=10.0, grad=0.0)" is "q = x + y = 10.0".

Those of engines in other languages have fields such as "dado" and "valor".
One that has a gradient says more, which the reader of programs looks at.
"""

import re

from gradbook.core.text.patterns import regex

CLASSES = "Node|Value|Val|Tensor|Scalar|Variable|Var|Number|Num|Float|Unit"
_OBJECT = regex(
    r"(?P<formula>(?:=[^=\n]{1,80}|\)[ ])=[ ]|#[ ]|^[^\W\d][^\n=:{]{0,60}:[ ])"
    rf"(?P<opens>(?:{CLASSES})\((?:data|val|value)=)"
    r"(?P<number>-?[\d.]{1,25}(?:e-?\d{1,3})?)"
    r"(?P<closes>(?:,[ ]?grad=0(?:\.0)?)?\))(?=[ \t]*(?:\n|\Z|[,;]))",
    re.MULTILINE,
)
_DATA = regex(r"(?<=[\w)]\.)(?:dado|dato|wert|valor)\b|(?<=[A-Za-z]\()(?:dado|dato|wert|valor)(?=[ ]?=[ ]?[-\d.])")


def in_english(source: str) -> str:
    """Return a source, as long as it was, with English names for the fields of programs in other languages."""
    if not any(map(source.__contains__, ("dado", "dato", "wert", "valor"))):
        return source
    return _DATA.sub(lambda field: "value" if field.group() == "valor" else "data", source)


def as_numbers(source: str) -> str:
    """Return a source, as long as it was, with the number of such an object in its place."""
    if "(data=" not in source and "(val" not in source:
        return source
    return _OBJECT.sub(_number, source)


def _number(shown: re.Match[str]) -> str:
    before = shown["formula"] + " " * len(shown["opens"])
    return f"{before}{shown['number']}{' ' * len(shown['closes'])}"
