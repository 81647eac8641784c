"""Silence: nothing is stated of a quantity. It is missing, unless it may stand where it cannot be read."""

from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.exercise import Key
from gradbook.written.expression import At, New
from gradbook.written.judging.claims.evidence import Evidence
from gradbook.written.judging.outcomes.leftovers import Leftovers
from gradbook.written.judging.outcomes.strays import Strays
from gradbook.written.judging.steps.forms import is_rounded, number_of
from gradbook.written.parsing.equations.statements import Statement
from gradbook.written.reading import Reading
from gradbook.written.verdict import Basis, Status


class Silence:
    """What an answer that states nothing of a quantity comes to."""

    def __init__(self, reading: Reading, evidence: Evidence) -> None:
        """Take the answer and its evidence."""
        self._reading, self._evidence, self._exercise = reading, evidence, evidence.exercise
        self._strays = Strays(self._exercise, evidence.statements, reading.source)
        self._leftovers = Leftovers(self._exercise, evidence.statements, reading.source)

    def outcome(self, key: Key) -> tuple[Status, Basis, str]:
        """Return what is to be said of a quantity, what decides that, and where it may stand."""
        reading = self._reading
        if reading.image or reading.hidden:
            return Status.PERSON, Basis.PICTURE, ""
        if mention := next((m for m in reading.mentions if m.may_be_about(key.kind, key.of, key.by)), None):
            return Status.UNREAD, Basis.MENTION, mention.text
        if text := self._evidence.clauses.text(key):
            return Status.UNREAD, Basis.MENTION, text
        if reading.loose and not reading.blank:
            return Status.UNREAD, Basis.LOOSE, reading.loose[0]
        if not reading.blank and (text := self._strays.of(key) or self._leftovers.of(key)):
            return Status.UNREAD, Basis.STRAY, text
        for statement in self._evidence.statements:
            if _may_be_of_it(statement, key) or self._may_be_new(statement, key) or self._may_be_old(statement, key):
                return Status.UNREAD, Basis.ELSEWHERE, reading.source[statement.start : statement.end]
        return Status.MISSING, Basis.NOTHING, ""

    def _may_be_new(self, statement: Statement, key: Key) -> bool:
        """Whether a statement gives an input the number that it has after the step, or where the step changes nothing.

        "w = 3 + 0.2 = 3.2", "w = -1, as before".
        """
        if key.kind != "new" or statement.members[0].node != Symbol(key.of) or key.of not in self._exercise.stepped:
            return False
        here, after = self._exercise.here.value[key.of], self._exercise.stepped[key.of]
        number = number_of(statement.members[-1].node, self._exercise)
        moved = key.of in self._exercise.lexicon.inputs and not statement.doubt
        return number is not None and is_rounded(after, number) and (moved or here == after)

    def _may_be_old(self, statement: Statement, key: Key) -> bool:
        """Whether a statement below new values gives a node the number that it has before the step: "y = 0.3"."""
        if key.kind != "value" or statement.members[0].node != New(key.of):
            return False
        number = number_of(statement.members[-1].node, self._exercise)
        return number is not None and is_rounded(self._exercise.here.value[key.of], number)


def _may_be_of_it(statement: Statement, key: Key) -> bool:
    """Whether a statement is of a quantity at a point that is not the exercise's, f(2) = 3, or in a later round."""
    match statement.members[0].node:
        case At(of):
            return _asks(key, of)
        case New(name):
            return bool(statement.doubt) and key.kind == "value" and name == key.of
        case Derivative(_, by) if statement.context == "slopes":  # "both derivatives of r are 1" may be those of it
            return key.kind == "local" and by == key.of and statement.members[-1].relation == "is"
    return False


def _asks(key: Key, quantity: Symbol | Derivative) -> bool:
    """Whether a quantity at some point is the one that is asked for at the exercise's, or after the step."""
    if isinstance(quantity, Derivative):
        return key.kind == "total" and (quantity.of, quantity.by) == (key.of, key.by)
    return key.kind in ("value", "new") and quantity.name == key.of
