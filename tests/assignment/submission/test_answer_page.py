"""The written part as a page to read."""

import base64
from pathlib import Path

from tests.assignment.learner import RIGHT, make_folder, notebook

from gradbook.assignment.definition import load_assignment
from gradbook.assignment.graph_questions import GraphQuestions
from gradbook.assignment.notebook.answers import HandedIn, Outline
from gradbook.assignment.submission.answer_page import answer_page
from gradbook.assignment.submission.package import hand_in

PNG = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==")


def page(folder: Path, answers: dict[str, str], attachments: dict[str, dict[str, str]] | None = None) -> str:
    """The page of a notebook with these answers."""
    nb = notebook(RIGHT | answers)
    if attachments:
        nb.cells[2]["attachments"] = attachments
    asked = load_assignment(folder)
    return answer_page(HandedIn(nb, Outline(asked, GraphQuestions(asked).fill)), asked, folder, "A1.ipynb")


def test_the_written_answers_are_in_it_and_nothing_else(tmp_path: Path) -> None:
    text = page(make_folder(tmp_path / "a1"), {})
    assert text.count("<math") == 3
    assert "Because." in text
    assert "q3" not in text
    assert "grader.check" not in text


def test_no_answer_is_said(tmp_path: Path) -> None:
    assert page(make_folder(tmp_path / "a1"), {"q2": " "}).count("No answer.") == 1


def test_pictures_are_in_the_page(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "a1")
    (folder / "imgs/my page.png").write_bytes(PNG)
    (tmp_path / "secret.png").write_bytes(PNG)
    (folder / "imgs/script.svg").write_text("<svg onload='alert(1)'/>")
    attached = {"kept.png": {"image/png": base64.b64encode(PNG).decode()}}
    links = (
        "![](<imgs/my page.png>) ![](attachment:kept.png) ![](../secret.png) ![](imgs/script.svg) ![](attachment:no)"
    )
    text = page(folder, {"q1": links}, attached)
    assert text.count('src="data:image/png;base64,iVBOR') == 2
    assert text.count("picture not found") == 3
    assert "http" not in text.replace("http://www.w3.org", "")


def test_html_of_a_learners_is_shown_not_run(tmp_path: Path) -> None:
    text = page(make_folder(tmp_path / "a1"), {"q5": "<script>alert(1)</script> <img src=x onerror=alert(1)>"})
    assert "<script" not in text
    assert "&lt;script&gt;" in text


def test_submit_makes_it(tmp_path: Path) -> None:
    made = hand_in(make_folder(tmp_path / "a1", notebook(RIGHT)), reading=True)
    assert made.page is not None
    assert "<math" in made.page.read_text()
    assert f"To read:  {made.page.resolve()}" in made.text
