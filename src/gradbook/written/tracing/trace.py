"""Traces: where the words stand that make a doubt, and which rules found them or read a phrase.

A reading keeps of a doubt the words that make it, and no more: nobody asks where they stand but who wants a verdict
explained. While `traced` holds, the same reader reads the same answer, and words know their places. A word that does is
equal to one that does not, so that nothing else is read or judged by it.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the reader.

    Attributes:
        name: what it reads, or what it finds against an equation.
        file: where it stands, from `gradbook/written/` on.
        function: of that file.
    """

    name: str
    file: str
    function: str

    @classmethod
    def of(cls, name: str, function: Callable[..., Any]) -> Self:
        """Return a rule by its function; one that a function makes stands where that does."""
        inside = function.__module__.split(".")[2:]
        return cls(name, "/".join(inside) + ".py", function.__qualname__.partition(".<locals>")[0])


@dataclass(slots=True)
class Trace:
    """What was noted.

    Attributes:
        read: the rules that read a phrase, each with where that begins and ends in the answer.
    """

    read: dict[tuple[int, int], Rule] = field(default_factory=dict)


class Said(str):
    """Words that know where they stand in the answer, from `start` to `end`, and the rule that takes them for a doubt.

    Words of ours, such as "a mark of a list", stand where that does which they tell of; -1 where that is not known.
    """

    __slots__ = ("end", "rule", "start", "trace")

    start: int
    end: int
    rule: Rule | None
    trace: Trace

    def __new__(cls, text: str, trace: Trace, start: int = -1, end: int = -1, rule: Rule | None = None) -> Self:
        """Make words of one trace: what a cache keeps of another is of another answer."""
        made = super().__new__(cls, text)
        made.start, made.end, made.rule, made.trace = start, end, rule, trace
        return made


_TRACE: ContextVar[Trace | None] = ContextVar("trace", default=None)


@contextmanager
def traced() -> Iterator[Trace]:
    """Note what is read and doubted."""
    trace = Trace()
    token = _TRACE.set(trace)
    try:
        yield trace
    finally:
        _TRACE.reset(token)


def is_traced() -> bool:
    """Whether anything is noted."""
    return _TRACE.get() is not None


def said(text: str, start: int, end: int) -> str:
    """Return words, with their place where that is noted."""
    trace = _TRACE.get()
    return text if trace is None or not text else Said(text, trace, start, end)


def with_place(text: str, changed: str) -> str:
    """Return a text that was changed, where it stood if that is noted."""
    return said(changed, text.start, text.end) if isinstance(text, Said) else changed


def found_by(name: str, function: Callable[..., Any], told: str) -> str:
    """Return what makes a doubt, with the rule that found it where that is noted; the first that did counts."""
    trace = _TRACE.get()
    if trace is None or not told:
        return told
    known = told if isinstance(told, Said) and told.trace is trace else Said(told, trace)
    return known if known.rule else Said(known, trace, known.start, known.end, Rule.of(name, function))


def note(name: str, function: Callable[..., Any], start: int, end: int) -> None:
    """Note that a rule read what stands between two places."""
    trace = _TRACE.get()
    if trace is not None:
        trace.read[start, end] = Rule.of(name, function)
