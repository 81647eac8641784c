"""Lists of which each line gives several things of one quantity: a table in all but its form.

    node: value / grad        q  val 10  grad 3         q = w*x = 10, adj 3
    q: 10 / 3                 r  val 8   grad 3         r = q + b = 8, adj 3

What the entries are, a legend above the list says, or a label before each; a list without either has no titles.
"""

import re
from collections.abc import Iterator

from gradbook.core.text.lines import end_of_line
from gradbook.core.text.patterns import regex
from gradbook.written.lexing.blocks.labels import PLACE
from gradbook.written.lexing.blocks.tables.columns import NUMBER, Columns

_Span = tuple[int, int]

_BEGIN = (
    r"[ \t]*+(?:[-*+•–][ \t]++)?+[{<(\[]?[ \t]*+"
    r"(?:(?:[Nn]ode|[Vv]ariable|[Gg]ate|[Kk]noten|[Nn]œud|[Nn]oeud|[Nn]odo|[Nn]ó|[Kk]noop|[Ww]ęzeł)[ ])?"
)
_NAME = r"(?P<name>[^\W\d][\w'’]{0,14}|[∂d]\w{1,8}/[∂d]\w{1,8})"
_WHAT = (  # what a remark behind a line may say that its quantity is, and no more: "← weight 0"
    r"(?:[ \t]+(?:←|<-+|\#)[ \t]*(?:weight|bias|input|output|loss|target|label|leaf|sum|product|prediction)"
    r"(?:[ ]?\d{1,2})?)?"
)
_ROW = regex(
    rf"{_BEGIN}{_NAME}(?:[ \t]*+(?:[:=]|(?<!\|)\|)[ \t]*+|[ \t]++)"
    rf"(?P<rest>[^\s=:|](?:[^\n]{{0,89}}?[^ \t\n])?){_WHAT}[ \t]*$",
    re.MULTILINE,
)
_BARE = regex(
    rf"(?P<a>{NUMBER})(?P<sep>[ \t]+/[ \t]+|[ \t]*\|[ \t]*|,[ \t]+|;[ \t]*|[ \t]?[(\[][ \t]*)"
    rf"(?P<b>{NUMBER})[ \t]*[)\]]?"
)
_SET_UNDER = regex(
    rf"[ \t]*(?P<name>[^\W\d][\w'’]{{0,14}}|[∂d]\w{{1,8}}/[∂d]\w{{1,8}})[ ]{{1,15}}"
    rf"(?P<rest>(?:[^\s=:|≈][^\n=:|≈]{{0,50}}[=≈][ \t]*){{0,4}}{NUMBER})[ \t]*$",
    re.MULTILINE,
)
_LEGEND = regex(
    r"""[ \t]*(?:[^\W\d][^\n()=|/]{0,60}[ ](?=\())?[^\w\n]{0,4}(?:[^\W\d][^\n:,/|;()=]{0,24}:[ \t]*)?  # node:
    (?P<a>[^\W\d][^\n\d/|,;:(\[=]{0,20}?)[ \t]*(?P<sep>[/|,;(\[])[ \t]*
    (?P<b>[^\W\d][^\n\d/|,;:(=]{1,24}?)[^\w\n]{0,4}[ \t]*$""",
    re.MULTILINE | re.VERBOSE,
)
_IN_BRACKETS = regex(r"bracket|parenth|klammer|par[ée]nt|haakjes|nawias|скобк", re.IGNORECASE)
_LABEL = r"(?:a[ ](?=mano)|à[ ]la[ ])?[^\W\d_]{2,12}(?:[ ][^\W\d_]{2,12})?"
_SAYS = rf"(?={_LABEL}[ \t]*[=:]?[ \t]*[-−+.\d])"
_LABELLED = regex(rf"(?P<label>{_LABEL})[ \t]*(?:[=:][ \t]*|[ \t])(?P<told>{NUMBER})(?![\w.])")
_BETWEEN = regex(
    rf"(?=[ \t|,;/(\[])(?:[ \t]*[|,;/][ \t]*{_SAYS}|[ \t]*[(\[]{_SAYS}|[ \t]{{2,}}(?={_LABEL})|\t"
    r"|(?<=\d)[ ](?=[^\W\d_]{2,12}[=:][ \t]{0,6}[-−+.\d]))"
)
_DECIMAL_COMMA = regex(r"(?<![^\W_])\d+,\d+$")
_RESULT = regex(rf"(?:^|=[ \t]*){NUMBER}$")
_TITLE = regex(r"[^\W\d][^\n\t=:;,|]{0,24}")
_VALUE = regex(r"data|val|wert|waarde|wartość|знач|值|値|값|forward|fwd")
_SLOPE = regex(r"grad|slope|adj|deriv|dériv|ableit|afgel|pochodn|град|произв|梯度|勾配|기울기|backward|bwd")
_LEADS = frozenset(  # to what follows, which is no column
    {"so", "also", "thus", "hence", "then", "therefore", "donc", "alors", "luego", "entonces", "então", "logo",
     "quindi", "allora", "dus", "daher", "damit", "gives", "makes", "ergibt", "giving"}
)  # fmt: skip
_CELLS = 3  # of a line, at least, where commas part them
_FEW = 2  # lines make a list
_MOST = 100  # lines of one, and no answer has as many quantities


