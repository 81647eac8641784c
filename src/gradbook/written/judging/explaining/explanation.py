"""Explanations: how each verdict on an answer came about.

The same reader and the same judge do it, so that no verdict is another than without.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gradbook.written.exercise import Exercise
from gradbook.written.judging.explaining.doubts import Doubt, line_of
from gradbook.written.judging.explaining.places import Place, Places
from gradbook.written.judging.grader import Judged, judged
from gradbook.written.reading import read
from gradbook.written.tracing.trace import traced
from gradbook.written.verdict import Verdict
from gradbook.written.verdicts import Verdicts


@dataclass(frozen=True, slots=True)
class Reasons:
    """Why the verdict on one quantity is what it is; what decided is the verdict's `basis`.

    Attributes:
        verdict: on the quantity.
        places: of the answer that were taken for statements about it, in order.
        against: what else in the answer speaks against the one that would count, where it is known where that stands.
    """

    verdict: Verdict
    places: tuple[Place, ...]
    against: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an answer, by its number, counted from 1."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """How the verdicts on an answer came about.

    Attributes:
        verdicts: as `judge` gives them.
        reasons: for each of them.
        unused: the lines from which nothing was taken, neither a statement nor a doubt.
    """

    verdicts: Verdicts
    reasons: tuple[Reasons, ...]
    unused: tuple[Line, ...]


def explain(answer: str, exercise: Exercise, earlier: Iterable[Verdict] = ()) -> Explanation:
    """Read and judge an answer as `read` and `judge` do, and say how each verdict came about.

    It tells no value that the answer does not: what it says of a place is whether that is right by itself.

    Args:
        answer: as it stands in a cell or a file.
        exercise: what is asked.
        earlier: verdicts on earlier questions about the same graph.
    """
    with traced() as trace:
        reading = read(answer, exercise)
        found = judged(reading, exercise, earlier)
        places = Places(found, reading, trace)
        pairs = zip(exercise.keys, found.verdicts, strict=True)
        reasons = tuple(Reasons(verdict, places.of(key, verdict), places.against(key)) for key, verdict in pairs)
    return Explanation(found.verdicts, reasons, tuple(_unused(reading.source, found, reasons)))


def _unused(source: str, found: Judged, reasons: Iterable[Reasons]) -> Iterator[Line]:
    """Yield the lines with anything in them from which nothing was taken."""
    used: set[int] = set()
    evidence = found.evidence
    for statement in (*evidence.statements, *evidence.unnamed):
        used.update(range(line_of(source, statement.start), line_of(source, statement.end) + 1))
    for place in (place for one in reasons for place in one.places):
        used.update(range(place.lines[0], place.lines[1] + 1), (doubt.line for doubt in place.doubts))
    used.update(doubt.line for one in reasons for doubt in one.against)
    for number, line in enumerate(source.split("\n"), 1):
        if line.strip() and number not in used:
            yield Line(number, line.strip())
