"""Records: lines that say of nodes what they hold, in brackets behind their names: "p [data: 6  grad: 14] --> ..."."""

import re
from dataclasses import dataclass
from functools import lru_cache

from gradbook.core.text.lines import end_of_line
from gradbook.core.text.patterns import regex

_VALUE = r"data|val(?:ue)?|fwd|forward|out(?:put)?|wert|valeur|valore?|waarde|значение|值|値|값"
_SLOPE = (
    r"grad(?:ient|iente|ien)?|adj(?:oint)?|adjungierte|deriv(?:ative|ada)?|dérivée|ableitung|градиент|производная"
    r"|梯度|勾配|기울기"
)
_STEMS = (  # of which one stands in each of those
    "data", "val", "fwd", "forw", "out", "wert", "waarde", "знач", "值", "値", "값", "grad", "adj", "der", "dér",
    "ableit", "град", "произв", "梯度", "勾配", "기울기",
)  # fmt: skip
_NUMBER = r"[-−+]?(?:\d[\d.,]*|\.\d+)(?:[eE][-−+]?\d+)?"
_PART = r"\s{0,4}[,;|/]?\s{0,6}"
_OPERATION = r"(?:_?op\s?[:=]\s?['\"]?[\w*+/^-]{0,10}['\"]?\s{0,8}[|,;]\s?)?"  # by which a node came about
_MADE_OF = r"(?:\s[*+/^-]{1,2}\s?\([\w, ]{0,40}\))?"  # "+(vol, fee)"
_LABEL = r"['\"]?_?(?:label|name|node|var|op_symbol)['\"]?\s?[:=]\s?['\"]?"
_NAME = r"(?!(?:value|node|tensor|scalar|variable|var)\b)[^\W\d]\w{0,14}"
_OPEN = r"(?:(?<=\n)|(?<=;)|(?<=: ))(?=[^\n;\])}]{8,60}(?:[;\n]|\Z))"  # where one begins without a bracket
_BEGUN = r"(?:(?<=\n)|(?<=>[ ])|(?<=>[ ]{2}))(?=[^\n|]{1,18}\|[^\n|]{3,30}\|[^\n|]{3,30}\|)"  # between bars


def _field(which: str) -> str:
    return rf"['\"]?(?P<{which}key>{_VALUE}|{_SLOPE})['\"]?\s?[:=]?\s{{0,4}}(?P<{which}value>{_NUMBER})(?<![.,])"


_RECORD = regex(
    rf"(?:(?P<before>{_NAME})\s?[\[({{]\s?|(?:[A-Z][a-z]{{1,40}}\s?)?[({{]\s?{_LABEL}(?P<inside>{_NAME})['\"]?{_PART}"
    rf"|(?:(?:\b[A-Z][a-z]{{1,40}})?[({{\[]|{_OPEN})\s?(?P<bare>{_NAME})(?:\s{{0,8}}\||(?=\s(?:data|grad)\b))\s?"
    rf"|{_BEGUN}(?P<piped>{_NAME})\s{{0,6}}\|\s?)"
    rf"{_OPERATION}{_field('first')}(?:{_PART}{_field('second')})?{_MADE_OF}(?:\s?[\])}}]|\s{{0,4}}\|(?=\s*(?:[-─\n]|$))|(?=\s*[;\n])|\Z)",
    re.IGNORECASE,
)
_ZERO = regex(r"[-−+]?0+(?:[.,]0*)?")
_IS_SLOPE = regex(_SLOPE, re.IGNORECASE)
_TOLD = regex(rf"[^\W\d_]['\"]?\s?[:=]?\s{{0,4}}{_NUMBER}\s?(?:[\])}};|\n]|\Z)")  # what each ends with
_DRAWN = regex(
    r"[-+=─→⟶➔<>←│|┐┘┌└\\/,;.\s*•]*(?:[\[(]\s?[-+*/×·^²\w, ]{1,12}\s?[\])][-+=─→⟶➔<>←│|┐┘\\/,;\s]*){0,2}"
    r"(?:(?<=[-─←])[ ][a-z][^\d\n=:]{0,30})?"
)
_CAPTION = regex(
    r"\s*(?:fig(?:ure|ura)?|graph|graf|diagram|output|abb(?:ildung)?|рис|图|圖|図|그림)\.?[ ]?\d{0,2}[:：]\s",
    re.IGNORECASE,
)
_FEW, _MOST = 2, 40  # records; lines of arrows between them

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Records:
    """A table that lines of records make: the places of the cells of each row, and where it ends."""

    rows: list[list[Place]]
    end: int


def records_at(source: str, at: int) -> Records | None:
    """Return the records of the lines from a place on, if there are several: a node each, the names of fields first."""
    if not _may_hold(source):
        return None
    found: list[re.Match[str]] = []
    end = line = at
    drawn = 0
    while line < len(source) and drawn < _MOST:
        stop = end_of_line(source, line)
        records = list(_RECORD.finditer(source, line, stop)) if _may_have(source, line, stop) else []
        if not _states_nothing_else(source, line, stop, records) or not source[line:stop].strip():
            break
        found += records
        end, drawn = (stop, 0) if records else (end, drawn + 1)
        line = stop + 1
    if len(found) < _FEW:
        return None
    keys: dict[str, Place] = {}
    rows: list[tuple[Place, dict[str, Place]]] = []
    for record in found:
        fields: dict[str, Place] = {}
        for field in ("first", "second"):
            if record[f"{field}key"]:
                key = record[f"{field}key"].lower()
                keys.setdefault(key, record.span(f"{field}key"))
                fields[key] = record.span(f"{field}value")
        rows.append(
            (record.span(next(place for place in ("before", "inside", "bare", "piped") if record[place])), fields)
        )
    if _is_unrun(
        source, [source[slice(*fields[key])] for _, fields in rows for key in fields if _IS_SLOPE.match(key)], end
    ):
        rows = [
            (name, {key: place for key, place in fields.items() if not _IS_SLOPE.match(key)}) for name, fields in rows
        ]
    cells = [[name, *(fields.get(key, (name[1], name[1])) for key in keys)] for name, fields in rows]
    return Records([[(at, at), *keys.values()], *cells], end)


def _is_unrun(source: str, slopes: list[str], end: int) -> bool:
    """Whether all gradients are 0 that stand above the way back, which has yet to find them."""
    return len(slopes) >= _FEW and all(map(_ZERO.fullmatch, slopes)) and "backward" in source[end:].lower()


@lru_cache(maxsize=4)
def _may_hold(source: str) -> bool:
    lower = source.lower()
    return any(map(lower.__contains__, _STEMS)) and _TOLD.search(source) is not None


def _may_have(source: str, start: int, end: int) -> bool:
    return any(source.find(bracket, start, end) >= 0 for bracket in "[({|")


def _states_nothing_else(source: str, start: int, end: int, records: list[re.Match[str]]) -> bool:
    """Whether nothing but arrows and operations stands beside the records of a line."""
    caption = _CAPTION.match(source, start, end) if records else None
    start = caption.end() if caption else start
    edges = [start, *(place for record in records for place in record.span()), end]
    return all(_DRAWN.fullmatch(source, *edge) for edge in zip(edges[::2], edges[1::2], strict=True))
