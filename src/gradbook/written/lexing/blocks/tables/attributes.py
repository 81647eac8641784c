"""Attributes: what the columns of numbers are that a print of a node's attributes has shown.

for v in [L, d]: print(v.label, v.data, v.grad)        L 16.0 1.0
"""

from gradbook.core.text.patterns import regex

_PRINT = regex(r"\b(?:print|puts|println!?|console\.log)\b[ (][^\n]{0,160}")
_ATTRIBUTE = regex(r"\b(?P<of>[^\W\d]\w{0,15})\.(?P<what>_?label|name|data|value|grad(?:ient)?)\b")
_NAMES = frozenset({"label", "_label", "name"})

Place = tuple[int, int]


def titles_of(source: str, end: int, columns: int) -> list[Place]:
    """Return the places of the attributes that the last print before a place shows beside a name; none without one.

    Args:
        source: the answer.
        end: where its output begins.
        columns: how many the output has, that of the names with them.
    """
    for call in reversed([*_PRINT.finditer(source, 0, end)]):
        shown = [*_ATTRIBUTE.finditer(source, *call.span())]
        if len(shown) == columns and len({one["of"] for one in shown}) == 1 and shown[0]["what"] in _NAMES:
            return [(shown[0].start(), shown[0].start()), *(one.span("what") for one in shown[1:])]
    return []
