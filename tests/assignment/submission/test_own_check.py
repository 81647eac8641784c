"""A notebook that the kit did not make, and one of another assignment: known, checked and handed in all the same."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.assignment import original_notebook as original
from typer.testing import CliRunner

from gradbook.assignment.authoring.build import Built
from gradbook.assignment.errors import NotebookError
from gradbook.assignment.folder import PlaceError
from gradbook.assignment.quiz.record import write_choice
from gradbook.assignment.submission.own_check import OwnCheck, check_own
from gradbook.assignment.submission.package import hand_in
from gradbook.cli.app import app


@pytest.fixture(autouse=True)
def sample_only(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    monkeypatch.setenv("GRADBOOK_DATA", "")
    monkeypatch.setattr("gradbook.digits.datasets.sources._reachable", lambda url: False)
    monkeypatch.setattr("gradbook.digits.datasets.sources.cache_folder", lambda: cache)
    cache = tmp_path_factory.getbasetemp() / "sample-cache"


@pytest.fixture
def save(tmp_path: Path) -> Callable[[object], Path]:
    """Writes a notebook where a browser puts what it downloads."""

    def write(notebook: object) -> Path:
        path = tmp_path / "Downloads/smith_A8.ipynb"
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(notebook))
        return path

    return write


def messages(found: OwnCheck) -> dict[str, str]:
    return {id: " ".join(result.message for result in mine) for id, mine in found.results.items()}


def right(found: OwnCheck) -> set[str]:
    return {id for id, mine in found.results.items() if all(result.passed for result in mine)}


def test_solved_it_is_right_and_its_training_is_judged(save: Callable[[object], Path]) -> None:
    # Of the sample's 4,000 images it trains on all: a tenth of them would be too few to learn anything.
    path = save(original.solved(part=1))
    found = check_own(path, "a8")
    assert right(found) == {"q1", "q2", "q3", "q4", "q5", "q6", "q7", "q8"}, found.lines
    assert "images that it was not trained on" in messages(found)["q8"]
    assert [line for line in found.lines if "gone" in line] == []
    assert [item.name for item in path.parent.iterdir()] == [path.name]  # nothing is left behind


def test_blank_it_has_no_answers_and_nothing_is_unreadable(save: Callable[[object], Path]) -> None:
    found = check_own(save(original.blank()), "a8")
    assert right(found) == set()
    for id in ("q1", "q2", "q3", "q4", "q5"):
        assert {str(result.verdict.status) for result in found.results[id] if result.verdict} == {"missing"}
    assert not any(result.person for mine in found.results.values() for result in mine)
    assert [line for line in found.lines if "gone" in line] == []


def test_wrong_it_is_wrong_question_by_question(save: Callable[[object], Path]) -> None:
    found = check_own(save(original.wrong(part=1)), "a8")
    assert right(found) <= {"q8"}
    assert "How many numbers is that?" in messages(found)["q6"]
    assert not any(result.broken for mine in found.results.values() for result in mine)


def test_half_done_what_is_there_counts(save: Callable[[object], Path]) -> None:
    found = check_own(save(original.half_done()), "a8")
    assert right(found) == {"q1", "q3", "q6"}
    assert all(result.person for result in found.results["q2"])
    assert any("imgs/q2.png is not there" in line for line in found.lines)


def test_a_notebook_that_lies_elsewhere_has_its_quiz_and_its_pictures(vectors: Built, tmp_path: Path) -> None:
    path = tmp_path / "Downloads/lone.ipynb"
    path.parent.mkdir()
    path.write_bytes((vectors.learner / "Vectors.ipynb").read_bytes())
    write_choice(path.parent, "ways", "a")
    found = check_own(path, "vectors")
    assert found.lines == ()
    said = {result.name: result.message for result in found.results["q3"]}
    assert said == {"shape": "Not answered yet.", "ways": "Answered.", "angle": "Not answered yet."}


def test_it_can_be_handed_in(save: Callable[[object], Path]) -> None:
    path = save(original.half_done())
    made = hand_in(notebook=path, assignment="a8")
    said = {finding.where for finding in made.findings}
    assert "q1" not in said
    assert {"q4", "q7"} <= said
    assert "its answer cell is gone" not in made.text
    with zipfile.ZipFile(made.zip) as archive:
        assert "A8.ipynb" in archive.namelist()
    assert "due" not in made.text and "\n\n" not in made.text  # Gradbook's own have no deadline


def test_without_a_word_of_what_it_is_it_is_asked(save: Callable[[object], Path]) -> None:
    path = save(original.blank())
    with pytest.raises(PlaceError, match="Say which it is of: --assignment a8"):
        check_own(path)
    with pytest.raises(PlaceError, match="Say which it is of: --assignment a8"):
        hand_in(notebook=path)


def test_a_zip_is_no_notebook_and_it_is_said_what_to_give(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr("A8.ipynb", "{}")
    with pytest.raises(NotebookError, match=r"x\.zip is a zip\. Take the notebook \(\.ipynb\) that is in it out"):
        check_own(tmp_path / "x.zip", "a8")


def test_a_notebook_of_another_assignment_is_named(save: Callable[[object], Path], a8: Built) -> None:
    with pytest.raises(PlaceError, match=r"lies in a folder of Assignment 8 \(a8\), and --assignment says Vectors"):
        check_own(a8.learner / "A8.ipynb", "vectors")
    # Both have a q1 and a q2, which only an unmarked notebook does not name.
    path = save(original.blank())
    notebook = json.loads(path.read_text())
    notebook["cells"] = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    path.write_text(json.dumps(notebook))
    with pytest.raises(PlaceError, match=r"is a notebook of a8, not of vectors\. Give --assignment a8"):
        check_own(path, "vectors")
    assert "is a notebook of a8" in hand_in(notebook=path, assignment="vectors").text


def test_a_learners_folder_has_its_own_numbers_only(a8: Built) -> None:
    with pytest.raises(PlaceError, match="has the usual numbers, not those of eva: leave --variant out"):
        check_own(a8.learner / "A8.ipynb", variant="eva")


def test_a_notebook_with_other_numbers_is_not_judged_by_ours(save: Callable[[object], Path], a8: Built) -> None:
    notebook = json.loads((a8.learner / "A8.ipynb").read_text().replace("w = 5,", "w = 6,"))
    wanted = {"question": "q1", "role": "answer"}
    answer = next(cell for cell in notebook["cells"] if cell["metadata"].get("gradbook") == wanted)
    answer["source"] = "$q = w x = 6 \\cdot 2 = 12$"
    found = check_own(save(notebook), "a8")
    assert all(result.person and not result.points for result in found.results["q1"])
    assert "The notebook gives other numbers than the usual numbers" in found.lines[0]
    assert "--variant NAME" in found.lines[0]
    assert {str(result.verdict.status) for result in found.results["q4"] if result.verdict} == {"missing"}


def test_ctrl_c_says_that_the_check_was_stopped(
    save: Callable[[object], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("gradbook.assignment.submission.own_check.check_own", stopped)
    result = CliRunner().invoke(app, ["check", str(save(original.blank())), "--assignment", "a8"])
    assert result.exit_code == 130
    assert result.stderr == "Stopped. The notebook was not checked to its end; its file is as it was.\n"
