"""Branches: lines that stand in a drawn tree, as programs print a graph: "├── s data = 0.8, grad = 1.0".

And strokes alone in a line, and the numbers in brackets behind the nodes that its wires join: "sum(100) ──┐".
"""

from gradbook.core.text.patterns import regex

_BRANCH = regex(r"(?m)^[ \t│┃|]*[├└┣┗╰][─━]+(?=[ \t]*[^\W\d])")
_WIRED = regex(r"(?m)^[^\n=]*─{2}[^\n=]*$")
_VALUED = regex(r"(?<![\w(])(?P<name>[^\W\d]\w{0,15})\((?P<value>[-−]?\d{1,9}(?:[.,]\d{1,9})?)\)(?=[ \t]*(?:─|\n|\Z))")
_POINTED = regex(  # "└─ relu ──> a1 = 1.8", "├─ z (thats r) ──> 8"
    r"(?<=[ \t])(?P<stroke>[─━]+[>►▶])(?=[ \t]+(?:[^\W\d]\w{0,9}[ \t]*=[ \t]*)?[-−]?\.?\d)"
)
_FEW = 2  # wires
_STROKE = regex(r"(?m)^[ \t]+[/\\][ \t]*$")


def without_branches(source: str) -> str:
    """Return a source, as long as it was, with blanks for what draws the branches of a tree before its lines."""
    if "─" not in source and "━" not in source:
        return source
    source = _STROKE.sub(lambda drawn: " " * len(drawn.group()), source)
    if _BRANCH.search(source):
        source = _POINTED.sub(lambda drawn: "-->"[-len(drawn["stroke"]) :].rjust(len(drawn["stroke"])), source)
    source = _BRANCH.sub(lambda drawn: " " * len(drawn.group()), source)
    if len(_WIRED.findall(source)) < _FEW:
        return source
    return _WIRED.sub(lambda line: _VALUED.sub(r"\g<name>=\g<value> ", line.group()), source)
