"""A class, graded: known marks, nothing run twice, nothing lost, nothing overwritten."""

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from tests.grading.small import DUE, RECORD, RIGHT, InProcess, make_assignment, notebook, submitted, zipped

from gradbook.assignment.checking.grading_session import GradingSession
from gradbook.assignment.definition import Assignment, load_assignment
from gradbook.assignment.running.exports import CellRun
from gradbook.assignment.running.runner import Job, Limits, Outcome
from gradbook.grading.batch import Counts
from gradbook.grading.errors import GradingError, GradingUsageError
from gradbook.grading.folder import GradesFolder
from gradbook.grading.gradebook.records import Row
from gradbook.grading.intake.given import Keep
from gradbook.grading.marking import give
from gradbook.grading.run import ClassGraded, grade_class
from gradbook.grading.spreadsheets import site_csv


@pytest.fixture
def teacher(tmp_path: Path) -> Assignment:
    return make_assignment(tmp_path / "a1")


@pytest.fixture
def hand_ins(tmp_path: Path) -> Path:
    """A small class, all in time by their receipts."""
    folder = tmp_path / "class"
    folder.mkdir()

    def hand_in(name: str, book: bytes, hours: float = -1, **files: bytes) -> None:
        from datetime import timedelta

        inside = {"A1.ipynb": book, "record.txt": RECORD, **files}
        (folder / f"{name}.zip").write_bytes(submitted(inside, DUE + timedelta(hours=hours)))

    hand_in("ada", notebook())
    hand_in("bob", notebook({"q1": "$q = 10$"}, size="784"))
    hand_in("eve", notebook({}, size="..."))
    hand_in("kim", notebook(), hours=2)
    hand_in("lee", b"not json")
    return folder


class Class:
    """Grades with a runner that counts."""

    def __init__(self, assignment: Assignment, hand_ins: Path, out: Path) -> None:
        self.assignment, self.hand_ins, self.out = assignment, hand_ins, out
        self.runner = InProcess()

    def grade(self, **options: Any) -> ClassGraded:
        self.runner = InProcess()
        make: Callable[[Any], InProcess] = options.pop("runner", lambda private: self.runner)
        return grade_class([self.hand_ins], self.assignment, self.out, make, **options)

    def rows(self) -> dict[str, Row]:
        with GradesFolder(self.out).open_book() as book:
            return {row.learner.id: row for row in book.rows()}

    def stand(self) -> dict[str, object]:
        """What stands in the gradebook, without the times at which it was written."""
        return {
            id: (row.status, row.total, row.grading and (row.grading.source, row.grading.late, row.grading.credit),
                 [(m.question, m.points, m.waits, m.by, m.why) for m in row.marks.values()])
            for id, row in self.rows().items()
        }  # fmt: skip


@pytest.fixture
def course(teacher: Assignment, hand_ins: Path, tmp_path: Path) -> Class:
    return Class(teacher, hand_ins, tmp_path / "grades")


def test_the_marks_of_a_class_are_those_that_it_deserves(course: Class) -> None:
    graded = course.grade()
    rows = course.rows()
    assert {id: (row.status, row.subtotal, row.credit) for id, row in rows.items()} == {
        "ada": ("provisional", Fraction(3), 1),  # the manual question waits
        "bob": ("graded", Fraction(9, 4), 1),
        "eve": ("graded", Fraction(1), 1),  # the quiz alone
        "kim": ("provisional", Fraction(3), Fraction(3, 4)),
        "lee": ("failed", Fraction(0), 1),
    }
    assert rows["kim"].total == Fraction(9, 4)
    counts = graded.counts
    assert (counts.total, counts.done, counts.failed, counts.late, counts.for_a_person) == (5, 5, 1, 1, 3)
    grading = rows["lee"].grading
    assert grading is not None and grading.status == "failed"
    assert "not a notebook" in grading.detail.notes[0]


def test_hidden_checks_and_the_quizs_key_count(course: Class, hand_ins: Path) -> None:
    (hand_ins / "ada.zip").write_bytes(
        submitted({"A1.ipynb": notebook(size="783"), "record.txt": b'k1\t"b"\nk2\t"a"\n'}, DUE)
    )
    course.grade()
    marks = course.rows()["ada"].marks
    assert (marks["q3"].points, marks["q4"].points) == (Fraction(1, 2), Fraction(1, 2))


