"""What a learner does in JupyterLab, in a real browser."""

import json
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest

from gradbook.assignment.quizfile import without_keys
from gradbook.assignment.record import read_record
from tests.assignment.jupyterlab import Lab, jupyterlab, until

pytestmark = pytest.mark.browser
KERNEL = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
QUIZ = [
    {
        "id": "q1",
        "question": "By which rule is $\\frac{\\partial f}{\\partial w}$ found on a graph with one path?",
        "type": "multiple_choice",
        "answers": [{"answer": text, "correct": False} for text in ("sum", "chain rule", "none")],
    },
    {
        "id": "q2",
        "question": "Which hold?",
        "type": "many_choice",
        "answers": [{"answer": "$q = w x$", "correct": True}, {"answer": "$q = w + x$", "correct": False}],
    },
]


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory, chromium: str) -> Iterator[Lab]:
    """JupyterLab on a folder with a small quiz."""
    own = tmp_path_factory.mktemp("lab")
    root = own / "work"
    (root / ".gradbook").mkdir(parents=True)
    (root / ".gradbook/assignment.toml").write_text("")
    (root / ".gradbook/quiz.json").write_text(json.dumps(without_keys(QUIZ)))
    cells = [nbformat.v4.new_code_cell(f'from gradbook.quiz import ask\n\nask("{name}")') for name in ("q1", "q2")]
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=KERNEL), root / "quiz.ipynb")
    with jupyterlab(root, own, chromium) as running:
        yield running


def test_the_quiz_is_answered_and_an_answer_changed(lab: Lab) -> None:
    lab.open("quiz.ipynb")
    output = lab.run(0)
    radios = output.locator("input[type=radio]")
    radios.first.wait_for()
    assert radios.count() == 3
    assert not any(radios.nth(number).is_checked() for number in range(3))
    radios.nth(1).click()
    until(lambda: read_record(lab.root).choices == {"q1": "b"})
    output.get_by_text("Saved: b").wait_for()
    radios.nth(2).click()
    until(lambda: read_record(lab.root).choices == {"q1": "c"})
    boxes = lab.run(1).locator("input[type=checkbox]")
    boxes.first.click()
    until(lambda: read_record(lab.root).choices == {"q1": "c", "q2": ["a"]})
    lab.picture("quiz")
    page = lab.page.content()
    assert '"correct"' not in page


def test_reopening_shows_the_choice_made(lab: Lab) -> None:
    lab.open("quiz.ipynb")
    radios = lab.run(0).locator("input[type=radio]")
    until(lambda: radios.count() == 3 and radios.nth(2).is_checked())
    lab.picture("quiz-reopened")
