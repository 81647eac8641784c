"""Leaders: dots that lead from a quantity, or its formula, to its number, as in a table of contents.

    u = ab ............. 6
    dL/dd = -1/4 * v/d^2 . -1/2

Where several lines have many of them, few in another line are such dots too, and no product.
"""

import re

_NUMBER = r"(?=[ \t]+[-−+]?\d[\d.,/]*[ \t]*$)"
_MANY = re.compile(rf"(?<=[ \t])\.{{4,80}}{_NUMBER}", re.MULTILINE)
_ANY = re.compile(rf"(?<=[ \t])\.{{1,80}}{_NUMBER}", re.MULTILINE)
_LEAST = 2  # lines


def led(source: str) -> str:
    """Return a source, as long as it was, with signs of equality for such dots."""
    if "...." not in source or len(_MANY.findall(source)) < _LEAST:
        return source
    return _ANY.sub(lambda dots: "=".rjust(len(dots.group())), source)
