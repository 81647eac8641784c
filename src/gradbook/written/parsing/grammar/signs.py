"""Signs ahead: what says of a quantity in words what it is, a sign of equality or a colon, and what follows it."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from gradbook.written.lexing.tokens import Token


class Ahead(NamedTuple):
    """What stands behind words for a quantity.

    Attributes:
        place: of the first token that is not passed over; the end where there is none.
        says: whether that is a sign or a colon.
        follows: the place behind it of what follows; where nothing says what the quantity is, the place itself.
    """

    place: int
    says: bool
    follows: int


def says(token: Token) -> bool:
    """Whether a token is a sign of equality, or a colon, in place of one."""
    return token.kind == "rel" or (token.kind == "sep" and token.text == "colon")


def ahead(
    tokens: Sequence[Token],
    at: int,
    passed: Callable[[Token], bool],
    passed_behind: Callable[[Token], bool] | None = None,
) -> Ahead:
    """Look for a sign, and for what follows it.

    Args:
        tokens: of an answer.
        at: where to begin.
        passed: whether a token is passed over on the way to the sign.
        passed_behind: the same for the way behind it, where it is not the same.
    """
    place = _over(tokens, at, passed)
    said = place < len(tokens) and says(tokens[place])
    return Ahead(place, said, _over(tokens, place + 1, passed_behind or passed) if said else place)


def _over(tokens: Sequence[Token], at: int, passed: Callable[[Token], bool]) -> int:
    while at < len(tokens) and passed(tokens[at]):
        at += 1
    return at
