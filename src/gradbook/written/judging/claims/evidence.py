"""The evidence of one answer: all that its statements say, on which the verdicts on its quantities rest."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Self

from gradbook.written.exercise import Exercise, Key
from gradbook.written.expression import Node
from gradbook.written.judging.claims.beside import checked
from gradbook.written.judging.claims.claims import Claims
from gradbook.written.judging.claims.factors import Factors
from gradbook.written.judging.claims.nameless import Nameless
from gradbook.written.judging.claims.own_arrays import OwnArrays, with_entries
from gradbook.written.judging.claims.resolution import holds, resolved
from gradbook.written.judging.claims.shared import without_halves
from gradbook.written.judging.steps.follow_through import FollowThrough, carried, stated
from gradbook.written.judging.steps.own_forms import OwnForms
from gradbook.written.judging.steps.rounding import Rounding
from gradbook.written.judging.steps.steps import Steps
from gradbook.written.parsing.equations.statements import Statement
from gradbook.written.reading import Reading
from gradbook.written.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one answer says, and what tells whether it is so.

    Attributes:
        exercise: what is asked.
        source: the answer.
        statements: in order, in doubt where something beside them does not fit.
        said: the learner's own numbers, by quantity.
        follow_through: works out what these lead to.
        rounding: what rounding explains.
        steps: judges members.
        claims: the statements by what they claim.
        nameless: calculations that name no quantity, by what they can only be of.
        factors: derivatives that are said where they are factors.
    """

    exercise: Exercise
    source: str
    statements: tuple[Statement, ...]
    said: Mapping[str, float]
    follow_through: FollowThrough
    rounding: Rounding
    steps: Steps
    claims: Claims
    nameless: Nameless
    factors: Factors

    @classmethod
    def of(cls, reading: Reading, exercise: Exercise, earlier: Iterable[Verdict]) -> Self:
        """Gather what a reading says.

        Args:
            reading: of the answer.
            exercise: what is asked.
            earlier: verdicts on earlier questions about the same graph.
        """
        arrays = OwnArrays(exercise)
        named = [resolved(statement, exercise, arrays) for statement in with_entries(reading)]
        pointed = any(
            s.point and all(holds(given, "", exercise) for given in s.point) for s in (*named, *reading.nameless)
        )
        statements = without_halves(_checked(named, exercise, pointed=pointed), exercise)
        said = stated(statements, exercise, earlier)
        follow_through = FollowThrough(exercise)
        rounding = Rounding(exercise, said, follow_through)
        steps = Steps(exercise, rounding, OwnForms(statements))
        claims = Claims(exercise, statements, steps, rounding, loose=reading.loose)
        unnamed = _checked(reading.nameless, exercise, pointed=pointed)
        nameless = Nameless(exercise, unnamed, steps)
        factors = Factors(exercise, statements, unnamed, steps)
        return cls(
            exercise, reading.source, statements, said, follow_through, rounding, steps, claims, nameless, factors
        )

    def follows(self, key: Key, node: Node | None) -> bool:
        """Whether a number is what follows from the learner's own numbers, and not from the right ones."""
        return carried(key, node, self.exercise, self.said, self.follow_through)


def _checked(statements: Iterable[Statement], exercise: Exercise, *, pointed: bool) -> list[Statement]:
    """Return statements with what is said beside them looked at.

    Args:
        statements: as they were read.
        exercise: what is asked.
        pointed: whether some label gives the exercise's own point, so that the others are of other points.
    """
    found = [replace(s, conditions=(*s.conditions, *s.point)) if pointed and s.point else s for s in statements]
    return [checked(statement, exercise) for statement in found]
