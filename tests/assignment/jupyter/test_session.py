"""`grader` in a learner's folder: every question has a check, and the last cell makes the zip."""

import json
import warnings
import zipfile
from pathlib import Path
from typing import Any

import nbformat
import pytest
from tests.assignment.learner import RIGHT, make_folder, notebook, ran

from gradbook.assignment.quiz.record import write_choice
from gradbook.core.errors import GradbookError

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # Otter's own imports
    from gradbook.assignment.jupyter import otter_notebook as mend


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A learner's folder with a blank notebook, as the current folder."""
    made = make_folder(tmp_path / "a1")
    monkeypatch.chdir(made)
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)
    return made


def fill(folder: Path, answers: dict[str, str], size: str = "784", name: str = "A1.ipynb") -> mend.Notebook:
    """Save answers in the notebook, and return its grader."""
    nbformat.write(notebook(answers, size), folder / name)
    return mend.Notebook("A1.ipynb")


def test_a_written_question_is_checked(folder: Path) -> None:
    report = fill(folder, RIGHT).check("q1", {})
    assert report.passed_all
    assert report.summary == "q1 Values: all right"
    assert [line.read for line in report.lines] == ["q = w * x = 5 * 2 = 10", "f = q + b = 10 - 2 = 8"]


def test_a_wrong_answer_gets_hints_and_no_answer(folder: Path) -> None:
    report = fill(folder, {"q1": "$q = 7$ and $f = 5$", "q2": "$df/dw = 5$"}).check("q2", {})
    assert not report.passed_all
    assert report.summary == "q2 Gradients: 0 of 1 right"
    one, two = repr(report), repr(fill(folder, {"q2": "$df/dw = 5$"}).check("q2", {}, hints=2))
    assert "Hint 1" in one
    assert "Hint 2" not in one
    assert 'grader.check("q2", hints=2)' in one
    assert "Hint 2" in two
    page = report._repr_html_()
    assert page.count("<details>") == len(report.lines[0].hints) == 2
    for text in (*report.lines[0].hints, report.lines[0].says):
        assert "= 2" not in text
        assert "= x" not in text


def test_an_answer_cannot_put_html_into_the_report(folder: Path) -> None:
    page = fill(folder, {"q2": "$df/dw = <b>5</b> = <script>alert(1)</script>$"}).check("q2", {})._repr_html_()
    assert "<script" not in page
    assert "<b>5" not in page


def test_a_renamed_notebook_is_checked(folder: Path) -> None:
    (folder / "A1.ipynb").unlink()
    assert fill(folder, RIGHT, name="smith_A1.ipynb").check("q2", {}).passed_all


def test_an_unsaved_answer_is_said(folder: Path) -> None:
    report = mend.Notebook("A1.ipynb").check("q1", {})
    said = "\n".join(report.notes)
    assert "the answer is still empty" in said
    assert "Ctrl+S" in said
    assert "as last saved at" in said


def test_a_deleted_answer_cell_is_said(folder: Path) -> None:
    nb = notebook(RIGHT)
    nb.cells = [cell for cell in nb.cells if cell.metadata.get("gradbook") != {"question": "q2", "role": "answer"}]
    nbformat.write(nb, folder / "A1.ipynb")
    grader = mend.Notebook("A1.ipynb")
    assert "is gone" in grader.check("q2", {}).notes[0]
    assert grader.check("q1", {}).passed_all


def test_code_is_checked_on_exported_data(folder: Path) -> None:
    class Always(int):
        def __eq__(self, _: object) -> bool:
            return True

        __hash__ = int.__hash__

    grader = fill(folder, RIGHT)
    assert grader.check("q3", {"size": 784}).passed_all
    wrong = grader.check("q3", {"size": Always(10)})
    assert not wrong.passed_all
    assert "Count the pixels" in repr(wrong)
    assert "it is not defined" in repr(grader.check("q3", {}))


def test_the_quiz_says_answered_or_not(folder: Path) -> None:
    grader = fill(folder, RIGHT)
    assert grader.check("q4", {}).summary == "q4 Quiz: 0 of 2 answered"
    write_choice(folder, "k1", "b")
    assert grader.check("q4", {}).summary == "q4 Quiz: 1 of 2 answered"
    write_choice(folder, "k2", "a")
    assert grader.check("q4", {}).summary == "q4 Quiz: all answered"


def test_a_persons_question_says_so(folder: Path) -> None:
    report = fill(folder, RIGHT).check("q5", {})
    assert report.summary == "q5 In your words: a person will look at this"
    assert "A person will read this." in repr(report)
    blank = fill(folder, {}).check("q5", {})
    assert blank.summary == "q5 In your words: 0 of 1 answered"
    picture = fill(folder, {"q1": "![Q1](imgs/Q1.png)"}).check("q1", {})
    assert picture.summary == "q1 Values: a person will look at this"


