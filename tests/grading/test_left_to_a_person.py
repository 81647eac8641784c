"""What a machine must not decide: other numbers, a quiz without its record, another assignment's notebook, a photo."""

import json
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import nbformat
import pytest
from tests.assignment import learner
from tests.grading.population import PNG
from tests.grading.small import DUE, RECORD, InProcess, make_assignment, notebook, submitted, zipped

from gradbook.assignment.definition import Assignment, load_assignment
from gradbook.assignment.graph_questions import GraphQuestions
from gradbook.assignment.submission.receipt import make_receipt
from gradbook.core.errors import DataError
from gradbook.grading.folder import GradesFolder
from gradbook.grading.gradebook.records import Row
from gradbook.grading.grader import NO_RECORD, OTHER_NUMBERS, Numbers
from gradbook.grading.marking import give
from gradbook.grading.reports.statistics import gather
from gradbook.grading.run import ClassGraded, grade_class

GIVEN = "With $w = {{w}}$, $x = {{x}}$ and $b = {{b}}$: what are $q$ and $f$?"
Put = Callable[[str, bytes], None]


@pytest.fixture
def teacher(tmp_path: Path) -> Assignment:
    """The small assignment, whose text gives the numbers."""
    made = make_assignment(tmp_path / "a1")
    for name in ("blank.ipynb", "A1.ipynb"):
        book = learner.notebook()
        book.cells[1].source = GIVEN
        nbformat.write(book, made.folder / name)
    return load_assignment(made.folder)


@pytest.fixture
def put(tmp_path: Path) -> Put:
    """Puts a file into the class's folder."""
    (tmp_path / "class").mkdir()

    def write(name: str, data: bytes) -> None:
        (tmp_path / "class" / name).write_bytes(data)

    return write


@pytest.fixture
def grade(teacher: Assignment, tmp_path: Path) -> Callable[..., ClassGraded]:
    def run(**options: Any) -> ClassGraded:
        return grade_class([tmp_path / "class"], teacher, tmp_path / "grades", lambda private: InProcess(), **options)

    return run


def rows(tmp_path: Path) -> dict[str, Row]:
    folder = GradesFolder(tmp_path / "grades")
    with folder.open_book() as book:
        return {row.learner.id: row for row in folder.rows(book)}


def notes(row: Row) -> str:
    assert row.grading is not None
    return "\n".join(row.grading.detail.notes)


def solved(teacher: Assignment, variant: str | None) -> bytes:
    """A notebook with a variant's numbers in its text and the right answers for them."""
    asked = GraphQuestions(teacher, variant)
    value = {name: f"{float(asked.graph.value[name]):g}" for name in ("w", "x", "b", "q", "f")}
    q1 = "$q = w x = {w} \\cdot {x} = {q}$\n\n$f = q + b = {q} + {b} = {f}$".format(**value)
    book = learner.notebook({"q1": q1, "q2": f"$df/dw = x = {value['x']}$", "q5": "Because."}, "784")
    book.cells[1].source = asked.fill(GIVEN)
    return nbformat.writes(book).encode()  # type: ignore[no-any-return]


def with_claim(book: bytes, variant: str) -> bytes:
    files = {"A1.ipynb": book, "record.txt": RECORD}
    receipt = make_receipt("Assignment 1: small", files, DUE, variant=variant)
    return zipped({**files, "receipt.json": receipt.json.encode()})


def decided(row: Row) -> dict[str, Fraction]:
    return {question: mark.points for question, mark in row.marks.items() if not mark.waits}


def test_a_learners_own_variant_is_known_by_the_notebooks_text(
    teacher: Assignment, put: Put, grade: Callable[..., ClassGraded], tmp_path: Path
) -> None:
    put("ada.ipynb", solved(teacher, "ada"))
    put("ben.ipynb", solved(teacher, None))
    put("cem.zip", with_claim(solved(teacher, "of cem"), "of cem"))
    graded = grade()
    found = rows(tmp_path)
    for id in ("ada", "ben", "cem"):
        assert (found[id].marks["q1"].points, found[id].marks["q1"].waits) == (Fraction(1, 2), False), id
    assert "those of the variant ada, the learner's own" in notes(found["ada"])
    assert "variant" not in notes(found["ben"])
    assert graded.counts.other_numbers == 0


