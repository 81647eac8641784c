r"""Brackets behind the edge of mathematics that belong to it: "\(\frac{dz}{du}\)(u) = 1", "$f$(2, 3) = 6"."""

import re

_APPLIED = re.compile(r"(?:\$|\\\\?\))[ ]?\([^()\n$\\]{1,20}\)[ ]?(?:=|≈)")


def is_applied(source: str, end: int) -> bool:
    """Whether mathematics that ends at a place goes on with what it is taken at, up to a sign of equality."""
    return _APPLIED.match(source, end) is not None