def test_nothing_is_run_twice_and_what_is_new_or_changed_is(course: Class, hand_ins: Path) -> None:
    course.grade()
    before = course.stand()
    assert course.runner.ran == 4
    again = course.grade()
    assert (course.runner.ran, again.counts.known, course.stand()) == (0, 5, before)
    (hand_ins / "eve.zip").write_bytes(submitted({"A1.ipynb": notebook()}, DUE))
    (hand_ins / "new.zip").write_bytes(submitted({"A1.ipynb": notebook(size="3")}, DUE))
    course.grade()
    assert course.runner.ran == 2


def test_a_notebook_is_opened_once_whether_it_is_known_or_not(course: Class, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[object] = []
    really = GradingSession.open
    monkeypatch.setattr(GradingSession, "open", lambda self, book: opened.append(book) or really(self, book))
    course.grade()
    assert len(opened) == 4  # of five, as one is no notebook
    course.grade()
    assert len(opened) == 8


def test_changed_checks_are_run_on_everything_and_the_difference_is_told(course: Class, tmp_path: Path) -> None:
    course.grade()
    checks = tmp_path / "a1" / "checks.py"
    checks.write_text(checks.read_text().replace("784", "785"))
    course.assignment = load_assignment(tmp_path / "a1")
    graded = course.grade()
    assert course.runner.ran == 4
    changes = {(one.learner, one.question, one.before, one.after) for one in graded.changes}
    assert changes == {(who, "q3", "1", "0.5") for who in ("ada", "bob", "kim")}
    table = list(csv.reader(io.StringIO((course.out / "changes.csv").read_text())))
    assert table[0] == ["id", "question", "before", "after"] and len(table) == 4
    course.grade()
    assert not (course.out / "changes.csv").exists()  # they were those of the run before


@pytest.mark.parametrize(("cell", "wall"), [(6, 300), (5, 600)])
def test_what_was_stopped_at_a_limit_is_run_again_with_a_larger_one(course: Class, cell: int, wall: int) -> None:
    class Slow(InProcess):
        def run(self, job: Job, limits: Limits = Limits()) -> Outcome:  # noqa: B008
            outcome = super().run(job, limits)
            slow = self.ran == 2  # alone, it comes to its end
            cells = (CellRun(0, "", "timeout" if slow else "ok", limits.cell if slow else 1.0),)
            seconds = limits.cell if slow else 9.0  # longer than a cell may take, all together, is no fault
            return replace(outcome, exports=replace(outcome.exports, cells=cells), seconds=seconds)

    def ran(cell: float, wall: float = 300.0) -> int:
        runner = Slow()
        course.grade(runner=lambda private: runner, limit=cell, total=wall)
        return runner.ran

    assert [ran(5), ran(5), ran(4), ran(5, 200)] == [4, 0, 0, 0]
    assert [ran(cell, wall), ran(cell, wall), ran(60, 600)] == [1, 0, 0]


def test_regrade_runs_all_again_and_changes_nothing(course: Class) -> None:
    course.grade()
    before = course.stand()
    graded = course.grade(regrade=True)
    assert (course.runner.ran, graded.changes, course.stand()) == (4, (), before)


def test_the_same_files_meet_the_same_inputs_each_time_and_nobody_can_foresee_them(
    course: Class, tmp_path: Path
) -> None:
    def seeds() -> dict[str, int]:
        return {id: row.grading.detail.seed for id, row in course.rows().items() if row.grading and not row.failed}

    course.grade()
    first = seeds()
    course.grade(regrade=True)
    assert seeds() == first
    assert first["ada"] != first["bob"]
    course.out = tmp_path / "other"
    course.grade()
    assert first["ada"] not in seeds().values()  # it comes from the folder's secret, not from the files alone


def test_a_check_that_fails_itself_waits_for_a_person_and_only_the_teacher_is_told_how(
    course: Class, tmp_path: Path
) -> None:
    checks = tmp_path / "a1" / "checks.py"
    checks.write_text(checks.read_text().replace('exports.number("size") == 784', '[] + exports.number("size")'))
    course.assignment = load_assignment(tmp_path / "a1")
    course.grade()
    mark = course.rows()["ada"].marks["q3"]
    assert (mark.points, mark.waits) == (Fraction(1, 2), True)
    page = (course.out / "learners" / "ada.html").read_text()
    assert "This check came to no verdict" in page
    assert "can only concatenate" not in page
    assert "TypeError: can only concatenate" in (course.out / "class.html").read_text()


class Stopped(BaseException):
    """As Ctrl-C is."""


def test_stopped_after_any_hand_in_it_goes_on_to_the_same_gradebook(course: Class, tmp_path: Path) -> None:
    course.grade()
    whole = course.stand()
    for stop in range(1, 5):
        course.out = tmp_path / f"grades-{stop}"

        def stopping(counts: Counts, stop: int = stop) -> None:
            if counts.done == stop:
                raise Stopped

        with pytest.raises(Stopped):
            course.grade(progress=stopping)
        graded = course.grade()
        assert course.stand() == whole
        assert graded.counts.known == stop


def test_an_extension_that_is_granted_later_costs_no_new_run(course: Class, tmp_path: Path) -> None:
    course.grade()
    roster = tmp_path / "roster.csv"
    roster.write_text("id,name,extension\nkim,Kim,1 day\nada,Ada,\nzoe,Zoë,\n")
    graded = course.grade(roster=roster)
    rows = course.rows()
    assert course.runner.ran == 0
    assert (rows["kim"].total, rows["kim"].learner.name) == (Fraction(3), "Kim")
    assert [learner.id for learner in graded.absent] == ["zoe"]
    assert rows["zoe"].status == "absent"


def test_an_extension_that_cannot_be_read_is_said_before_anything_is_run(course: Class, tmp_path: Path) -> None:
    roster = tmp_path / "roster.csv"
    roster.write_text("id,extension\nkim,soon\n")
    with pytest.raises(GradingUsageError, match="extension 'soon'"):
        course.grade(roster=roster)
    assert course.runner.ran == 0


@pytest.mark.parametrize(("keep", "total"), [(Keep.LAST, "1"), (Keep.FIRST, "2"), (Keep.BEST, "3")])
def test_of_several_hand_ins_the_one_asked_for_counts(course: Class, hand_ins: Path, keep: Keep, total: str) -> None:
    from datetime import timedelta

    books = (notebook({}, "784"), notebook(), notebook({}, "..."))
    (hand_ins / "ada.zip").unlink()
    (hand_ins / "ada").mkdir()
    for number, book in enumerate(books):
        data = submitted({"A1.ipynb": book, "record.txt": RECORD}, DUE - timedelta(hours=3 - number))
        (hand_ins / "ada" / f"{number}.zip").write_bytes(data)
    course.grade(keep=keep)
    assert course.rows()["ada"].subtotal == Fraction(total)
    stand = course.stand()
    course.grade(keep=keep)
    assert (course.runner.ran, course.stand()) == (0, stand)


def test_the_same_files_by_another_learner_are_said_and_not_run_twice(course: Class, hand_ins: Path) -> None:
    course.grade()
    (hand_ins / "zed.zip").write_bytes((hand_ins / "ada.zip").read_bytes())
    course.grade()
    grading = course.rows()["zed"].grading
    assert course.runner.ran == 0
    assert grading is not None and grading.detail.teacher == ("The same files were handed in as ada's.",)


def test_notes_of_a_run_do_not_outlive_it(course: Class, hand_ins: Path, tmp_path: Path) -> None:
    def notes() -> str:
        grading = course.rows()["ada"].grading
        assert grading is not None
        return " ".join(grading.detail.notes)

    (hand_ins / "ada").mkdir()
    (hand_ins / "ada" / "again.zip").write_bytes(submitted({"A1.ipynb": notebook(size="1")}, DUE))
    roster = tmp_path / "roster.csv"
    roster.write_text("id\nbob\n")
    course.grade(roster=roster, keep=Keep.FIRST)
    assert "The roster has nobody of this name" in notes() and "The first of 2 hand-ins" in notes()
    roster.write_text("id\nbob\nada\n")
    course.grade(roster=roster, keep=Keep.BEST)
    assert "roster" not in notes() and "The first" not in notes() and "the best counts" in notes()
    assert "The notebook is untouched" in "".join(course.rows()["eve"].grading.detail.notes)  # type: ignore[union-attr]
    course.grade(roster=roster, keep=Keep.BEST)
    assert "The notebook is untouched" in "".join(course.rows()["eve"].grading.detail.notes)  # type: ignore[union-attr]


def test_the_page_of_an_absentee_whom_a_better_roster_names_otherwise_goes(course: Class, tmp_path: Path) -> None:
    roster = tmp_path / "roster.csv"
    roster.write_text("name\nAda L\nZoe\n")
    course.grade(roster=roster, anonymous=True)
    mine = course.out / "learners" / "zoe.html"
    pages = [GradesFolder(course.out).page_of(id, anonymous=hidden) for id in ("Ada L", "Zoe") for hidden in (0, 1)]
    assert all(page.is_file() for page in pages)
    mine.write_text("mine")
    roster.write_text("id,name\nada,Ada L\nz,Zoe\n")
    course.grade(roster=roster)
    assert not any(page.exists() for page in pages) and mine.read_text() == "mine"
    assert (course.out / "learners" / "ada.html").is_file() and (course.out / "learners" / "z.html").is_file()


def test_untouched_notebooks_are_no_copies_and_no_page_tells_of_another(course: Class, hand_ins: Path) -> None:
    blank = {"A1.ipynb": notebook({}, size="..."), "record.txt": RECORD}
    (hand_ins / "eve.zip").write_bytes(submitted(blank, DUE))
    (hand_ins / "max.zip").write_bytes(submitted(blank, DUE))
    for name in ("pam", "zed"):  # nothing in the notebook, and one photo for two
        (hand_ins / f"{name}.zip").write_bytes(submitted({**blank, "imgs/q1.png": b"photo"}, DUE))
    (hand_ins / "yan.zip").write_bytes((hand_ins / "ada.zip").read_bytes())
    graded = course.grade()
    assert graded.counts.copied == 2
    page = (course.out / "class.html").read_text()
    assert "Untouched notebook (2)" in page and page.count("The same notebook (2)") == 2
    assert "The same files were handed in as ada" in page and "as pam" in page and "as eve" not in page
    for name in ("eve", "max", "yan", "zed"):
        assert "same files" not in (course.out / "learners" / f"{name}.html").read_text()


def test_copies_name_the_first_and_stay_as_they_are(course: Class, hand_ins: Path) -> None:
    for copy in ("zed", "abe", "yan"):
        (hand_ins / f"{copy}.zip").write_bytes((hand_ins / "ada.zip").read_bytes())
    course.grade()
    gradings = {id: row.grading for id, row in course.rows().items() if row.grading}
    notes = {id: grading.detail.teacher for id, grading in gradings.items()}
    first, *others = sorted(("zed", "abe", "yan", "ada"), key=lambda id: "The same files" in " ".join(notes[id]))
    assert not any("The same files" in note for note in notes[first])
    assert all(f"The same files were handed in as {first}'s." in notes[other] for other in others)
    for _ in range(2):
        course.grade()
        assert {id: row.grading for id, row in course.rows().items() if row.grading} == gradings


def test_what_a_site_calls_a_notebook_is_nothing_of_its_content(course: Class, hand_ins: Path) -> None:
    same = notebook()
    for path in hand_ins.iterdir():  # a site's names are believed where most files have them
        path.unlink()
    for number in (1, 2):
        (hand_ins / f"ann{number}_{number}00_7_A1-{number}.ipynb").write_bytes(same)
    course.grade()
    rows = course.rows()
    first, second = rows["100"].grading, rows["200"].grading
    assert course.runner.ran == 1
    assert first is not None and second is not None and first.content == second.content
    assert "The same files were handed in as 100's." in second.detail.teacher


def test_a_hand_in_that_breaks_the_grader_itself_fails_alone_and_is_tried_again(course: Class) -> None:
    class Breaks(InProcess):
        def run(self, job: Any, limits: Any = None) -> Any:
            outcome = super().run(job)
            return None if self.ran == 2 else outcome

    graded = course.grade(runner=lambda private: Breaks())
    assert graded.counts.failed == 2
    assert course.grade().counts.failed == 1
    assert course.runner.ran == 1


def test_the_folder_of_grades_replaces_nothing_that_it_did_not_make(course: Class, tmp_path: Path) -> None:
    course.out.mkdir()
    (course.out / "mine.txt").write_text("mine")
    with pytest.raises(GradingUsageError, match="in the way"):
        course.grade()
    assert [path.name for path in course.out.iterdir()] == ["mine.txt"]
    course.out = tmp_path / "grades-2"
    course.grade()
    (course.out / "notes.txt").write_text("mine too")
    course.grade()
    assert (course.out / "notes.txt").read_text() == "mine too"


def test_another_assignments_grades_are_refused(course: Class, tmp_path: Path) -> None:
    course.grade()
    course.assignment = make_assignment(tmp_path / "a2")
    with pytest.raises(GradingUsageError, match="holds the grades of a1, not of a2"):
        course.grade()


def test_two_at_once_are_refused(course: Class) -> None:
    course.grade()
    with GradesFolder(course.out).locked(), pytest.raises(GradingError, match="Another gradbook is at work"):
        course.grade()


def test_a_table_defuses_what_a_spreadsheet_would_run(course: Class, hand_ins: Path) -> None:
    (hand_ins / "ada.zip").rename(hand_ins / "=cmd()_A1.zip")
    course.grade()
    table = list(csv.reader(io.StringIO((course.out / "grades.csv").read_text())))
    assert table[1][0] == "'=cmd()"
    assert not [cell for row in table for cell in row if cell.startswith(("=", "+", "-", "@"))]


def test_a_person_gives_points_and_the_total_is_final(course: Class) -> None:
    course.grade()
    lines = give(GradesFolder(course.out), [("ada", "q5", "1/2", "a good reason")], "Grace")
    assert lines == ["ada, q5: 0.5 of 1 (was 0 by machine)"]
    row = course.rows()["ada"]
    assert (row.status, row.total) == ("graded", Fraction(7, 2))
    course.grade(regrade=True)
    assert course.rows()["ada"].total == Fraction(7, 2)


def test_a_mark_by_hand_outlives_an_upload_that_is_taken_back(course: Class, hand_ins: Path) -> None:
    course.grade()
    first = (hand_ins / "ada.zip").read_bytes()
    give(GradesFolder(course.out), [("ada", "q5", "1/2", "a good reason")], "Grace")
    (hand_ins / "ada.zip").write_bytes(submitted({"A1.ipynb": notebook(size="1"), "record.txt": RECORD}, DUE))
    course.grade()
    assert course.rows()["ada"].waits == ("q5",)
    (hand_ins / "ada.zip").write_bytes(first)
    graded = course.grade()
    row = course.rows()["ada"]
    assert (course.runner.ran, row.status, row.marks["q5"].by, row.total) == (0, "graded", "Grace", Fraction(7, 2))
    assert ("q5", "0 (waits)", "0.5") in [(one.question, one.before, one.after) for one in graded.changes]


def test_what_could_not_be_opened_has_failed_until_a_person_has_marked_it(course: Class) -> None:
    assert course.grade().counts.failed == 1
    assert course.rows()["lee"].status == "failed"
    give(GradesFolder(course.out), [("lee", "q1,q2", "0", "not a notebook")], "Grace")
    assert course.rows()["lee"].status == "failed"  # the others still wait
    give(GradesFolder(course.out), [("lee", "all", "0", "not a notebook")], "Grace")
    assert course.rows()["lee"].status == "graded"
    assert course.grade().counts.failed == 0
    lines = site_csv("gradescope", course.assignment, course.rows().values())
    lee = next(row for row in csv.DictReader(io.StringIO(lines)) if row["SID"] == "lee")
    assert (lee["Status"], lee["Total Score"]) == ("Graded", "0")
    assert "Could not be graded" not in (course.out / "class.html").read_text()


def test_the_machines_mark_can_be_given_back(course: Class) -> None:
    course.grade()
    folder = GradesFolder(course.out)
    own = course.rows()["ada"].marks["q1"]
    give(folder, [("ada", "q1", "0", "copied"), ("ada", "q5", "1", "good")], "Grace")
    assert course.rows()["ada"].marks["q1"].points == 0
    lines = give(folder, [("ada", "q1", "machine", "a mistake"), ("ada", "q5", "machine", "")], "Grace")
    assert lines[0] == "ada, q1: 0.5 of 0.5 (was 0 by Grace: “copied”)"
    row = course.rows()["ada"]
    back = row.marks["q1"]
    assert (back.points, back.waits, back.by, back.content) == (own.points, own.waits, "machine", own.content)
    assert back.why == "the machine's mark again, by Grace: a mistake"
    assert row.waits == ("q5",)  # it waits for a person again


def test_of_whom_nothing_came_there_is_no_mark_of_the_machines(course: Class, tmp_path: Path) -> None:
    roster = tmp_path / "roster.csv"
    roster.write_text("id,name\nada,Ada\nzoe,zoe\n")
    course.grade(roster=roster)
    with pytest.raises(GradingUsageError, match="zoe, q1: the machine gave nothing"):
        give(GradesFolder(course.out), [("zoe", "q1", "machine", "x")], "Grace")


@pytest.mark.parametrize(
    ("mark", "message"),
    [
        (("nobody", "q5", "1", "x"), "no learner 'nobody'"),
        (("ada", "q9", "1", "x"), "no question 'q9'"),
        (("ada", "q5", "2", "x"), "more than the question is worth"),
        (("ada", "q5", "-1", "x"), "cannot be negative"),
        (("ada", "q5", "1e999999999", "x"), "no number of points"),
        (("ada", "q5", "1/0", "x"), "no number of points"),
        (("ada", "q5", "1", " "), "say why"),
    ],
)
def test_a_mark_that_makes_no_sense_is_a_message(course: Class, mark: tuple[str, str, str, str], message: str) -> None:
    from gradbook.core.errors import GradbookError

    course.grade()
    with pytest.raises(GradbookError, match=message):
        give(GradesFolder(course.out), [("ada", "q5", "1", "fine"), mark], "Grace")
    assert course.rows()["ada"].marks["q5"].waits  # all or none


def test_a_photo_goes_to_a_person_with_the_picture(course: Class, hand_ins: Path) -> None:
    png = b"\x89PNG\r\n\x1a\n" + bytes(50)
    book = notebook({**RIGHT, "q1": "![Q1](imgs/Q1.png)"})
    (hand_ins / "ada.zip").write_bytes(zipped({"A1.ipynb": book, "imgs/Q1.png": png, "record.txt": RECORD}))
    course.grade()
    with GradesFolder(course.out).open_book() as kept:
        assert [(one.kind, one.question, one.data) for one in kept.pictures("ada")] == [("answer", "q1", png)]
        row = kept.row("ada")
    assert row is not None and "q1" in row.waits


def test_a_thousand_broken_pictures_are_a_few_notes(course: Class) -> None:
    links = "".join(f"![]({number})" for number in range(1000))
    (course.hand_ins / "ada.zip").write_bytes(submitted({"A1.ipynb": notebook({**RIGHT, "q1": links})}, DUE))
    course.grade()
    grading = course.rows()["ada"].grading
    assert grading is not None
    notes = grading.detail.notes
    assert len(notes) < 15 and "So it is with 990 more pictures." in notes


def test_what_all_cells_print_is_no_more_than_a_page_can_show(course: Class) -> None:
    class Loud(InProcess):
        def run(self, job: Job, limits: Limits = Limits()) -> Outcome:  # noqa: B008
            outcome = super().run(job, limits)
            cells = tuple(CellRun(number, "", "ok", text="x" * 10_000) for number in range(200))
            return replace(outcome, exports=replace(outcome.exports, cells=cells))

    course.grade(runner=lambda private: Loud())
    grading = course.rows()["ada"].grading
    assert grading is not None and len(grading.detail.cells) == 200
    assert sum(len(cell.text) for cell in grading.detail.cells) == 400_000
