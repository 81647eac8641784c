"""Starting an assignment: a whole folder, or none; and never over a learner's work."""

from pathlib import Path

import pytest
from tests.assignment.learner import make_folder, notebook, ran
from tests.conftest import command_in

from gradbook.assignment.authoring.build import Built
from gradbook.assignment.authoring.template import new_assignment
from gradbook.assignment.definition import load_assignment
from gradbook.assignment.errors import AssignmentError, WriteError
from gradbook.assignment.folder import PlaceError
from gradbook.assignment.submission import start as starting
from gradbook.assignment.submission.package import hand_in
from gradbook.assignment.submission.start import Started, open_lab, start


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Assignment 8, started for somebody."""
    folder = tmp_path_factory.mktemp("start")
    assert "jupyter lab a8/A8.ipynb" in command_in(folder)("start", "a8", "--name", "Ada Lovelace").stdout
    return folder / "a8"


def test_the_folder_has_all_that_is_needed(begun: Path) -> None:
    assert {".gradbook", "A8.ipynb", "data", "imgs"} <= {path.name for path in begun.iterdir()}
    assert load_assignment(begun).notebook == "A8.ipynb"
    assert [path.name for path in begun.parent.iterdir()] == ["a8"]  # nothing is left beside it


def test_options_that_do_not_fit_a_folder_that_is_there_are_refused(begun: Path) -> None:
    for options in ({"variant": "ada"}, {"name": "Bob"}):
        with pytest.raises(PlaceError, match="NOT applied"):
            start("a8", begun, **options)
    with pytest.raises(PlaceError, match="is a folder of a8, not of vectors"):
        start("vectors", begun)
    assert start("a8", begun, name="Ada Lovelace").named == ""


def test_a_name_may_be_given_later(begun: Path) -> None:
    told = begun / ".gradbook/learner.json"
    told.unlink()
    assert (
        "Your receipt now says Ada Lovelace; nothing else was changed." in start("a8", begun, name="Ada Lovelace").text
    )
    assert "Ada" in told.read_text()


def test_a_folder_that_was_handed_out_gets_a_name_from_above_and_from_inside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(starting, "build", None)
    folder = make_folder(tmp_path / "neu", ran(notebook()))
    for where, here, words in (("neu", tmp_path, "cd neu && gradbook submit"), (".", folder, "or: gradbook submit")):
        monkeypatch.chdir(here)
        said = start(where, name="Ada").text
        assert "is there already. Your receipt now says Ada; nothing else was changed." in said and words in said
        assert hand_in(folder).receipt.learner == "Ada"
        (folder / ".gradbook/learner.json").unlink()
    with pytest.raises(PlaceError, match="is a learner's folder already: work in it, without --folder"):
        start(".", tmp_path / "another", name="Ada")
    with pytest.raises(PlaceError, match="Ask your teacher for a folder with it"):
        start(".", variant="ada")


def test_a_place_that_cannot_be_written_to_is_said_in_one_line() -> None:
    for make in (lambda: start("a8", Path("/proc/x")), lambda: new_assignment(Path("/proc/x"))):
        with pytest.raises(WriteError, match="Cannot make /proc/x: ") as caught:
            make()
        assert caught.value.exit_code == 1


def test_the_name_is_on_the_receipt(begun: Path) -> None:
    assert "Name:    Ada Lovelace" in hand_in(begun).receipt.text


def test_a_learners_work_is_never_overwritten(begun: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(starting, "build", None)  # nothing is built a second time
    (begun / "A8.ipynb").rename(begun / "mine.ipynb")
    before = (begun / "mine.ipynb").read_bytes()
    again = start("a8", begun)
    assert not again.fresh
    assert again.notebook.name == "mine.ipynb"
    assert (begun / "mine.ipynb").read_bytes() == before
    assert "Nothing in it was changed." in again.text


def test_who_has_no_jupyterlab_is_told_how_to_get_it(begun: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(starting, "find_spec", lambda _: None)
    for fresh in (True, False):
        assert "not installed here: pip install jupyterlab" in Started(begun, begun / "A8.ipynb", fresh).text
    with pytest.raises(PlaceError, match="pip install jupyterlab"):
        open_lab(begun / "A8.ipynb")
    monkeypatch.setattr(starting, "find_spec", lambda name: name)
    assert "pip install" not in Started(begun, begun / "A8.ipynb", fresh=True).text


def test_a_second_folder_beside_the_first(begun: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def built(where: Path, out: Path, **_: object) -> Built:
        assert not (where / ".gradbook").exists()  # the assignment, not the folder a8 in which somebody works
        (out / "learner/.gradbook").mkdir(parents=True)
        return Built(out / "learner", out, out)

    monkeypatch.chdir(begun.parent)
    monkeypatch.setattr(starting, "build", built)
    assert start("a8", Path("again"), name="Ada").fresh
    assert (begun.parent / "again/.gradbook/learner.json").is_file()


def test_another_folder_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "a8").mkdir()
    (tmp_path / "a8/essay.txt").write_text("mine")
    with pytest.raises(PlaceError, match="--folder NAME"):
        start("a8", tmp_path / "a8")
    assert [path.name for path in (tmp_path / "a8").iterdir()] == ["essay.txt"]


def test_an_interruption_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: Path, out: Path, **__: object) -> Built:
        (out / "learner").mkdir(parents=True)
        raise KeyboardInterrupt

    monkeypatch.setattr(starting, "build", interrupted)
    with pytest.raises(KeyboardInterrupt):
        start("a8", tmp_path / "a8")
    assert list(tmp_path.iterdir()) == []


def test_the_commands(begun: Path) -> None:
    assert "is there already" in command_in(begun.parent)("start", "a8").stdout
    said = command_in(begun)("submit", "--html", "--out", "mine.zip").stdout
    assert "q1: no answer yet" in said
    assert {"mine.zip", "mine.html", "mine_receipt.txt"} <= {path.name for path in begun.iterdir()}
    assert "no assignment" in command_in(begun.parent)("submit", code=2).stderr


@pytest.mark.parametrize("name", ["../up", "a9/../../up"])
def test_a_new_assignment_is_made_in_this_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    with pytest.raises(AssignmentError, match="leads out of this folder"):
        new_assignment(Path(name))
    assert [path.name for path in tmp_path.iterdir()] == ["here"]
