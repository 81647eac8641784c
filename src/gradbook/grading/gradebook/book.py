"""The gradebook: one database, in which every grading and every mark that was ever given stays."""

import contextlib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import asdict, fields, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Table, create_engine, event, insert, select, update
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, NoSuchModuleError, SQLAlchemyError

from gradbook.core.text.natural import natural
from gradbook.grading.errors import GradingError, GradingUsageError
from gradbook.grading.gradebook import tables
from gradbook.grading.gradebook.giver import giver_for_learner
from gradbook.grading.gradebook.records import (
    MACHINE,
    Grading,
    Learner,
    Mark,
    Picture,
    Row,
    detail_json,
    machine_mark,
    read_detail,
)

DEFAULT = "gradebook.db"
_MIGRATIONS = Path(__file__).parent / "migrations"
_BUSY_SECONDS = 30
_BATCH = 200


class Gradebook:
    """An open gradebook; close it, or use it in a `with`.

    Args:
        where: a SQLite file, which is made if it is absent, or an address such as postgresql://user@host/database.
        assignment: the assignment that all calls are about; one gradebook may hold many.

    Raises:
        GradingUsageError: the address cannot be understood, or its driver is not installed.
        GradingError: the database cannot be reached, or something else than a gradebook is there.
    """

    def __init__(self, where: str | Path, assignment: str) -> None:
        self.assignment = assignment
        self._engine = _engine(where)
        self._writing = self._engine.execution_options(writes=True)
        try:
            with self._writing.begin() as connection:
                _migrate(connection)
        except (SQLAlchemyError, OSError) as error:
            self._engine.dispose()
            raise GradingError(f"The gradebook {_shown(where)} cannot be opened: {_reason(error)}") from error

    def __enter__(self) -> "Gradebook":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    # -- writing ------------------------------------------------------------------------------------------------------

    def enroll(self, learners: Iterable[Learner]) -> None:
        """Write down who there is. Facts of the roster follow the roster; whose hand-in came first stays enrolled."""
        with self._writing.begin() as connection:
            for learner in learners:
                values = asdict(learner)
                table = tables.learners
                mine = (table.c.assignment == self.assignment) & (table.c.id == learner.id)
                known = connection.execute(select(table).where(mine)).mappings().first()
                if known is None:
                    connection.execute(insert(table).values(assignment=self.assignment, **values))
                elif learner.on_roster or not known["on_roster"]:
                    connection.execute(update(table).where(mine).values(**values))

    def record(self, grading: Grading, pictures: Iterable[Picture] = ()) -> None:
        """Write one grading with its pictures and, where it counts, its marks: all of it, or nothing.

        A person's mark stands where the same hand-in is graded again, also after another one in between. Where another
        one was handed in since, the machine's follows, and waits for a person.
        """
        now = datetime.now(UTC)
        with self._writing.begin() as connection:
            values = asdict(grading) | {
                "assignment": self.assignment,
                "detail": detail_json(grading.detail),
                "graded": grading.graded or now,
            }
            result = connection.execute(insert(tables.gradings).values(**values))
            number = result.inserted_primary_key[0] if result.inserted_primary_key else None
            rows = [asdict(picture) | {"grading": number, "place": n} for n, picture in enumerate(pictures)]
            if rows:
                connection.execute(insert(tables.pictures), rows)
            if grading.counts:
                before = self._marks(connection, grading.learner)
                for mark in _following(grading, before, self._marks_of(connection, grading)):
                    self._write_mark(connection, mark, now)

    def mark(self, marks: Iterable[Mark]) -> None:
        """Write marks that a person gave: all, or none."""
        now = datetime.now(UTC)
        with self._writing.begin() as connection:
            for mark in marks:
                self._write_mark(connection, mark, now)

    def follow(self, old: str, new: str) -> None:
        """Give a learner the marks by hand that were given under an earlier id; the earlier id's stay as they are."""
        now = datetime.now(UTC)
        with self._writing.begin() as connection:
            for mark in self._marks(connection, old).values():
                if mark.by != MACHINE:
                    self._write_mark(connection, replace(mark, learner=new), now)

    def _write_mark(self, connection: Connection, mark: Mark, now: datetime) -> None:
        values = asdict(mark) | {"assignment": self.assignment, "at": mark.at or now}
        connection.execute(insert(tables.marks).values(**values))

    # -- reading ------------------------------------------------------------------------------------------------------

    def learners(self) -> dict[str, Learner]:
        """Return all learners by id."""
        table = tables.learners
        query = select(table).where(table.c.assignment == self.assignment).order_by(table.c.id)
        with self._engine.connect() as connection:
            return {row["id"]: _learner(row) for row in connection.execute(query).mappings()}

    def known(self, fingerprint: str, learner: str) -> Grading | None:
        """Return a grading with this fingerprint, so that nothing is graded twice.

        The learner's own newest one goes first, then the oldest of all: whoever handed the same files in later copied.
        """
        table = tables.gradings
        query = select(table).where(table.c.assignment == self.assignment, table.c.fingerprint == fingerprint)
        own = query.where(table.c.learner == learner).order_by(table.c.number.desc())
        with self._engine.connect() as connection:
            row = connection.execute(own.limit(1)).mappings().first()
            row = row or connection.execute(query.order_by(table.c.number).limit(1)).mappings().first()
        return None if row is None else _grading(row)

    def first(self, fingerprint: str) -> str:
        """Return the id of whose hand-in had this fingerprint first; "" for nobody."""
        table = tables.gradings
        query = select(table.c.learner).where(table.c.assignment == self.assignment, table.c.fingerprint == fingerprint)
        with self._engine.connect() as connection:
            return connection.execute(query.order_by(table.c.number).limit(1)).scalar() or ""

    def row(self, learner: str) -> Row | None:
        """Return one learner's line; None for a learner that the book does not know."""
        return next(self._rows([learner]), None)

    def rows(self, only: Collection[str] | None = None) -> Iterator[Row]:
        """Yield every learner's line, or only those of these ids, 2 before 10, a few in memory at a time."""
        ids = sorted((id for id in self.learners() if only is None or id in only), key=natural)
        for start in range(0, len(ids), _BATCH):
            yield from self._rows(ids[start : start + _BATCH])

    def history(self, learner: str) -> list[Mark]:
        """Return every mark that a learner ever got, the oldest first."""
        table = tables.marks
        query = select(table).where(table.c.assignment == self.assignment, table.c.learner == learner)
        with self._engine.connect() as connection:
            return [_mark(row) for row in connection.execute(query.order_by(table.c.number)).mappings()]

    def pictures(self, learner: str) -> list[Picture]:
        """Return the pictures of the hand-in that counts."""
        now, table = tables.current_gradings, tables.pictures
        query = (
            select(table)
            .join(now, now.c.number == table.c.grading)
            .where(now.c.assignment == self.assignment, now.c.learner == learner)
            .order_by(table.c.place)
        )
        with self._engine.connect() as connection:
            return [
                Picture(r["kind"], r["question"], r["name"], r["data"]) for r in connection.execute(query).mappings()
            ]

    def pictures_of(self, fingerprint: str) -> list[Picture]:
        """Return the pictures of the newest grading with this fingerprint."""
        table, known = tables.pictures, tables.gradings
        newest = (
            select(known.c.number)
            .where(known.c.assignment == self.assignment, known.c.fingerprint == fingerprint)
            .order_by(known.c.number.desc())
            .limit(1)
            .scalar_subquery()
        )
        query = select(table).where(table.c.grading == newest).order_by(table.c.place)
        with self._engine.connect() as connection:
            return [
                Picture(r["kind"], r["question"], r["name"], r["data"]) for r in connection.execute(query).mappings()
            ]

    def _rows(self, ids: list[str]) -> Iterator[Row]:
        who, now, given = tables.learners, tables.current_gradings, tables.current_marks
        with self._engine.connect() as connection:

            def about(table: Table, column: str) -> Any:
                query = select(table).where(table.c.assignment == self.assignment, table.c[column].in_(ids))
                return connection.execute(query).mappings()

            learners = {row["id"]: _learner(row) for row in about(who, "id")}
            graded = {row["learner"]: _grading(row) for row in about(now, "learner")}
            marks: dict[str, dict[str, Mark]] = {}
            for row in about(given, "learner"):
                marks.setdefault(row["learner"], {})[row["question"]] = _mark(row)
        for id in ids:
            if id in learners:
                grading = graded.get(id)
                asked = [question.id for question in grading.detail.questions] if grading else []
                mine = marks.get(id, {})
                order = [*asked, *sorted(mine.keys() - set(asked))]
                yield Row(learners[id], grading, {name: mine[name] for name in order if name in mine})

    def _marks(self, connection: Connection, learner: str) -> dict[str, Mark]:
        table = tables.current_marks
        query = select(table).where(table.c.assignment == self.assignment, table.c.learner == learner)
        return {row["question"]: _mark(row) for row in connection.execute(query).mappings()}

    def _marks_of(self, connection: Connection, grading: Grading) -> dict[str, Mark]:
        """Return what a learner's questions had last for this very hand-in, whatever was handed in since."""
        table = tables.marks
        query = select(table).where(
            table.c.assignment == self.assignment,
            table.c.learner == grading.learner,
            table.c.content == grading.content,
        )
        return {row["question"]: _mark(row) for row in connection.execute(query.order_by(table.c.number)).mappings()}


