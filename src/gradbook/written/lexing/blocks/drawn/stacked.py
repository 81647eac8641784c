"""Stacked fractions: derivatives over three lines of plain text, which become one line with strokes; so one of numbers.

 dL     dL     da                                            1
---- = ---- * ---- = (-0.31) (0.2139) = -0.0663       a = ——————— = 0.5769
 dz     da     dz                                         1 + e^-z

A page that is copied as text may have lost the bars.
"""

import re
from bisect import bisect_right

from gradbook.core.text.patterns import regex

_BAR = regex(r"(?<![-—─_\w])(?:-{2,40}|—{1,40}|─{2,40})(?![-—─_>\w])")
_NAME = r"[d∂]\w{1,8}\^?(?!\w)"
_TERM = regex(rf"{_NAME}(?:\^\d|(?:[ ][-+*][ ]\w{{1,6}}){{1,2}})?|[d∂]\w{{1,6}}\^\d")  # "ds^2", "dy^ - y"
_PRODUCT = regex(r"[d∂][a-z]{2}")
_ITEM = regex(r"[ \t]*\d{1,2}[.)][ \t]+(?=[d∂])")
_LONE = regex(r"^[ \t]*[d∂]\w{1,12}[ \t]*$")
_ONLY = regex(rf"[ \t]*(?:[d∂]\w{{1,12}}|{_TERM.pattern})(?:[ \t]+(?:{_TERM.pattern}))*[ \t]*")
_BARELESS = regex(r"[ \t]*=[^\n]*\d[^\n]*")
_LED = regex(r"[d∂]\w{1,12}[ \t]*\n[ \t]*=")
_PART = regex(r"[ \t]*(?=[^\n]*\w)[\w(−√-][\w+*/^().·×√ ∂'−-]{0,30}?[ \t]*")  # of a fraction, alone in its line
_BARS = regex(r"(?<!\S)[-—─]{1,40}(?=[\s,;]|$)")  # a dash alone is one where all have a part over and under them
_PARTS = regex(r"[^\s=]+(?:[ ][^\s=]+)*")
_NEAR = 2  # columns that a term may stand beside its bar
_MOST = 200  # letters of a line


def unstacked(source: str) -> str:
    """Return a source, as long as it was, with such fractions in one line: dL/dz = dL/da * da/dz."""
    barred = "--" in source or "──" in source or "—" in source
    if not barred and not _LED.search(source):
        return source
    lines = source.split("\n")
    found: list[str] = []
    at = 0
    while at < len(lines):
        joined = _joined(*lines[at : at + 3]) if at + 2 < len(lines) else None
        if joined is None:
            found.append(lines[at])
            at += 1
        else:
            found.append(joined)
            at += 3
    return "\n".join(found) if len(found) < len(lines) else source


def _joined(top: str, middle: str, bottom: str) -> str | None:
    """Return three lines as one, as long as they are together; None where they are no such fractions."""
    item = _ITEM.match(top)
    label, top = (item.group(), " " * item.end() + top[item.end() :]) if item else ("", top)
    if max(map(len, (top, middle, bottom))) > _MOST:
        return None
    if not (_ONLY.fullmatch(top) and _ONLY.fullmatch(bottom)):
        return _fraction(top, middle, bottom) or _fractions(top, middle, bottom)
    if _BARELESS.fullmatch(middle):
        whole = [*_LONE.findall(top), *_LONE.findall(bottom)]
        text = f"{top.strip()}/{bottom.strip()} {middle.strip()}"
        return text.ljust(len(top) + len(middle) + len(bottom) + 2) if len(whole) == 2 else None
    above, below = list(_TERM.finditer(top)), list(_TERM.finditer(bottom))
    bars = [bar for bar in _BAR.finditer(middle) if _stands_at(above, bar) and _stands_at(below, bar)]
    if bars and middle[: bars[0].start()].strip() == "-":
        middle = middle.replace("-", "−", 1)  # of it, and no mark of a list
    if not bars or not len(bars) == len(above) == len(below):
        return None
    fractions = [f"{_whole(over.group())}/{under.group()}" for over, under in zip(above, below, strict=True)]
    text = _set_in(middle, bars, fractions)
    return _as_long(label + text.lstrip() if label else text, top, middle, bottom)


def _set_in(middle: str, bars: list[re.Match[str]], fractions: list[str]) -> str:
    """Return a line with what is written for each of its bars."""
    pieces: list[str] = []
    end = 0
    for bar, fraction in zip(bars, fractions, strict=True):
        pieces += [middle[end : bar.start()], fraction]
        end = bar.end()
    return "".join([*pieces, middle[end:]])


def _as_long(text: str, *lines: str) -> str | None:
    """Return a text as long as the lines that it stands for; None where it is longer."""
    length = sum(map(len, lines)) + len(lines) - 1
    return text.ljust(length) if len(text) <= length else None


def _whole(term: str) -> str:
    """Return what is differentiated in brackets where it is more than a name: d(s^2) for ds^2, d(wx) for dwx."""
    return term if re.fullmatch(_NAME, term) and not _PRODUCT.fullmatch(term) else f"{term[0]}({term[1:]})"


def _stands_at(terms: list[re.Match[str]], bar: re.Match[str]) -> bool:
    """Whether a term stands over or under a bar."""
    starts = [term.start() for term in terms]
    near = terms[max(0, bisect_right(starts, bar.end() + _NEAR) - 1)] if terms else None
    return near is not None and near.end() >= bar.start() - _NEAR and near.start() <= bar.end() + _NEAR


def _fractions(top: str, middle: str, bottom: str) -> str | None:
    """Return three lines as one where something stands over and under each of several bars, numbers among them."""
    bars, above, below = ([*parts.finditer(line)] for parts, line in ((_BARS, middle), (_PARTS, top), (_PARTS, bottom)))
    if (
        "=" not in middle
        or not len(bars) == len(above) == len(below) > 1
        or not any(_ONLY.fullmatch(part.group()) for part in above)
    ):
        return None
    if not all(_stands_at(above, bar) and _stands_at(below, bar) for bar in bars):
        return None
    fractions = [_divided(over.group(), under.group()) for over, under in zip(above, below, strict=True)]
    return _as_long(_set_in(middle, bars, fractions), top, middle, bottom)


def _divided(over: str, under: str) -> str:
    """Return a fraction in one line, in brackets where it is none of differentials."""
    return f"{over}/{under}" if _ONLY.fullmatch(over) and _ONLY.fullmatch(under) else f"({over})/({under})"


def _fraction(top: str, middle: str, bottom: str) -> str | None:
    """Return three lines as one where two have nothing but what stands over and under the only bar behind a sign."""
    bars = [bar for bar in _BAR.finditer(middle) if "=" in middle[: bar.start()]]
    if len(bars) != 1 or not (_PART.fullmatch(top) and _PART.fullmatch(bottom)):
        return None
    (bar,) = bars
    parts = [part.strip() for part in (top, bottom)]
    for line, part in zip((top, bottom), parts, strict=True):
        start = line.index(part)
        if start > bar.end() or start + len(part) < bar.start() or start < bar.start() - _NEAR:
            return None
    return _as_long(_set_in(middle, bars, [f"({parts[0]})/({parts[1]})"]), top, middle, bottom)