def test_numbers_that_are_nobodys_we_know_of_are_never_marked_by_others(
    teacher: Assignment, put: Put, grade: Callable[..., ClassGraded], tmp_path: Path
) -> None:
    put("bob.ipynb", solved(teacher, "ada"))  # a copy of hers, or a variant of which nobody told us
    put("eve.zip", with_claim(solved(teacher, "ada"), "eve"))
    put("kim.ipynb", solved(teacher, None))
    roster = tmp_path / "roster.csv"
    graded = grade()
    found = rows(tmp_path)
    for id in ("bob", "eve"):
        assert not {"q1", "q2"} & decided(found[id]).keys()
        assert (found[id].marks["q1"].points, found[id].marks["q1"].why) == (0, OTHER_NUMBERS)
        assert "The notebook gives other numbers than the" in notes(found[id])
    assert "q1" in decided(found["kim"])
    assert graded.counts.other_numbers == 2
    roster.write_text("id,name,variant\nbob,Bob,ada\neve,Eve,\nkim,Kim,ada\n")
    assert grade(roster=roster).counts.other_numbers == 2
    found = rows(tmp_path)
    assert (found["bob"].marks["q1"].points, found["bob"].marks["q1"].waits) == (Fraction(1, 2), False)
    assert {id for id, row in found.items() if row.marks["q1"].why == OTHER_NUMBERS} == {"eve", "kim"}


def test_an_answer_that_was_not_given_is_not_given_with_whatever_numbers(
    teacher: Assignment, put: Put, grade: Callable[..., ClassGraded], tmp_path: Path
) -> None:
    book = nbformat.reads(solved(teacher, "ada").decode(), 4)
    book.cells[5].source = learner.PLACEHOLDER
    put("bob.ipynb", nbformat.writes(book).encode())
    grade()
    marks = rows(tmp_path)["bob"].marks
    assert (marks["q1"].waits, marks["q2"].waits, marks["q2"].points) == (True, False, 0)


def test_a_quiz_without_its_record_waits_for_a_person_and_is_never_credited(
    put: Put, grade: Callable[..., ClassGraded], tmp_path: Path
) -> None:
    put("bare.ipynb", notebook())
    put("otter.zip", zipped({"A1.ipynb": notebook(), "__zip_filename__": b"A1.zip"}))
    put("zip.zip", submitted({"A1.ipynb": notebook(), "record.txt": RECORD}, DUE))
    put("none.zip", submitted({"A1.ipynb": notebook()}, DUE))  # as gradbook makes it where nothing was chosen
    put("empty.zip", zipped({"A1.ipynb": notebook(), "record.txt": b""}))
    graded = grade()
    found = rows(tmp_path)
    marks = {id: (row.marks["q4"].points, row.marks["q4"].waits) for id, row in found.items()}
    assert marks == {
        "bare": (0, True),
        "otter": (0, True),
        "zip": (1, False),
        "none": (0, False),
        "empty": (0, False),
    }
    assert found["bare"].marks["q4"].why == NO_RECORD
    assert graded.counts.no_record == 2
    page = (tmp_path / "grades" / "learners" / "bare.html").read_text()
    assert "record.txt, which holds the choices of the quiz, is not in this hand-in" in page
    page = (tmp_path / "grades" / "learners" / "none.html").read_text()
    assert "Not answered." in page and "Not answered yet" not in page


def another_assignments() -> bytes:
    """A notebook whose questions have the same ids, and other texts."""
    book = learner.notebook(dict(learner.RIGHT), "784")
    book.cells[0].source = learner.FIRST.replace("A1.ipynb", "Trees.ipynb")
    for cell in book.cells:
        if cell.metadata.get("gradbook", {}).get("role") == "prompt":
            cell.source = "How high is this tree?"
    return nbformat.writes(book).encode()  # type: ignore[no-any-return]


def test_another_assignments_notebook_and_one_without_questions_wait_with_the_reason(
    put: Put, grade: Callable[..., ClassGraded], tmp_path: Path
) -> None:
    put("tom.ipynb", another_assignments())
    put("nil.ipynb", nbformat.writes(nbformat.v4.new_notebook()).encode())
    put("blank.ipynb", nbformat.writes(learner.notebook()).encode())
    graded = grade()
    found = rows(tmp_path)
    reasons = {"tom": "it is no notebook of Assignment 1: small: its first cell is that of Trees.ipynb",
               "nil": "no question of Assignment 1: small is in it"}  # fmt: skip
    for id, why in reasons.items():
        row = found[id]
        assert row.unopened and decided(row) == {}, id
        assert row.grading is not None and why in row.grading.failure
        page = (tmp_path / "grades" / "learners" / f"{id}.html").read_text()
        assert "The notebook is not that of Assignment 1: small, or its questions are gone" in page
        assert "Undo" not in page
    assert graded.counts.failed == 2 and not found["blank"].failed


