"""Assignment 8 run in a real kernel: solved, blank, half done, and with cells that fail, hang and die."""

import re
import shutil
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from tests.assignment.notebooks import blank, cell_of, filled, written

from gradbook.assignment import load_assignment
from gradbook.assignment.authoring.build import Built
from gradbook.assignment.checking.checks import CheckResult
from gradbook.assignment.checking.grading_session import GradingSession
from gradbook.assignment.checking.notebook_run import run_notebook
from gradbook.assignment.errors import KernelError
from gradbook.assignment.running.exports import Exports

QUESTIONS = [f"q{number}" for number in range(1, 9)]


@pytest.fixture(autouse=True)
def sample_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GRADBOOK_DATA", "")


def run(notebook: Any, folder: Path, limit: float = 60.0) -> Exports:
    return run_notebook(GradingSession(load_assignment(folder)), notebook, folder, limit=limit)


def check(exports: Exports, folder: Path) -> dict[str, list[CheckResult]]:
    return GradingSession(load_assignment(folder)).check(exports)


def passed(results: dict[str, list[CheckResult]]) -> set[str]:
    return {id for id, mine in results.items() if all(result.passed for result in mine)}


@pytest.fixture(scope="module")
def solved(a8: Built) -> Exports:
    """What the learner's notebook exports after all its blanks were filled as in the solution."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GRADBOOK_DATA", "")
        return run(filled(blank(a8.learner), blank(a8.teacher), QUESTIONS), a8.learner)


def test_solved_it_scores_full_marks(a8: Built, solved: Exports) -> None:
    results = check(solved, a8.learner)
    assert passed(results) == set(QUESTIONS)
    assert float(sum(result.points for mine in results.values() for result in mine)) == 2.5
    assert {run.status for run in solved.cells} == {"ok", "skipped"}


def test_solved_it_prints_what_the_assignment_says(solved: Exports) -> None:
    text = "".join(run.text for run in solved.cells)
    for line in (
        "For the train set:\nTotal number of batches: 40\nNumber of images in each batch in train set: 100\n"
        "Total number of images in train set: 4000\n\nFor the test set:\nTotal number of batches: 10\n"
        "Number of images in each batch in test set: 100\nTotal number of images in test set: 1000\n",
        "torch.Size([28, 28])\n",
        "(l1): Linear(in_features=784, out_features=500, bias=True)",
        "Total Batches in train set: 40\nEpoch [1/3], Batch [10/40], Loss: ",
    ):
        assert line in text
    assert len(re.findall(r"Epoch \[\d/3\], Batch \[\d0/40\], Loss: \d\.\d{4}\n", text)) == 12
    accuracies = [float(number) for number in re.findall(r"Accuracy .*: (\d+\.\d) %", text)]
    before, after, seen = accuracies
    assert before < 40
    assert after > 80
    assert seen > 80
    assert "Accuracy of the network on the 1000 test images: " in text


def test_solved_it_draws_two_times_ten_digits_and_the_losses(solved: Exports) -> None:
    pictures = [picture for run in solved.cells for picture in run.pictures]
    assert len(pictures) == 3
    assert all(picture.startswith(b"\x89PNG") and len(picture) > 3000 for picture in pictures)


def test_solved_its_network_reads_images_that_it_was_not_trained_on(a8: Built, solved: Exports) -> None:
    (result,) = check(solved, a8.learner)["q8"]
    match = re.search(r"reads (\d+\.\d)% of 1,000 images that it was not trained on", result.message)
    assert match
    assert float(match[1]) > 85
    assert len(solved.numbers("losses")) == 3 * 40


def test_weights_can_be_tried_on_images_the_notebook_never_touched(solved: Exports, mnist: Any) -> None:
    from gradbook.assignment.checking.accuracy import accuracy_on_unseen_digits

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GRADBOOK_DATA", mnist.origin)
        accuracy, images = accuracy_on_unseen_digits(solved.state("model"))
    assert images == 9000
    assert accuracy > 0.8


def test_blank_it_scores_nothing(a8: Built) -> None:
    results = check(run(blank(a8.learner), a8.learner), a8.learner)
    assert passed(results) == set()
    assert sum(result.points for mine in results.values() for result in mine) == 0
    assert not any(result.broken or result.person for mine in results.values() for result in mine)


def test_half_done_with_a_cell_that_hangs_and_one_that_kills_the_kernel(a8: Built, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    shutil.copytree(a8.learner, folder)
    notebook = filled(blank(folder), blank(a8.teacher), ["q1", "q6", "q7"])
    notebook = written(notebook, "q2", "![Q2](imgs/Q2.png)")
    notebook = written(notebook, "q3", "$dr/db = 7$")
    notebook = written(notebook, "q8", "import os\nos._exit(3)")
    cells = notebook["cells"]
    hanging = {**cell_of(notebook, "q6"), "id": "mine", "metadata": {}, "source": "import time\ntime.sleep(600)"}
    cells.insert(cells.index(cell_of(notebook, "q6")) + 2, hanging)
    (folder / "A8.ipynb").rename(folder / "smith_A8.ipynb")  # the name does not matter
    exports = run(notebook, folder, limit=15.0)  # imports of torch are slow on a busy machine
    status = {cells[run.index]["id"]: run.status for run in exports.cells}
    assert status["mine"] == "timeout"
    assert status["q8-answer-1"] == "died"
    assert status["q7-answer-1"] == "ok"
    results = check(exports, folder)
    assert passed(results) == {"q1", "q6", "q7"}
    assert all(result.person for result in results["q2"])
    assert [result.passed for result in results["q3"]] == [False] * 4


def test_a_kernel_that_does_not_start_is_said(a8: Built, monkeypatch: pytest.MonkeyPatch) -> None:
    no_python = SimpleNamespace(executable=shutil.which("false"))
    monkeypatch.setattr("gradbook.assignment.running.kernel.sys", no_python)
    with pytest.raises(KernelError, match="Try again when this machine is less busy"):
        run(blank(a8.learner), a8.learner)


def test_an_earlier_mistake_is_not_counted_twice(a8: Built) -> None:
    session = GradingSession(load_assignment(a8.learner))
    exports = Exports(answers={"q1": "$q = 10$, $r = q + b = 12$", "q4": "$df/dz = r = 12$"})
    by_name = {result.name: result for result in session.check_question("q4", exports)}
    assert by_name["df/dz"].points == by_name["df/dz"].of / 2
    assert str(by_name["df/dz"].verdict.status) == "carried"  # type: ignore[union-attr]


def test_no_check_gives_an_answer_away(a8: Built) -> None:
    results = check(Exports(answers=dict.fromkeys(QUESTIONS, "$q = 11$, $df/dw = 7$, $w_t = 5.06$")), a8.learner)
    told = " ".join(result.message for mine in results.values() for result in mine)
    assert not re.search(r"\b(784|24|15|4\.94|-?2\.03)\b", told)
