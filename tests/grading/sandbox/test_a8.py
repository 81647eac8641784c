"""Assignment 8 in the sandbox: the kit's notebook and the course's own, with data that was cut, and judged outside."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.assignment import original_notebook
from tests.assignment.notebooks import blank, filled

from gradbook.assignment import load_assignment
from gradbook.assignment.authoring.build import Built, build
from gradbook.assignment.checking.grading_session import GradingSession
from gradbook.digits import Digits, load
from gradbook.grading.given_data import given_data
from gradbook.grading.sandbox import MODES, SandboxError, SandboxRunner

QUESTIONS = [f"q{number}" for number in range(1, 9)]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build("a8", tmp_path_factory.mktemp("a8") / "dist", data="sample", gradescope=False)


@pytest.fixture(scope="module", params=MODES)
def runner(request: pytest.FixtureRequest) -> Iterator[SandboxRunner]:
    try:
        made = SandboxRunner(request.param)
    except SandboxError as error:
        pytest.skip(str(error))
    yield made
    made.close()


@pytest.fixture(autouse=True)
def sample_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GRADBOOK_DATA", "")


def graded(runner: SandboxRunner, notebook: Any, data: Digits) -> dict[str, bool]:
    a8 = load_assignment("a8")
    session = GradingSession(a8)
    with given_data(a8, data) as folder:
        outcome = runner.run(session.job(notebook, data=folder))
    assert outcome.trouble == ""
    results = session.check(session.put_beside(outcome.exports, notebook))
    assert not any(result.broken for mine in results.values() for result in mine)
    return {id: all(result.passed for result in mine) for id, mine in results.items()}


def test_the_kits_notebook_solved_gets_all(runner: SandboxRunner, built: Built) -> None:
    solved = filled(blank(built.learner), blank(built.teacher), QUESTIONS)
    assert graded(runner, solved, load("sample")) == dict.fromkeys(QUESTIONS, True)


def test_the_courses_own_notebook_solved_gets_all(runner: SandboxRunner) -> None:
    # 4,000 images: the notebook takes all of them here
    assert graded(runner, original_notebook.solved(part=1), load("sample")) == dict.fromkeys(QUESTIONS, True)


# What is not there is missed outside the sandbox, whichever it is.
@pytest.mark.parametrize("runner", MODES[:1], indirect=True)
def test_blank_and_wrong_ones_get_nothing(runner: SandboxRunner, built: Built) -> None:
    sample = load("sample")
    assert graded(runner, blank(built.learner), sample) == dict.fromkeys(QUESTIONS, False)
    # Without its ReLU a network can still be trained, which is q8.
    assert graded(runner, original_notebook.wrong(part=1), sample) == dict.fromkeys(QUESTIONS, False) | {"q8": True}


def test_the_images_that_networks_are_tried_on_are_not_inside(runner: SandboxRunner, tmp_path: Path) -> None:
    sample = load("sample")
    more = Digits(
        sample.train_images,
        sample.train_labels,
        sample.train_images,
        sample.train_labels,
        "more",
        "here",
        sample.class_names,
    )
    sizes = "[len(torchvision.datasets.MNIST('data', train=part, download=True)) for part in (True, False)]"
    cell = f"import torchvision\nlosses = {sizes}"
    a8 = load_assignment("a8")
    session = GradingSession(a8)
    notebook = original_notebook.blank()
    notebook.cells[-1].source = cell
    with given_data(a8, more) as folder:
        exports = runner.run(session.job(notebook, data=folder)).exports
    assert exports.values["losses"] == [4000, 1000]