def test_check_all_takes_the_callers_names(folder: Path) -> None:
    space: dict[str, Any] = {"grader": fill(folder, RIGHT), "size": 784}
    exec("found = grader.check_all()", space)
    assert [report.passed_all for report in space["found"].reports] == [True, True, True, False, False]
    assert "q3 Size: all right" in repr(space["found"])


def test_an_unknown_question_says_which_there_are(folder: Path) -> None:
    with pytest.raises(GradbookError, match="q1, q2, q3, q4, q5"):
        fill(folder, RIGHT).check("q6", {})


def test_where_ours_fails_otter_does_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    nb = notebook(RIGHT)
    case = {"code": ">>> size == 784\nTrue", "hidden": False, "locked": False, "points": 1}
    test = {"name": "q3", "points": 1, "suites": [{"cases": [case], "scored": True, "type": "doctest"}]}
    nb.metadata["otter"] = {"OK_FORMAT": True, "tests": {"q3": test}}
    nbformat.write(nb, folder / "A1.ipynb")
    (folder / ".gradbook/checks.py").write_text("1/0")
    result = mend.Notebook("A1.ipynb").check("q3", {"size": 784})
    assert result.passed_all
    assert "All test cases passed" in repr(result)
    out = capsys.readouterr().out
    assert "division by zero" in out
    assert "What you see is Otter's own" in out


def test_export_makes_the_zip_and_says_what_it_lacks(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "A1.ipynb").unlink()
    nbformat.write(ran(notebook(RIGHT, "784")), folder / "smith_A1.ipynb")
    (folder / "notes.txt").write_text("mine")
    mend.Notebook("A1.ipynb").export(pdf=True, force_save=True, display_link=False, files=["notes.txt"])
    out = capsys.readouterr().out
    assert "the quiz question k1 is not answered" in out
    [made] = folder.glob("*.zip")
    names = zipfile.ZipFile(made).namelist()
    assert names == ["A1.ipynb", "notes.txt", "receipt.json", "__zip_filename__"]  # under the name that is asked for
    assert json.loads(zipfile.ZipFile(made).read("receipt.json"))["parts"][0]["name"] == "A1.ipynb"
    assert made.with_suffix(".html").is_file()


def test_export_runs_the_notebook_as_it_will_be_graded(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    nb = notebook(RIGHT, "784")
    nb.cells.insert(8, nbformat.v4.new_code_cell("raise ValueError('mine')"))
    nbformat.write(nb, folder / "A1.ipynb")
    mend.Notebook("A1.ipynb").export(pdf=False, run_tests=True, display_link=False)
    out = capsys.readouterr().out
    assert "Cell 9 (`raise ValueError('mine')`) failed: ValueError: mine" in out
    assert "q2 Gradients: all right" in out
    assert "q3 Size: all right" in out
    assert len(list(folder.glob("*.zip"))) == 1  # the last cell of the notebook that ran made none of its own


def test_a_picture_that_is_not_there_is_said_by_the_check(folder: Path) -> None:
    report = fill(folder, {"q1": "![Q1](imgs/Q1.png)"}).check("q1", {})
    assert "The picture imgs/Q1.png is not there" in "\n".join(report.notes)


def test_a_photo_beside_text(folder: Path) -> None:
    (folder / "imgs/Q1.png").write_bytes(b"\x89PNG")
    words = fill(folder, {"q1": "See the photo: = 7 there. ![Q1](imgs/Q1.png)"}).check("q1", {})
    assert words.summary.endswith("a person will look at this")
    read = fill(folder, RIGHT | {"q1": RIGHT["q1"] + "\n\n![Q1](imgs/Q1.png)"}).check("q1", {})
    assert read.passed_all
    assert "A person also sees the photo." in read.notes


def test_otter_does_not_overwrite_what_we_refused_to(folder: Path) -> None:
    before = (folder / "A1.ipynb").read_bytes()
    with pytest.raises(GradbookError, match="it is not overwritten"):
        mend.Notebook("A1.ipynb").export(export_path="A1.ipynb", pdf=False)
    assert (folder / "A1.ipynb").read_bytes() == before


def test_what_hidden_checks_will_say_is_not_promised(folder: Path) -> None:
    checks = folder / ".gradbook/checks.py"
    checks.write_text(checks.read_text().replace('"check_q3": "1"', '"check_q3": "1/2"'))
    report = fill(folder, RIGHT).check("q3", {"size": 784})
    assert report.summary == "q3 Size: all right so far; the rest (0.5 of 1) is checked after you hand in"
