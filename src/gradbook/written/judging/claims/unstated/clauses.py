"""Clauses in words: what they may tell of a quantity of which nothing else is said. They count where they fit."""

from collections.abc import Iterable

from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.exercise import Exercise, Key
from gradbook.written.expression import New, Node
from gradbook.written.judging.claims.claim import Claim
from gradbook.written.judging.steps.forms import number_of
from gradbook.written.judging.steps.steps import Steps
from gradbook.written.parsing.equations.statements import Statement

_SMALL = 9  # whole numbers up to here may be of anything


class Clauses:
    """What the clauses of one answer may tell.

    Args:
        exercise: what is asked.
        source: the answer.
        statements: an equation for each quantity that a number may be of.
        steps: judges members.
    """

    def __init__(self, exercise: Exercise, source: str, statements: Iterable[Statement], steps: Steps) -> None:
        self._exercise, self._source = exercise, source
        self._numbers: dict[int, list[Claim]] = {}
        for statement in statements:
            head, *members = statement.members
            key = self._key_of(head.node)
            if key is not None and members:
                claim = Claim(statement, tuple(members), steps.chain(key, tuple(members)), head.node)
                self._numbers.setdefault(statement.start, []).append(claim)

    def on(self, key: Key) -> list[Claim]:
        """Return what the last clause that may be about a quantity tells of it, if that is right."""
        last: Claim | None = None
        for claims in self._numbers.values():
            about = [claim for claim in claims if _is_about(claim.head, key)]
            fits = [claim for claim in about if claim.fits]
            if fits:
                last = next((claim for claim in fits if not claim.statement.tentative or self._is_telling(claim)), last)
            elif any(not claim.statement.tentative for claim in about) and not any(claim.fits for claim in claims):
                last = None
        return [last] if last else []

    def text(self, key: Key) -> str:
        """Return what stands where a number may be of a quantity; "" where none is."""
        about = (claim for claims in self._numbers.values() for claim in claims if _is_about(claim.head, key))
        return next((self._source[claim.statement.start : claim.statement.end] for claim in about), "")

    def _key_of(self, node: Node | None) -> Key | None:
        """Return the key of a quantity; None for what the exercise has not."""
        here = self._exercise.here
        match node:
            case Symbol(name):
                return Key(name, "value", name)
            case New(name) if name in here.new:
                return Key(f"new:{name}", "new", name)
            case Derivative(of, by, True) if (of, by) in here.local:
                return Key(f"local:d{of}/d{by}", "local", of, by)
            case Derivative(of, by) if (of, by) in here.total:
                return Key.slope(of, by)
        return None

    def _is_telling(self, claim: Claim) -> bool:
        """Whether a number is no small whole one, which may be of anything."""
        number = number_of(claim.last.node, self._exercise)
        return number is not None and (not number.is_integer() or abs(number) > _SMALL)


def _is_about(node: Node | None, key: Key) -> bool:
    match node:
        case Symbol(name):
            return key.kind == "value" and key.of == name
        case New(name):
            return key.kind == "new" and key.of == name
        case Derivative(of, by, direct):
            return (key.of, key.by) == (of, by) and (key.kind == "total" or (direct and key.kind == "local"))
    return False
