"""Fences of an answer that was cut out of a longer text, inside its program."""

import re

_FENCES = re.compile(r"^[ \t]*(?:```+|~~~+)([^\n`]*)$", re.MULTILINE)


def closing(source: str) -> int:
    """Return where a fence ends program text that an answer begins inside of: the first of an odd number, and bare.

    -1 where none does.
    """
    fences = [*_FENCES.finditer(source)]
    return fences[0].start() if len(fences) % 2 and not fences[0].group(1).strip() else -1
