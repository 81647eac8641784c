"""A name of Gradbook's and a folder that is called the same, in every command that takes an assignment."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from gradbook.assignment.submission.own_check import check_own
from gradbook.cli.app import app
from gradbook.core.errors import GradbookError

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
