"""A notebook's file, read once and made sound at the door, so that no later line needs to doubt it.

What is no notebook is refused. What is one with a flaw (a source that is a list of lines, null or a number, a cell
without a type, an execution count that is a word) gets the nearest sound value: a learner's work is not lost for it.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from gradbook.assignment.errors import LargeNotebookError, NotebookError
from gradbook.core.files import write_text

LARGEST = 200 * 2**20
LARGEST_HANDED_IN = 32 * 2**20  # that grading reads: ten thousand are graded, and none may fill the memory
CLEAR_OUTPUTS = "Clear its outputs (in Jupyter: Kernel, then Restart Kernel and Clear Outputs of All Cells)"
_ZIPPED = b"PK\x03\x04"  # how a zip begins
_MOST_CELLS = 20_000
_KINDS = ("code", "markdown", "raw")
_OUTPUTS = ("stream", "display_data", "execute_result", "error")


def read_notebook(path: Path) -> dict[str, Any]:
    """Read a notebook, whoever saved it.

    Returns:
        Its content with "metadata", "nbformat", "nbformat_minor" and "cells". Each cell has "cell_type" ("code",
        "markdown" or "raw"), "source" (text) and "metadata"; one of code also "execution_count" (a whole number or
        None) and "outputs"; "id" is a text where it is there, "attachments" leads from names to bundles of texts.

    Raises:
        NotebookError: it is absent, too large, or no notebook.
    """
    try:
        if path.is_file() and path.stat().st_size > LARGEST:
            raise NotebookError(f"{path} is larger than {LARGEST // 2**20} MiB. Clear its outputs and save it again.")
        data = path.read_bytes()
    except OSError as error:
        reason = str(error.strerror) if path.exists() else "it is not there"
        raise NotebookError(f"{path} cannot be read: {reason}. Name a notebook (.ipynb).") from error
    if data.startswith(_ZIPPED):
        raise NotebookError(f"{path} is a zip. Take the notebook (.ipynb) that is in it out, and give that.")
    try:
        return parse_notebook(data)
    except NotebookError as error:
        raise NotebookError(f"{path} is not a Jupyter notebook ({error}). Save it again.") from error


def parse_notebook(data: bytes, most_cells: int = _MOST_CELLS) -> dict[str, Any]:
    """Read a notebook from bytes, whoever wrote them.

    Args:
        data: what the file holds.
        most_cells: how many cells it may have.

    Returns:
        As `read_notebook`.

    Raises:
        NotebookError: it is no notebook. The message says why in a few words, without a name.
        LargeNotebookError: it has too many cells.
    """
    if not data.strip():
        raise NotebookError("it is empty")
    try:
        return _sound(json.loads(data.decode("utf-8-sig")), most_cells)
    except (ValueError, RecursionError) as error:  # what is not UTF-8 is a ValueError too
        raise NotebookError(_first_line(error)) from error


def write_notebook(notebook: Mapping[str, Any], path: Path) -> None:
    """Write a notebook as Jupyter does: one line of a source on a line of its own."""
    cells = [{**cell, "source": cell["source"].splitlines(keepends=True)} for cell in notebook["cells"]]
    text = json.dumps({**notebook, "cells": cells}, indent=1, sort_keys=True, ensure_ascii=False)
    write_text(path, text + "\n")


def _sound(raw: object, most_cells: int) -> dict[str, Any]:
    if not isinstance(raw, dict):
        raise ValueError("it is JSON, but not a notebook")
    if type(raw.get("nbformat")) is not int:
        raw["nbformat"] = 3 if "worksheets" in raw else 4
    if raw["nbformat"] < 4:
        sheets = raw.get("worksheets")
        inside = [sheet.get("cells") for sheet in sheets if isinstance(sheet, dict)] if isinstance(sheets, list) else []
        if sum(len(part) for part in inside if isinstance(part, list)) > most_cells:  # the upgrade takes its time
            raise LargeNotebookError(f"there are more than {most_cells:,} cells")
        raw = _upgraded(raw)
    if raw["nbformat"] > 4:
        raise ValueError(f"it has format {raw['nbformat']}, which is newer than this program")
    cells = raw.get("cells")
    if not isinstance(cells, list):
        raise ValueError("it has no cells")
    if len(cells) > most_cells:
        raise LargeNotebookError(f"there are more than {most_cells:,} cells")
    minor = raw.get("nbformat_minor")
    return {
        **raw,
        "metadata": _mapping(raw.get("metadata")),
        "nbformat_minor": minor if type(minor) is int and 0 <= minor < 100 else 0,
        "cells": [_cell(cell) for cell in cells if isinstance(cell, Mapping)],
    }


def _upgraded(raw: Mapping[str, Any]) -> dict[str, Any]:
    """Return a notebook of a version before 4 as one of version 4, without outputs.

    nbformat's own conversion validates as it goes, which takes minutes for a megabyte of flaws.
    """
    sheets = raw.get("worksheets")
    cells = raw.get("cells")
    if isinstance(sheets, list):
        held = (sheet.get("cells") for sheet in sheets if isinstance(sheet, Mapping))
        cells = [cell for some in held if isinstance(some, list) for cell in some if isinstance(cell, Mapping)]
    if isinstance(cells, list):
        cells = [_upgraded_cell(cell) for cell in cells if isinstance(cell, Mapping)]
    return {"cells": cells, "metadata": raw.get("metadata"), "nbformat": 4}


def _upgraded_cell(raw: Mapping[str, Any]) -> dict[str, Any]:
    made = {key: value for key, value in raw.items() if key in ("cell_type", "source", "metadata")}
    if raw.get("cell_type") == "code":
        made["source"] = raw.get("input")
    elif raw.get("cell_type") == "heading":
        level = raw.get("level")
        signs = "#" * (level if type(level) is int and 1 <= level <= 6 else 1)
        made |= {"cell_type": "markdown", "source": f"{signs} {_text(raw.get('source'))}"}
    return made


def _cell(raw: Mapping[str, Any]) -> dict[str, Any]:
    outputs = raw.get("outputs")
    guessed = "code" if isinstance(outputs, list) else "markdown"
    kind = raw["cell_type"] if raw.get("cell_type") in _KINDS else guessed
    made = {**raw, "cell_type": kind, "source": _text(raw.get("source")), "metadata": _mapping(raw.get("metadata"))}
    if not isinstance(made.get("id", ""), str):
        del made["id"]
    tags = made["metadata"].get("tags", [])
    if not isinstance(tags, list):
        made["metadata"] = {**made["metadata"], "tags": []}
    if kind == "code":
        count = raw.get("execution_count")
        made["execution_count"] = count if type(count) is int and 0 <= count < 2**53 else None
        made["outputs"] = [_output(item) for item in outputs or () if _is_output(item)] if guessed == "code" else []
    if "attachments" in made:
        bundles = _mapping(made["attachments"])
        made["attachments"] = {
            name: {kind: _text(data) for kind, data in bundle.items()}
            for name, bundle in bundles.items()
            if isinstance(bundle, Mapping)
        }
    return made


def _is_output(raw: object) -> bool:
    return isinstance(raw, Mapping) and raw.get("output_type") in _OUTPUTS


def _output(raw: Mapping[str, Any]) -> dict[str, Any]:
    made = dict(raw)
    if made["output_type"] == "error":
        made["ename"], made["evalue"] = _text(raw.get("ename")) or "an error", _text(raw.get("evalue"))
    return made


def _text(value: object) -> str:
    """Return a text, or lines joined; what is neither is nothing that anybody wrote."""
    lines = value if isinstance(value, list) else [value]
    text = "".join(line for line in lines if isinstance(line, str))
    return text.encode(errors="replace").decode()  # half of a surrogate pair can be written nowhere


def _mapping(value: object) -> dict[str, Any]:
    return dict(value) if isinstance(value, Mapping) else {}


def _first_line(error: BaseException) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0][:200]
