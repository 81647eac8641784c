"""In programs: what a program says around a right number that makes it one of another point, loss or step.

    forward(w=2., x=6.)          another point than the exercise's
    Adam([w], lr=0.01)           another step than that of plain gradient descent
    NameError: ...               nothing came out

A program is not run here; where its text tells such a thing before or behind a number, a person decides.
"""

import math
import re
from collections.abc import Iterator
from functools import cached_property

from gradbook.core.text.lines import end_of_line, start_of_line
from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Symbol
from gradbook.written.exercise import Exercise, Key
from gradbook.written.expression import has_names
from gradbook.written.judging.claims.claim import Claim
from gradbook.written.judging.claims.evidence import Evidence
from gradbook.written.judging.steps import tolerances
from gradbook.written.judging.steps.forms import number_of
from gradbook.written.parsing.equations.statements import Statement

_FENCE = regex(r"^[ \t]*(```|~~~)", re.MULTILINE)
_NUMBER = r"[-−]?(?:\d{1,15}\.?\d{0,20}|\.\d{1,20})"
_CALL = regex(r"\b(?!(?:print|range|tensor|array|Value|round|plot|assert)\b)([A-Za-z_]\w*)\(([^()\n]{1,120})\)")
_DEFINED = regex(r"\bdef[ ]+(\w+)\(|\b(\w+)[ ]*=[ ]*lambda\b|\bfunction[ ]+(\w+)")
_CALLED = frozenset({"forward", "f", "loss", "predict", "model", "net", "neuron"})
_ARGUMENT = regex(rf"\s*(?:(\w+)\s*=\s*)?({_NUMBER})\s*")
_OPTION = regex(rf"[ \t]--(\w+)[ =]({_NUMBER})")
_STEPPER = regex(r"\b(SGD|sgd\w*|Adam\w*|RMSprop|Adagrad|Adadelta|LBFGS)\(([^\n]{0,120})")
_PLAIN = ("SGD", "sgd")
_RATE = regex(rf"\b(?:lr|learning_rate|eta|alpha)\s*=\s*({_NUMBER})")
_MOMENTUM = regex(r"\b(?:momentum|weight_decay)\s*=\s*+(?!0(?:\.0*)?(?![\d.]))|nesterov\s*=\s*True")
_ROUNDS = regex(r"^([ \t]*)for\s+\w+\s+in\s+range\((\d{1,9})\):((?:\n\1[ \t]+[^\n]*)+)", re.MULTILINE)
_EPOCHS = regex(r"\b(?:epochs|steps|iterations|n_iter|num_steps)\s*=\s*(\d{1,9})")
_STEPS = regex(r"^[ \t]*(?!\w*sched)\w+\.step\(\)", re.MULTILINE | re.IGNORECASE)
_SCALED = regex(rf"\((?:{_NUMBER}\s*\*\s*\w+|\w+\s*[*/]\s*{_NUMBER})\)\.backward\(")
_FAILS = regex(r"^[ \t>]*(?:Traceback \(most recent|\w*Error:|MISMATCH\b|FAILED\b)", re.MULTILINE)
_CRASHES = regex(r"\bthis (?:cell|program|code) (?:crashes|does not run)\b", re.IGNORECASE)
_UNFILLED = regex(r"replace\s+me|hard-?coded|placeholder\s*$|\byour\s+code\b", re.IGNORECASE | re.MULTILINE)
_OTHERS = regex(
    r"\s*(?:wrong|reference|expected|key|targets?)(?:_\w+)?\s*=\s*[{\[(]"
    r"|\s*print\((?:wrong|reference|expected|solution|key|target)\w*[\[.]",
    re.IGNORECASE,
)
_FOREIGN = regex(
    r"\b(?:code|program|solution|notebook)\s+(?:is\s+)?(?:from|of|in)\s+the\s+(?:tutorial|lecture|book|task|sheet|slides)"
    r"|\breference\s+(?:implementation|solution)|code\s+aus\s+(?:der\s+vorlesung|dem\s+tutorial)",
    re.IGNORECASE,
)
_NEAR = 250  # letters around a number
_BELOW = 40  # letters between a program and its output


