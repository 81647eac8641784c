"""Aligned: results in a column of their own behind formulas, as programs print them: "d   = lo - r     -2.75".

And rows of a name, its formula and its value between tabs, as a word processor leaves them of a table without a title.
"""

import re

from gradbook.core.text.patterns import regex

_LINE = regex(
    r"^(?P<stated>[ \t]*[^\W\d]\w{0,20}[ \t]*=[ \t]*(?=[^\n]*?[^\W\d])[^\n=#%;:,$≈]*?[\w)\]|²³])(?P<gap>[ ]{2,})"
    r"(?=[-−+]?\d[\d.]*(?:e[-+]?\d+)?[ \t]*$)",
    re.MULTILINE,
)
_COLUMN = regex(r"[\w)\]][ ]+[-−+]?\d[\d.]*$")  # another number before it: a table
_TABBED = regex(
    r"^(?P<lead>\t?)(?P<name>[d∂]\w{1,8}/[d∂]\w{1,8}|[^\W\d]\w{0,9})\t(?![-−–]?[\d.,]+\t)(?P<formula>[^\t\n=]{0,60})\t"
    r"(?P<value>[-−–]?\d[\d.,]*)[ ]*$",
    re.MULTILINE,
)
_TITLE = regex(r"^\t?[^\t\n\d=]+(?:\t[^\t\n\d=]+)+$", re.MULTILINE)
_FEW = 2  # lines make a column


def equated(source: str) -> str:
    """Return a source, as long as it was, with a sign before the results of such a column, and for such tabs."""
    if "\t" in source and len(_TABBED.findall(source)) >= _FEW and not _TITLE.search(source):
        source = _TABBED.sub(_as_equation, source)
    if "  " not in source or len(_LINE.findall(source)) < _FEW:
        return source
    return _LINE.sub(_with_sign, source)


def _with_sign(line: re.Match[str]) -> str:
    tabled = _COLUMN.search(line["stated"]) is not None
    return line.group() if tabled else f"{line['stated']}{line['gap'][2:]}= "


def _as_equation(row: re.Match[str]) -> str:
    sign = "=" if row["formula"].strip() else " "
    return f"{row['lead']}{row['name']}{sign}{row['formula']}={row['value']}".ljust(len(row.group()))
