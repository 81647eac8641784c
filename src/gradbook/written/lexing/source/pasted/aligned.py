"""Aligned: results in a column of their own behind formulas, as programs print them: "d   = lo - r     -2.75"."""

import re

_LINE = re.compile(
    r"^(?P<stated>[ \t]*[^\W\d]\w{0,20}[ \t]*=[ \t]*(?=[^\n]*?[^\W\d])[^\n=#%;:,$≈]*?[\w)\]|²³])(?P<gap>[ ]{2,})"
    r"(?=[-−+]?\d[\d.]*(?:e[-+]?\d+)?[ \t]*$)",
    re.MULTILINE,
)
_COLUMN = re.compile(r"[ ][-−+]?\d[\d.]*$")  # another number before it: a table
_FEW = 2  # lines make a column


def equated(source: str) -> str:
    """Return a source, as long as it was, with a sign before the results of such a column."""
    if "  " not in source or len(_LINE.findall(source)) < _FEW:
        return source
    return _LINE.sub(_with_sign, source)


def _with_sign(line: re.Match[str]) -> str:
    tabled = _COLUMN.search(line["stated"]) is not None
    return line.group() if tabled else f"{line['stated']}{line['gap'][2:]}= "
