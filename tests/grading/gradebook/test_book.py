"""The gradebook: what is written stays, what stands now is the newest, on SQLite and on PostgreSQL."""

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DatabaseError

from gradbook.grading.errors import GradingError, GradingUsageError
from gradbook.grading.gradebook.book import Gradebook
from gradbook.grading.gradebook.records import (
    Detail,
    Finding,
    Grading,
    Learner,
    Mark,
    Picture,
    QuestionResult,
    clean,
    detail_json,
    read_detail,
)

THIRD = Fraction(1, 3)
ADA = Learner("ada", "Ada Lovelace")


def question(id: str = "q1", points: Fraction = THIRD, waits: bool = False) -> QuestionResult:
    finding = Finding("df/dw", "✗", "What is missing?", Fraction(0), THIRD, hints=("Look up.",), start=3, end=9)
    return QuestionResult(id, "A title", "written", points, Fraction(1), waits, "unread" if waits else "", (finding,))


def grading(*questions: QuestionResult, content: str = "c1", fingerprint: str = "f1", learner: str = "ada") -> Grading:
    return Grading(
        learner, "ada.zip", content, fingerprint, "graded", datetime(2023, 6, 2, 20, tzinfo=UTC), "the course site",
        0.0, Fraction(3, 4), "ns", 0.5, Detail(questions or (question(),), notes=("π is no ASCII",)),
    )  # fmt: skip


def by_hand(points: str, content: str = "c1", learner: str = "ada") -> Mark:
    return Mark(learner, "q1", Fraction(points), Fraction(1), False, "Grace", "read it", content)


def test_learners_come_2_before_10(address: str) -> None:
    with Gradebook(address, "a8") as book:
        book.enroll([Learner(id) for id in ("10", "2", "1")])
        assert [row.learner.id for row in book.rows()] == ["1", "2", "10"]


def test_a_detail_survives_the_way_through_json() -> None:
    detail = grading().detail
    assert read_detail(detail_json(detail)) == detail


def test_what_is_recorded_is_read_back_whole(address: str) -> None:
    with Gradebook(address, "a1") as book:
        book.enroll([ADA])
        book.record(grading(), [Picture("cell", "q1", "1.png", b"\x89PNG\x00")])
    with Gradebook(address, "a1") as book:
        row = book.row("ada")
        assert row is not None and row.grading is not None
        assert row.learner == ADA
        assert replace(row.grading, graded=None) == grading()
        assert (row.subtotal, row.total) == (THIRD, Fraction(1, 4))
        assert book.pictures("ada") == [Picture("cell", "q1", "1.png", b"\x89PNG\x00")]
        assert book.known("f1", row.grading.learner) == row.grading and book.known("f2", "a") is None


def test_a_mark_is_followed_and_never_replaced(address: str) -> None:
    with Gradebook(address, "a1") as book:
        book.enroll([ADA])
        book.record(grading(question(waits=True)))
        book.mark([by_hand("1")])
        row = book.row("ada")
        assert row is not None and row.marks["q1"].by == "Grace" and row.status == "graded"
        points = [(mark.by, mark.points) for mark in book.history("ada")]
        assert points == [("machine", THIRD), ("Grace", Fraction(1))]


def test_the_database_itself_refuses_to_change_a_mark(address: str) -> None:
    with Gradebook(address, "a1") as book:
        book.enroll([ADA])
        book.record(grading())
    engine = create_engine(
        address.replace("postgresql:", "postgresql+psycopg:") if ":" in address else f"sqlite:///{address}"
    )
    for change in ("UPDATE marks SET points = '1'", "DELETE FROM marks", "DELETE FROM gradings"):
        with pytest.raises(DatabaseError, match="only added to"), engine.begin() as connection:
            connection.execute(text(change))
    with engine.connect() as connection:
        assert connection.execute(text("SELECT points FROM current_marks")).scalar() == "1/3"
    engine.dispose()


def test_a_persons_mark_stands_when_the_same_hand_in_is_graded_again(address: str) -> None:
    with Gradebook(address, "a1") as book:
        book.enroll([ADA])
        book.record(grading(question(waits=True)))
        book.mark([by_hand("1")])
        book.record(grading(question(points=Fraction(0)), fingerprint="f2"))
        row = book.row("ada")
        assert row is not None and (row.marks["q1"].by, row.subtotal) == ("Grace", Fraction(1))


def test_a_persons_mark_for_an_earlier_hand_in_is_followed_by_one_that_waits(address: str) -> None:
    with Gradebook(address, "a1") as book:
        book.enroll([ADA])
        book.record(grading())
        book.mark([by_hand("1")])
        book.record(grading(content="c2", fingerprint="f2"))
        row = book.row("ada")
        assert row is not None and row.waits == ("q1",)
        assert row.marks["q1"].why == "Grace gave 1 for an earlier hand-in; look at this one"


