"""Learners of earlier runs whom this one does not meet: gone from the folder, or here under another id."""

from collections.abc import Collection
from dataclasses import dataclass

from gradbook.grading.gradebook.book import Gradebook
from gradbook.grading.gradebook.records import Grading, Learner


@dataclass(frozen=True, slots=True)
class _Known:
    learner: Learner
    content: str
    source: str


class Earlier:
    """Those of a book who are not met.

    Args:
        book: where they are.
        met: ids of all whom this run is about; None for everybody.
    """

    def __init__(self, book: Gradebook, met: Collection[str] | None) -> None:
        self._book = book
        gone = [] if met is None else [id for id in book.learners() if id not in met]
        self._known = {
            row.learner.id: _Known(row.learner, row.grading.content, row.grading.source)
            for row in (book.rows(frozenset(gone)) if gone else ())
            if row.grading is not None
        }
        self.moved: list[tuple[str, str]] = []

    def is_own(self, id: str, source: str) -> bool:
        """Whether what was graded under an earlier id is this very hand-in, and not somebody's copy of it."""
        return id in self._known and _file(self._known[id].source) == _file(source)

    def follow(self, grading: Grading) -> None:
        """Give a hand-in that went by another id the marks by hand that it has."""
        for id, one in self._known.items():
            same = one.content == grading.content and _file(one.source) == _file(grading.source)
            if same or one.source == grading.source:
                self._book.follow(id, grading.learner)
                self.moved.append((id, grading.learner))
                del self._known[id]
                return

    def left(self, sources: Collection[str]) -> tuple[Learner, ...]:
        """Return those who are in the book only: of whose hand-ins none has one of these sources."""
        return tuple(one.learner for one in self._known.values() if one.source not in sources)


def _file(source: str) -> str:
    return source.rpartition("/")[2]
