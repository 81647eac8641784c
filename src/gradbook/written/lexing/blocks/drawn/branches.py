"""Branches: lines that stand in a drawn tree, as programs print a graph: "├── s data = 0.8, grad = 1.0"."""

import re

_BRANCH = re.compile(r"(?m)^[ \t│┃|]*[├└┣┗╰][─━]+(?=[ \t]*[^\W\d])")


def without_branches(source: str) -> str:
    """Return a source, as long as it was, with blanks for what draws the branches of a tree before its lines."""
    if "─" not in source and "━" not in source:
        return source
    return _BRANCH.sub(lambda drawn: " " * len(drawn.group()), source)
