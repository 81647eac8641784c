"""`gradbook new`: a working assignment with a question of each kind, to be changed into one's own."""

import json
from pathlib import Path
from typing import Any

from gradbook.assignment.errors import AssignmentError, writing
from gradbook.assignment.layout import CHECKS, DEFINITION, QUIZ
from gradbook.core.scratch import scratch_folder

_DEFINITION = """\
# What is asked, what it is worth, and how it is checked. `gradbook verify .` proves that it fits the notebook.
title = {title}
notebook = {notebook}
due = 2030-01-31T20:00:00+00:00  # with its time zone

[late]
credit = 0.75  # what a late hand-in counts ...
days = 3       # ... for so many days; then nothing

[graph]  # what the written questions are about
text = "q = w*x; f = q + b"
values = {{ w = 5, x = 2, b = -2 }}
lr = 0.01
picture = "imgs/graph.png"  # drawn by `gradbook build`

[[question]]
id = "q1"
title = "A Derivation"
kind = "written"  # judged against the graph; an image goes to a person
points = 1
ask = ["q", "f", "df/dw"]  # also q:formula, local:df/dq, w1 (w after one step)

[[question]]
id = "q2"
title = "A Function"
kind = "code"  # judged by check_q2 and hidden_q2 of checks.py, on what is exported
points = 1
export = ["answer"]

[[question.probe]]  # the function is called with random vectors of 2 to 9 numbers
name = "mean"
call = "mean"
sizes = {{ n = [2, 9] }}
inputs = [["n"]]
arrays = "list"

[[question]]
id = "q3"
title = "A Choice"
kind = "quiz"  # the choice goes to record.txt; the key stays in quiz.json, which learners do not get
points = 1
quiz = ["slope"]

[[question]]
id = "q4"
title = "In Your Own Words"
kind = "manual"  # a person reads it
points = 1
"""
_CHECKS = '''\
"""The checks. They see exported data only, so nothing in a learner's notebook can forge a verdict.

A check returns nothing where all is well; `expect` says to the learner what is not, and never gives the answer.
Functions that begin with hidden_ do not ship with the learner's folder.
"""

from math import isclose

from gradbook.checks import Exports, expect


def check_q2(exports: Exports) -> None:
    """`answer` is a number."""
    exports.number("answer")


def hidden_q2(exports: Exports) -> None:
    """`mean` is right for numbers that nobody knew before."""
    for case in exports.cases("mean"):
        (numbers,) = case.inputs
        right = isclose(case.number(), numbers.mean(), rel_tol=1e-9)  # says itself where it returns no number
        expect(right, "For some numbers this is not their mean.")
'''
_QUIZ = [
    {
        "id": "slope",
        "question": "The gradient of f by w is positive. What happens to f if w becomes a little larger?",
        "type": "multiple_choice",
        "answers": [
            {"answer": "It becomes larger.", "correct": True, "feedback": "Yes, that is what a gradient says."},
            {"answer": "It becomes smaller.", "correct": False, "feedback": "Think of a straight line going up."},
        ],
    }
]
_CELLS = (
    (
        "raw",
        "# ASSIGNMENT CONFIG\ninit_cell: true\nexport_cell:\n  pdf: false\n  force_save: true\n  run_tests: true\n"
        "show_question_points: true\ntests:\n  files: false",
    ),
    ("markdown", "# {title}\n\nWrite only into the answer cells and at the `...`."),
    (
        "markdown",
        "$$f = w x + b, \\qquad w = {{w}}, \\quad x = {{x}}, \\quad b = {{b}}$$\n\n"
        "![The computational graph of f](imgs/graph.png)",
    ),
    ("raw", "# BEGIN QUESTION\nname: q1\npoints: 1\nmanual: true"),
    (
        "markdown",
        "### Question 1: A Derivation\n\nWith $q = w x$, find $q$, $f$ and $\\frac{\\partial f}{\\partial w}$.",
    ),
    ("raw", "# BEGIN SOLUTION"),
    (
        "markdown",
        "$q = w x = ({{w}}) \\cdot ({{x}}) = {{q}}$\n\n$f = q + b = {{q}} + ({{b}}) = {{f}}$\n\n"
        "$\\frac{\\partial f}{\\partial w} = x = {{df/dw}}$",
    ),
    ("raw", "# END SOLUTION"),
    ("raw", "# END QUESTION"),
    ("raw", "# BEGIN QUESTION\nname: q2\npoints: 1"),
    ("markdown", "### Question 2: A Function\n\nWrite a function that returns the mean of a list of numbers."),
    ("raw", "# BEGIN SOLUTION"),
    (
        "code",
        "def mean(numbers):\n    return sum(numbers) / len(numbers)  # SOLUTION\n\n\nanswer = mean([1, 2, 3])\nanswer",
    ),
    ("raw", "# END SOLUTION"),
    ("raw", "# BEGIN TESTS"),
    ("code", "assert mean([1, 2, 3]) == 2"),
    ("raw", "# END TESTS"),
    ("raw", "# END QUESTION"),
    ("raw", "# BEGIN QUESTION\nname: q3\npoints: 1"),
    ("markdown", "### Question 3: A Choice"),
    ("code", 'from gradbook.quiz import ask\n\nask("slope")'),
    ("raw", "# END QUESTION"),
    ("raw", "# BEGIN QUESTION\nname: q4\npoints: 1\nmanual: true"),
    ("markdown", "### Question 4: In Your Own Words\n\nWhat is a gradient? Two sentences will do."),
    ("raw", "# BEGIN SOLUTION"),
    ("markdown", "It says how fast a result changes when one of the numbers behind it does."),
    ("raw", "# END SOLUTION"),
    ("raw", "# END QUESTION"),
)


