"""Footnotes: what a note at the foot takes back at whose mark it stands: "dL/dx = -0.12[^2]", "[^2]: Sign error."."""

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import replace

from gradbook.core.text.patterns import regex
from gradbook.written.parsing.equations.statements import Statement
from gradbook.written.tracing.trace import found_by

_NOTE = regex(r"(?m)^[ \t>]*(?P<mark>\[\^\w{1,8}\](?=:)|[¹²³⁴⁵⁶⁷⁸⁹](?=[ \t)]))[:)]?[ \t]*(?P<said>[^\W\d_].*)$")
_NEAR = 4  # letters between a statement and the mark behind it


def without_noted(statements: list[Statement], source: str, told: Callable[[int, int], str]) -> list[Statement]:
    """Return statements, in doubt where a note takes them back.

    Args:
        statements: in order.
        source: the answer.
        told: returns the word by which what stands between two places of the source takes something back.
    """
    found = list(statements)
    starts = [one.start for one in found]
    notes = {note["mark"]: note for note in reversed([*_NOTE.finditer(source)])}  # the first of each mark
    for mark, note in notes.items():
        place = source.find(mark)
        said = told(*note.span("said")) if place < note.start() else ""
        said = found_by("taken back by a note at its mark", without_noted, said)
        while said and 0 <= place < note.start():
            at = bisect_left(starts, place) - 1
            if at >= 0 and place <= found[at].end + _NEAR and not found[at].doubt:
                found[at] = replace(found[at], doubt=said)
            place = source.find(mark, place + 1)
    return found
