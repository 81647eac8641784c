"""What Otter Assign's notebooks get on top: a stamp and a lasting id for each cell, a check for each question."""

from collections.abc import Mapping
from typing import Any

from gradbook.assignment.definition import Assignment
from gradbook.assignment.notebook.cells import ANSWER, CHECK, PLACEHOLDER, STAMP, TEXT, called_check

_OURS = """\
# Gradbook checks written answers too; without it the notebook runs as well
try: import gradbook.notebook
except ImportError: pass"""
_UNCHECKED = "This answer is not checked here: install gradbook for that. A person reads it after you hand in."


def finish(notebook: Any, assignment: Assignment) -> None:
    """Give each cell its stamp and a lasting id, each question a check, and the notebook our line."""
    cells = notebook["cells"]
    current = ""
    for cell in cells:
        stamp = cell["metadata"].get(STAMP)
        checked = called_check(cell)
        if checked:
            stamp = {"question": checked, "role": CHECK}
        elif stamp is None and "otter_answer_cell" in cell["metadata"].get("tags", []):
            stamp = {"question": current, "role": ANSWER}
        cell["metadata"][STAMP] = stamp or {"question": "", "role": TEXT}
        current = cell["metadata"][STAMP]["question"] or current
    # Otter leaves its placeholder beside a written solution.
    cells[:] = [cell for cell, after in zip(cells, [*cells[1:], None], strict=True) if not _is_superseded(cell, after)]
    tests = notebook["metadata"].setdefault("otter", {}).setdefault("tests", {})
    notebook["metadata"]["otter"].setdefault("OK_FORMAT", True)
    for question in assignment.questions:
        mine = [index for index, cell in enumerate(cells) if cell["metadata"][STAMP]["question"] == question.id]
        if not any(cells[index]["metadata"][STAMP]["role"] == CHECK for index in mine):
            cells.insert(mine[-1] + 1, _check_cell(question.id))
        if question.id not in tests:
            tests[question.id] = _unchecked(question.id)
    cells.insert(0, _cell(_OURS, {"question": "", "role": TEXT}))
    counts: dict[str, int] = {}
    for cell in cells:
        place = cell["metadata"][STAMP]
        stem = f"{place['question'] or 'cell'}-{place['role']}"
        counts[stem] = counts.get(stem, 0) + 1
        cell["id"] = f"{stem}-{counts[stem]}"
    notebook["nbformat_minor"] = max(5, notebook["nbformat_minor"])


def _is_superseded(cell: Any, after: Any) -> bool:
    stamp = cell["metadata"][STAMP]
    answer = stamp["role"] == ANSWER and cell["source"].strip() == PLACEHOLDER
    return answer and after is not None and after["metadata"][STAMP] == stamp


def _check_cell(id: str) -> Any:
    return _cell(f'grader.check("{id}")', {"question": id, "role": CHECK})


def _cell(source: str, stamp: Mapping[str, str]) -> dict[str, Any]:
    metadata = {"deletable": False, "editable": False, STAMP: dict(stamp)}
    return {"cell_type": "code", "execution_count": None, "metadata": metadata, "outputs": [], "source": source}


def _unchecked(id: str) -> dict[str, object]:
    """Return a test for plain Otter, which would stop at a check of a question that it has no test for."""
    case = {"code": f">>> raise NotImplementedError({_UNCHECKED!r})", "hidden": False, "locked": False, "points": 0}
    suite = {"cases": [case], "scored": True, "setup": "", "teardown": "", "type": "doctest"}
    return {"name": id, "points": 0, "suites": [suite]}
