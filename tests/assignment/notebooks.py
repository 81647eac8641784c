"""Notebooks in all the states that learners bring them into."""

import copy
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from gradbook.assignment.notebook.file import read_notebook

Notebook = Any


def blank(folder: Path) -> Notebook:
    """The notebook as it is in a built folder."""
    return read_notebook(next(folder.glob("*.ipynb")))


def filled(notebook: Notebook, solution: Notebook, questions: Iterable[str]) -> Notebook:
    """A copy with the solution's answers to some questions."""
    answers = {cell["id"]: cell["source"] for cell in solution["cells"] if "-answer-" in cell["id"]}
    wanted = tuple(f"{question}-answer-" for question in questions)
    made = copy.deepcopy(notebook)
    for cell in made["cells"]:
        if cell["id"].startswith(wanted):
            cell["source"] = answers[cell["id"]]
    return made


def written(notebook: Notebook, question: str, text: str) -> Notebook:
    """A copy with one answer."""
    made = copy.deepcopy(notebook)
    cell_of(made, question)["source"] = text
    return made


def cell_of(notebook: Notebook, question: str, role: str = "answer") -> Any:
    """A question's cell."""
    return next(cell for cell in notebook["cells"] if cell["id"] == f"{question}-{role}-1")


def without(notebook: Notebook, *ids: str) -> Notebook:
    """A copy with cells deleted."""
    made = copy.deepcopy(notebook)
    made["cells"] = [cell for cell in made["cells"] if cell["id"] not in ids]
    return made


def bare(notebook: Notebook, *, markers: bool = True) -> Notebook:
    """A copy as an editor leaves it that drops ids and all metadata of cells."""
    made = copy.deepcopy(notebook)
    for number, cell in enumerate(made["cells"]):
        cell["metadata"] = {}
        cell["id"] = f"x{number:04}"
        if not markers and cell["cell_type"] == "markdown":
            cell["source"] = cell["source"].replace("<!-- BEGIN QUESTION -->", "").replace("<!-- END QUESTION -->", "")
    return made


def as_vscode(notebook: Notebook) -> Notebook:
    """A copy as VS Code saves it: its own metadata in cells, its own kernel's name."""
    made = copy.deepcopy(notebook)
    for cell in made["cells"]:
        cell["metadata"] = {**cell["metadata"], "vscode": {"languageId": cell["cell_type"]}}
    made["metadata"]["kernelspec"] = {"display_name": ".venv", "language": "python", "name": "python3"}
    made["metadata"]["language_info"]["version"] = "3.12.1"
    return made


def as_jupyterlab(notebook: Notebook) -> Notebook:
    """A copy as JupyterLab saves it after a run: execution times, collapsed outputs, widget state."""
    made = copy.deepcopy(notebook)
    for number, cell in enumerate(made["cells"]):
        cell["metadata"] |= {"execution": {"iopub.status.busy": "2026-01-01T00:00:00Z"}, "jupyter": {}, "trusted": True}
        if cell["cell_type"] == "code":
            cell["execution_count"] = number
    made["metadata"]["widgets"] = {"application/vnd.jupyter.widget-state+json": {"state": {}, "version_major": 2}}
    return made
