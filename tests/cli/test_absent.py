"""What is named and is not there is wrong use, exit code 2, in every command; and so is a file for a folder."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from gradbook.cli.app import app
from gradbook.core.errors import UsageError


def refusal(*words: str) -> str:
    """What a command says that is called wrongly."""
    with pytest.raises(UsageError) as caught:
        CliRunner().invoke(app, list(words), catch_exceptions=False)
    return str(caught.value)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A current folder that holds an empty folder, a text, and no data of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GRADBOOK_DATA", "")
    (tmp_path / "empty").mkdir()
    (tmp_path / "note.txt").write_text("Dear teacher")
    return tmp_path


@pytest.mark.parametrize("what", ["none", "empty", "note.txt"])
@pytest.mark.parametrize(
    "command",
    [
        "evaluate {}",
        "train --resume {}",
        "train --data {}",
        "lab --data {}",
        "play --no-open --data {}",
        "predict {}/run photo.png",
        "read answer.md --exercise {}:q1",
        "check {}",
        "submit {}",
        "start {}",
        "build {}",
        "verify {}",
        "verify a8 --data {}",
        "grade {} --assignment a8",
        "grade note.txt --assignment {}",
        "grade note.txt --assignment a8 --roster {}",
        "grades {}",
        "mark ada q1 1 --why well --out {}",
        "mark --csv {}",
        "derive w*x w=1 x=2 --output {}/none/graph.svg",
    ],
)
def test_what_is_not_there_is_wrong_use_and_nothing_is_written(here: Path, command: str, what: str) -> None:
    assert refusal(*(word.format(what) for word in command.split()))
    assert sorted(path.name for path in here.rglob("*")) == ["empty", "note.txt"]


@pytest.mark.parametrize("photo", ["none.png", "empty/none.png"])
def test_a_photo_that_is_not_there_is_wrong_use_and_no_network_is_trained_for_it(here: Path, photo: str) -> None:
    done = CliRunner().invoke(app, ["predict", photo])
    assert (done.exit_code, done.stderr) == (2, f"gradbook: {photo}: there is no such photo.\n")


def test_an_absent_run_is_named_with_what_to_do(here: Path) -> None:
    assert refusal("evaluate", "runs/none") == "runs/none: there is no run. Make one: gradbook train"


@pytest.mark.parametrize("place", ["note.txt", "note.txt/inside"])
@pytest.mark.parametrize(
    "command",
    [
        "train --data sample --runs {}",
        "lab --data sample --runs {}",
        "grade empty --assignment a8 --out {}",
    ],
)
def test_a_file_is_no_place_for_a_folder(here: Path, command: str, place: str) -> None:
    said = refusal(*command.format(place).split())
    assert "note.txt is a file, no folder. Name a folder, or one that is not there yet." in said
    assert (here / "note.txt").read_text() == "Dear teacher"


@pytest.mark.parametrize("command", ["start a8 --folder note.txt/in", "new note.txt/in", "build a8 --out note.txt/in"])
def test_nothing_is_made_in_a_file(here: Path, command: str) -> None:
    assert "note.txt is a file, no folder" in refusal(*command.split())


def test_a_table_that_is_not_there_is_said_in_our_own_words(here: Path) -> None:
    assert refusal("mark", "--csv", "none.csv") == "none.csv cannot be read: it is not there. Name a table (CSV)."
    assert refusal("mark", "--csv", "empty") == "empty cannot be read: it is a folder. Name a table (CSV)."
