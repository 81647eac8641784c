"""A name of Gradbook's and a folder that is called the same, in every command that takes an assignment."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from gradbook.assignment.authoring.template import new_assignment
from gradbook.assignment.definition import load_assignment
from gradbook.assignment.errors import AssignmentError
from gradbook.assignment.submission.own_check import check_own
from gradbook.cli.app import app
from gradbook.core.errors import GradbookError, UsageError

NOTE = "Note: a8 is Gradbook's own assignment (Assignment 8). The folder of this name is ./a8.\n"


def said(*words: str) -> str:
    """What a command says to standard error, whatever becomes of it."""
    result = CliRunner().invoke(app, list(words))
    assert result.exception is None or isinstance(result.exception, SystemExit | GradbookError)
    return result.stderr


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A current folder in which a teacher made an assignment a8 of her own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GRADBOOK_DATA", "")
    made = CliRunner().invoke(app, ["new", "a8"])
    assert made.stdout.endswith("Change these, then try them: gradbook verify ./a8\n")
    assert "a8 alone means that one in every command. Type ./a8 for yours, or give the folder another" in made.stderr
    (tmp_path / "answer.md").write_text("q = 10")
    return tmp_path


@pytest.mark.parametrize(
    "command",
    [
        "read answer.md --exercise {}:q1",
        "check answer.ipynb --assignment {}",
        "submit answer.ipynb --assignment {}",
        "start {}",
        "build {} --out answer.md",
        "verify {} --data nowhere",
        "grade answer.ipynb --assignment {}",
    ],
)
def test_the_name_is_gradbooks_own_and_a_note_says_how_the_folder_is_named(here: Path, command: str) -> None:
    assert said(*command.format("a8").split()).startswith(NOTE)
    assert NOTE not in said(*command.format("./a8").split())


def test_what_is_read_is_by_the_same_rule(here: Path) -> None:
    assert "r " in CliRunner().invoke(app, ["read", "answer.md", "-e", "a8:q1"]).stdout  # q, r and f are asked there
    assert "df/dw" in CliRunner().invoke(app, ["read", "answer.md", "-e", "a8/:q1"]).stdout  # and here q, f and df/dw


def test_a_learners_own_folder_is_no_other_assignment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GRADBOOK_DATA", "")
    said("start", "a8")
    assert check_own(Path("a8"), "a8").assignment.title == "Assignment 8"
    assert "Note" not in said("start", "a8") + said("grade", "nothing", "-a", "a8")
    said("start", "a8", "--folder", "vectors")
    assert "vectors is Gradbook's own assignment" in said("grade", "nothing", "-a", "vectors")


def test_another_number_is_another_assignment_and_a_folder_nearby_is_meant(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def hint(name: str) -> str:
        with pytest.raises(AssignmentError) as caught:
            load_assignment(name)
        return str(caught.value).partition("nor one of a8, vectors.")[2]

    (tmp_path / "class").mkdir()
    monkeypatch.chdir(tmp_path)
    assert (hint("a9"), hint("A8"), hint("vector")) == ("", " Did you mean a8?", " Did you mean vectors?")
    new_assignment(Path("teach/a9"))
    assert hint("a9") == f" Did you mean {Path('teach/a9')}?"
    monkeypatch.chdir(tmp_path / "teach" / "a9")
    assert hint("a9") == f" Did you mean {Path('../a9')}?"


def test_verify_takes_the_folder_that_it_is_called_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(app, ["verify"])
    assert isinstance(result.exception, UsageError) and "Say which: gradbook verify DIR" in str(result.exception)
    new_assignment(Path("a9"))
    asked: list[object] = []
    monkeypatch.setattr("gradbook.assignment.authoring.verify.verify", lambda where, **_: asked.append(where) or 1 / 0)
    monkeypatch.chdir(tmp_path / "a9")
    CliRunner().invoke(app, ["verify"])
    assert asked == [tmp_path / "a9"]
