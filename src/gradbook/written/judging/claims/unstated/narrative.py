"""Narrative: numbers told in words, by where they stand: values first, then gradients, then values after the step.

Who goes forward, back and then takes the step says in each of these parts one number of a quantity. Where nearly all of
them are right, a number is what it fits in its part, whatever words stand around it. Who errs writes others.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from gradbook.graph.expression import Symbol
from gradbook.written.exercise import Key
from gradbook.written.judging.claims.claim import Claim
from gradbook.written.judging.claims.unstated.fitting import Fit, Fitting, name_of, tells_enough
from gradbook.written.judging.claims.unstated.ledger import Item, items_of
from gradbook.written.parsing.equations.statements import Statement
from gradbook.written.parsing.ledger.kinds import AFTER, SLOPES, VALUES
from gradbook.written.parsing.ledger.narration import Page

KINDS = (VALUES, SLOPES, AFTER)
_STRANGERS = 1 / 4  # numbers that the graph does not have, for one that is told
_DOUBTFUL = 1 / 2  # the weight of a number that may be another of its quantity
_WORDS = 1 / 4  # that of words that say what it is
_MOST = 400  # sentences of which the parts are looked for


class _Told(NamedTuple):
    """What a part of a sentence tells.

    Attributes:
        items: of one or another quantity, the likeliest first.
        kind: of what kind of number the part of the answer is that it stands in.
        fits: what its number is there.
    """

    items: Item
    kind: str
    fits: list[Fit]


class Narrative:
    """The sentences of one answer.

    Args:
        sentences: gives what they tell, in order.
        fitting: holds their numbers against the exercise.
    """

    def __init__(self, sentences: Callable[[], Iterable[Page]], fitting: Fitting) -> None:
        self._read, self._fitting = sentences, fitting

    def bear_out(self, right: Collection[Key], slight: Collection[Key]) -> frozenset[str]:
        """Return the kinds of which an answer tells so many right numbers, and so few others, that one alone counts.

        Args:
            right: what is found to be right without them.
            slight: of what a right number is stated, with no more than a slight doubt.
        """
        asked = {asked for key in (*right, *slight) if (asked := self._fitting.asks(key))}
        said = asked | {(fit.kind, fit.name) for told in self._told for fit in told.fits if fit.telling}
        if not tells_enough(said, right):
            return frozenset()
        strange = Counter(
            told.kind
            for told in self._told
            if not (told.fits or told.items[0].elsewhere or self._fitting.is_explained(told.items[0]))
        )
        counts = Counter(kind for kind, _ in said)
        return frozenset(kind for kind in KINDS if strange[kind] <= _STRANGERS * counts[kind])

    def claim(self, key: Key) -> Claim | None:
        """Return the last number that is told of a quantity in the part of the answer that is about its kind."""
        fit = self._last.get(asked) if (asked := self._fitting.asks(key)) else None
        claim = self._fitting.claim(key, fit) if fit and fit.sure else None
        return claim if claim is not None and claim.fits else None

    def gainsays(self, key: Key) -> bool:
        """Whether a quantity's number of another kind is told where its own should."""
        asked = self._fitting.asks(key)
        told = (one for one in self._told if not one.fits and (one.kind, name_of(one.items[0])) == asked)
        return any(self._is_of_another_kind(one.items[0], one.kind) for one in told)

    def explains(self, statement: Statement, key: Key) -> bool:
        """Whether what a statement says is part of what a sentence tells, or a step to what it or the next tells."""
        last, name, asked = statement.members[-1], key.by or key.of, self._fitting.asks(key)
        for at, told in enumerate(self._told):
            item = told.items[0]
            if not (item.start <= last.start and last.end <= item.end):
                continue
            behind = (fit for next_told in self._told[at + 1 : at + 2] for fit in next_told.fits)
            leads = name_of(item) != name or any((fit.kind, fit.name) == asked for fit in behind)
            if told.fits or (leads and self._fitting.is_explained(statement)):
                return True
        return False

    def holds(self, statement: Statement, key: Key) -> tuple[int, int] | None:
        """Return where the sentence begins and ends of which a statement is part, where its number is what is asked."""
        return next(((fit.item.start, fit.item.end) for fit in self._fits_around(statement, key)), None)

    def tells_another_kind(self, statement: Statement, key: Key, right: Collection[Key]) -> bool:
        """Whether the sentence that a statement is part of tells a number of another kind of the same quantity.

        Args:
            statement: claims something else.
            key: the quantity.
            right: what is found to be right, and bears the other kind out.
        """
        asked, kinds = self._fitting.asks(key), self.bear_out(right, ())
        return asked is not None and any(
            fit.kind != asked[0] and fit.kind in kinds for fit in self._fits_around(statement, key)
        )

    def _fits_around(self, statement: Statement, key: Key) -> Iterator[Fit]:
        """Yield what is told of a quantity where a statement stands."""
        last, name = statement.members[-1], key.by or key.of
        for told in self._told:
            for fit in told.fits:
                if fit.name == name and fit.item.start <= last.start and last.end <= fit.item.end:
                    yield fit

    @cached_property
    def _last(self) -> dict[tuple[str, str], Fit]:
        """What is told last of each quantity in each part, if it fits, and its number of another kind nowhere there."""
        found: dict[tuple[str, str], Fit] = {}
        mixed: set[tuple[str, str]] = set()
        for items, kind, fits in self._told:
            if not fits and not (items[0].elsewhere and self._fitting.is_known(items[0])):
                said = kind, name_of(items[0])
                late = not (
                    items[0].context or self._fitting.is_known(items[0]) or self._fitting.is_worked_out(items[0])
                )
                for other in KINDS if late else (kind,):  # "On rereading, x picks up 6."
                    found.pop((other, said[1]), None)
                mixed |= {said} if self._is_of_another_kind(items[0], kind) else set()
            found.update({(fit.kind, fit.name): fit for fit in fits})
        return {said: fit for said, fit in found.items() if said not in mixed}

    def _is_of_another_kind(self, item: Statement, kind: str) -> bool:
        """Whether a number without a word that says what it is stands where its quantity's should of another kind."""
        plain = isinstance(item.members[0].node, Symbol) and not (item.context or item.elsewhere)
        return plain and any(self._fitting.last(item, other) for other in KINDS if other != kind)

    @cached_property
    def _told(self) -> list[_Told]:
        """What the sentences tell, in three parts: those in which the most numbers fit."""
        sentences = [items for page in self._read() for items in items_of(page)][:_MOST]
        fits = {kind: [self._fit(items, kind) for items in sentences] for kind in KINDS}
        weights = ([_weight(fits[kind][at], items, kind) for at, items in enumerate(sentences)] for kind in KINDS)
        back, after = _turns(*([0.0, *accumulate(found)] for found in weights))
        kinds = [VALUES] * back + [SLOPES] * (after - back) + [AFTER] * (len(sentences) - after)
        told = enumerate(zip(sentences, kinds, strict=True))
        return [_Told(items, kind, fits[kind][at]) for at, (items, kind) in told]

    def _fit(self, items: Item, kind: str) -> list[Fit]:
        """Return what the last number of a sentence is of its quantities, where it is so of the likeliest."""
        if items[0].elsewhere:
            return []
        ones = [one for one in items if not self._fitting.is_output(one)] or [*items]
        found = [self._fitting.last(one, kind) for one in ones]
        return [fit for fit in found if fit] if found[0] else []


def _turns(forward: Sequence[float], backward: Sequence[float], step: Sequence[float]) -> tuple[int, int]:
    """Return where gradients begin, and where the step does, so that the most numbers fit.

    Args:
        forward, backward, step: how much fits up to each sentence, if all of them told values, gradients or new values.
    """
    lead = [one - other for one, other in zip(forward, backward, strict=True)]
    most, turns, back = -1.0, (0, 0), 0
    for after in range(len(lead)):
        back = after if lead[after] > lead[back] else back
        fitting = lead[back] + backward[after] - step[after]
        if fitting >= most:  # as late as can be
            most, turns = fitting, (back, after)
    return turns


def _weight(fits: list[Fit], items: Item, kind: str) -> float:
    """Return how much a sentence tells for being of a part: by its number, else by its words."""
    said = _WORDS if items[0].context == kind else 0.0
    return said + (0.0 if not fits else 1.0 if fits[0].telling else _DOUBTFUL)
