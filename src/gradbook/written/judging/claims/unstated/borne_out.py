"""Borne out: numbers that count because nearly all else in an answer is right, and nothing says otherwise of them."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from gradbook.written.exercise import Key
from gradbook.written.expression import is_literal
from gradbook.written.judging.claims.claim import Claim
from gradbook.written.judging.claims.evidence import Evidence
from gradbook.written.judging.claims.unstated.slight_doubts import asks, is_slight, says_nothing
from gradbook.written.judging.steps.found import Found
from gradbook.written.parsing.equations.statements import Statement
from gradbook.written.verdict import Basis

Explains = Callable[[Statement, Key], bool]
Holds = Callable[[Statement, Key], tuple[int, int] | None]


class Told(NamedTuple):
    """What an answer says of a quantity.

    Attributes:
        key: the quantity.
        claim: what is said of it.
        basis: what it rests on.
    """

    key: Key
    claim: Claim
    basis: Basis


class BorneOut:
    """What bears numbers out in one answer.

    Args:
        evidence: of the answer.
        unsettled: the quantities of which nothing is found to be right so far.
    """

    def __init__(self, evidence: Evidence, unsettled: Sequence[Key]) -> None:
        self._evidence, self._unsettled = evidence, unsettled

    def scattered(self, right: Collection[Key]) -> Iterator[Told]:
        """Yield the numbers beside names, and what is stated with no more than a slight doubt.

        Args:
            right: what is found to be right.
        """
        scattered = self._evidence.scattered
        if not scattered.bear_out(right, [*self._slightly_doubted]):
            return
        for key in self._unsettled:
            alone = scattered.claim(key)
            claim = alone or self._slightly_doubted.get(key)
            if claim is not None and self._is_alone(key, scattered.explains):
                yield Told(key, claim, Basis.SCATTERED if alone else Basis.SLIGHT)

    def narrated(self, right: Collection[Key]) -> Iterator[Told]:
        """Yield the numbers that sentences tell.

        Args:
            right: what is found to be right.
        """
        narrative, scattered = self._evidence.narrative, self._evidence.scattered
        left = [key for key in self._unsettled if key not in right]
        kinds = narrative.bear_out(right, [*self._slightly_doubted]) if left else frozenset()
        for key in left:
            asked = self._evidence.fitting.asks(key)
            claim = narrative.claim(key) if asked and asked[0] in kinds else None
            if claim is not None and self._is_alone(key, scattered.explains, narrative.explains, holds=narrative.holds):
                yield Told(key, claim, Basis.NARRATED)

    @cached_property
    def _slightly_doubted(self) -> dict[Key, Claim]:
        """The last claim on each quantity without its doubt, where all fit and no doubt is more than slight."""
        found: dict[Key, Claim] = {}
        for key in self._unsettled:
            claims = self._evidence.claims.on(key)
            doubted = [one for one in claims if one.statement.tainted]
            settled = not doubted and all(one.fits for one in claims)
            fits = [replace(one, statement=_undoubted(one.statement)) for one in claims if one.fits]
            if fits and not settled and all(self._is_slight(one.statement) for one in doubted):
                found[key] = fits[-1]
        return found

    def _is_slight(self, statement: Statement) -> bool:
        return is_slight(statement, self._evidence.source, self._evidence.exercise.here.value)

    def _is_alone(self, key: Key, *explains: Explains, holds: Holds | None = None) -> bool:
        """Whether nothing that is claimed of a quantity is another number of it, or in more than a slight doubt.

        Args:
            key: the quantity.
            explains: say whether a statement is part of what is told of another.
            holds: says of which sentence one is part that tells of this, where one word of several is no doubt.
        """
        return all(
            _undoubted(one.statement).is_sure
            and _is_no_other(one, key, explains)
            and not (one.found[-1] is Found.UNREAD and asks(one.statement, self._evidence.source))
            and (not one.statement.doubt or self._is_slight(one.statement) or self._is_told(one.statement, key, holds))
            for one in self._evidence.claims.on(key)
        )

    def _is_told(self, statement: Statement, key: Key, holds: Holds | None) -> bool:
        span = holds(statement, key) if holds else None
        return span is not None and says_nothing(statement.doubt, self._evidence.source[slice(*span)])


def _undoubted(statement: Statement) -> Statement:
    return replace(statement, doubt="")


def _is_no_other(claim: Claim, key: Key, explains: Sequence[Explains]) -> bool:
    """Whether a claim fits, comes to no number, or is part of what is told of another quantity."""
    silent = not is_literal(claim.last.node) and all(one.right or one is Found.UNREAD for one in claim.found)
    return claim.fits or silent or any(explain(claim.statement, key) for explain in explains)
