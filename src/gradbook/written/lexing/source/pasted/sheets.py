"""Sheets: rows of a spreadsheet with a formula beside its result: "B17,dE/dz2,=B16*B13*(1-B13),0.1388"."""

import re

_FORMULA = r"(?:=[^,;\t\n\"]*|\"=[^\"\n]*\")"
_CELLS = r"(?=[^,;\t\n]*\b\$?[A-Z]{1,2}\$?\d)"  # what else it calculates with is read as it is: "=w*x"
_NUMBER = r"[-−+]?\d[\d.]*(?:[eE][-+]?\d+)?"
_ROW = re.compile(
    r"^(?:(?:[A-Z]{1,2}\d{1,3}|\d{1,3})[,;\t])?(?P<label>[^\W\d][^,;\t\n=|]{0,20})[,;\t](?P<gap>"
    rf"(?:{_CELLS}{_FORMULA})?[,;\t](?={_NUMBER}[ \t]*$)|(?={_NUMBER}[,;\t]{_FORMULA}[ \t]*$))"
    rf"(?P<result>{_NUMBER})[^\n]*$",
    re.MULTILINE,
)
_FEW = 2  # rows make a sheet


def calculated_in_cells(source: str) -> str:
    """Return a source, as long as it was, with a sign for the formulas of such rows: "dE/dz2 = 0.1388"."""
    if not re.search(r"[,;\t]\"?=", source):
        return source
    if sum("=" in row.group() for row in _ROW.finditer(source)) < _FEW:
        return source
    return _ROW.sub(_equation, source)


def _equation(row: re.Match[str]) -> str:
    begin = row.start("result") - row.start()
    told = f"{row['label']} ="  # at the beginning of the line: what stands further in goes on with the line above
    return f"{told}{' ' * (begin - len(told))}{row['result']}".ljust(len(row.group()))