def new_assignment(folder: Path) -> list[Path]:
    """Make a teacher's folder, and return its files.

    Raises:
        AssignmentError: the folder exists already, or its name cannot be one.
    """
    name = folder.name
    if not name or not name.replace("_", "").replace("-", "").isalnum():
        raise AssignmentError(f"{name!r} cannot name an assignment: use letters, digits, - and _.")
    if ".." in folder.parts:
        raise AssignmentError(f"{folder} leads out of this folder. Go there first, or give its whole path.")
    if folder.exists():
        raise AssignmentError(f"{folder} exists already. Choose another name: nothing of it is overwritten.")
    with writing(folder, "Go where you may write, or give another place."):
        _write(folder)
    return [folder / file for file in (DEFINITION, f"{name}.ipynb", CHECKS, QUIZ)]


def _write(folder: Path) -> None:
    name = folder.name
    folder.parent.mkdir(parents=True, exist_ok=True)
    with scratch_folder(folder.parent, name) as made:
        notebook = f"{name}.ipynb"
        definition = _DEFINITION.format(title=json.dumps(name), notebook=json.dumps(notebook))
        (made / DEFINITION).write_text(definition, encoding="utf-8")
        (made / CHECKS).write_text(_CHECKS, encoding="utf-8")
        (made / QUIZ).write_text(json.dumps(_QUIZ, indent=2) + "\n", encoding="utf-8")
        (made / notebook).write_text(json.dumps(_master(name), indent=1) + "\n", encoding="utf-8")
        made.rename(folder)


def _master(title: str) -> dict[str, Any]:
    cells: list[dict[str, Any]] = []
    for number, (kind, source) in enumerate(_CELLS, start=1):
        cell = {"cell_type": kind, "id": f"cell-{number}", "metadata": {}, "source": source.replace("{title}", title)}
        cells.append(cell | ({"execution_count": None, "outputs": []} if kind == "code" else {}))
    kernel = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
    metadata = {"kernelspec": kernel, "language_info": {"name": "python"}}
    return {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
