"""Credits: the marks that an exam's solution gives for an equation, "[1]", "(2 pts)", "✓ (1)", "M1 A1"; "(tick)".

One that stands behind an equation ends it. One that is not given in full speaks against it.
"""

import re

from gradbook.core.text.lines import before_in_line, start_of_line
from gradbook.core.text.patterns import regex

_UNIT = (
    r"(?:marks?|points?|pts?\.?|credits?|Punkte?n?|Pkte?\.?|BE|VP|puntos?|ptos?\.?|puntar|punti|pontos?|punten|punt|pkt\.?"
    r"|punkt(?:y|ów|u)?|балл(?:а|ов)?|điểm|puan|poin|P\.?|分|点|점)"
)
_COUNT = r"(?:\d{1,2}(?:[.,]\d)?½?|½)"
_CODE = r"[MABCEP]\d(?:\s?(?:ft|cao|dep|oe|ecf))?"  # marks for method, accuracy, ...
_BARE = rf"[MAB]{_CODE[8:]}"  # without brackets: "q = 10 E3" may be another number
_SIGNED = rf"[-+−–]?\s?{_COUNT}"
_BY = r"\s?(?:/|of|von|out of|de|di|z|из)\s?"
_OF = rf"{_COUNT}{_BY}{_COUNT}"
_END = r"(?=[ \t*_]*(?:\n|\Z|\\\\|[,;]))"
_TICKS = "✓✔☑"
WIDE = "【（"
"""Brackets that need no blank before them."""

CREDIT = (
    rf"(?P<around>\*{{1,3}}|_{{1,2}}|)(?:"
    rf"[\[(⟦{WIDE}]\s?(?:{_SIGNED}\s?(?:{_UNIT}|p\.?)|{_OF}\s?{_UNIT}|0\s?/\s?\d{{1,2}}|(?P<all>\d{{1,2}})\s?/\s?(?P=all)"
    rf"|{_CODE}(?:[ ,;+]{{0,2}}{_CODE}){{0,3}}|[Tt]ick|[Oo][Kk]|[Oo]kay|[Cc]hecked)\s?[\])⟧】）]"
    rf"|(?:[\[⟦](?:\+?{_COUNT}|{_OF})[\]⟧]|\(\+{_COUNT}\)|(?<=[*_])\({_COUNT}\)(?=[*_]))"
    rf"(?!\s*[=≈/+^×·(\[\d]|\s+[*]\s|\*\w|\w|\s*[-−]\s*\d|\s*[,;]?\s*\]|\s*[,;]\s*\[)"
    rf"|[{_TICKS}]{{1,4}}\s?[\[(]?\+?{_COUNT}[\])]?(?![\w.,]*\d|\s*[=/^])"
    rf")(?P=around)"
    rf"|(?<=[ \t,;])\d{{1,2}}\s?(?:marks?|points?|pts|Punkte?|puntos?|punti|pontos?|punten)\b{_END}"
    rf"|(?<=[ \t][ \t]){_COUNT}\s?{_UNIT}{_END}"
    rf"|(?:(?<=[ \t][ \t])|(?<=\t)){_BARE}(?:[ ,;]{{0,2}}{_BARE}){{0,3}}{_END}"
    rf"|(?<=[ \t][ \t]){_OF}{_END}"
    rf"|(?<=[\d)\]}}][ ])√{_END}"  # for a tick
)
"""What a credit may look like, in bold or italics too."""

CREDIT_BEGINS = rf"[*_\[(⟦{WIDE}{_TICKS}½√\dMABCEP]"
_FRACTION = regex(rf"({_COUNT}){_BY}({_COUNT})")
_RELATES = regex(r"(?:[=≈:→←]|->|\\(?:approx|to|gets|leftarrow)\b)[ \t]*(?P<said>\S)?")
_BEHIND = regex(rf"\s?{_UNIT}(?!\w)")
_PADDING = 40  # blanks of a cell
_COLUMN = regex(r"(?<=[\d)\]!])[ ]{3,}(?:[1-9]\d?|1/2|½)(?=[ \t]*$)", re.MULTILINE)  # at the right of a key
_WIDE = 8  # blanks before most marks of a column
_IN_UNITS = regex(rf"\d[ ]?{_UNIT}(?!\w)")
_FEW = 3
NAMES = regex(r"[A-Za-z]+\d?")


def behind(source: str, start: int) -> bool:
    """Whether something is said in the line before a credit, so that it may be for it.

    1/2 in a cell is a number, and so is what stands right behind a sign: "a = [0.5]".
    """
    if source[start].isdigit() and source[max(start - _PADDING, 0) : start].rstrip(" \t")[-1:] in ("|", "&"):
        return False
    signs = _RELATES.finditer(source, start_of_line(source, start), start)
    return bool(last := [*signs][-1:]) and last[0]["said"] is not None


def is_credit(source: str, end: int) -> bool:
    """Whether a number that ends at a place counts marks: "-1 P.", "扣 0 分"."""
    return _BEHIND.match(source, end) is not None


def in_full(text: str) -> bool:
    """Whether a credit is one, and whole: neither none, nor taken off, nor a part."""
    if part := _FRACTION.search(text):
        return part.group(1) == part.group(2) != "0"
    number = re.search(r"[-−–]?\s?[\d½][\d.,]*", text)
    return number is None or (number.group()[0] not in "-−–" and number.group().strip(" 0.,") != "")


def without_column(source: str) -> str:
    """Return a source, as long as it was, with blanks for a column of marks at the right of its equations."""
    found = [mark for mark in _COLUMN.finditer(source) if "=" in before_in_line(source, mark.start())]
    halves = [mark for mark in found if not mark.group().strip().isdigit()]
    if len(halves) == 1:  # "1/2" of one mark
        found.remove(halves[0])
    if sum(mark.group().startswith(" " * _WIDE) for mark in found) < _FEW or not _IN_UNITS.search(source):
        return source
    for mark in found:
        source = source[: mark.start()] + " " * len(mark.group()) + source[mark.end() :]
    return source
