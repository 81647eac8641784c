"""Spans: a sum in a piece of code is one factor beside a sign outside of it: "`1 - h^2` × `dE/dh`"."""

import re

_SUM = r"(?=[^`\n]*[\w)²][ ]?[+−-][ ]?[\w(])[^`\n=≈:]{3,60}"
_FACTOR = re.compile(rf"`({_SUM})`(?=[ ]?[×·⋅*]|[ ]?\\(?:times|cdot))|(?<=[×·⋅*])([ ]?)`({_SUM})`")


def grouped(source: str) -> str:
    """Return a source in which such pieces of code stand in brackets, as long as it was."""
    if "`" not in source:
        return source
    return _FACTOR.sub(lambda found: f"({found[1]})" if found[1] else f"{found[2]}({found[3]})", source)
