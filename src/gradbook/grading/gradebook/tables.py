"""The tables of a gradebook. Gradings and marks are only ever added to; what stands now is a view of the newest."""

from datetime import UTC, datetime
from fractions import Fraction
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
)

metadata = MetaData()


class Moment(TypeDecorator[datetime]):
    """A moment in UTC; SQLite, which knows no zones, stores it without one."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """To the database."""
        if value is None:
            return None
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        """From the database."""
        if value is None:
            return None
        found: datetime = value
        return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)


class Exact(TypeDecorator[Fraction]):
    """A fraction, as "3/10": a sum of thirds is a whole."""

    impl = String(64)
    cache_ok = True

    def process_bind_param(self, value: Fraction | None, dialect: Dialect) -> str | None:
        """To the database."""
        return None if value is None else str(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> Fraction | None:
        """From the database."""
        return None if value is None else Fraction(value)


learners = Table(
    "learners",
    metadata,
    Column("assignment", String(200), primary_key=True),
    Column("id", String(200), primary_key=True),
    Column("name", String(400), nullable=False),
    Column("alias", String(400), nullable=False),
    Column("variant", String(200), nullable=False),
    Column("extension", String(100), nullable=False),
    Column("email", String(400), nullable=False),
    Column("on_roster", Boolean, nullable=False),
)
gradings = Table(
    "gradings",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("assignment", String(200), nullable=False),
    Column("learner", String(200), nullable=False),
    Column("source", Text, nullable=False),
    Column("content", String(64), nullable=False),
    Column("fingerprint", String(64), nullable=False),
    Column("status", String(20), nullable=False),
    Column("handed_in", Moment),
    Column("time_source", String(100), nullable=False),
    Column("late", Float, nullable=False),
    Column("credit", Exact, nullable=False),
    Column("isolation", String(100), nullable=False),
    Column("seconds", Float, nullable=False),
    Column("detail", Text, nullable=False),
    Column("counts", Boolean, nullable=False),
    Column("graded", Moment, nullable=False),
    Index("gradings_of", "assignment", "learner"),
    Index("gradings_known", "assignment", "fingerprint"),
)
marks = Table(
    "marks",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("assignment", String(200), nullable=False),
    Column("learner", String(200), nullable=False),
    Column("question", String(64), nullable=False),
    Column("points", Exact, nullable=False),
    Column("of", Exact, nullable=False),
    Column("waits", Boolean, nullable=False),
    Column("by", String(200), nullable=False),
    Column("why", Text, nullable=False),
    Column("content", String(64), nullable=False),
    Column("at", Moment, nullable=False),
    Index("marks_of", "assignment", "learner", "question"),
)
pictures = Table(
    "pictures",
    metadata,
    Column("grading", Integer, ForeignKey("gradings.number"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("kind", String(20), nullable=False),
    Column("question", String(64), nullable=False),
    Column("name", String(400), nullable=False),
    Column("data", LargeBinary, nullable=False),
)

# What stands now. They are views in the database (made by a migration), so that other programs can read them too.
views = MetaData()
current_gradings = Table("current_gradings", views, *(Column(column.name, column.type) for column in gradings.columns))
current_marks = Table("current_marks", views, *(Column(column.name, column.type) for column in marks.columns))
