"""Prompts before output: ">>> q 10.0" has one before what a program has shown, where nobody typed anything."""

import re

_LINE = re.compile(r"^>>>[ ](?P<said>[^\n]*)$", re.MULTILINE)
_LABELLED = re.compile(r"[^\W\d][\w ./=∂]{0,40}?[ =:]\s?[-−]?\d[\d.]*(?:e[-+]?\d+)?\s*")
_UNTYPED = re.compile(r"[\w ]*[^\W\d]\w*[ ]+\d[\d.]*\s*")  # no expression of Python
_FEW = 2


def unprompted(source: str) -> str:
    """Return a source, as long as it was, with blanks for such prompts."""
    if ">>> " not in source:
        return source
    said = [line["said"] for line in _LINE.finditer(source)]
    if len(said) < _FEW or not all(map(_LABELLED.fullmatch, said)) or not any(map(_UNTYPED.fullmatch, said)):
        return source
    return _LINE.sub(lambda line: f"    {line['said']}", source)
