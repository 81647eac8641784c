"""Items: lines of program text, and comments, that begin as an item of a list does: "# 2. the loss", "- q = 10"."""

from gradbook.core.text.lines import before_in_line, start_of_line
from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Number
from gradbook.written.lexing.blocks.labels import LABEL

_SIGN = regex(r"[ \t]*(?:#|//|%)?[ \t]*")
_BULLET = regex(r"[-*+•–][ \t]+(?=[^\W\d]|[∂$\\])")
_NUMBER = regex(r"[^-*+•–·\n]*[\d)①-⑳\u20e3][^\n]*")
_COUNT = regex(r"\d{1,3}")
_FOLLOWS = regex(r"[^\W\d_]|[∂$\\√(\[{*]")
_OPEN_ENDS = "=+*/×·⋅-−≈,(^"  # of a line that the next goes on with
_RELATES = "=≈"
MOST_ITEMS = 40  # of a list that are looked at


def item_at(source: str, start: int, end: int) -> int:
    """Return the place behind the label that a line begins with; its own beginning where it has none.

    A number is a label where letters follow it and the line above is whole; a minus only in a list of such lines.

    Args:
        source: the answer.
        start, end: the line, without what only sets it apart.
    """
    sign = _SIGN.match(source, start, end)
    label = LABEL.match(source, sign.end() if sign else start, end)
    if label is None or not _FOLLOWS.match(source, label.end(), end):
        return start
    _, above = line_above(source, start)
    if above[-1:] and above[-1] in _OPEN_ENDS:
        return start
    if _NUMBER.fullmatch(label.group()):
        return label.end()
    return label.end() if _is_listed(source, label.end() - len(label.group().lstrip()), end) else start


def count_in(source: str, start: int, end: int) -> Number | None:
    """Return the number that a label counts by; None where it has none."""
    count = _COUNT.search(source, start, end)
    return Number(float(count.group())) if count else None


def line_above(source: str, at: int) -> tuple[str, str]:
    """Return the line above that of a place, and its words without the sign of a comment."""
    line = before_in_line(source, max(start_of_line(source, at) - 1, 0))
    sign = _SIGN.match(line)
    return line.strip(), line[sign.end() if sign else 0 :].strip()


def _is_listed(source: str, start: int, end: int) -> bool:
    """Whether a line with a bullet is of a list: all above it up to a line that states nothing have the same bullet."""
    mark = source[start]
    if not _BULLET.match(source, start, end):
        return False
    for _ in range(MOST_ITEMS):
        _, text = line_above(source, start)
        if not text or text[-1] == ":" or text[:3] in ("```", "~~~"):
            return True
        if not _BULLET.match(text) or text[0] != mark:
            return not any(sign in text for sign in _RELATES)
        start = start_of_line(source, start) - 1
    return True
