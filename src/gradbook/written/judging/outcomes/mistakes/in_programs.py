"""In programs: what a program says around a right number that makes it one of another point, loss or step.

    forward(w=2., x=6.)          another point than the exercise's
    Adam([w], lr=0.01)           another step than that of plain gradient descent
    NameError: ...               nothing came out

A program is not run here; where its text tells such a thing before or behind a number, a person decides.
"""

import re
from collections.abc import Iterator
from functools import cached_property

from gradbook.graph.expression import Symbol
from gradbook.written.exercise import Exercise, Key
from gradbook.written.expression import has_names
from gradbook.written.judging.claims.claim import Claim
from gradbook.written.judging.claims.evidence import Evidence
from gradbook.written.judging.steps import tolerances
from gradbook.written.judging.steps.forms import number_of
from gradbook.written.parsing.equations.statements import Statement

_FENCE = re.compile(r"^[ \t]*(?:```|~~~)", re.MULTILINE)
_NUMBER = r"[-−]?(?:\d+\.?\d*|\.\d+)"
_CALL = re.compile(r"\b(?!print|range|tensor|array|Value|round|plot|assert)[A-Za-z_]\w*\(([^()\n]{1,120})\)")
_ARGUMENT = re.compile(rf"\s*(?:(\w+)\s*=\s*)?({_NUMBER})\s*")
_OPTION = re.compile(rf"[ \t]--(\w+)[ =]({_NUMBER})")
_STEPPER = re.compile(r"\b(SGD|sgd\w*|Adam\w*|RMSprop|Adagrad|Adadelta|LBFGS)\(([^\n]{0,120})")
_PLAIN = ("SGD", "sgd")
_RATE = re.compile(rf"\b(?:lr|learning_rate|eta|alpha)\s*=\s*({_NUMBER})")
_MOMENTUM = re.compile(r"\b(?:momentum|weight_decay)\s*=\s*(?!0(?:\.0*)?(?![\d.]))|nesterov\s*=\s*True")
_ROUNDS = re.compile(r"^([ \t]*)for\s+\w+\s+in\s+range\((\d+)\):((?:\n\1[ \t]+[^\n]*)+)", re.MULTILINE)
_EPOCHS = re.compile(r"\b(?:epochs|steps|iterations|n_iter|num_steps)\s*=\s*(\d+)")
_SCALED = re.compile(rf"\((?:{_NUMBER}\s*\*\s*\w+|\w+\s*[*/]\s*{_NUMBER})\)\.backward\(")
_FAILS = re.compile(
    r"^(?:Traceback \(most recent|\w*Error:|MISMATCH\b|FAILED\b)|\bthis cell (?:crashes|fails)", re.M | re.I
)
_UNFILLED = re.compile(r"replace\s+me|hard-?coded|placeholder|\byour\s+code\b", re.IGNORECASE)
_OTHERS = re.compile(
    r"\s*(?:wrong|toms?|reference|expected|solution|key|targets?)\w*\s*=\s*[{\[(]"
    r"|\s*print\((?:wrong|reference|expected|solution|key|target)\w*[\[.]",
    re.IGNORECASE,
)
_FOREIGN = re.compile(
    r"\b(?:code|program|solution|notebook)\s+(?:is\s+)?(?:from|of|in)\s+the\s+(?:tutorial|lecture|book|task|sheet|slides)"
    r"|\breference\s+(?:implementation|solution)|code\s+aus\s+(?:der\s+vorlesung|dem\s+tutorial)",
    re.IGNORECASE,
)
_NEAR = 250  # letters around a number


class InPrograms:
    """What the programs of one answer say against right numbers in them."""

    def __init__(self, source: str, evidence: Evidence) -> None:
        """Take an answer with its evidence."""
        self._source, self._evidence = source, evidence
        self._exercise = evidence.exercise

    def speak_against(self, key: Key, claim: Claim) -> bool:
        """Whether a right claim stands in a program that says otherwise."""
        start, end = claim.statement.start, claim.statement.end
        if not self._in_code(start):
            return False
        before, behind = self._source[:start], self._source[end : end + _NEAR]
        line = self._source[self._source.rfind("\n", 0, start) + 1 : (self._source.find("\n", end) + 1 or None)]
        if _UNFILLED.search(line) or _OTHERS.match(line) or _FAILS.search(behind):
            return True
        if _FOREIGN.search(before[-_NEAR:]) or _FOREIGN.search(behind):
            return True
        if key.kind == "new":
            return self._takes_another_step(before)
        if key.kind == "total" and (self._loss_is_another or _SCALED.search(before)):
            return True
        return self._elsewhere(before)

    def _in_code(self, place: int) -> bool:
        """Whether a place is in a fence."""
        return len(_FENCE.findall(self._source, 0, place)) % 2 == 1

    def _elsewhere(self, before: str) -> bool:
        """Whether a call before a place gives the inputs other numbers than the exercise does."""
        given = {name: self._exercise.here.value[name] for name in self._exercise.inputs}
        for call in _CALL.finditer(before):
            found = [_ARGUMENT.fullmatch(part) for part in call[1].split(",")]
            named = {m[1]: _value(m[2]) for m in found if m is not None and m[1]}
            if named and named.keys() <= given.keys():
                if any(not tolerances.equal(value, given[name]) for name, value in named.items()):
                    return True
            elif all(m is not None and not m[1] for m in found) and len(found) == len(given) > 1:
                told = sorted(_value(m[2]) for m in found if m is not None)
                if any(not tolerances.equal(a, b) for a, b in zip(told, sorted(given.values()), strict=True)):
                    return True
        options = _OPTION.findall(before)
        return any(name in given and not tolerances.equal(_value(told), given[name]) for name, told in options)

    def _takes_another_step(self, before: str) -> bool:
        """Whether a program steps by another method or rate than the exercise, or more than once."""
        for name, args in _STEPPER.findall(before):
            rates = _RATE.findall(args)
            if not name.startswith(_PLAIN) or _MOMENTUM.search(args):
                return True
            if any(not tolerances.equal(_value(rate), self._exercise.lr) for rate in rates):
                return True
        several = (
            int(count) > 1 and "step(" in body and "print" not in body for _, count, body in _ROUNDS.findall(before)
        )
        return any(several) or before.count(".step()") > 1 or any(int(n) > 1 for n in _EPOCHS.findall(before))

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
