"""Who of a class waits for a person, and why: the same count wherever one is told."""

from collections import Counter
from collections.abc import Collection, Iterable

from gradbook.grading.gradebook.records import Row


class Waiting:
    """The learners that wait for a person, as the gradebook has them now.

    Args:
        rows: of those who may wait already.
    """

    def __init__(self, rows: Iterable[Row] = ()) -> None:
        self._whys: dict[str, Collection[str]] = {}
        self._reasons: Counter[str] = Counter()
        for row in rows:
            self.see(row)

    def see(self, row: Row) -> None:
        """Take a learner's line as it is now in place of what was known."""
        self._reasons.subtract(self._whys.pop(row.learner.id, ()))
        if row.waits:
            self._whys[row.learner.id] = {row.marks[question].why for question in row.waits}
            self._reasons.update(self._whys[row.learner.id])

    def __len__(self) -> int:
        return len(self._whys)

    def because(self, why: str) -> int:
        """Return how many wait for this reason, or for others as well."""
        return self._reasons[why]
