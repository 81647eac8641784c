"""What a teacher reads: the table of marks, the class's page and a page for each learner, made from the gradebook."""

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from gradbook.assignment.definition import Assignment
from gradbook.core.files import replacing, write_text
from gradbook.grading.folder import ANONYMOUS, CLASS_PAGE, LEARNERS, TABLE, GradesFolder
from gradbook.grading.gradebook.book import Gradebook
from gradbook.grading.gradebook.records import Row, clean
from gradbook.grading.last_run import read_last_run
from gradbook.grading.reports.class_page import class_page
from gradbook.grading.reports.learner_page import learner_page, state_of, unmade_page
from gradbook.grading.reports.nameless import nameless, nameless_run
from gradbook.grading.spreadsheets import grades_csv

_HEAD = 8_192  # characters of a page in which its state stands
_STATE = 'name="gradbook-state"'


class Outputs:
    """Writes everything that a folder of grades shows.

    Args:
        folder: where.
        assignment: what was asked.
        book: what was found.
        anonymous: also make pages without names. Once made, they are kept up.

    Attributes:
        unmade: why a learner's page could not be made, by the id: a short one stands in its place, until it can be.
    """

    def __init__(
        self, folder: GradesFolder, assignment: Assignment, book: Gradebook, *, anonymous: bool = False
    ) -> None:
        self._folder, self._assignment, self._book = folder, assignment, book
        self._versions = [False, True] if anonymous or (folder.path / ANONYMOUS).is_dir() else [False]
        self._names: dict[str, str] = {}
        self.unmade: dict[str, str] = {}

    def learner(self, id: str) -> None:
        """Write one learner's page anew."""
        row = self._book.row(id)
        if row is not None:
            self._pages(row, self._versions)

    def all(self) -> None:
        """Write the table and the class's page, and the learners' pages that are not as they should be.

        Pages of those who never handed in, were given nothing and are in this class no more, are removed; so are pages
        that are called as none of the book's learners is, as an earlier Gradbook called them.
        """
        run = read_last_run(self._folder.path)
        if run is not None:
            self._remove_absent(frozenset(run.learners))
        for row in self._rows():
            self._pages(row, [anonymous for anonymous in self._versions if self._is_stale(row, anonymous)])
        write_text(self._folder.path / TABLE, grades_csv(self._assignment, self._rows()))
        self._names = {id: learner.shown for id, learner in self._book.learners().items()}
        self._remove_nobodys()
        for anonymous in self._versions:
            place = self._folder.path / ANONYMOUS if anonymous else self._folder.path
            with replacing(place / CLASS_PAGE) as scratch, scratch.open("w", encoding="utf-8") as file:
                link = self._alias if anonymous else self._link
                rows = self._nameless_rows if anonymous else self._rows
                told = nameless_run(run) if anonymous and run else run
                unmade = dict.fromkeys(self.unmade, "") if anonymous else self.unmade  # a reason may name somebody
                file.writelines(class_page(self._assignment, rows, link, told, unmade))

    def _remove_absent(self, here: Collection[str]) -> None:
        others = frozenset(self._book.learners()) - frozenset(here)
        for row in self._book.rows(others) if others else ():
            for path in (self._folder.page_of(row.learner.id, anonymous=anonymous) for anonymous in (False, True)):
                if row.status == "absent" and _STATE in _head(path):
                    path.unlink()

    def _remove_nobodys(self) -> None:
        known = {self._folder.page_of(id, anonymous=anonymous) for id in self._names for anonymous in (False, True)}
        for path in self._folder.pages():
            if path not in known and _STATE in _head(path):
                path.unlink()

    def _rows(self) -> Iterator[Row]:
        return self._folder.rows(self._book)

    def _nameless_rows(self) -> Iterator[Row]:
        return map(nameless, self._rows())

    def _pages(self, row: Row, versions: Sequence[bool]) -> None:
        """Write a learner's pages, with names and without, as `versions` says."""
        if versions:
            self.unmade.pop(row.learner.id, None)
        for anonymous in versions:
            alias = self._alias(row.learner.id)[0] if anonymous else ""
            shown, pictures = nameless(row) if anonymous else row, self._book.pictures(row.learner.id)
            try:
                text = learner_page(self._assignment, shown, pictures, alias)
            except Exception as error:  # whatever a learner wrote: the others' pages are made all the same
                self.unmade[row.learner.id] = clean(f"{type(error).__name__}: {str(error)[:200]}")
                text = unmade_page(self._assignment, shown, alias)
            write_text(self._folder.page_of(row.learner.id, anonymous=anonymous), text)

    def _is_stale(self, row: Row, anonymous: bool) -> bool:
        return f'content="{state_of(row, anonymous)}"' not in _head(
            self._folder.page_of(row.learner.id, anonymous=anonymous)
        )

    def _link(self, id: str) -> tuple[str, str]:
        path = self._folder.page_of(id)
        return self._names.get(id, id), f"{LEARNERS}/{path.name}"

    def _alias(self, id: str) -> tuple[str, str]:
        path: Path = self._folder.page_of(id, anonymous=True)
        return f"Learner {path.stem[:6]}", f"{LEARNERS}/{path.name}"


def _head(path: Path) -> str:
    """Return how a page begins; "" where there is none."""
    try:
        with path.open(encoding="utf-8") as file:
            return file.read(_HEAD)
    except (OSError, ValueError):
        return ""
