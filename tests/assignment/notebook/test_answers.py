"""Which cells are a question's, in whatever state the notebook comes back."""

import copy
from pathlib import Path
from typing import Any

import nbformat
import pytest
from tests.assignment.learner import make_folder
from tests.assignment.notebooks import (
    as_jupyterlab,
    as_vscode,
    bare,
    blank,
    cell_of,
    without,
    written,
)

from gradbook.assignment import Assignment, load_assignment
from gradbook.assignment.authoring.build import Built
from gradbook.assignment.errors import NotebookError
from gradbook.assignment.graph_questions import GraphQuestions
from gradbook.assignment.notebook.answers import Answer, HandedIn, Missing, Outline
from gradbook.assignment.notebook.cells import places
from gradbook.assignment.notebook.file import read_notebook

WRITTEN = ("q1", "q2", "q3", "q4", "q5")


@pytest.fixture
def assignment(a8: Built) -> Assignment:
    return load_assignment(a8.learner)


@pytest.fixture
def answered(a8: Built) -> Any:
    """The learner's notebook with an answer to each written question that names it."""
    notebook = blank(a8.learner)
    for id in WRITTEN:
        notebook = written(notebook, id, f"answer to {id}")
    return notebook


def handed_in(notebook: Any, assignment: Assignment) -> HandedIn:
    return HandedIn(notebook, Outline(assignment, GraphQuestions(assignment).fill))


def answers(notebook: Any, assignment: Assignment) -> dict[str, Answer]:
    return handed_in(notebook, assignment).answers


def missing(notebook: Any, assignment: Assignment) -> list[Missing]:
    return handed_in(notebook, assignment).missing


def texts(notebook: Any, assignment: Assignment) -> dict[str, str]:
    return {id: answer.text for id, answer in answers(notebook, assignment).items() if id in WRITTEN}


ALL = {id: f"answer to {id}" for id in WRITTEN}


def test_an_untouched_notebook_has_no_answers(a8: Built, assignment: Assignment) -> None:
    notebook = blank(a8.learner)
    assert texts(notebook, assignment) == dict.fromkeys(WRITTEN, "")
    assert all(answer.found for answer in answers(notebook, assignment).values())
    assert missing(notebook, assignment) == []


@pytest.mark.parametrize("where", ["a8", "learner"])
def test_answers_are_found_with_the_teachers_folder_and_the_learners(a8: Built, answered: Any, where: str) -> None:
    assignment = load_assignment("a8" if where == "a8" else a8.learner)
    assert texts(answered, assignment) == ALL


@pytest.mark.parametrize("saved_by", [as_vscode, as_jupyterlab, bare])
def test_editors_save_different_metadata(answered: Any, assignment: Assignment, saved_by: Any) -> None:
    assert texts(saved_by(answered), assignment) == ALL


def test_headings_tell_questions_apart_where_nothing_else_does(answered: Any, assignment: Assignment) -> None:
    assert texts(bare(answered, markers=False), assignment) == ALL


def test_cells_out_of_order(answered: Any, assignment: Assignment) -> None:
    turned = copy.deepcopy(answered)
    turned["cells"].reverse()
    assert texts(turned, assignment) == ALL


def test_a_deleted_answer_is_missed_and_shifts_no_other(answered: Any, assignment: Assignment) -> None:
    left = without(answered, "q3-answer-1", "q6-check-1")
    assert texts(left, assignment) == {**ALL, "q3": ""}
    assert not answers(left, assignment)["q3"].found
    assert missing(left, assignment) == [Missing("q3", "answer"), Missing("q6", "check")]
    gone = without(answered, "q3-prompt-1", "q3-answer-1", "q3-check-1")
    assert texts(bare(gone), assignment) == {**ALL, "q3": ""}


def test_an_answer_in_several_cells(answered: Any, assignment: Assignment) -> None:
    place = answered["cells"].index(cell_of(answered, "q2"))
    answered["cells"].insert(place + 1, {"cell_type": "markdown", "id": "mine", "metadata": {}, "source": "and more"})
    assert texts(answered, assignment)["q2"] == "answer to q2\n\nand more"


def test_an_answer_in_the_questions_own_text(a8: Built, assignment: Assignment) -> None:
    notebook = blank(a8.learner)
    cell_of(notebook, "q1", "prompt")["source"] += "\n\n$q = 10$"
    assert texts(notebook, assignment)["q1"] == "$q = 10$"
    assert texts(notebook, load_assignment("a8"))["q1"] == "$q = 10$"


