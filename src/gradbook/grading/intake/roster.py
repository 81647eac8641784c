"""The roster: who there is. Our own columns, or those of a table that Canvas, Moodle or Gradescope exports."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from gradbook.core.text.suggest import nearest
from gradbook.grading.errors import GradingUsageError
from gradbook.grading.gradebook.records import Learner, clean, label
from gradbook.grading.intake.names import Named, squashed
from gradbook.grading.intake.sites.canvas_gradebook import COLUMNS, CanvasGradebook, assignments_of, is_canvas
from gradbook.grading.intake.sites.times import site_time
from gradbook.grading.late import read_extension

# For each of our columns what others call it, the best first.
_COLUMNS = {
    "id": ("id", "sid", "student id", "id number", "identifier", "username", "sis user id", "email address", "email"),
    "name": ("name", "full name", "student", "student name", "vollständiger name"),
    "first": ("first name", "firstname"),
    "last": ("last name", "surname", "lastname"),
    "alias": ("alias",),
    "variant": ("variant",),
    "extension": ("extension",),
    "email": ("email", "email address", "e-mail-adresse"),
    "time": ("time", "last modified (submission)", "submission time", "handed in", "zuletzt geändert (abgabe)"),
}
# These tell a learner as well, beside the one that became the id.
_ALSO = ("identifier", "sis user id", "sis login id", "username", "id number", "sid", "email", "email address")
# Without these a learner's marks are others: a column that is called nearly so is no column of a site's.
_DECISIVE = ("alias", "variant", "extension", "time")
_ALIKE = 0.8  # extention is like extension, and sections is not
_MAX_BYTES = 20 << 20


@dataclass(frozen=True)
class Roster:
    """All learners of a course.

    Attributes:
        learners: by id.
        times: when each handed in, by id, as the course site's table says; a time may lack its zone.
        canvas: what Canvas's own table says, where it is one.
    """

    learners: Mapping[str, Learner]
    times: Mapping[str, datetime] = field(default_factory=dict)
    _known: Mapping[str, str | None] = field(default_factory=dict)
    canvas: CanvasGradebook | None = None

    def find(self, named: Named) -> Learner | None:
        """Return whom a name means: by id, else by alias or name, where only one is called so."""
        for said in (named.id, named.name):
            if said in self.learners:
                return self.learners[said]
            id = self._known.get(squashed(said)) if said else None
            if id is not None:
                return self.learners[id]
        return None


def read_roster(path: Path) -> Roster:
    """Read a roster.

    Raises:
        GradingUsageError: it cannot be read, has no column that tells learners apart or one whose name is misspelt, one
            of them is twice in it, or a time or an extension makes no sense.
    """
    rows = list(read_table(path))
    header = rows[0].keys() if rows else ()
    chosen = {ours: next((name for name in names if name in header), None) for ours, names in _COLUMNS.items()}
    if chosen["id"] is None and chosen["name"] is None:
        seen = ", ".join(header) or "nothing"
        raise GradingUsageError(f"{path} needs a column id or name in its first line; it has {seen}.")
    _require_known(path, [ours for ours in _DECISIVE if chosen[ours] is None], header)
    titles = read_header(path)
    canvas: dict[str, list[str]] | None = {} if is_canvas(titles) else None
    learners: dict[str, Learner] = {}
    times: dict[str, datetime] = {}
    for number, row in enumerate(rows, start=2):

        def cell(ours: str, row: Mapping[str, str] = row) -> str:
            column = chosen[ours]
            return label(row.get(column, ""), 400) if column else ""

        name = cell("name") or " ".join(part for part in (cell("first"), cell("last")) if part)
        id = _bare(cell("id")) or name
        if not id or name.strip().casefold() == "points possible":
            continue  # an empty line, or Canvas's line of points
        if canvas is not None and squashed(name) == "studenttest":
            continue  # nobody: Canvas's own "Student, Test"
        if id in learners:
            raise GradingUsageError(f"{path}, line {number}: {id} is there twice. Each learner needs an id of her own.")
        also = [way for column in _ALSO if (way := _bare(label(row.get(column, "")))) and way != id]
        alias = ";".join(dict.fromkeys(part for part in (*cell("alias").split(";"), *also) if part))
        learners[id] = Learner(
            id[:200], name, alias[:400], cell("variant")[:200], cell("extension")[:100], cell("email")
        )
        if canvas is not None:
            canvas[learners[id].id] = [row.get(column.casefold(), "") for column in COLUMNS]
        try:
            read_extension(cell("extension"))
        except GradingUsageError as error:
            raise GradingUsageError(f"{path}, line {number}, column {chosen['extension']}: {error}") from error
        try:
            time = site_time(cell("time"))
        except ValueError as error:
            said = f"the time {cell('time')[:60]!r} cannot be read: {error}"
            raise GradingUsageError(f"{path}, line {number}, column {chosen['time']}: {said}") from error
        if time is not None:
            times[id] = time
    if not learners:
        raise GradingUsageError(f"{path} names nobody: give a line with column names, and one a learner.")
    whole = None if canvas is None else CanvasGradebook(canvas, assignments_of(titles))
    return Roster(learners, times, _index(learners.values()), whole)


def read_table(path: Path) -> Iterable[dict[str, str]]:
    """Yield the rows of a CSV by their column's name in small letters, whatever separates them.

    Raises:
        GradingUsageError: it cannot be read.
    """
    reader = _reader(path)
    try:
        header = [clean(name).strip().casefold() for name in next(reader, [])]
        for row in reader:
            yield {name: clean(value).strip() for name, value in zip(header, row, strict=False)}
    except csv.Error as error:
        raise GradingUsageError(f"{path} is not a table of commas ({error}).") from error


def read_header(path: Path) -> list[str]:
    """Return the names of a CSV's columns as they are written.

    Raises:
        GradingUsageError: it cannot be read.
    """
    try:
        return [clean(name).strip() for name in next(_reader(path), [])]
    except csv.Error as error:
        raise GradingUsageError(f"{path} is not a table of commas ({error}).") from error


def _reader(path: Path) -> Iterator[list[str]]:
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise GradingUsageError(f"{path} is larger than {_MAX_BYTES >> 20} MiB.")
        data = path.read_bytes()
    except OSError as error:
        reason = "it is a folder" if path.is_dir() else str(error.strerror) if path.exists() else "it is not there"
        raise GradingUsageError(f"{path} cannot be read: {reason}. Name a table (CSV).") from error
    text = _decoded(data)
    first = text.partition("\n")[0]
    separator = max(",;\t", key=first.count)
    return csv.reader(io.StringIO(text.replace("\0", ""), newline=""), delimiter=separator)


def _require_known(path: Path, absent: Iterable[str], header: Iterable[str]) -> None:
    """Refuse a column that has nearly the name of one of ours that is not there."""
    wanted = list(absent)
    for name in header:
        if meant := nearest(name, wanted, _ALIKE):
            raise GradingUsageError(
                f"{path}: the column {name} is not known; did you mean {meant}? Call it so, or, where it is something "
                "else, by another name."
            )


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _bare(id: str) -> str:
    """Return an id without what Moodle writes before it."""
    return re.sub(r"^(Participant|Teilnehmer/in)\s*(?=\d+$)", "", id)


def _index(learners: Iterable[Learner]) -> dict[str, str | None]:
    """Return ids by every other way to name a learner; None where two are called so."""
    known: dict[str, str | None] = {}
    for learner in learners:
        words = learner.name.replace(",", " ").split()
        ways = {learner.id, learner.name, *learner.alias.split(";"), learner.email.partition("@")[0], learner.email}
        if len(words) > 1:
            ways |= {"".join([*words[1:], words[0]]), "".join([words[-1], *words[:-1]])}
        for way in {squashed(way) for way in ways} - {""}:
            known[way] = learner.id if way not in known or known[way] == learner.id else None
    return known
