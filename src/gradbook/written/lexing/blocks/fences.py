"""Fences of an answer that was cut out of a longer text, inside its program."""

import re

_FENCES = re.compile(r"^[ \t]*(?:```+|~~~+)([^\n`]*)$", re.MULTILINE)


def is_last_of(source: str, at: int) -> bool:
    """Whether a fence ends program text that an answer begins inside of: the first of an odd number, and bare."""
    fences = [*_FENCES.finditer(source)]
    return len(fences) % 2 == 1 and fences[0].start() == at and not fences[0].group(1).strip()
