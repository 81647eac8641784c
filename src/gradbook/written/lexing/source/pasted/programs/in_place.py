"""In place: calls of libraries that are an operator or a function of Python: w.assign_sub(0.1*dw) is w -= 0.1*dw."""

import re

from gradbook.core.text.patterns import regex

_ARGUMENT = r"(?P<by>[^()\n,]{1,80}(?:\([^()\n]{0,60}\)[^()\n,]{0,60}){0,3})"
_MOVED = regex(
    rf"(?<![\w.])(?P<of>\w{{1,20}}(?:\.data)?)\.(?:assign_(?P<how>sub|add)|(?P<short>sub|add)_)\({_ARGUMENT}\)"
    r"(?=[ \t]*(?:[\n;#]|\Z))"
)
_SIGNS = {"sub": "-=", "add": "+="}


def in_operators(source: str) -> str:
    """Return a source, as long as it was, with operators for such calls, and TensorFlow's print as Python's."""
    if "tf.print(" in source:
        source = source.replace("tf.print(", "print   (")
    return _MOVED.sub(_moved, source) if "assign_" in source or "_(" in source else source


def _moved(call: re.Match[str]) -> str:
    return f"{call['of']} {_SIGNS[call['how'] or call['short']]} {call['by']}".ljust(len(call.group()))
