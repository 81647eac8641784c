"""Typed boxes: a graph drawn with +, - and |, in the signs for boxes that say nothing else.

+-----------+
| q = w * x |   q = 3 * 5 = 15
+-----+-----+
      |
      v
"""

from gradbook.core.text.patterns import regex

_TOP = regex(r"[ \t]*(\+[-=]{3,}\+)[ \t]*")
_RULE = regex(r"\+[-=+]{3,}\+")
_LINKS = regex(r"(?=[^\n|]*\||[^\n/]*/[ ]+\\)[ \t|/\\vV^]+")  # a slash alone may divide
_HEADS = regex(r"[ \tvV^]+")
_FENCE = regex(r"[ \t]*(?:```|~~~)")
_SIGNS = str.maketrans({"-": "─", "=": "═"})
_CORNERS = (("┌", "┬", "┐"), ("└", "┴", "┘"))


def in_box_signs(source: str) -> str:
    """Return a source, as long as it was, with signs for boxes where it draws them with others.

    A table has its cells beside each other, or rows without a rule between; what leads from box to box is drawn where
    strokes stand alone in their lines in a fence.
    """
    if "```" not in source and "~~~" not in source:
        return source
    lines = source.split("\n")
    fenced, drawn = False, False
    for at, line in enumerate(lines):
        if _FENCE.match(line):
            fenced, drawn = not fenced, False
        elif fenced and (top := _TOP.fullmatch(line)):
            _draw_box(lines, at, *top.span(1))
        elif fenced and _LINKS.fullmatch(line):
            lines[at], drawn = " " * len(line), True
            continue
        elif fenced and drawn and line.strip() and _HEADS.fullmatch(line):  # "v     v", below strokes
            lines[at] = " " * len(line)
        drawn = False
    return "\n".join(lines)


def _draw_box(lines: list[str], top: int, left: int, right: int) -> None:
    """Draw the box whose upper edge stands in a line, where it is one: a text inside, and an edge below."""
    below = top + 1
    while below < len(lines) and _is_side(lines[below], left, right):
        below += 1
    closed = below < len(lines) and _RULE.fullmatch(lines[below], left, min(right, len(lines[below])))
    if below == top + 1 or not closed or len(lines[below]) < right:
        return
    for at, (begin, link, end) in zip((top, below), _CORNERS, strict=True):
        edge = lines[at][left + 1 : right - 1].translate(_SIGNS).replace("+", link)
        lines[at] = f"{lines[at][:left]}{begin}{edge}{end}{lines[at][right:]}"
    for at in range(top + 1, below):
        lines[at] = f"{lines[at][:left]}│{lines[at][left + 1 : right - 1]}│{lines[at][right:]}"


def _is_side(line: str, left: int, right: int) -> bool:
    """Whether a line has the two sides of a box, and nothing drawn between them."""
    return len(line) >= right and line[left] == "|" == line[right - 1] and "|" not in line[left + 1 : right - 1]