def test_after_handing_in_nobody_is_told_how_to_bring_a_cell_back(
    put: Put, grade: Callable[..., ClassGraded], tmp_path: Path
) -> None:
    book = json.loads(notebook())
    gone = {"question": "q2", "role": "answer"}
    book["cells"] = [cell for cell in book["cells"] if cell["metadata"].get("gradbook") != gone]
    put("ada.ipynb", json.dumps(book).encode())
    grade()
    page = (tmp_path / "grades" / "learners" / "ada.html").read_text()
    assert "q2: its answer cell is not in this notebook." in page and "Undo" not in page


def test_a_copy_is_found_whatever_lies_beside_the_notebook(
    teacher: Assignment, put: Put, grade: Callable[..., ClassGraded], tmp_path: Path
) -> None:
    book = notebook()
    put("ada.zip", submitted({"A1.ipynb": book, "record.txt": RECORD, "imgs/q1.png": PNG}, DUE))
    put("bob.ipynb", book)
    put("eve.ipynb", notebook(size="783"))
    grade()
    assert list(gather(teacher, rows(tmp_path).values()).identical.values()) == [["ada", "bob"]]
    assert "The same notebook (2)" in (tmp_path / "grades" / "class.html").read_text()


def test_a_lone_photo_is_somebodys_hand_in_and_is_shown_to_who_looks_at_it(
    put: Put, grade: Callable[..., ClassGraded], tmp_path: Path
) -> None:
    put("carl.png", PNG)
    put("dora.zip", zipped({"paper.png": PNG, "__MACOSX/x": b""}))
    put("ada.zip", submitted({"A1.ipynb": notebook(), "record.txt": RECORD}, DUE))
    put("ada.png", PNG)
    put("ada_receipt.txt", b"the learner's own")
    put("notes.txt", b"x")
    graded = grade(anonymous=True)
    found = rows(tmp_path)
    assert found.keys() == {"ada", "carl", "dora"}
    for id in ("carl", "dora"):
        assert found[id].unopened
        assert "data:image/png" in (tmp_path / "grades" / "learners" / f"{id}.html").read_text()
    for page in (tmp_path / "grades" / "anonymous" / "learners").glob("*.html"):
        assert "carl.png" not in page.read_text()
    assert [line.rpartition("/")[2] for line in graded.left_out] == [
        "notes.txt (neither a notebook nor a zip)",
        "ada.png (a picture outside the notebook's zip)",
    ]


def test_who_waits_is_the_same_number_everywhere_also_after_marks_by_hand(
    put: Put, grade: Callable[..., ClassGraded], tmp_path: Path
) -> None:
    for name in ("ada", "bob", "eve"):
        put(f"{name}.zip", submitted({"A1.ipynb": notebook(), "record.txt": RECORD}, DUE))
    roster = tmp_path / "roster.csv"
    roster.write_text("id,name\nada,Ada\nbob,Bob\neve,Eve\nzoe,Zoë\n")
    assert grade(roster=roster).counts.for_a_person == 3
    folder = GradesFolder(tmp_path / "grades")
    give(folder, [("ada", "q5", "1", "well said"), ("zoe", "q1", "0.5", "orally")], "Grace")
    waiting = {id for id, row in rows(tmp_path).items() if row.waits}
    assert waiting == {"bob", "eve", "zoe"}
    assert grade(roster=roster).counts.for_a_person == len(waiting)
    assert "For a person (3)" in (tmp_path / "grades" / "class.html").read_text()


def test_what_the_assignment_fails_on_is_not_the_learners(
    put: Put, grade: Callable[..., ClassGraded], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> Numbers:
        raise DataError("no numbers")

    monkeypatch.setattr("gradbook.grading.grader.Grader.numbers_of", fails)
    put("ada.ipynb", notebook())
    assert grade().counts.failed == 0
    assert rows(tmp_path)["ada"].marks["q3"].points == 1
