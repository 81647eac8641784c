"""A small learner's folder with one question of each kind, as `gradbook build` would make it."""

from pathlib import Path
from typing import Any

import nbformat

PLACEHOLDER = "_Type your answer here, replacing this text._"
KERNEL = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
DEFINITION = """
title = "Assignment 1: small"
notebook = "A1.ipynb"
due = 2023-06-02T20:00:00-07:00

[graph]
text = "q = w*x; f = q + b"
values = { w = 5, x = 2, b = -2 }

[[question]]
id = "q1"
title = "Values"
kind = "written"
points = 0.5
ask = ["q", "f"]

[[question]]
id = "q2"
title = "Gradients"
kind = "written"
points = 0.5
ask = ["df/dw"]

[[question]]
id = "q3"
title = "Size"
kind = "code"
points = 1
export = ["size"]

[[question]]
id = "q4"
title = "Quiz"
kind = "quiz"
points = 1
quiz = ["k1", "k2"]

[[question]]
id = "q5"
title = "In your words"
kind = "manual"
points = 1
"""
CHECKS = """
from gradbook.checks import expect


def check_q3(exports):
    expect(exports.number("size") == 784, "Count the pixels of one image.")


SHARES = {"q3": {"check_q3": "1"}}
"""
QUIZ = """[
 {"id": "k1", "question": "Which?", "type": "multiple_choice", "answers": [{"answer": "one"}, {"answer": "two"}]},
 {"id": "k2", "question": "Which?", "type": "multiple_choice", "answers": [{"answer": "one"}, {"answer": "two"}]}
]"""
FIRST = "import gradbook.notebook\nimport otter\n\ngrader = otter.Notebook('A1.ipynb')"
LAST = "grader.export(pdf=False, force_save=True, run_tests=False)"
RIGHT = {"q1": "$q = w x = 5 \\cdot 2 = 10$\n\n$f = q + b = 10 - 2 = 8$", "q2": "$df/dw = x = 2$", "q5": "Because."}


def stamped(cell: Any, question: str, role: str) -> Any:
    """A cell with the stamp that `gradbook build` gives it."""
    cell.metadata["gradbook"] = {"question": question, "role": role}
    return cell


def notebook(answers: dict[str, str] | None = None, size: str = "...") -> Any:
    """The learner's notebook with these answers, never run."""
    new = nbformat.v4
    given = answers or {}
    cells = [new.new_code_cell(FIRST)]
    for name in ("q1", "q2"):
        cells.append(stamped(new.new_markdown_cell(f"Question {name}"), name, "prompt"))
        cells.append(stamped(new.new_markdown_cell(given.get(name, PLACEHOLDER)), name, "answer"))
        cells.append(stamped(new.new_code_cell(f'grader.check("{name}")'), name, "check"))
    cells.append(stamped(new.new_code_cell(f"size = {size}"), "q3", "answer"))
    cells.append(stamped(new.new_code_cell('grader.check("q3")'), "q3", "check"))
    cells.append(stamped(new.new_code_cell('from gradbook.quiz import ask\n\nask("k1")\nask("k2")'), "q4", "answer"))
    cells.append(stamped(new.new_markdown_cell(given.get("q5", PLACEHOLDER)), "q5", "answer"))
    cells.append(new.new_code_cell(LAST))
    return new.new_notebook(cells=cells, metadata=dict(KERNEL))


def ran(nb: Any) -> Any:
    """The same notebook as saved after Run All."""
    for number, cell in enumerate((cell for cell in nb.cells if cell.cell_type == "code"), start=1):
        cell.execution_count = number
    return nb


def make_folder(folder: Path, nb: Any = None, name: str = "A1.ipynb") -> Path:
    """Write a learner's folder; return it."""
    kit = folder / ".gradbook"
    kit.mkdir(parents=True)
    (kit / "assignment.toml").write_text(DEFINITION)
    (kit / "checks.py").write_text(CHECKS)
    (kit / "quiz.json").write_text(QUIZ)
    (folder / "imgs").mkdir()
    nbformat.write(notebook(), kit / "blank.ipynb")
    nbformat.write(nb if nb is not None else notebook(), folder / name)
    return folder
