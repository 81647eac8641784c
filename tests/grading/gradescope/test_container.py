"""The zip for Gradescope, unpacked in a folder laid out as its container has it, grades hand-ins there."""

import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.grading.small import RECORD, InProcess, make_assignment, notebook, zipped

from gradbook.grading.grader import Grader
from gradbook.grading.gradescope.autograder_zip import Part, write_autograders, zip_name
from gradbook.grading.gradescope.container import grade_submission
from gradbook.grading.gradescope.wheel import wheel

Container = Callable[..., Path]


@pytest.fixture(scope="module")
def uploads(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("uploads")
    write_autograders(make_assignment(folder / "a1"), folder, None, None)
    return folder


@pytest.fixture
def container(uploads: Path, tmp_path: Path) -> Container:
    """Lays out a container with a hand-in."""

    def make(files: dict[str, bytes], part: Part = Part.AUTOGRADED, created: str = "2023-06-02T19:00:00-07:00",
             due: str | None = None) -> Path:  # fmt: skip
        root = tmp_path / "autograder"
        with zipfile.ZipFile(uploads / zip_name(part)) as archive:
            archive.extractall(root / "source")
        (root / "submission").mkdir()
        (root / "results").mkdir()
        for name, data in files.items():
            (root / "submission" / name).write_bytes(data)
        told = {"id": 1, "created_at": created, "assignment": {"due_date": due}, "users": [{"name": "Ada"}]}
        (root / "submission_metadata.json").write_text(json.dumps(told))
        return root

    return make


def graded(root: Path) -> dict[str, Any]:
    found = grade_submission(root, lambda private: InProcess())
    assert json.loads((root / "results" / "results.json").read_text()) == found
    return found


RIGHT = {"A1.ipynb": notebook(), "record.txt": RECORD}


def test_the_zip_holds_what_gradescope_asks_for_and_a_wheel_of_this_gradbook(uploads: Path) -> None:
    with zipfile.ZipFile(uploads / "autograder.zip") as archive:
        names = set(archive.namelist())
        assert {"setup.sh", "run_autograder", "gradbook.json", "assignment/checks.py", "assignment/quiz.json"} <= names
        assert archive.getinfo("run_autograder").external_attr >> 16 & 0o111
        (made,) = (name for name in names if name.endswith(".whl"))
    name, data = wheel()
    assert made == name and data == wheel()[1]
    for script in ("setup.sh", "run_autograder"):
        with zipfile.ZipFile(uploads / "autograder.zip") as archive:
            subprocess.run(["bash", "-n"], input=archive.read(script), check=True)


def test_the_same_files_meet_the_same_inputs_there_by_a_secret_of_the_upload(
    container: Container, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []

    class Listening(Grader):
        def __init__(self, *given: Any) -> None:
            told.append(given[3])
            super().__init__(*given)

    monkeypatch.setattr("gradbook.grading.gradescope.container.Grader", Listening)
    graded(container(RIGHT))
    assert len(told[0]) == 32


def test_the_wheel_installs_without_a_network_and_is_complete(tmp_path: Path) -> None:
    name, data = wheel()
    (tmp_path / name).write_bytes(data)
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--no-compile"]
    subprocess.run(
        [*pip, "--disable-pip-version-check", "--target", str(tmp_path / "site"), str(tmp_path / name)], check=True
    )
    made = {path.relative_to(tmp_path / "site").as_posix() for path in (tmp_path / "site").rglob("*") if path.is_file()}
    assert {"gradbook/__init__.py", "gradbook/grading/reports/templates/class.html", "gradbook/core/templates/page.css",
            "gradbook/grading/gradebook/migrations/versions/0001_first.py"} <= made  # fmt: skip


def test_code_and_quiz_are_points_and_what_is_hidden_comes_after_publication(container: Container) -> None:
    found = graded(container(RIGHT))
    assert found["score"] == 2.0
    shown = {test["name"]: (test["score"], test["max_score"], test["visibility"]) for test in found["tests"]}
    assert shown == {
        "q3  Size": (0.5, 0.5, "visible"),
        "q3  Size (after publication)": (0.5, 0.5, "after_published"),
        "q4  Quiz (after publication)": (1.0, 1.0, "after_published"),
    }


def test_what_is_visible_gives_nothing_hidden_away(container: Container) -> None:
    found = graded(container({"A1.ipynb": notebook(size="783"), "record.txt": b'k1\t"b"\n'}))
    seen = [test for test in found["tests"] if test["visibility"] == "visible"]
    text = json.dumps([seen, found["output"]])
    assert "hidden_q3" not in text and "Count the pixels" not in text and "k1" not in text
    assert found["score"] == 0.5


def test_the_manual_part_proposes_and_only_people_see_it(container: Container) -> None:
    found = graded(container(RIGHT, Part.MANUAL))
    assert [test["name"] for test in found["tests"]] == ["q1  Values", "q2  Gradients", "q5  In your words"]
    assert {test["visibility"] for test in found["tests"]} == {"hidden"}
    assert found["tests"][0]["output"].startswith("Proposed: 0.5 of 0.5.")
    assert "Open: a person reads it" in found["tests"][2]["output"]


@pytest.mark.parametrize(
    ("created", "due", "score"),
    [
        ("2023-06-04T20:00:00-07:00", None, 1.5),
        ("2023-06-04T20:00:00-07:00", "2023-06-05T20:00:00-07:00", 2.0),
        ("2023-06-04T20:00:00-07:00", "2020-01-01T00:00:00-07:00", 1.5),
        ("2024-01-01T00:00:00-07:00", None, 0.0),
        ("nonsense", "nonsense", 2.0),
    ],
)
def test_lateness_goes_by_gradescopes_time_and_its_later_deadline(
    container: Container, created: str, due: str | None, score: float
) -> None:
    assert graded(container(RIGHT, created=created, due=due))["score"] == score


@pytest.mark.parametrize("files", [{}, {"A1.ipynb": b"no json"}, {"a.zip": b"PK"}, {"a.zip": zipped({"x.txt": b"x"})}])
def test_what_cannot_be_graded_gets_results_that_say_so(container: Container, files: dict[str, bytes]) -> None:
    found = graded(container(files))
    assert found["score"] == 0.0 and "A person will look" in found["output"] and found["tests"] == []


def test_a_zip_and_a_renamed_notebook_are_graded_too(container: Container) -> None:
    assert graded(container({"hw.zip": zipped({"mine (2).ipynb": notebook(), "record.txt": RECORD})}))["score"] == 2.0


def test_a_quiz_without_its_record_is_left_to_a_person(container: Container) -> None:
    found = graded(container({"A1.ipynb": notebook()}))
    (quiz,) = [test["output"] for test in found["tests"] if test["name"].startswith("q4")]
    assert quiz.count("record.txt, which holds the choices of the quiz, is not in this hand-in. A person decides.") == 2


def test_a_notebook_without_the_questions_is_left_to_a_person(container: Container) -> None:
    found = graded(container({"A1.ipynb": b'{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}'}))
    assert "no question of Assignment 1: small is in it" in found["output"]
    assert "A person will look at this hand-in." in found["output"]


def test_a_failure_of_the_grader_gives_nothing_away(container: Container) -> None:
    def broken(private: object) -> InProcess:
        raise RuntimeError("the key is b")

    found = grade_submission(container(RIGHT), broken)
    assert "RuntimeError" in found["output"] and "key" not in json.dumps(found)


def test_run_autograder_runs_the_whole_in_a_sandbox(container: Container) -> None:
    from gradbook.grading.sandbox import SandboxError, best_runner

    try:
        best_runner().close()
    except SandboxError as error:
        pytest.skip(f"no sandbox here: {error}")
    root = container(RIGHT)
    environment = {**os.environ, "GRADBOOK_AUTOGRADER": str(root), "GRADBOOK_PYTHON": sys.executable}
    script = root / "source" / "run_autograder"
    subprocess.run(["bash", str(script)], env=environment, check=True, capture_output=True)
    found = json.loads((root / "results" / "results.json").read_text())
    assert found["score"] == 2.0 and "Isolation: " in found["output"]
