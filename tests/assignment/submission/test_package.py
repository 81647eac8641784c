"""Handing in: what is missing is said, the zip is made all the same, and the receipt is that of its content."""

import hashlib
import json
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import nbformat
import pytest
from tests.assignment.learner import RIGHT, make_folder, notebook, ran

from gradbook.assignment.folder import PlaceError
from gradbook.assignment.layout import RECORD
from gradbook.assignment.notebook.blanks import has_blank
from gradbook.assignment.quiz.record import write_choice
from gradbook.assignment.submission.completeness import Severity
from gradbook.assignment.submission.package import hand_in
from gradbook.core.outputs import OutputError

NOW = datetime(2023, 6, 2, 12, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A learner's folder with everything done."""
    made = make_folder(tmp_path / "a1", ran(notebook(RIGHT, "784")))
    for name in ("k1", "k2"):
        write_choice(made, name, "a")
    return made


def save(folder: Path, nb: Any) -> None:
    nbformat.write(nb, folder / "A1.ipynb")


def findings(folder: Path) -> list[str]:
    """What is found, as a learner reads it."""
    return [str(finding) for finding in hand_in(folder, now=NOW).findings]


def test_a_complete_hand_in(folder: Path) -> None:
    (folder / "imgs/Q1.png").write_bytes(b"\x89PNG")
    made = hand_in(folder, now=NOW)
    assert made.findings == ()
    assert "Complete: nothing is missing." in made.text
    with zipfile.ZipFile(made.zip) as archive:
        names = ["A1.ipynb", RECORD, "imgs/Q1.png", "receipt.json", "__zip_filename__"]
        assert archive.namelist() == names
        assert archive.read("A1.ipynb") == (folder / "A1.ipynb").read_bytes()
        assert archive.read("__zip_filename__").decode() == made.zip.name
        hashes = [f"{hashlib.sha256(archive.read(name)).hexdigest()}  {name}\n" for name in sorted(names[:3])]
    assert made.receipt.sha256 == hashlib.sha256("".join(hashes).encode()).hexdigest()
    assert made.receipt.sha256 in made.receipt_path.read_text()


def test_a_receipt_without_a_name_says_so_and_a_name_may_be_given_with_the_hand_in(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    assert 'It bears no name. Add yours: gradbook submit --name "Your Name"' in hand_in(now=NOW).text
    monkeypatch.chdir(folder.parent)
    assert f'gradbook submit "{folder / "A1.ipynb"}" --name "Your Name"' in hand_in(folder, now=NOW).text
    assert hand_in(folder, name="Ada", now=NOW).receipt.learner == "Ada"
    made = hand_in(folder, now=NOW)  # it is kept
    assert "Name:    Ada" in made.receipt.text and "no name" not in made.text
    with pytest.raises(PlaceError, match="is Ada's: --name was NOT applied"):
        hand_in(folder, name="Bob", now=NOW)


def test_the_blank_notebook_lacks_everything(tmp_path: Path) -> None:
    made = hand_in(make_folder(tmp_path / "a1"), now=NOW)
    missing = {finding.where for finding in made.findings if finding.severity is Severity.MISSING}
    assert missing == {"q1", "q2", "q3", "q4", "q5"}
    assert "The zip is made all the same" in made.text
    assert made.zip.is_file()


def test_a_deleted_answer_cell(folder: Path) -> None:
    nb = ran(notebook(RIGHT, "784"))
    nb.cells = [cell for cell in nb.cells if cell.metadata.get("gradbook") != {"question": "q2", "role": "answer"}]
    save(folder, nb)
    assert any("q2: its answer cell is gone. Bring it back" in text for text in findings(folder))


def test_a_deleted_check_cell(folder: Path) -> None:
    nb = ran(notebook(RIGHT, "784"))
    nb.cells = [cell for cell in nb.cells if cell.metadata.get("gradbook") != {"question": "q3", "role": "check"}]
    save(folder, nb)
    assert findings(folder) == ['q3: its check cell is gone. Put one back: grader.check("q3")']


def test_cells_that_never_ran(folder: Path) -> None:
    nb = ran(notebook(RIGHT, "784"))
    nb.cells[-1].execution_count = None  # the cell that makes the zip is running while it is saved
    nb.cells[3].execution_count = None  # a check is nobody's duty
    nb.cells[7].execution_count = None
    save(folder, nb)
    assert findings(folder) == [
        "cell 8 (size = 784): not run, or not saved after the run. Use Run > Run All Cells, then save (Ctrl+S)."
    ]


def test_cells_run_out_of_order(folder: Path) -> None:
    nb = ran(notebook(RIGHT, "784"))
    nb.cells[0].execution_count = 30
    save(folder, nb)
    [found] = findings(folder)
    assert found.startswith(
        "cell 8 (size = 784): it was run before cell 1 (import gradbook.notebook), which stands above it"
    )


def test_a_check_may_be_repeated(folder: Path) -> None:
    nb = ran(notebook(RIGHT, "784"))
    nb.cells[3].execution_count = 30
    save(folder, nb)
    assert findings(folder) == []


def test_a_cell_that_ended_with_an_error(folder: Path) -> None:
    nb = ran(notebook(RIGHT, "784"))
    nb.cells[7].outputs = [nbformat.v4.new_output("error", ename="NameError", evalue="x", traceback=[])]
    save(folder, nb)
    assert findings(folder) == ["cell 8 (size = 784): it ended with NameError. Correct it and run it again."]


def test_a_picture_that_is_linked_but_missing(folder: Path) -> None:
    save(folder, ran(notebook(RIGHT | {"q1": "![Q1](imgs/q1.png)"}, "784")))
    (folder / "imgs/Q1.png").write_bytes(b"\x89PNG")
    [found] = findings(folder)
    assert found.startswith("q1: The picture imgs/q1.png is not there. Did you mean imgs/Q1.png?")


def test_an_unanswered_quiz_and_a_damaged_record(folder: Path) -> None:
    (folder / RECORD).write_text('k1\t"a"\nk2 b\n')
    one, two = findings(folder)
    assert one.startswith("q4: the quiz question k2 is not answered")
    assert two.startswith("quiz: record.txt, line 2:")


@pytest.mark.parametrize(
    ("source", "blank"),
    [
        ("size = ...", True),
        ("def forward(self, x):\n    out = ...\n    return out", True),
        ("nn.Linear(..., 10)", True),
        ("x[..., 0]", False),
        ("# ...\nprint('...')", False),
        ("not python ...", False),
    ],
)
def test_a_blank_is_told_from_an_index(source: str, blank: bool) -> None:
    assert has_blank(source) is blank


def test_a_picture_that_is_too_large_or_elsewhere_is_left_out(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gradbook.assignment.submission.package.MAX_FILE", 10)
    (folder.parent / "secret.png").write_bytes(b"secret")
    (folder / "imgs/link.png").symlink_to(folder.parent / "secret.png")
    (folder / "imgs/large.png").write_bytes(b"x" * 11)
    (folder / "imgs/small.png").write_bytes(b"x")
    made = hand_in(folder, now=NOW)
    assert [str(finding)[:24] for finding in made.findings] == ["imgs/large.png: it is la"]
    assert {part.name for part in made.receipt.parts} == {"A1.ipynb", RECORD, "imgs/small.png"}


def test_a_notebook_that_grading_would_not_read_is_said_to_be_too_large(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gradbook.assignment.submission.package.LARGEST_HANDED_IN", 100)
    (finding,) = hand_in(folder, now=NOW).findings
    assert "that grading reads. Clear its outputs" in str(finding)


def test_a_notebook_is_handed_in_under_the_name_that_was_asked_for(folder: Path) -> None:
    (folder / "A1.ipynb").rename(folder / "smith A1 (2).ipynb")
    made = hand_in(folder, now=NOW)
    assert made.zip.name.startswith("smith A1 (2)_2023_06_02T")
    assert made.receipt.parts[0].name == "A1.ipynb"


def test_a_notebook_that_vs_code_saved(folder: Path) -> None:
    nb = ran(notebook(RIGHT, "784"))
    nb.nbformat_minor = 2
    for cell in nb.cells:
        del cell["id"]
    nb.metadata = {"language_info": {"name": "python"}}
    (folder / "A1.ipynb").write_text(json.dumps(nb, indent=1))
    assert findings(folder) == []


def test_what_cannot_be_done_is_said(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(PlaceError, match="no assignment"):
        hand_in(tmp_path)
    with pytest.raises(PlaceError, match="no notebook"):
        hand_in(folder, folder / "other.ipynb")
    (tmp_path / "taken").mkdir()
    with pytest.raises(OutputError, match="--out"):
        hand_in(folder, out=tmp_path / "taken")


@pytest.mark.parametrize("name", ["A1.ipynb", "essay.txt", "photos.zip", "imgs"])
def test_nothing_but_an_earlier_zip_is_overwritten(folder: Path, name: str) -> None:
    (folder / "essay.txt").write_text("mine")
    with zipfile.ZipFile(folder / "photos.zip", "w") as archive:
        archive.writestr("one.png", b"x")
    before = (folder / name).read_bytes() if name != "imgs" else b""
    with pytest.raises(OutputError, match="--out") as caught:
        hand_in(folder, out=folder / name)
    assert caught.value.exit_code == 2
    assert name == "imgs" or (folder / name).read_bytes() == before


def test_what_lies_beside_the_zip_is_not_overwritten_either(folder: Path) -> None:
    (folder / "mine_receipt.txt").write_text("of the baker's")
    with pytest.raises(OutputError, match="mine_receipt"):
        hand_in(folder, out=folder / "mine.zip")
    assert not (folder / "mine.zip").exists()


def test_a_zip_gets_its_ending_may_be_made_again_and_is_named_whole(folder: Path) -> None:
    for _ in range(2):
        made = hand_in(folder, out=folder / "mine", reading=True)
        assert made.zip == folder / "mine.zip"
    assert f"Hand in:  {folder.resolve() / 'mine.zip'}" in made.text
