"""Groups: lines in a row that say something of quantities, with the titles over them and the remark below them."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from gradbook.written.lexing.words.dictionary import AGAINST_IT, Role
from gradbook.written.parsing.ledger.kinds import MIXED, SLOPES
from gradbook.written.parsing.ledger.lines import NOTHING, SENTENCE, SUPPOSES, Line

_FEW = 3  # lines of titles over one list
_DENIES = frozenset({
    Role.DENIAL, Role.HEDGE, Role.OTHERS, Role.OTHER, Role.ERROR, Role.NEGATION, Role.MINUS, *SUPPOSES,
})  # fmt: skip
_TAKES_BACK = (_DENIES | {Role.RETRACTION, Role.AGAINST}) - {*SUPPOSES}


class Group(NamedTuple):
    """Lines in a row that say something of quantities.

    Attributes:
        above: the titles over them.
        lines: of the group.
        below: the titles of what follows, or the last lines of the answer.
        leads: whether these may lead to what stands below them.
    """

    above: list[Line]
    lines: list[Line]
    below: list[Line]
    leads: bool

    @property
    def ending(self) -> Line:
        """The first line below them."""
        return self.below[0]

    @property
    def kind(self) -> str:
        """What the nearest title says of what kind its numbers are."""
        return next((line.kind for line in reversed(self.above[-_FEW:]) if line.kind), "")

    @property
    def clear(self) -> bool:
        """Whether what stands above and below says no more than that."""
        return self.above[-1].clear and self.ending.clear

    @property
    def remarked(self) -> bool:
        """Whether a line below may remark on them, in a few words."""
        return 0 < self.ending.words < SENTENCE and not (self.ending.clear or self.ending.apart or self.leads)


def groups_of(lines: Sequence[Line]) -> Iterator[Group]:
    """Yield the groups of all lines of an answer."""
    groups = [list(group) for _, group in groupby([NOTHING, *lines, NOTHING], attrgetter("titles"))]
    bodies = groups[1::2]
    for above, body, below, behind in zip(groups[::2], bodies, groups[2::2], [*bodies[1:], [NOTHING]], strict=False):
        yield Group(above, body, below, leads=not behind[0].apart)


def denies(title: Line) -> bool:
    """Whether a title may say that what stands under it is not the learner's answer, or of something else."""
    if not title.roles.isdisjoint(_DENIES):
        return True
    if title.clear:
        return False
    against = title.numbered or not title.roles.isdisjoint(AGAINST_IT - {Role.EXAMPLE})
    return is_of_another_sort(title) or (against and title.words < SENTENCE)


def is_of_another_sort(title: Line) -> bool:
    """Whether a row of titles calls gradients something that is not understood: "second grad"."""
    return title.tabled and title.kind in (SLOPES, MIXED) and not title.clear


def takes_back(group: Group) -> bool:
    """Whether a line below may take back what stands above it, or say what it is; it may lead to what is below it."""
    ending = group.ending
    if group.remarked or not ending.roles.isdisjoint(_TAKES_BACK):
        return True
    return not (ending.roles.isdisjoint(AGAINST_IT) or ending.clear or ending.apart or group.leads)
