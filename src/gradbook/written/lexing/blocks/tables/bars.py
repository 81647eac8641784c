"""Bars: lines that are a table whose cells bars part, with a rule under the head, a frame, or neither.

| node | value |     node | value     +------+-------+     node | value | grad
|------|-------|     -----+------     | node | value |     q    | 10    | 3
| q    | 10    |     q    | 10        +------+-------+
"""

import re

from gradbook.core.text.patterns import regex

BAR = r"[|│┃║]"
_BAR = regex(BAR)
RULE = regex(
    r"[-+|:=─━═┄┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬╪╫╟╢│┃║ \t]*[-=─━═┄]{2}[-+|:=─━═┄┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬╪╫╟╢│┃║ \t]*|[-|: \t]*-[-|: \t]*"
)
_LINE = regex(r"[^\n]*")
_FRAMED = regex(rf"[ \t]*{BAR}.*{BAR}.*|[^|│┃║]*{BAR}.*{BAR}[ \t]*")
_INNER = regex(r"(?<=[ \t])[|│┃║](?=[ \t]|$)|(?<=\w)[│┃║](?=\w)")
_JOINED = regex(r"[-─━═]{2,}[ \t]*(?:[+┼╪╫|│:][ \t]*:?[-─━═]{2,}:?[ \t]*)+")  # a rule of several columns
_NO_TITLE = regex(r"[=:]|(?<![\w.])[-−]?\d+(?:[.,]\d+)?(?!\w)")
_PAIR = regex(  # of a list without titles: "dL/dw | -0.8"
    r"[ \t]*(?:[^\s|=\d][^\s|=]{0,24}|d[ ]?\w{1,8}[ ]?/[ ]?d[ ]?\w{1,8})[ \t]+[|│┃║]"
    r"[ \t]*[-−+≈~]?[ \t]*[.,]?\d[^\n|=]{0,24}"
)
_FEW, _MANY = 2, 3  # lines, where each has bars enough; where each has only one
_LONGEST_TITLE = 30


def bars_end(source: str, at: int, end: int) -> int:
    """Return where the table in bars ends that begins with the line at a place; 0 where none does.

    Args:
        source: the answer.
        at: where a line begins.
        end: how far to look.
    """
    lines: list[re.Match[str]] = []
    while at < end and (line := _LINE.match(source, at, end)):
        text = line.group()
        if not (_BAR.search(text) or (RULE.fullmatch(text) and (_JOINED.search(text) or _is_frame(text)))):
            break
        if len(lines) > _FEW and RULE.fullmatch(text) and _begins_anew(lines[1].group(), lines[-1].group(), text):
            lines.pop()
            break
        lines.append(line)
        at = line.end() + 1
        if len(lines) == _MANY and not _end_of(lines):  # nor is it one with more lines
            return 0
    return _end_of(lines) if len(lines) >= _FEW else 0


def _end_of(lines: list[re.Match[str]]) -> int:
    """Return where lines end as a table; 0 where they are none."""
    texts = [line.group() for line in lines]
    plain = _is_plain(texts) or all(map(_PAIR.fullmatch, texts))
    return _framed(lines) or _ruled(lines) or (lines[-1].end() if plain else 0)


def _begins_anew(first: str, above: str, rule: str) -> bool:
    """Whether the line above a rule like the first one is the head of another table: it has only titles."""
    framed = _is_frame(rule) or RULE.fullmatch(above)
    return first == rule and not framed and not any(map(_NO_TITLE.search, re.split(BAR, above)))


def _is_frame(text: str) -> bool:
    """Whether a line is the upper or lower edge of a box."""
    return text.strip()[:1] in "+┌├└╔╠╚╟" and text.strip()[-1:] in "+┐┤┘╗╣╝╢"


def _framed(lines: list[re.Match[str]]) -> int:
    """Return where the lines with bars at an end of them end, two at least."""
    count = 0
    for line in lines:
        if not (_FRAMED.fullmatch(line.group()) or _is_frame(line.group())):
            break
        count += 1
    return lines[count - 1].end() if count > 1 else 0


def _ruled(lines: list[re.Match[str]]) -> int:
    """Return where lines end of which the second, or the first, is a rule of several columns."""
    rule = next((place for place, line in enumerate(lines[:2]) if RULE.fullmatch(line.group())), None)
    ruled = rule is not None and _JOINED.search(lines[rule].group()) is not None
    return lines[-1].end() if ruled and len(lines) > _FEW else 0


def _is_plain(texts: list[str]) -> bool:
    """Whether lines have as many bars with blanks around them each, and titles above."""
    counts = {len(_INNER.findall(text)) for text in texts}
    if len(counts) > 1 or counts == {0} or (counts == {1} and len(texts) < _MANY):
        return False
    titles = [title.strip() for title in _INNER.split(texts[0])]
    return not any(_NO_TITLE.search(title) or len(title) > _LONGEST_TITLE for title in titles)
