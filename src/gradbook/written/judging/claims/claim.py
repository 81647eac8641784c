"""What one statement says of an asked quantity."""

from dataclasses import dataclass

from gradbook.written.expression import Node
from gradbook.written.judging.steps.found import Found
from gradbook.written.parsing.equations.statements import Member, Statement


@dataclass(frozen=True, slots=True)
class Claim:
    """What one statement says of a quantity."""

    statement: Statement
    members: tuple[Member, ...]
    found: tuple[Found, ...]
    head: Node | None

    @property
    def last(self) -> Member:
        """The side that the statement ends with."""
        return self.members[-1]

    @property
    def fits(self) -> bool:
        """Whether its result is right, and nothing before it wrong."""
        found = self.found
        return found[-1].right and all(item.right or item is Found.UNREAD for item in found)