class InPrograms:
    """What the programs of one answer say against right numbers in them."""

    def __init__(self, source: str, evidence: Evidence) -> None:
        """Take an answer with its evidence."""
        self._source, self._evidence = source, evidence
        self._exercise = evidence.exercise

    def speak_against(self, key: Key, claim: Claim) -> bool:
        """Whether a right claim stands in a program that says otherwise."""
        source, start, end = self._source, claim.statement.start, claim.statement.end
        block = next((at for at, (begin, stop) in enumerate(self._code) if begin <= start < stop), None)
        if block is None:
            return False
        line = source[start_of_line(source, start) : end_of_line(source, end)]
        if _UNFILLED.search(line) or _OTHERS.match(line) or _FAILS.search(source, end, self._shown_until(block, end)):
            return True
        if _FOREIGN.search(source, max(0, start - _NEAR), start) or _FOREIGN.search(source, end, end + _NEAR):
            return True
        if _CRASHES.search(source, end, end + _NEAR):
            return True
        if key.kind == "new":
            return self._other_step < start
        return (key.kind == "total" and (self._loss_is_another or self._scaled < start)) or self._other_point < start

    @cached_property
    def _code(self) -> list[tuple[int, int]]:
        """Where fences begin and end; one that is not closed goes on to the end."""
        found: list[tuple[int, int]] = []
        opened: re.Match[str] | None = None
        for fence in _FENCE.finditer(self._source):
            if opened is None:
                opened = fence
            elif opened[1] == fence[1]:
                found.append((opened.end(), fence.start()))
                opened = None
        return [*found, (opened.end(), len(self._source))] if opened else found

    def _shown_until(self, block: int, end: int) -> int:
        """Return where a program ends, or the output right below it."""
        stop = self._code[block][1]
        if block + 1 < len(self._code) and self._code[block + 1][0] - stop < _BELOW:
            stop = self._code[block + 1][1]
        return min(stop, end + _NEAR)

    @cached_property
    def _other_point(self) -> float:
        """Where a call first gives the inputs other numbers than the exercise does; infinity for nowhere."""
        source, given = self._source, {name: self._exercise.here.value[name] for name in self._exercise.inputs}
        defined = _CALLED.union(*(filter(None, names) for names in _DEFINED.findall(source)))
        for call in _CALL.finditer(source):
            found = [_ARGUMENT.fullmatch(part) for part in call[2].split(",")]
            named = {m[1]: _value(m[2]) for m in found if m is not None and m[1]}
            if named and named.keys() <= given.keys():
                if any(not tolerances.is_nudged(value, given[name]) for name, value in named.items()):
                    return call.end()
            elif call[1] in defined and len(found) == len(given) > 1 and all(m is not None and not m[1] for m in found):
                told = sorted(_value(m[2]) for m in found if m is not None)  # in whichever order it takes them
                if any(not tolerances.is_nudged(a, b) for a, b in zip(told, sorted(given.values()), strict=True)):
                    return call.end()
        options = (m.start() for m in _OPTION.finditer(source) if m[1] in given and _value(m[2]) != given[m[1]])
        return next(options, math.inf)

    @cached_property
    def _other_step(self) -> float:
        """Where a program first steps by another method or rate than the exercise, or more than once."""
        source, found = self._source, [math.inf]
        for stepper in _STEPPER.finditer(source):
            rates = map(_value, _RATE.findall(stepper[2]))
            plain = stepper[1].startswith(_PLAIN) and not _MOMENTUM.search(stepper[2])
            if not plain or any(not tolerances.equal(rate, self._exercise.lr) for rate in rates):
                found.append(stepper.start())
        loops = (m for m in _ROUNDS.finditer(source) if int(m[2]) > 1 and "step(" in m[3] and "print" not in m[3])
        found += (m.start() for m in loops)
        found += (m.start() for m in _EPOCHS.finditer(source) if int(m[1]) > 1)
        return min([*found, *(m.start() for m in [*_STEPS.finditer(source)][1:2])])

    @cached_property
    def _scaled(self) -> float:
        """Where a program first goes backward from a multiple of the output; infinity for nowhere."""
        scaled = _SCALED.search(self._source)
        return scaled.start() if scaled else math.inf

    @cached_property
    def _loss_is_another(self) -> bool:
        """Whether a program calculates the output by another formula than the exercise's, and nowhere by its own."""
        told = [_gives(one, self._exercise) for one in _formulas(self._evidence, self._exercise)]
        return bool(told) and not any(told)


def _formulas(evidence: Evidence, exercise: Exercise) -> Iterator[Statement]:
    """Yield what is stated of the output by a formula."""
    out = Symbol(exercise.graph.output)
    for statement in evidence.statements:
        head, *sides = (member.node for member in statement.members)
        if head == out and statement.is_sure and sides and sides[0] is not None and has_names(sides[0]):
            yield statement


def _gives(statement: Statement, exercise: Exercise) -> bool:
    """Whether a formula for the output comes to its value."""
    value = number_of(statement.members[1].node, exercise)
    return value is None or tolerances.near(value, exercise.here.value[exercise.graph.output])


def _value(text: str) -> float:
    return float(text.replace("−", "-"))
