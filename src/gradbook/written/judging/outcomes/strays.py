"""Strays: a quantity that nothing is said of stands in the answer all the same, so that a person looks.

Its number does, or its formula, under a name of the answer's own: "eP = p - t", where dC/dp is asked; or what it is
called, in a comment of a program: "assert v.grad == 3.0  # d(output)/d(weight)".
"""

import re
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Number, Symbol
from gradbook.written.exercise import Exercise, Key
from gradbook.written.expression import Call, evaluate, subtrees
from gradbook.written.judging.outcomes.said.quoting import sentence_around
from gradbook.written.judging.steps.forms import is_rounded, number_of
from gradbook.written.judging.steps.tolerances import equal
from gradbook.written.parsing.equations.statements import Statement

_NUMBER = regex(r"(?<![\w.])(?<!(?<!\\),)[-−–]?\s?(?:\d+(?:(?:\.|\{,\}|,)\d+)?|\.\d+)(?![\w.,]*\d)")
_LIST = regex(r"(?<![=≈ \t])(?:(?<!\w)|[ \t]+)\[\s*[-−]?[\d.]+(?:[\s,;]+[-−]?[\d.]+){1,20}\s*\]")
_TELLING = 3  # digits that count: so many are hardly there by chance


class _Number(NamedTuple):
    """A number that is written in an answer.

    Attributes:
        start, end: its place.
        value: what it is, a minus before it taken for its sign.
        digits: how many of its digits count.
        apart: whether a blank stands behind that minus, which may be none of its own.
        listed: whether it stands in a list that nobody names.
    """

    start: int
    end: int
    value: float
    digits: int
    apart: bool
    listed: bool


class Strays:
    """What may say a quantity in one answer, of all that is written in it."""

    def __init__(self, exercise: Exercise, statements: Sequence[Statement], source: str) -> None:
        """Take an answer and its statements."""
        self._exercise, self._statements, self._source = exercise, statements, source

    def of(self, key: Key) -> str:
        """Return what the number or the formula that may be the quantity's stands in, or nothing.

        A number of three digits counts wherever it stands, but for what is said of another quantity that has its value;
        any other where no statement that is understood holds it, if it is no input's, or stands in a list that nobody
        names.
        """
        exercise, source = self._exercise, self._source
        truth = exercise.truth(key)
        for number in self._numbers:
            value = number.value
            value = -value if number.apart and is_rounded(truth, -value) else value  # a - 4.96
            if not is_rounded(truth, value) or not (value or number.listed):
                continue
            around = [statement for statement in self._statements if statement.start <= number.start < statement.end]
            inside = any(all(member.node is not None for member in statement.members) for statement in around)
            used = any(
                isinstance(member.node, Call) and member.start <= number.start < member.end
                for statement in around
                for member in statement.members
            )
            heads = (number_of(statement.members[0].node, exercise) for statement in around)
            elsewhere = used or not any(head is not None and is_rounded(head, value) for head in heads)
            given = any(abs(value) == abs(exercise.here.value[name]) for name in exercise.inputs)
            if (
                (number.digits >= _TELLING and (elsewhere or self._is_alone(truth)))
                or (not inside and (number.listed or not given))
                or (not given and _is_passed(around, Number(abs(value))))
            ):
                return sentence_around(source, number.start, number.end)
        by_name = _by_its_name(key, exercise, self._statements, source)
        return by_name or _named(key, exercise, self._statements, source) or _called(key, self._statements, source)

    @cached_property
    def _numbers(self) -> list[_Number]:
        """All numbers of the answer."""
        lists = [found.span() for found in _LIST.finditer(self._source)]
        found: list[_Number] = []
        for match in _NUMBER.finditer(self._source):
            start, end = match.span()
            written = match.group().replace("{,}", ".").replace(",", ".")
            value = float(re.sub(r"[−–-]\s?", "-", written).strip())  # float knows fewer blanks than \s
            digits = len(re.sub(r"\D", "", written).lstrip("0"))
            apart = re.match(r"[−–-]\s", written) is not None
            found.append(_Number(start, end, value, digits, apart, any(first <= start < last for first, last in lists)))
        return found

    def _is_alone(self, truth: float) -> bool:
        """Whether no other quantity has a value."""
        others = self._exercise.recall(_quantities)
        return sum(abs(value - truth) <= 1e-9 * max(1.0, abs(truth)) for value in others) < 2


def _quantities(exercise: Exercise) -> list[float]:
    here = exercise.here
    return [*here.value.values(), *here.total.values(), *here.new.values()]


def _is_passed(statements: Sequence[Statement], argument: Number) -> bool:
    """Whether statements take a function of a number."""
    nodes = [member.node for statement in statements for member in statement.members if member.node is not None]
    calls = [part for node in nodes for part in subtrees(node) if isinstance(part, Call)]
    return any(call.args == (argument,) and call.op.isalpha() and call.op != "neg" for call in calls)


def _by_its_name(key: Key, exercise: Exercise, statements: Sequence[Statement], source: str) -> str:
    """Return the equation that gives what a derivative is by its number: "a: 1.0", where a is 3 and its gradient 1."""
    if key.kind != "total" or key.of != exercise.graph.output:
        return ""
    truth, value = exercise.truth(key), exercise.here.value[key.by]
    for statement in statements:
        if statement.members[0].node == Symbol(key.by) and len(statement.members) > 1:
            number = number_of(statement.members[-1].node, exercise)
            if number is not None and is_rounded(truth, number) and not is_rounded(value, number):
                return source[statement.start : statement.end]
    return ""


def _called(key: Key, statements: Sequence[Statement], source: str) -> str:
    """Return where a derivative is named, and no equation is read: "dr/db = 1, and dr/dq as well"."""
    if not key.by:
        return ""
    of, by = re.escape(key.of), re.escape(key.by)
    written = rf"[d∂]\s?\(?{of}\)?\s?/\s?[d∂]\s?\(?{by}(?![^\W_])"
    set_out = rf"frac\{{(?:d|\\partial) ?{of}\}}\{{(?:d|\\partial) ?{by}\}}"
    for found in re.finditer(rf"(?<![^\W_]){written}|{set_out}", source):
        if not any(statement.start <= found.start() < statement.end for statement in statements):
            return sentence_around(source, *found.span())
    return ""


def _named(key: Key, exercise: Exercise, statements: Sequence[Statement], source: str) -> str:
    """Return the equation of a name of the answer's own whose expression is the quantity at all points."""
    for statement in statements:
        node = statement.members[0].node
        if not statement.alias or not isinstance(node, Call | Symbol):  # a symbol is a node that the graph names itself
            continue
        values = (evaluate(node, point, exercise.lr) for point in exercise.everywhere)
        if all(equal(value, truth) for value, truth in zip(values, exercise.truths(key), strict=True)):
            return source[statement.start : statement.end]
    return ""
