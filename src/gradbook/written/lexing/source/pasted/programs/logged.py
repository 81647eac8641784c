"""Logs: the time, the level and the place before what a program has logged: "22:41:07,114 DEBUG [fwd ] q = 10.0"."""

import re

from gradbook.core.text.patterns import regex

_LINE = regex(
    r"^(?:(?:DEBUG|INFO|WARNING|TRACE|NOTICE):[\w.]{1,30}:"
    r"|[ \t]*\[?(?:\d{4}-\d\d-\d\d[ T])?\d\d:\d\d:\d\d(?:[.,]\d{1,6})?Z?\]?[ \t]+(?:[-|:][ \t]+)?"
    r"(?:(?:DEBUG|INFO|TRACE|NOTICE)\b:?[ \t]*)?(?:[-|:][ \t]+)?(?:\[[\w ./:-]{1,30}\][ \t]*)?"
    r"(?:[-|:][ \t]+)?)(?=[^\n]*[=:][ \t]*[-+]?[\d.])",
    re.MULTILINE,
)
_FEW = 3  # lines


def without_stamps(source: str) -> str:
    """Return a source, as long as it was, with blanks for what stands before the equations of a log."""
    if ":" not in source or len(_LINE.findall(source)) < _FEW:
        return source
    return _LINE.sub(lambda stamp: " " * len(stamp.group()), source)