def test_a_persons_mark_comes_back_with_the_hand_in_that_it_was_given_for(address: str) -> None:
    with Gradebook(address, "a1") as book:
        book.enroll([ADA])
        for content in ("c1", "c2", "c1"):
            book.record(grading(question(waits=True), content=content, fingerprint=content))
            if content == "c1" and not book.history("ada")[1:]:
                book.mark([by_hand("1")])
        row = book.row("ada")
        assert row is not None and not row.waits
        mark = row.marks["q1"]
        assert (mark.by, mark.points, mark.why, mark.content) == ("Grace", Fraction(1), "read it", "c1")


def test_where_the_machines_mark_was_given_back_that_comes_back(address: str) -> None:
    with Gradebook(address, "a1") as book:
        book.enroll([ADA])
        book.record(grading(question(waits=True)))
        book.mark([by_hand("1"), replace(by_hand("1/3"), by="machine")])
        book.record(grading(question(waits=True), content="c2", fingerprint="f2"))
        book.record(grading(question(waits=True)))
        row = book.row("ada")
        assert row is not None and (row.marks["q1"].by, row.waits) == ("machine", ("q1",))


def test_a_grading_that_does_not_count_gives_no_mark(address: str) -> None:
    with Gradebook(address, "a1") as book:
        book.enroll([ADA])
        book.record(grading())
        book.record(replace(grading(question(points=Fraction(0)), fingerprint="f2", content="c2"), counts=False))
        row = book.row("ada")
        assert row is not None and row.grading is not None
        assert (row.grading.fingerprint, row.subtotal) == ("f1", THIRD)
        assert len(book.history("ada")) == 1


def test_one_book_holds_many_assignments_and_absentees(address: str) -> None:
    with Gradebook(address, "a1") as first, Gradebook(address, "a2") as second:
        first.enroll([ADA, Learner("bob", "Bob")])
        second.enroll([ADA])
        first.record(grading())
        assert [(row.learner.id, row.status) for row in first.rows()] == [("ada", "graded"), ("bob", "absent")]
        assert [(row.learner.id, row.status) for row in second.rows()] == [("ada", "absent")]


def test_the_roster_knows_better_than_the_name_of_a_file(address: str) -> None:
    with Gradebook(address, "a1") as book:
        book.enroll([Learner("ada", "lovelaceada", on_roster=False)])
        book.enroll([Learner("ada", "Ada Lovelace", extension="2 days")])
        book.enroll([Learner("ada", "lovelaceada", on_roster=False)])
        assert book.learners()["ada"] == Learner("ada", "Ada Lovelace", extension="2 days")


def test_texts_of_learners_become_fit_for_any_database(address: str) -> None:
    hostile = clean("a\x00b\ud800c\x1b[31m\u202etxt")
    with Gradebook(address, "a1") as book:
        book.enroll([Learner("x", hostile)])
        assert book.learners()["x"].name == "ab?c[31mtxt"


def test_a_file_that_is_no_gradebook_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    other = tmp_path / "notes.db"
    other.write_text("my notes, which are long enough to be looked at as a database of some kind")
    with pytest.raises(GradingError, match="cannot be opened"):
        Gradebook(other, "a1")
    assert other.read_text().startswith("my notes")


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path / 'other.db'}")
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE marks (id INTEGER)"))
    engine.dispose()
    with pytest.raises(GradingError, match="another program"):
        Gradebook(tmp_path / "other.db", "a1")


@pytest.mark.parametrize("where", ["mysql://x/y", "postgresql://u@h:port/d", "://"])
def test_an_address_that_cannot_be_used_is_a_message(where: str) -> None:
    with pytest.raises(GradingUsageError, match="--book"):
        Gradebook(where, "a1")


def test_a_server_that_is_not_there_is_a_message_without_the_password(tmp_path: Path) -> None:
    with pytest.raises(GradingError) as caught:
        Gradebook(f"postgresql://u:secret@/d?host={tmp_path}", "a1")
    assert "secret" not in str(caught.value)


def test_a_kill_while_the_tables_are_made_leaves_nothing_half_made(tmp_path: Path) -> None:
    path = tmp_path / "g.db"
    code = (
        "import os, sys; from alembic import op; import gradbook.grading.gradebook.book as b\n"
        "create = op.create_index\n"
        "op.create_index = lambda *a, **k: os._exit(9)\n"
        f"b.Gradebook({str(path)!r}, 'a1')\n"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 9
    with Gradebook(path, "a1") as book:
        assert book.learners() == {}
