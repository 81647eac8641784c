"""The first tables, the views of what stands now, and the triggers that keep gradings and marks as they were written.

The tables are spelled out here rather than taken from `tables.py`: a migration stays as it is when the tables go on.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_KEPT = ("gradings", "marks", "pictures")
_NEWEST = {
    "current_gradings": (
        "SELECT * FROM gradings WHERE number IN "
        "(SELECT MAX(number) FROM gradings WHERE counts GROUP BY assignment, learner)"
    ),
    "current_marks": (
        "SELECT * FROM marks WHERE number IN (SELECT MAX(number) FROM marks GROUP BY assignment, learner, question)"
    ),
}


def upgrade() -> None:
    """Make everything."""
    moment = sa.DateTime(timezone=True)
    op.create_table(
        "learners",
        sa.Column("assignment", sa.String(200), primary_key=True),
        sa.Column("id", sa.String(200), primary_key=True),
        sa.Column("name", sa.String(400), nullable=False),
        sa.Column("alias", sa.String(400), nullable=False),
        sa.Column("variant", sa.String(200), nullable=False),
        sa.Column("extension", sa.String(100), nullable=False),
        sa.Column("email", sa.String(400), nullable=False),
        sa.Column("on_roster", sa.Boolean, nullable=False),
    )
    op.create_table(
        "gradings",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("assignment", sa.String(200), nullable=False),
        sa.Column("learner", sa.String(200), nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("content", sa.String(64), nullable=False),
        sa.Column("fingerprint", sa.String(64), nullable=False),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("handed_in", moment),
        sa.Column("time_source", sa.String(100), nullable=False),
        sa.Column("late", sa.Float, nullable=False),
        sa.Column("credit", sa.String(64), nullable=False),
        sa.Column("isolation", sa.String(100), nullable=False),
        sa.Column("seconds", sa.Float, nullable=False),
        sa.Column("detail", sa.Text, nullable=False),
        sa.Column("counts", sa.Boolean, nullable=False),
        sa.Column("graded", moment, nullable=False),
    )
    op.create_index("gradings_of", "gradings", ["assignment", "learner"])
    op.create_index("gradings_known", "gradings", ["assignment", "fingerprint"])
    op.create_table(
        "marks",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("assignment", sa.String(200), nullable=False),
        sa.Column("learner", sa.String(200), nullable=False),
        sa.Column("question", sa.String(64), nullable=False),
        sa.Column("points", sa.String(64), nullable=False),
        sa.Column("of", sa.String(64), nullable=False),
        sa.Column("waits", sa.Boolean, nullable=False),
        sa.Column("by", sa.String(200), nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("content", sa.String(64), nullable=False),
        sa.Column("at", moment, nullable=False),
    )
    op.create_index("marks_of", "marks", ["assignment", "learner", "question"])
    op.create_table(
        "pictures",
        sa.Column("grading", sa.Integer, sa.ForeignKey("gradings.number"), primary_key=True),
        sa.Column("place", sa.Integer, primary_key=True),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("question", sa.String(64), nullable=False),
        sa.Column("name", sa.String(400), nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
    )
    for name, query in _NEWEST.items():
        op.execute(f"CREATE VIEW {name} AS {query}")
    for table in _KEPT:
        _keep(table, op.get_bind().dialect.name)


def _keep(table: str, dialect: str) -> None:
    """Refuse to change or delete a row: what follows it is a new row."""
    words = f"the table {table} is only added to"
    if dialect == "postgresql":
        op.execute(
            f"CREATE FUNCTION keep_{table}() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{words}'; END $$"
        )
        op.execute(
            f"CREATE TRIGGER keep_{table} BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW "
            f"EXECUTE FUNCTION keep_{table}()"
        )
        return
    for action in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER keep_{table}_{action.lower()} BEFORE {action} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{words}'); END"
        )
