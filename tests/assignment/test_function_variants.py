"""An assignment whose variants have functions of their own: texts, solutions, picture and judgement follow."""

import json
from pathlib import Path

import pytest
from tests.assignment.notebooks import blank

from gradbook.assignment.authoring.build import build
from gradbook.assignment.checking.grading_session import GradingSession
from gradbook.assignment.definition import load_assignment
from gradbook.assignment.errors import AssignmentError
from gradbook.assignment.graph_questions import GraphQuestions, exercise
from gradbook.assignment.running.exports import Exports

DEFINITION = """\
title = "A neuron of one's own"
notebook = "N.ipynb"
due = 2030-01-31T20:00:00+00:00

[graph]
text = "q = w*x; a = sigmoid(q + b); L = (a - y)**2"
values = { w = 0.5, x = 1.5, b = -0.2, y = 0.8 }
lr = 0.1
variants = "functions"
ranges = { x = [1, 3] }

[[question]]
id = "q1"
title = "Forward"
kind = "written"
points = 1
ask = ["q", "a", "L"]

[[question]]
id = "q2"
title = "Backward"
kind = "written"
points = 1
ask = ["q:formula", "dL/da", "dL/dw", "w1"]
"""
QUESTION = "# BEGIN QUESTION\nname: {}\npoints: 1\nmanual: true"
CELLS = [
    ("raw", "# ASSIGNMENT CONFIG\ninit_cell: true\nrequirements: []\nexport_cell: false"),
    ("markdown", "Your function is `{{text}}`, that is $${{latex}},$$ at w = {{w}}, x = {{x}}, b = {{b}}, y = {{y}}."),
    ("raw", QUESTION.format("q1")),
    ("markdown", "### Question 1: Forward"),
    ("raw", "# BEGIN SOLUTION"),
    ("markdown", "${{q:steps}}$\n\n${{a:steps}}$\n\n${{L:steps}}$"),
    ("raw", "# END SOLUTION"),
    ("raw", "# END QUESTION"),
    ("raw", QUESTION.format("q2")),
    ("markdown", "### Question 2: Backward"),
    ("raw", "# BEGIN SOLUTION"),
    ("markdown", "${{q:latex}}$\n\n${{dL/da:steps}}$\n\n${{dL/dw:steps}}$\n\n${{w1:steps}}$"),
    ("raw", "# END SOLUTION"),
    ("raw", "# END QUESTION"),
]


def folder(path: Path, definition: str = DEFINITION, cells: list[tuple[str, str]] = CELLS) -> Path:
    path.mkdir()
    (path / "assignment.toml").write_text(definition)
    made = [
        {"cell_type": kind, "id": f"cell-{number}", "metadata": {}, "source": source}
        for number, (kind, source) in enumerate(cells)
    ]
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    notebook = {"cells": made, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}
    (path / "N.ipynb").write_text(json.dumps(notebook))
    return path


def test_texts_solutions_and_judgement_follow_the_function(tmp_path: Path) -> None:
    teacher = folder(tmp_path / "neuron")
    model = GraphQuestions(load_assignment(teacher)).graph.text
    names = ["ann", "bob", "cem", "dot"]
    drawn = {name: exercise(load_assignment(teacher), "q1", name).graph.text for name in names}
    name = next(name for name in names if drawn[name] != model)
    built = build(teacher, tmp_path / "out", variant=name, gradescope=False)

    learners = load_assignment(built.learner)
    session = GradingSession(learners)
    shown = "".join(cell["source"] for cell in blank(built.learner)["cells"])
    assert f"`{exercise(learners, 'q1').graph.text}`" in shown
    assert "{{" not in shown
    solution = session.answers(blank(built.teacher))
    exports = Exports(answers={id: answer.text for id, answer in solution.items()})
    for question in ("q1", "q2"):
        results = session.check_question(question, exports)
        assert all(result.passed for result in results), [(result.name, result.message) for result in results]
    others = GradingSession(load_assignment(teacher)).check_question("q1", exports)
    assert not any(result.passed for result in others)


def test_ten_learners_have_many_functions_and_their_ranges(tmp_path: Path) -> None:
    assignment = load_assignment(folder(tmp_path / "neuron"))
    graphs = [exercise(assignment, "q1", f"learner {number}").graph for number in range(10)]
    assert len({graph.text for graph in graphs}) >= 6
    assert all(1 <= graph.value["x"] <= 3 for graph in graphs)
    sigmoids = [graph for graph in graphs if "sigmoid" in (graph.text or "")]
    assert all(0 <= graph.value["y"] <= 1 for graph in sigmoids)


def test_numbers_are_what_variants_have_unless_the_file_says_more(tmp_path: Path) -> None:
    assignment = load_assignment(folder(tmp_path / "neuron", DEFINITION.replace('variants = "functions"', "")))
    for name in ("ann", "bob"):
        graph = exercise(assignment, "q1", name).graph
        assert graph.statements == GraphQuestions(assignment).graph.statements


def test_what_is_in_braces_becomes_text_latex_and_steps(tmp_path: Path) -> None:
    questions = GraphQuestions(load_assignment(folder(tmp_path / "neuron")))
    filled = {name: questions.fill(f"{{{{{name}}}}}") for name in ("text", "latex", "a:text", "q:latex", "q:steps")}
    assert filled == {
        "text": "q = w * x; a = sigmoid(q + b); L = (a - y)**2",
        "latex": r"q = w \, x, \quad a = \sigma\left(q + b\right), \quad L = \left(a - y\right)^{2}",
        "a:text": "a = sigmoid(q + b)",
        "q:latex": r"q = w \, x",
        "q:steps": r"q = w \, x = 0.5 \cdot 1.5 = 0.75",
    }
    assert questions.fill("{{dL/da:steps}}").endswith(r"= -0.331728818")
    assert questions.fill("{{w1:steps}}").startswith(r"w_{\mathrm{new}} = w - 0.1")
    for wrong in ("k:steps", "dL/dk:steps", "k:text", "x:latex"):
        with pytest.raises(AssignmentError, match="cannot be filled in"):
            questions.fill(f"{{{{{wrong}}}}}")


def test_a_notebook_that_does_not_say_the_function_is_refused(tmp_path: Path) -> None:
    cells = [(kind, source.replace("{{text}}", "q").replace("{{latex}}", "q")) for kind, source in CELLS]
    cells = [(kind, source.replace("{{q:latex}}", "q")) for kind, source in cells]
    with pytest.raises(AssignmentError, match=r"write \{\{text\}\}, \{\{latex\}\} or \{\{f:latex\}\}"):
        build(folder(tmp_path / "neuron", cells=cells), gradescope=False)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('variants = "all"', "it should be 'numbers' or 'functions', not 'all'"),
        ("ranges = { k = [0, 1] }", "k is no input; the inputs are w, x, b, y"),
        ("ranges = { x = [1, 1] }", "a smallest and a larger number"),
        ("ranges = { x = [0, 1e9] }", "a smallest and a larger number"),
        ("ranges = { x = [1] }", "graph.ranges.x"),
    ],
)
def test_wrong_keys_are_said(tmp_path: Path, line: str, words: str) -> None:
    definition = DEFINITION.replace('variants = "functions"\nranges = { x = [1, 3] }', line)
    with pytest.raises(AssignmentError, match=words):
        load_assignment(folder(tmp_path / "neuron", definition))
