"""Sheets: rows of a spreadsheet with a formula beside its result: "B17,dE/dz2,=B16*B13*(1-B13),0.1388"."""

import re

from gradbook.core.text.patterns import regex

_FORMULA = r"(?:=(?:[^,;\t\n\"\s]|[ ](?![(\[]?[a-z]{2}))*[ \t]*|\"=[^\"\n]*\")"
_CELLS = r"(?=[^,;\t\n]*\b\$?[A-Z]{1,2}\$?\d)"  # what else it calculates with is read as it is: "=w*x"
_NUMBER = r"[-−+]?\d[\d.]*(?:[eE][-+]?\d+)?"
_ROW = regex(
    r"^(?:(?:[A-Z]{1,2}\d{1,3}|\d{1,3})[,;\t])?(?P<label>[^\W\d][\w/]{0,14}(?:[ ](?:new|neu|\(\w+\)))?)[,;\t](?P<gap>"
    rf"(?:{_CELLS}{_FORMULA})?[,;\t](?={_NUMBER}[ \t]*$)|(?={_NUMBER}[,;\t]{{1,3}}{_CELLS}{_FORMULA}[ \t]*$))"
    rf"(?P<result>{_NUMBER})[^\n]*$",
    re.MULTILINE,
)
_BEHIND = regex(  # "w1  0.4  0.119  =D1-D3*C14": how the last number was calculated
    rf"(?P<row>^[^\n=]*[,;\t]{_NUMBER}[,;\t]{_NUMBER})[,;\t]{{1,3}}{_CELLS}{_FORMULA}[ \t]*$", re.MULTILINE
)
_OTHER = regex(  # a column of somebody's, or at another point
    r"[,;\t][ ]*(?!(?:label|name|node|formula|how|value|result|val|wert|formel|ergebnis|unit|step)s?\b)"
    r"[^\W\d][^,;\t\n]*$",
    re.IGNORECASE,
)
_EMPTY = regex(r"^\d{1,3}[,;\t]+[ \t]*$", re.MULTILINE)  # but for its own number
_HEAD = 2  # lines above the rows
_FEW = 2  # rows make a sheet


def calculated_in_cells(source: str) -> str:
    """Return a source, as long as it was, with a sign for the formulas of such rows: "dE/dz2 = 0.1388"."""
    if not re.search(r"[,;\t]\"?=", source):
        return source
    source = _BEHIND.sub(lambda row: row["row"].ljust(len(row.group())), source)
    rows = [row.start() for row in _ROW.finditer(source) if "=" in row.group()]
    if len(rows) < _FEW or any(_OTHER.search(line) for line in source[: rows[0]].split("\n")[-_HEAD:]):
        return source
    return _EMPTY.sub(lambda row: " " * len(row.group()), _ROW.sub(_equation, source))


def _equation(row: re.Match[str]) -> str:
    begin = row.start("result") - row.start()
    told = f"{row['label']} ="  # at the beginning of the line: what stands further in goes on with the line above
    return f"{told}{' ' * (begin - len(told))}{row['result']}".ljust(len(row.group()))