def listed_at(source: str, at: int, end: int) -> Columns | None:
    """Return the list that begins with the line at a place, its legend first if it has one.

    Args:
        source: the answer.
        at: where a line begins.
        end: how far to look.
    """
    stop = source.find("\n", at, end)
    if stop < 0:  # any other list has more lines
        return _labelled(source, at, end) if _SLOPE.search(source[at:end].lower()) else None
    named = _ROW.match(source, at, stop) is not None
    found = _under_legend(source, at, end)
    found = found or (_labelled(source, at, end) or _unnamed(source, at, end) if named else None)
    for sign in ";,":
        if source.count(sign, at, stop) >= _CELLS - 1:
            found = found or _separated(source, at, end, sign)
    return found or _aligned(source, at, end)


def _under_legend(source: str, at: int, end: int) -> Columns | None:
    legend = _LEGEND.match(source, at, end)
    if legend is None:
        return None
    sign = legend.group("sep")
    if sign in ",;" and _IN_BRACKETS.search(legend.group("b")):
        sign = "("
    start = legend.end() + 1
    if start < end and not source[start : end_of_line(source, start, end)].strip():
        start = end_of_line(source, start, end) + 1
    rows: list[tuple[_Span, ...]] = []
    stop, pairs = legend.end(), 0
    for name, rest, line_end in _rows(source, start, end):
        pair = _pair(source, rest, sign)
        if pair is None and not re.fullmatch(NUMBER, source[rest[0] : rest[1]]):
            break
        pairs += pair is not None
        rows.append((name, *(pair or (rest, (rest[1], rest[1])))))
        stop = line_end
    if not pairs or (pairs < _FEW and legend.group("sep") in ",;"):
        return None
    return Columns(stop, (((at, at), legend.span("a"), legend.span("b")), *rows))


def _pair(source: str, rest: _Span, sign: str) -> tuple[_Span, _Span] | None:
    """Return the two entries of a line between which a sign stands, the second of them a number."""
    if sign in ",;" and source[rest[0]] in "([" and source[rest[1] - 1] in ")]":
        rest = (rest[0] + 1, rest[1] - 1)  # "y (0.73, 1)"
    text = source[rest[0] : rest[1]]
    if sign == "," and _DECIMAL_COMMA.search(text):
        return None  # "-0,5", and "o - t = -0,5"
    closing = {"(": r"[ \t]*\)", "[": r"[ \t]*\]"}.get(sign, "")
    blank = r"[ \t]+" if sign == "/" else r"[ \t]*"
    found = re.fullmatch(rf"(\S.*?){blank}{re.escape(sign)}{blank}({NUMBER}){closing}", text)
    if found is None and sign == "/":
        found = re.fullmatch(rf"({NUMBER})/({NUMBER})", text)
    if found is None or not any(letter.isdigit() for letter in found.group(1)):
        return None
    first, second = ((rest[0] + a, rest[0] + b) for a, b in (found.span(1), found.span(2)))
    return first, second


def _unnamed(source: str, at: int, end: int) -> Columns | None:
    """Return lines of two numbers each, of which nothing says what they are."""
    rows: list[tuple[_Span, ...]] = []
    stop, sign = at, ""
    for name, rest, line_end in _rows(source, at, end):
        found = _BARE.fullmatch(source, *rest)
        if found is None or (sign and found.group("sep").strip() != sign):
            break
        sign = found.group("sep").strip()
        rows.append((name, found.span("a"), found.span("b")))
        stop = line_end
    if len(rows) < _FEW:
        return None
    behind = [source[row[2][0] : row[2][1]] for row in rows]
    numbered = all(text.isdecimal() and int(text) - int(behind[0]) == at for at, text in enumerate(behind))
    return None if numbered and sign in "([" else Columns(stop, tuple(rows))