def _following(grading: Grading, before: dict[str, Mark], had: dict[str, Mark]) -> Iterator[Mark]:
    """Yield the marks that a grading changes.

    Args:
        grading: what was found now.
        before: what stands, by question.
        had: what stood last for the same hand-in.
    """
    for question in grading.detail.questions:
        now = machine_mark(grading, question)
        earlier, last = before.get(question.id), had.get(question.id)
        if earlier is None:
            yield now
        elif earlier.content != grading.content and last is not None and last.by != MACHINE:
            yield replace(last, at=None)
        elif earlier.by == MACHINE:
            if _said(earlier) != _said(now):
                yield now
        elif earlier.content != grading.content:
            who = giver_for_learner(earlier.by, "a person")
            gave = f"{who} gave {float(earlier.points):g} for an earlier hand-in; look at this one"
            yield Mark(now.learner, now.question, now.points, now.of, True, MACHINE, gave, now.content)


def _said(mark: Mark) -> tuple[object, ...]:
    return mark.points, mark.of, mark.waits, mark.why, mark.content


def _engine(where: str | Path) -> Engine:
    text = str(where)
    if "://" not in text:
        path = Path(text)
        if path.is_dir():
            raise GradingUsageError(f"{path} is a folder. Name the gradebook in it too: --book {path / DEFAULT}")
        path.parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": _BUSY_SECONDS})
        event.listen(engine, "connect", _sqlite_safely)
        event.listen(engine, "begin", _sqlite_begin)
        return engine
    if text.startswith(("postgres://", "postgresql://")):  # the driver that the extra `postgres` brings
        text = "postgresql+psycopg://" + text.partition("://")[2]
    try:
        url = make_url(text)
        if url.get_backend_name() not in ("postgresql", "sqlite"):
            raise GradingUsageError(f"--book knows SQLite and PostgreSQL, not {url.get_backend_name()}.")
        return create_engine(url, pool_pre_ping=True)
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        raise GradingUsageError("--book takes a file, or an address: postgresql://user@host/database") from error
    except ModuleNotFoundError as error:
        raise GradingUsageError(
            f"A PostgreSQL gradebook needs the package {error.name}: pip install 'gradbook[postgres]'"
        ) from error


