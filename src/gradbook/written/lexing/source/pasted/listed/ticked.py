"""Ticked lists: "[✓] z: 8" and "[x] e1 → 7.5" are items, where every box is ticked; an "x" may be a name as well."""

import re

from gradbook.core.text.patterns import regex

_TICKED = regex(r"^(?P<lead>[ \t]*)(?P<box>\[[xX✓✔]\]|☑\ufe0f?)(?=[ \t]+\S)", re.MULTILINE)
_LEAST = 2


def without_ticks(source: str) -> str:
    """Return a source, as long as it was, with marks of a list for boxes that are ticked at the beginning of lines."""
    boxes = [one["box"].lower() for one in _TICKED.finditer(source)]
    if len(boxes) < _LEAST or len({*boxes}) > 1:
        return source
    return _TICKED.sub(lambda one: one["lead"] + "-".ljust(len(one["box"])), source)
