"""Otter alone, without an assignment of ours: each fault that concerns a learner, and that it is mended."""

import time
import warnings
import zipfile
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import nbformat
import pytest

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # Otter's own imports
    import otter.check.notebook
    import otter.check.utils

    PLAIN = otter.check.notebook.Notebook
    from gradbook.assignment import folder as place
    from gradbook.assignment.jupyter import autosave as saving
    from gradbook.assignment.jupyter import otter_notebook as mend

FIRST = 'import otter\ngrader = otter.Notebook("A8.ipynb")'


def notebook(*sources: str) -> nbformat.NotebookNode:
    """A notebook with one test of Otter's, in its metadata."""
    nb = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in (FIRST, *sources)])
    case = {"code": ">>> size == 784\nTrue", "hidden": False, "locked": False, "points": 1}
    test = {"name": "q6", "points": 1, "suites": [{"cases": [case], "scored": True, "type": "doctest"}]}
    nb.metadata["otter"] = {"OK_FORMAT": True, "assignment_name": "A8", "tests": {"q6": test}}
    return nb


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a notebook that its learner renamed."""
    nbformat.write(notebook("size = 784"), tmp_path / "smith_A8.ipynb")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)
    return tmp_path


def test_importing_the_face_puts_the_mended_class_in_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(otter, "Notebook", PLAIN)
    monkeypatch.setattr(otter.check.notebook, "Notebook", PLAIN)
    import gradbook.notebook

    gradbook.notebook.install()
    assert otter.Notebook is mend.Notebook
    assert issubclass(mend.Notebook, PLAIN)


def test_another_otter_is_left_as_it_is(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(otter, "Notebook", PLAIN)
    monkeypatch.setattr(otter, "__version__", "8.0.0")
    mend.install()
    assert otter.Notebook is PLAIN
    assert "this is 8.0.0" in capsys.readouterr().out


def test_a_renamed_notebook_is_found(folder: Path) -> None:
    with pytest.raises(FileNotFoundError):
        PLAIN("A8.ipynb")
    grader = mend.Notebook("A8.ipynb")
    assert grader.check("q6", {"size": 784}).passed_all
    assert not grader.check("q6", {"size": 10}).passed_all


def test_a_notebook_renamed_while_it_is_open_is_found(folder: Path) -> None:
    grader = mend.Notebook("A8.ipynb")
    (folder / "smith_A8.ipynb").rename(folder / "A8 of Smith.ipynb")
    assert grader.check("q6", {"size": 784}).passed_all


def test_the_names_of_the_caller_are_checked(folder: Path) -> None:
    space: dict[str, Any] = {"grader": mend.Notebook("A8.ipynb"), "size": 784}
    exec("result, every = grader.check('q6'), grader.check_all()", space)
    assert space["result"].passed_all
    assert "All test cases passed" in space["every"].summary()


def test_the_notebook_of_this_kernel_comes_first(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nbformat.write(notebook(), folder / "A8.ipynb")
    grader = mend.Notebook("A8.ipynb")
    assert grader._resolve_nb_path(None) == "A8.ipynb"
    monkeypatch.setenv("JPY_SESSION_NAME", str(folder / "smith_A8.ipynb"))
    assert grader._resolve_nb_path(None) == "smith_A8.ipynb"
    # A kernel that a cell of another notebook started is not that notebook's.
    monkeypatch.setenv("JPY_SESSION_NAME", str(folder.parent / "smith_A8.ipynb"))
    assert grader._resolve_nb_path(None) == "A8.ipynb"


@pytest.fixture
def sleeps(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long was waited for: in a kernel, with no browser."""
    waited: list[float] = []
    clock = SimpleNamespace(now=time.time())

    def sleep(seconds: float) -> None:
        waited.append(seconds)
        clock.now += seconds

    monkeypatch.setattr("time.sleep", sleep)
    monkeypatch.setattr("time.time", lambda: clock.now)
    monkeypatch.setattr("time.monotonic", lambda: clock.now)
    for module in (otter.check.utils, otter.check.notebook):
        monkeypatch.setattr(module, "get_ipython", lambda: SimpleNamespace(user_ns={}), raising=False)
    return waited


def test_export_does_not_wait_for_a_browser(folder: Path, sleeps: list[float]) -> None:
    (folder / "smith_A8.ipynb").rename(folder / "A8.ipynb")
    with pytest.warns(UserWarning, match="Couldn't automatically save"):
        PLAIN("A8.ipynb").export(pdf=False, force_save=True, display_link=False)
    assert sum(sleeps) > 9
    sleeps.clear()
    mend.Notebook("A8.ipynb").export(pdf=False, force_save=True, display_link=False)
    assert sleeps == []


def test_a_browser_that_does_not_answer_is_given_up_soon(
    folder: Path, sleeps: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder / "smith_A8.ipynb"
    monkeypatch.setenv("JPY_SESSION_NAME", str(path))
    monkeypatch.setattr(saving, "_ask_browser", lambda: True)
    saved = saving.save(path)
    assert 0 < sum(sleeps) <= saving.PATIENCE + 0.1
    assert not saved.now
    assert "Press Ctrl+S" in saved.advice


def test_vs_code_says_which_notebook_it_is(folder: Path) -> None:
    nbformat.write(notebook(), folder / "A8.ipynb")
    space = {"__vsc_ipynb_file__": str(folder / "smith_A8.ipynb")}
    assert place.find_notebook(folder, "A8.ipynb", space).name == "smith_A8.ipynb"
    assert place.find_notebook(folder, "A8.ipynb", {}).name == "A8.ipynb"


def test_export_of_a_renamed_notebook(folder: Path) -> None:
    mend.Notebook("A8.ipynb").export(pdf=False, display_link=False)
    [made] = folder.glob("*.zip")
    assert "smith_A8.ipynb" in zipfile.ZipFile(made).namelist()


def test_export_needs_no_latex(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def no_latex(*_: object, **__: object) -> None:
        raise OSError("xelatex not found on PATH")

    (folder / "smith_A8.ipynb").rename(folder / "A8.ipynb")
    monkeypatch.setattr(otter.check.notebook, "export_notebook", no_latex)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with pytest.raises(OSError, match="xelatex"):
            PLAIN("A8.ipynb").export(pdf=True, display_link=False)
        for half in folder.glob("*.zip"):
            half.unlink()
        mend.Notebook("A8.ipynb").export(pdf=True, display_link=False)
    [made] = folder.glob("*.zip")
    assert zipfile.ZipFile(made).testzip() is None
    assert "No PDF could be made" in capsys.readouterr().out


def test_otter_grades_a_renamed_notebook(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PLAIN, "_grading_mode", True)
    monkeypatch.setattr(PLAIN, "_tests_dir_override", str(folder / "tests"))
    (folder / "tests").mkdir()
    with pytest.raises(FileNotFoundError):
        PLAIN("A8.ipynb")
    grader = mend.Notebook("A8.ipynb")
    assert grader.check("q1") is None  # a written question stops nothing
    assert grader.check_all() is None
    assert grader.export() is None
    assert not list(folder.glob("*.zip"))


def test_no_notebook_or_several_is_said(folder: Path) -> None:
    grader = mend.Notebook("A8.ipynb")
    nbformat.write(notebook(), folder / "draft.ipynb")
    with pytest.raises(mend.PlaceError, match=r"several notebooks .*draft.ipynb, smith_A8.ipynb"):
        grader._resolve_nb_path(None)
    for path in folder.glob("*.ipynb"):
        path.unlink()
    with pytest.raises(mend.PlaceError, match="no notebook"):
        grader._resolve_nb_path(None)
