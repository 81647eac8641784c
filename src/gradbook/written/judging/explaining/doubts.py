"""Doubts said in plain words: what stands against a statement, where in the answer, and which rule found it."""

from collections.abc import Iterator
from dataclasses import dataclass

from gradbook.core.text.scripts import unlettered
from gradbook.written.exercise import Exercise
from gradbook.written.expression import Node
from gradbook.written.judging.claims import beside
from gradbook.written.judging.claims.resolution import holds
from gradbook.written.judging.outcomes.said.quoting import sentence_around
from gradbook.written.judging.outcomes.said.readback import in_notation
from gradbook.written.judging.outcomes.said.reasons import written
from gradbook.written.lexing.words.dictionary import bare
from gradbook.written.parsing.equations.statements import Statement
from gradbook.written.tracing.trace import Rule, Said, Trace


@dataclass(frozen=True, slots=True)
class Doubt:
    """What stands against a statement.

    Attributes:
        told: what we call it, such as "a word that is not known"; "" where the answer's own words say it.
        words: the answer's words that make it; "" where none do.
        line: where they stand, counted from 1; 0 where the reader does not know which of several they are.
        sentence: that they stand in.
        rule: that found it; None where no rule by name did.
    """

    told: str
    words: str
    line: int = 0
    sentence: str = ""
    rule: Rule | None = None


def doubts_of(statement: Statement, source: str, trace: Trace, exercise: Exercise) -> tuple[Doubt, ...]:
    """Return what stands against a statement: the one doubt that the reader keeps, the first that it finds.

    Args:
        statement: as it was judged.
        source: the answer.
        trace: of its reading.
        exercise: what is asked.
    """
    told = statement.doubt
    if not told:
        return ()
    start, end, rule = -1, -1, None
    if isinstance(told, Said) and told.trace is trace:
        start, end, rule = told.start, told.end, told.rule
    text = str(unlettered(told))
    if 0 <= start < end <= len(source):
        words = source[start:end]
        own = bare(unlettered(words)).split() == bare(text).split()
        return (Doubt("" if own else text, words, line_of(source, start), sentence_around(source, start, end), rule),)
    places = [place.span() for place in written(text, source)] or [*_found(text, source)]
    start, end = places[0] if places else (0, 0)
    words = source[start:end]
    if len(places) == 1:
        return (Doubt("", words, line_of(source, start), sentence_around(source, start, end), rule),)
    return (Doubt("" if places else ": ".join(filter(None, (text, _beside(statement, exercise)))), words, rule=rule),)


def _beside(statement: Statement, exercise: Exercise) -> str:
    """Return what stands beside a statement that does not fit it, where the judge doubts it for that."""
    nodes: tuple[Node | None, ...] = ()
    match statement.doubt:
        case beside.ELSEWHERE:
            unmet = [one for one in statement.conditions if not holds(one, statement.context, exercise)]
            return ", ".join(dict.fromkeys(f"{in_notation(one)} = {in_notation(other)}" for one, other in unmet))
        case beside.ANOTHER_BEHIND:
            nodes = statement.trailing
        case beside.OTHER_RATE:
            nodes = (statement.rate,)
        case beside.OTHER_OLD:
            nodes = (statement.given,)
    return ", ".join(in_notation(node) for node in nodes if node is not None)


def spoken_against(source: str, place: int) -> Doubt:
    """Return what speaks against a claim from a place of the answer on."""
    return Doubt("", "", line_of(source, place), sentence_around(source, place, place + 1))


def _found(text: str, source: str) -> Iterator[tuple[int, int]]:
    start = source.find(text)
    while start >= 0:
        yield start, start + len(text)
        start = source.find(text, start + len(text))


def line_of(source: str, place: int) -> int:
    """Return the line in which a place of a source stands, counted from 1."""
    return source.count("\n", 0, place) + 1
