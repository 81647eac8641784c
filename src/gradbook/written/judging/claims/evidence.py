"""The evidence of one answer: all that its statements say, on which the verdicts on its quantities rest."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property

from gradbook.graph.expression import Derivative
from gradbook.written.exercise import Exercise, Key
from gradbook.written.expression import New, Node, evaluate, has_names, is_literal
from gradbook.written.judging.claims.beside import checked
from gradbook.written.judging.claims.claims import Claims
from gradbook.written.judging.claims.factors import Factors
from gradbook.written.judging.claims.nameless import Nameless
from gradbook.written.judging.claims.own_arrays import OwnArrays, with_entries
from gradbook.written.judging.claims.resolution import holds, resolved
from gradbook.written.judging.claims.shared import without_halves
from gradbook.written.judging.claims.timing.again import with_news
from gradbook.written.judging.claims.timing.tried import without_tried
from gradbook.written.judging.claims.unstated.clauses import Clauses
from gradbook.written.judging.claims.unstated.fitting import Fitting
from gradbook.written.judging.claims.unstated.ledger import Ledger
from gradbook.written.judging.claims.unstated.narrative import Narrative
from gradbook.written.judging.claims.unstated.scattered import Scattered
from gradbook.written.judging.steps.follow_through import FollowThrough, carried, stated
from gradbook.written.judging.steps.own_forms import OwnForms
from gradbook.written.judging.steps.rounding import Rounding
from gradbook.written.judging.steps.steps import Steps
from gradbook.written.parsing.equations.statements import Statement, is_quantity
from gradbook.written.reading import Reading
from gradbook.written.verdict import Verdict


class Evidence:
    """What one answer says, and what tells whether it is so.

    Attributes:
        exercise: what is asked.
        source: the answer.
        statements: in order, in doubt where something beside them does not fit.
        unnamed: calculations that name no quantity.
        said: the learner's own numbers, by quantity.
        follow_through: works out what these lead to.
        rounding: what rounding explains.
        steps: judges members.
        claims: the statements by what they claim.
    """

    def __init__(self, reading: Reading, exercise: Exercise, earlier: Iterable[Verdict]) -> None:
        """Gather what a reading says.

        Args:
            reading: of the answer.
            exercise: what is asked.
            earlier: verdicts on earlier questions about the same graph.
        """
        self.exercise, self.source = exercise, reading.source
        self._may_tell, self._pages, self._scattered = reading.may_tell, reading.ledger, reading.scattered
        self._narrated = reading.narrated
        arrays = OwnArrays(exercise)
        ones = not _says_another_one(reading.statements, exercise)
        statements = with_entries(reading)
        heads = (statement.members[0].node for statement in statements)
        news = frozenset(head.name for head in heads if isinstance(head, New))
        named = [resolved(statement, exercise, arrays, ones=ones, news=news) for statement in statements]
        pointed = any(
            s.point and all(holds(given, "", exercise) for given in s.point) for s in (*named, *reading.nameless)
        )
        told = _checked(with_news(without_tried(named, exercise, reading.source), exercise), exercise, pointed=pointed)
        self.statements = without_halves(told, exercise)
        self.unnamed = _checked(reading.nameless, exercise, pointed=pointed)
        self.said = stated(self.statements, exercise, earlier)
        self.follow_through = FollowThrough(exercise)
        self.rounding = Rounding(exercise, self.said, self.follow_through)
        self.steps = Steps(exercise, self.rounding, OwnForms(self.statements, self.unnamed, reading.loose))
        self.claims = Claims(exercise, self.statements, self.steps, self.rounding, loose=reading.loose)

    @cached_property
    def calculated(self) -> list[Statement]:
        """What begins with a formula, names no quantity before it and ends with a number: "1 - y^2 = 0.43"."""
        return [
            one
            for one in {s.start: s for s in (*self.unnamed, *self.statements)}.values()
            if not one.tainted
            and has_names(head := one.members[0].node)
            and not is_quantity(head)
            and is_literal(one.members[-1].node)
        ]

    @cached_property
    def nameless(self) -> Nameless:
        """Calculations that name no quantity, by what they can only be of."""
        return Nameless(self.exercise, self.unnamed, self.steps)

    @cached_property
    def factors(self) -> Factors:
        """Derivatives that are said where they are factors."""
        return Factors(self.exercise, self.statements, self.unnamed, self.steps)

    @cached_property
    def clauses(self) -> Clauses:
        """What clauses in words may tell."""
        return Clauses(self.exercise, self.source, self._may_tell(), self.steps)

    @cached_property
    def ledger(self) -> Ledger:
        """What the items of lists are together."""
        return Ledger(self._pages, self.fitting)

    @cached_property
    def scattered(self) -> Scattered:
        """What single numbers beside names are, where nearly all are right."""
        return Scattered(self._scattered, self.fitting)

    @cached_property
    def narrative(self) -> Narrative:
        """What numbers told in words are, part by part."""
        return Narrative(self._narrated, self.fitting)

    @cached_property
    def fitting(self) -> Fitting:
        """Holds numbers beside names against the exercise."""
        return Fitting(self.exercise, self.steps)

    def follows(self, key: Key, node: Node | None) -> bool:
        """Whether a number is what follows from the learner's own numbers, and not from the right ones."""
        return carried(key, node, self.exercise, self.said, self.follow_through)


def _says_another_one(statements: Iterable[Statement], exercise: Exercise) -> bool:
    """Whether an answer says that dL/dL is any other number than 1."""
    said = [s.members for s in statements if isinstance(d := s.members[0].node, Derivative) and d.of == d.by]
    numbers = (side.node for sides in said for side in sides[1:] if side.node and not has_names(side.node))
    return any(evaluate(number, exercise.here, exercise.lr) != 1.0 for number in numbers)


def _checked(statements: Iterable[Statement], exercise: Exercise, *, pointed: bool) -> list[Statement]:
    """Return statements with what is said beside them looked at.

    Args:
        statements: as they were read.
        exercise: what is asked.
        pointed: whether some label gives the exercise's own point, so that the others are of other points.
    """
    found = [replace(s, conditions=(*s.conditions, *s.point)) if pointed and s.point else s for s in statements]
    return [checked(statement, exercise) for statement in found]