def _sqlite_safely(connection: Any, _: object) -> None:
    connection.isolation_level = None  # we begin ourselves: Python would leave CREATE TABLE out of the transaction
    # WAL survives a kill at any moment, and lets a page be made while grading goes on.
    with contextlib.closing(connection.cursor()) as cursor:
        cursor.execute("PRAGMA journal_mode=WAL")
        cursor.execute("PRAGMA synchronous=NORMAL")
        cursor.execute("PRAGMA foreign_keys=ON")


def _sqlite_begin(connection: Connection) -> None:
    # Who is going to write says so at once, and waits its turn; a reader that turned writer could only fail.
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _migrate(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.runtime.migration import MigrationContext
    from alembic.script import ScriptDirectory
    from sqlalchemy import inspect

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    steps = ScriptDirectory.from_config(config)
    now = MigrationContext.configure(connection).get_current_revision()
    if now == steps.get_current_head():
        return
    if now is None and {"marks", "learners", "gradings"} & set(inspect(connection).get_table_names()):
        raise GradingError("The database holds tables of another program. Give the gradebook a database of its own.")
    if now is not None and now not in {step.revision for step in steps.walk_revisions()}:
        raise GradingError(f"The gradebook was made by a newer Gradbook (its tables are {now}). Update this one.")
    command.upgrade(config, "head")


def _learner(row: Any) -> Learner:
    return Learner(**{part.name: row[part.name] for part in fields(Learner)})


def _grading(row: Any) -> Grading:
    values = {part.name: row[part.name] for part in fields(Grading)}
    return Grading(**values | {"detail": read_detail(row["detail"])})


def _mark(row: Any) -> Mark:
    return Mark(**{part.name: row[part.name] for part in fields(Mark)})


def _shown(where: str | Path) -> str:
    """Return an address without its password."""
    try:
        return make_url(str(where)).render_as_string() if "://" in str(where) else str(where)
    except ArgumentError:
        return "(its address)"


def _reason(error: Exception) -> str:
    origin = error.orig if isinstance(error, DatabaseError) else error
    lines = str(origin).strip().splitlines() or [type(error).__name__]
    hint = " Is it a gradebook?" if "not a database" in lines[0] else ""
    return f"{lines[0]}.{hint}"