def test_an_answer_under_the_placeholder(a8: Built, assignment: Assignment) -> None:
    notebook = blank(a8.learner)
    cell_of(notebook, "q1")["source"] += "\n$q = 10$"
    assert texts(notebook, assignment)["q1"] == "$q = 10$"


def test_what_is_untouched_and_where_something_was_written(a8: Built, assignment: Assignment) -> None:
    notebook = blank(a8.learner)
    mine = handed_in(notebook, assignment)
    assert mine.is_untouched and mine.worked == {}
    mine = handed_in(written(notebook, "q3", "dr/db = 1"), assignment)
    assert not mine.is_untouched and mine.worked == {"q3": "dr/db = 1"}
    mine = handed_in(without(blank(a8.learner), "q3-answer-1"), assignment)
    assert not mine.is_untouched and mine.worked == {}  # something is missing, and nothing was added


def test_of_a_masters_code_no_solution_is_what_learners_get(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "a1") / ".gradbook"
    master = nbformat.read(folder / "blank.ipynb", 4)
    source = "n = 28\n# BEGIN SOLUTION\nside = n\nsize = side * side\n# END SOLUTION\nhalf = 392  # SOLUTION\nprint(n)"
    master.cells.append(nbformat.v4.new_code_cell(source))
    (folder / "blank.ipynb").unlink()
    nbformat.write(master, folder / "A1.ipynb")
    given = Outline(load_assignment(folder), lambda text: text).code
    assert {"n = 28", "print(n)"} <= given
    assert not any("side" in line or "half" in line for line in given)


def test_the_original_notebook_has_neither_names_nor_a_first_heading(assignment: Assignment) -> None:
    cells = [
        ("<!-- BEGIN QUESTION -->\n\nCalculate the forward pass.\n\n_Points:_ 0.3", "first"),
        ("<!-- END QUESTION -->\n\n<!-- BEGIN QUESTION -->\n\n### Intermediary Variables", "second"),
        ("<!-- END QUESTION -->\n\n<!-- BEGIN QUESTION -->\n\n### Intermediary Gradients", "third"),
        ("<!-- END QUESTION -->\n\n<!-- BEGIN QUESTION -->\n\n### Final Local Gradients", "fourth"),
        ("<!-- END QUESTION -->\n\n<!-- BEGIN QUESTION -->\n\n### Gradient Descent Update Rule", "fifth"),
        ("<!-- END QUESTION -->\n\n## Part 2", "no answer"),
    ]
    notebook = {"cells": [{"cell_type": "markdown", "metadata": {}, "source": text} for pair in cells for text in pair]}
    assert list(texts(notebook, assignment).values()) == ["first", "second", "third", "fourth", "fifth"]


def test_what_is_no_notebook(tmp_path: Path) -> None:
    path = tmp_path / "x.ipynb"
    with pytest.raises(NotebookError, match=r"cannot be read"):
        read_notebook(path)
    for junk in ("", "[]", "{}", "not JSON", '{"nbformat": 4}'):
        path.write_text(junk)
        with pytest.raises(NotebookError, match=r"is not a Jupyter notebook"):
            read_notebook(path)


def test_a_notebook_beside_anothers_numbers_keeps_its_places(
    answered: Any, assignment: Assignment, monkeypatch: pytest.MonkeyPatch
) -> None:
    found: list[object] = []

    def counted(*given: Any) -> Any:
        found.append(given)
        return places(*given)

    monkeypatch.setattr("gradbook.assignment.notebook.answers.places", counted)
    first = handed_in(answered, assignment)
    other = HandedIn(answered, Outline(assignment, lambda text: f"{text}!"), first)
    assert len(found) == 1 and other.places == first.places
    assert other.answers["q1"].text == first.answers["q1"].text


def test_of_a_text_without_end_the_first_are_looked_at(answered: Any, assignment: Assignment) -> None:
    lines = "\n".join(map(str, range(300_000)))
    answered["cells"].append(nbformat.v4.new_markdown_cell(f"{lines}\n"))
    found = handed_in(answered, assignment)
    assert found.other_numbers == "" and found.is_known
    assert {id: answer.text for id, answer in found.answers.items() if id in WRITTEN} == ALL
