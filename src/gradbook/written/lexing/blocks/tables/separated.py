"""Separated values: the lines of a CSV file, titles first, whose commas (or semicolons) are the tabs of a pasted sheet.

step,var,expression,primal,adjoint (dy/dvar)
1,v1,x1/x2,3,1.485
2,v2,sin(v1),0.1411,1.5
"""

import re
from itertools import takewhile

from gradbook.core.text.patterns import regex
from gradbook.written.lexing.blocks.keyed.keys import sense_of

_CELL = r"\"?(?![-−+. ]?\d)[^,;:=<>\t\n\"]{0,40}\"?"  # no number
_TITLES = regex(
    rf"^[ \t]*(?P<titles>(?=\"?(?:[^\W\d]|∂)){_CELL}(?P<sign>[,;]){_CELL}(?:(?P=sign){_CELL}){{1,40}})[ \t]*\n",
    re.MULTILINE,
)
_NUMBER = regex(r"[-−+]?(?:\d+(?:[.,]\d+)?|\.\d+)(?:[eE][-+]?\d+)?")
_QUOTED = regex(r'"[^"\n]*"')
_FEW = 2  # rows


def tabbed(source: str) -> str:
    """Return a source, as long as it was, with tabs between the cells of such lines."""
    if "," not in source and ";" not in source:
        return source
    for titles in _TITLES.finditer(source):
        sign, count = titles["sign"], titles["titles"].count(titles["sign"])
        rows = _rows(source[titles.end() :].split("\n"), sign, count)
        known = all(sense_of(title.strip(' "')) is not None for title in titles["titles"].split(sign))
        if len(rows) < _FEW or known or ". " in titles["titles"] or f"{sign} " in titles["titles"]:
            continue
        text = source[titles.start() : titles.end()] + "\n".join(rows)
        source = source[: titles.start()] + _cut(text, sign) + source[titles.start() + len(text) :]
    return source


def _rows(lines: list[str], sign: str, count: int) -> list[str]:
    return list(takewhile(lambda line: _is_row(line, sign, count), lines))


def _is_row(line: str, sign: str, count: int) -> bool:
    """Whether a line has as many cells as there are titles, and a number among them, or nothing but empty ones."""
    cells = _QUOTED.sub(lambda quoted: " " * len(quoted.group()), line).split(sign)
    numbers = any(_NUMBER.fullmatch(cell.strip(' "')) for cell in line.split(sign))
    return len(cells) == count + 1 and (numbers or not line.strip(f" {sign}"))


def _cut(text: str, sign: str) -> str:
    """Return lines with tabs for the signs that stand outside of quotes, and blanks for the quotes."""
    parts = re.split(r'("[^"\n]*")', text)
    return "".join(
        f" {part[1:-1]} " if part[:1] == '"' and len(part) > 1 else part.replace(sign, "\t") for part in parts
    )
