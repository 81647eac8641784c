"""What a learner does in JupyterLab, in a real browser."""

import json
import zipfile
from collections.abc import Iterator

import nbformat
import pytest
from playwright.sync_api import Browser
from tests.assignment.jupyterlab import Lab, jupyterlab, until
from tests.assignment.learner import KERNEL, make_folder

from gradbook.assignment.layout import RECORD
from gradbook.assignment.quiz.questions import without_keys
from gradbook.assignment.quiz.record import read_record, write_choice

pytestmark = pytest.mark.browser
QUIZ = [
    {
        "id": "k1",
        "question": "By which rule is $\\frac{\\partial f}{\\partial w}$ found on a graph with one path?",
        "type": "multiple_choice",
        "answers": [{"answer": text, "correct": False} for text in ("sum", "chain rule", "none")],
    },
    {
        "id": "k2",
        "question": "Which hold?",
        "type": "many_choice",
        "answers": [{"answer": "$q = w x$", "correct": True}, {"answer": "$q = w + x$", "correct": False}],
    },
]


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Lab]:
    """JupyterLab on a learner's folder, whose notebook was renamed, with a quiz in another notebook."""
    own = tmp_path_factory.mktemp("lab")
    root = make_folder(own / "a1", name="smith_A1.ipynb")
    (root / ".gradbook/quiz.json").write_text(json.dumps(without_keys(QUIZ)))
    cells = [nbformat.v4.new_code_cell(f'from gradbook.quiz import ask\n\nask("{name}")') for name in ("k1", "k2")]
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=KERNEL), root / "quiz.ipynb")
    with jupyterlab(root, own, browser) as running:
        yield running


def test_the_quiz_is_answered_and_an_answer_changed(lab: Lab) -> None:
    (lab.root / RECORD).unlink(missing_ok=True)
    lab.open("quiz.ipynb")
    output = lab.run(0)
    radios = output.locator("input[type=radio]")
    radios.first.wait_for()
    assert radios.count() == 3
    assert not any(radios.nth(number).is_checked() for number in range(3))
    radios.nth(1).click()
    until(lambda: read_record(lab.root).choices == {"k1": "b"})
    output.get_by_text("Saved: b").wait_for()
    radios.nth(2).click()
    until(lambda: read_record(lab.root).choices == {"k1": "c"})
    boxes = lab.run(1).locator("input[type=checkbox]")
    boxes.first.click()
    until(lambda: read_record(lab.root).choices == {"k1": "c", "k2": ["a"]})
    lab.picture("quiz")
    page = lab.page.content()
    assert '"correct"' not in page


def test_reopening_shows_the_choice_made(lab: Lab) -> None:
    write_choice(lab.root, "k1", "c")
    lab.open("quiz.ipynb")
    radios = lab.run(0).locator("input[type=radio]")
    until(lambda: radios.count() == 3 and radios.nth(2).is_checked())
    lab.picture("quiz-reopened")


def test_a_written_answer_is_checked_as_it_stands_on_the_screen(lab: Lab) -> None:
    lab.open("smith_A1.ipynb")
    lab.run(0)
    lab.write(5, "$df/dw = 5$")
    wrong = lab.run(6)
    wrong.get_by_text("Not right yet.").wait_for()
    assert "0 of 1 right" in wrong.inner_text()
    # Nobody pressed Ctrl+S: the browser saved when it was asked, so that there is nothing to warn of.
    assert "last saved" not in wrong.inner_text()
    wrong.get_by_text("Hint 1").click()
    wrong.get_by_text("Hint 2").click()
    lab.picture("wrong")
    lab.write(5, "By the product rule: $df/dw = x = 2$")
    right = lab.run(6)
    right.get_by_text("q2 Gradients: all right").wait_for()
    lab.picture("right")


def test_the_last_cell_makes_the_zip(lab: Lab) -> None:
    lab.open("smith_A1.ipynb")
    lab.run(0)
    lab.write(2, "![Q1](imgs/q1.png)")
    lab.run(3).get_by_text("q1 Values: a person will look at this").wait_for()
    write_choice(lab.root, "k1", "c")
    output = lab.run(lab.page.locator(".jp-Notebook .jp-Cell").count() - 1)
    output.get_by_text("Download").wait_for()
    said = output.inner_text()
    lab.picture("export")
    assert "The picture imgs/q1.png is not there" in said
    assert "a blank (...) is still to be filled in" in said
    assert "last saved" not in said
    [made] = lab.root.glob("*.zip")
    with zipfile.ZipFile(made) as archive:
        assert b"imgs/q1.png" in archive.read("A1.ipynb")
        assert RECORD in archive.namelist()
