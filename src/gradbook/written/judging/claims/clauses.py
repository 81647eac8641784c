"""Clauses in words: what they may tell of a quantity of which nothing else is said. They count where they fit."""

from collections.abc import Iterable

from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.exercise import Key
from gradbook.written.expression import New, Node
from gradbook.written.judging.claims.claim import Claim
from gradbook.written.judging.steps.steps import Steps
from gradbook.written.parsing.equations.statements import Statement


class Clauses:
    """What the clauses of one answer may tell.

    Args:
        statements: an equation for each quantity that a number may be of.
        steps: judges members.
    """

    def __init__(self, statements: Iterable[Statement], steps: Steps) -> None:
        self._statements, self._steps = [*statements], steps

    def on(self, key: Key) -> list[Claim]:
        """Return what clauses tell of a quantity, if the last of them that may be about it is right."""
        found: list[Claim] = []
        for statement in self._statements:
            head, *members = statement.members
            if members and _is_about(head.node, key):
                claim = Claim(statement, tuple(members), self._steps.chain(key, tuple(members)), head.node)
                if claim.fits:
                    found.append(claim)
        return found[-1:]


def _is_about(node: Node | None, key: Key) -> bool:
    match node:
        case Symbol(name):
            return key.kind == "value" and key.of == name
        case New(name):
            return key.kind == "new" and key.of == name
        case Derivative(of, by, direct):
            return (key.of, key.by) == (of, by) and (key.kind == "total" or (direct and key.kind == "local"))
    return False
