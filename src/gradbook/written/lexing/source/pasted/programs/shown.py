"""Objects as a program shows them behind an equation: "q = x + y = Node(data=10.0, grad=0.0)" is "q = x + y = 10.0".

One that has a gradient says more, which the reader of programs looks at.
"""

import re

_CLASSES = "Node|Value|Val|Tensor|Scalar|Variable|Var|Number|Num|Float|Unit"
_OBJECT = re.compile(
    rf"(?P<formula>(?:=[^=\n]{{1,80}}|\)[ ])=[ ])(?P<opens>(?:{_CLASSES})\((?:data|val|value)=)"
    r"(?P<number>-?[\d.]{1,25}(?:e-?\d{1,3})?)"
    r"(?P<closes>(?:,[ ]?grad=0(?:\.0)?)?\))(?=[ \t]*(?:\n|\Z|[,;]))"
)


def as_numbers(source: str) -> str:
    """Return a source, as long as it was, with the number of such an object in its place."""
    if "(data=" not in source and "(val" not in source:
        return source
    return _OBJECT.sub(_number, source)


def _number(shown: re.Match[str]) -> str:
    before = shown["formula"] + " " * len(shown["opens"])
    return f"{before}{shown['number']}{' ' * len(shown['closes'])}"
