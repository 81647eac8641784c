"""Doubts said in plain words: what stands against a statement, where in the answer, and which rule found it."""

from dataclasses import dataclass

from gradbook.core.text.scripts import unlettered
from gradbook.written.judging.outcomes.said.quoting import sentence_around
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


def doubts_of(statement: Statement, source: str, trace: Trace) -> tuple[Doubt, ...]:
    """Return what stands against a statement: the one doubt that the reader keeps, the first that it finds.

    Args:
        statement: as it was judged.
        source: the answer.
        trace: of its reading.
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
    places = [*written(text, source)]
    if len(places) == 1:
        start, end = places[0].span()
        return (Doubt("", source[start:end], line_of(source, start), sentence_around(source, start, end), rule),)
    return (Doubt("" if places else text, places[0][0] if places else "", rule=rule),)


def line_of(source: str, place: int) -> int:
    """Return the line in which a place of a source stands, counted from 1."""
    return source.count("\n", 0, place) + 1
