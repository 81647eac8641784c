"""The folder of grades: what `gradbook grade` makes, and nothing else is ever replaced there."""

import contextlib
import hashlib
import json
import os
import re
import secrets
from collections.abc import Iterator
from pathlib import Path

from gradbook.assignment.definition import Assignment, load_assignment
from gradbook.core.files import write_text
from gradbook.grading.errors import GradingError, GradingUsageError
from gradbook.grading.gradebook.book import DEFAULT, Gradebook
from gradbook.grading.gradebook.records import Row
from gradbook.grading.last_run import read_last_run
from gradbook.grading.late import with_due

CLASS_PAGE, TABLE, CHANGES, LEARNERS, ANONYMOUS = "class.html", "grades.csv", "changes.csv", "learners", "anonymous"
MARKER, _LOCK = ".gradbook-grades.json", ".lock"
_DIGITS = 32  # of SHA-256: of fewer, two names with the same can be found in minutes, and one page hides the other
_DIGEST = re.compile(rf"-[0-9a-f]{{{_DIGITS}}}$")


class GradesFolder:
    """A folder that holds the grades of one assignment.

    Args:
        path: where it is, or will be.
        assignment: whose grades; with None whatever is there.

    Raises:
        GradingUsageError: something else is there, or another assignment's grades, or (with None) nothing.
    """

    def __init__(self, path: Path, assignment: Assignment | None = None) -> None:
        self.path = path
        told = self._told()
        if assignment is None:
            if told is None:
                raise GradingUsageError(
                    f"There are no grades in {path}. Make some: gradbook grade HAND-INS --out {path}"
                )
            self.assignment = told.get("assignment", "")
            self.where = told.get("where", self.assignment)
            self.book, self._salt = told.get("book", DEFAULT), told.get("salt", "")
            return
        if told is None and path.exists() and (not path.is_dir() or any(path.iterdir())):
            raise GradingUsageError(
                f"{path} is in the way: it holds something else. Give another folder: --out grades-2"
            )
        if told is not None and told.get("assignment") != assignment.name:
            raise GradingUsageError(
                f"{path} holds the grades of {told.get('assignment')}, not of {assignment.name}. "
                f"Give another folder: --out {path}-{assignment.name}"
            )
        self.assignment = assignment.name
        self.where = str(assignment.folder.resolve())
        self.book = told.get("book", DEFAULT) if told else DEFAULT
        # Pages without names are called by it, so that nobody can try names; what is drawn for a hand-in comes from it.
        self._salt = told.get("salt", "") if told else secrets.token_hex(16)

    def claim(self, book: str | None) -> None:
        """Make the folder ours, and note which gradebook it goes with.

        Raises:
            GradingUsageError: it goes with another gradebook.
        """
        told = self._told()
        if book is not None and "://" not in book:
            book = str(Path(book).resolve())
        if told is not None and book is not None and told.get("book", DEFAULT) != book:
            raise GradingUsageError(
                f"{self.path} goes with the gradebook {_bare(told.get('book', DEFAULT))}. Leave --book out, or give "
                "another folder with --out."
            )
        self.path.mkdir(parents=True, exist_ok=True)
        if told is None:
            self.book = book or DEFAULT
            said = {"assignment": self.assignment, "where": self.where, "book": self.book, "salt": self._salt}
            write_text(self.path / MARKER, json.dumps(said, indent=1) + "\n")
            (self.path / MARKER).chmod(0o600)  # an address may hold a password

    @property
    def secret(self) -> str:
        """What nobody but the teacher knows of this folder: random inputs are drawn from it."""
        return self._salt

    @property
    def book_address(self) -> str:
        """Where the gradebook is: a file or an address."""
        return self.book if "://" in self.book else str(self.path / self.book)

    def open_book(self) -> Gradebook:
        """Open the gradebook."""
        return Gradebook(self.book_address, self.assignment)

    def rows(self, book: Gradebook) -> Iterator[Row]:
        """Yield the lines of those whom the last run was about."""
        run = read_last_run(self.path)
        return book.rows(None if run is None else frozenset(run.learners))

    def load_assignment(self) -> Assignment:
        """Load the assignment, with the deadline of the last run."""
        assignment, run = load_assignment(self.where), read_last_run(self.path)
        return with_due(assignment, run.due) if run is not None and run.due else assignment

    @contextlib.contextmanager
    def locked(self) -> Iterator[None]:
        """Keep other processes from grading into this folder at the same time.

        Raises:
            GradingError: another one does so now.
        """
        try:
            import fcntl
        except ImportError:  # not on Windows, where there is no sandbox either
            yield
            return
        descriptor = os.open(self.path / _LOCK, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                raise GradingError(f"Another gradbook is at work in {self.path}. Wait until it has ended.") from None
            yield
        finally:
            os.close(descriptor)

    def page_of(self, learner: str, *, anonymous: bool = False) -> Path:
        """Return where a learner's page is; names that differ in case or signs only have pages of their own."""
        if anonymous:
            secret = hashlib.sha256(f"{self._salt} {learner}".encode()).hexdigest()[:_DIGITS]
            return self.path / ANONYMOUS / LEARNERS / f"{secret}.html"
        digest = hashlib.sha256(learner.encode()).hexdigest()[:_DIGITS]
        slug = re.sub(r"[^A-Za-z0-9.-]+", "-", learner)[:60].strip("-.")
        # What looks like a name with a digest could be that of another's page.
        plain = slug == learner == slug.lower() and not _DIGEST.search(slug)
        return self.path / LEARNERS / (f"{slug}.html" if plain else f"{slug or 'learner'}-{digest}.html")

    def pages(self) -> Iterator[Path]:
        """Yield the learners' pages that are there, and whatever else lies beside them by such a name."""
        for place in (self.path, self.path / ANONYMOUS):
            yield from sorted((place / LEARNERS).glob("*.html"))

    def _told(self) -> dict[str, str] | None:
        try:
            told = json.loads((self.path / MARKER).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
        return told if isinstance(told, dict) else None


def _bare(book: str) -> str:
    """Return an address without its user and password."""
    return re.sub(r"//[^/@]*@", "//", book)
