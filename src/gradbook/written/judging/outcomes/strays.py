"""Strays: a quantity that nothing is said of stands in the answer all the same, so that a person looks.

Its number does, or its formula, under a name of the answer's own: "eP = p - t", where dC/dp is asked; or what it is
called, in a comment of a program: "assert v.grad == 3.0  # d(output)/d(weight)".
"""

import re
from collections.abc import Sequence

from gradbook.graph.expression import Number, Symbol
from gradbook.written.exercise import Exercise, Key
from gradbook.written.expression import Call, evaluate, subtrees
from gradbook.written.judging.outcomes.said.quoting import sentence_around
from gradbook.written.judging.steps.forms import is_rounded, number_of
from gradbook.written.judging.steps.tolerances import equal
from gradbook.written.parsing.equations.statements import Statement

_NUMBER = re.compile(r"(?<![\w.])(?<!(?<!\\),)[-−–]?\s?(?:\d+(?:(?:\.|\{,\}|,)\d+)?|\.\d+)(?![\w.,]*\d)")
_LIST = re.compile(r"(?<![=≈ \t])(?:(?<!\w)|[ \t]+)\[\s*[-−]?[\d.]+(?:[\s,;]+[-−]?[\d.]+){1,20}\s*\]")
_TELLING = 3  # digits that count: so many are hardly there by chance


def stray(key: Key, exercise: Exercise, statements: Sequence[Statement], source: str) -> str:
    """Return what the number or the formula that may be the quantity's stands in, or nothing.

    A number of three digits counts wherever it stands, but for what is said of another quantity that has its value; any
    other where no statement that is understood holds it, if it is no input's, or stands in a list that nobody names.
    """
    truth = exercise.truth(key)
    others = [
        value
        for quantities in (exercise.here.value, exercise.here.total, exercise.here.new)
        for value in quantities.values()
    ]
    alone = sum(abs(value - truth) <= 1e-9 * max(1.0, abs(truth)) for value in others) < 2
    lists = [*_LIST.finditer(source)]
    for match in _NUMBER.finditer(source):
        written = match.group().replace("{,}", ".").replace(",", ".")
        value = float(re.sub(r"[−–-]\s?", "-", written))
        value = -value if re.match(r"[−–-]\s", written) and is_rounded(truth, -value) else value  # a - 4.96
        listed = any(found.start() <= match.start() < found.end() for found in lists)
        if not is_rounded(truth, value) or not (value or listed):
            continue
        digits = len(re.sub(r"\D", "", written).lstrip("0"))
        around = [statement for statement in statements if statement.start <= match.start() < statement.end]
        inside = any(all(member.node is not None for member in statement.members) for statement in around)
        used = any(
            isinstance(member.node, Call) and member.start <= match.start() < member.end
            for statement in around
            for member in statement.members
        )
        heads = (number_of(statement.members[0].node, exercise) for statement in around)
        elsewhere = alone or used or not any(head is not None and is_rounded(head, value) for head in heads)
        given = any(abs(value) == abs(exercise.here.value[name]) for name in exercise.inputs)
        if (
            (digits >= _TELLING and elsewhere)
            or (not inside and (listed or not given))
            or (not given and _is_passed(around, Number(abs(value))))
        ):
            return sentence_around(source, *match.span())
    return _named(key, exercise, statements, source) or _called(key, source)


def _is_passed(statements: Sequence[Statement], argument: Number) -> bool:
    """Whether statements take a function of a number."""
    nodes = [member.node for statement in statements for member in statement.members if member.node is not None]
    calls = [part for node in nodes for part in subtrees(node) if isinstance(part, Call)]
    return any(call.args == (argument,) and call.op.isalpha() and call.op != "neg" for call in calls)


def _called(key: Key, source: str) -> str:
    """Return the comment of a program in which a derivative is called by its names: "# d(output)/d(weight)"."""
    if not key.by:
        return ""
    of, by = re.escape(key.of), re.escape(key.by)
    found = re.search(rf"(?:#|//)[^\n=]*[d∂]\s?\(?{of}\)?\s?/\s?[d∂]\s?\(?{by}\b", source)
    return sentence_around(source, *found.span()) if found else ""


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