def _labelled(source: str, at: int, end: int) -> Columns | None:
    """Return lines that say with a label what each number is, the labels in the same order in all of them."""
    rows: list[tuple[_Span, ...]] = []
    head: list[_Span] = []
    names: set[str] = set()
    stop = at
    for name, rest, line_end in _rows(source, at, end):
        if _LABELLED.search(source, *rest) is None:
            break
        if source[name[0] : name[1]] in names:
            return None
        labels, cells = _segments(source, rest)
        titles = [source[a:b].lower() for a, b in labels]
        if not _LEADS.isdisjoint(titles):
            return None
        if not any(titles) or titles != [source[a:b].lower() for a, b in head or labels]:
            break
        head = head or labels
        names.add(source[name[0] : name[1]])
        rows.append((name, *cells))
        stop = line_end
    if not (len(rows) >= _FEW or _tells_slope(source, head)):
        return None
    return Columns(stop, (((at, at), *head), *rows))


def _tells_slope(source: str, labels: list[_Span]) -> bool:
    """Whether labels are of a value and its gradient, so that one line is enough: "q: value = 10, gradient = 3"."""
    titles = [source[a:b].lower() for a, b in labels]
    return len(titles) == _FEW and any(map(_VALUE.match, titles)) and any(map(_SLOPE.match, titles))


def _separated(source: str, at: int, end: int, sign: str) -> Columns | None:
    """Return lines of as many cells each between commas or semicolons, under titles."""
    rows: list[tuple[_Span, ...]] = []
    while at < end:
        line_end = end_of_line(source, at, end)
        if source.count(sign, at, line_end) < _CELLS - 1:
            break
        cells = tuple(_cells(source, at, line_end, sign))
        texts = [source[a:b] for a, b in cells]
        if rows and len(cells) != len(rows[0]):
            break
        told = [bool(_TITLE.fullmatch(text)) for text in texts]
        if not (told[0] and any(re.fullmatch(NUMBER, text) for text in texts[1:]) if rows else all(told)):
            break
        rows.append(cells)
        at = line_end + 1
    return Columns(rows[-1][-1][1], tuple(rows)) if len(rows) > _FEW else None


def _aligned(source: str, at: int, end: int) -> Columns | None:
    """Return lines of a name each and what it comes to, set under each other though one blank alone may part them.

    gamma n = 0.75
    v     2*c1 = 3
    """
    rows: list[tuple[_Span, ...]] = []
    names: set[str] = set()
    gaps: set[int] = set()
    column, begin, stop = -1, at, at
    while at < end:
        line_end = end_of_line(source, at, end)
        row = _SET_UNDER.match(source, at, line_end)
        if row is None or (rows and row.start("rest") - at != column):
            break
        if row["name"] in names or len(rows) >= _MOST:
            return None
        names.add(row["name"])
        column = row.start("rest") - at
        gaps.add(row.start("rest") - row.end("name"))
        rows.append((row.span("name"), row.span("rest")))
        at, stop = line_end + 1, row.end("rest")
    if len(rows) < _CELLS:
        return None
    equates = any("=" in source[a:b] for _, (a, b) in rows)
    set_off = len(gaps) > 1 or min(gaps, default=1) > 1
    return Columns(stop, (((begin, begin), (begin, begin)), *rows)) if set_off and equates else None


def _cells(source: str, start: int, end: int, sign: str) -> Iterator[_Span]:
    for text in source[start:end].split(sign):
        begin = start + len(text) - len(text.lstrip())
        yield begin, max(begin, start + len(text.rstrip()))
        start += len(text) + 1


def _segments(source: str, rest: _Span) -> tuple[list[_Span], list[_Span]]:
    """Return the labels of a line and what stands behind each; what has no label must come first, and say a number."""
    labels: list[_Span] = []
    cells: list[_Span] = []
    start, stop = rest
    if source[stop - 1] in "})]>" and not re.search(r"[({\[<][^({\[<]*$", source[start : stop - 1]):
        stop -= 1
    for begin, close in _parts(source, start, stop):
        text = source[begin:close].rstrip(" \t)]}>" if labels else " \t")
        found = _LABELLED.fullmatch(text)
        if found and PLACE.fullmatch(found.group("label")):
            return [], []  # "(step 5)" says where it stands
        if found:
            labels.append((begin + found.start("label"), begin + found.end("label")))
            cells.append((begin + found.start("told"), begin + found.end("told")))
        elif not labels and _RESULT.search(text):
            labels.append((begin, begin))
            cells.append((begin, begin + len(text)))
        else:
            return [], []
    return labels, cells


def _parts(source: str, start: int, stop: int) -> Iterator[_Span]:
    for found in _BETWEEN.finditer(source, start, stop):
        yield start, found.start()
        start = found.end()
    yield start, stop


def _rows(source: str, at: int, end: int) -> Iterator[tuple[_Span, _Span, int]]:
    """Yield the lines that begin with a name: the places of the name, of what follows it, and where the line ends."""
    while at < end and (row := _ROW.match(source, at, end_of_line(source, at, end))):
        yield row.span("name"), row.span("rest"), row.end()
        at = row.end() + 1
