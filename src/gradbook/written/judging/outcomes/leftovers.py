"""Leftovers: numbers of an answer that are in nothing that was read, so that nobody knows what they are of.

A quantity is missing where all that an answer says is understood, and nothing of it is about the quantity. A table or a
sentence in words that are not known may say it in a number that many quantities have: 0, 1, an input's.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Symbol
from gradbook.written.exercise import Exercise, Key
from gradbook.written.expression import New
from gradbook.written.judging.outcomes.said.quoting import sentence_around
from gradbook.written.judging.steps.forms import is_rounded, number_of
from gradbook.written.judging.steps.tolerances import equal
from gradbook.written.parsing.equations.statements import Statement

_RESULT = regex(  # a number with a fraction or a sign, or behind what results stand behind
    r"(?<![\w.,^_{(\[])(?:[-−]\s?\d+(?:[.,]\d+)?|\d+[.,]\d+|(?:(?<=[=:→|≈>])|(?<=[=:→|≈>]\s)|(?<=[=:→|≈>]\s[$*`]))\d+)(?![\w.,]*\d)"
)
_TINY = regex(r"[eE][-−](?:0?[4-9]|\d\d)")  # what difference quotients and floats err by


class Leftovers:
    """What may say a quantity's number in one answer, of what nothing that was read holds."""

    def __init__(self, exercise: Exercise, statements: Sequence[Statement], source: str) -> None:
        """Take an answer and its statements."""
        self._exercise, self._statements, self._source = exercise, statements, source

    def of(self, key: Key) -> str:
        """Return what may say the quantity's number, or nothing.

        That is an equation of a name of the answer's own, or the sentence with a number that no statement holds.
        """
        exercise, truth = self._exercise, self._exercise.truth(key)
        still = key.kind == "new" and key.of in exercise.inputs and equal(truth, exercise.here.value[key.of])
        for statement in self._statements:
            first, last = statement.members[0].node, number_of(statement.members[-1].node, exercise)
            named = bool(statement.alias) and last is not None and is_rounded(truth, last)
            stays = still and statement.context and isinstance(first, Symbol | New) and first.name == key.of
            if named or stays:  # "w stays at 2", where the step does not change it
                return self._source[statement.start : statement.end]
        return self._not_held

    @cached_property
    def _not_held(self) -> str:
        """The sentence with the first number that no statement holds, or nothing."""
        exercise, source = self._exercise, self._source
        known = {abs(exercise.here.value[name]) for name in exercise.inputs} | {exercise.lr}
        spans = sorted(
            (member.start, member.end)
            for statement in self._statements
            for member in statement.members
            if member.node is not None
        )
        starts, ends = [start for start, _ in spans], [*accumulate((end for _, end in spans), max)]
        for match in _RESULT.finditer(source):
            number = abs(float(re.sub(r"[−-]\s?", "", match.group()).replace(",", ".")))
            before = bisect_right(starts, match.start())  # members that begin before it
            tiny = _TINY.match(source, match.end()) is not None
            if tiny or number in known or (before and match.start() < ends[before - 1]):
                continue
            return sentence_around(source, *match.span())
        return ""
