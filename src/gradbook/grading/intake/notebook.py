"""A notebook from untrusted bytes: only what grading needs of it, each part of the type that it should have."""

import json
from collections.abc import Mapping
from typing import Any

from gradbook.grading.errors import HandInError

MAX_CELLS = 2_000
MAX_TEXT = 4 << 20
"""Characters of all cells together."""
_KINDS = {"code", "markdown", "raw"}


def parse_notebook(data: bytes) -> dict[str, Any]:
    """Read a notebook of version 3, 4 or 5.

    Args:
        data: the file's bytes; anybody's.

    Returns:
        {"cells": [{"cell_type", "source", "metadata", "id", "attachments"}], "metadata": {}, "nbformat": 4}: outputs
        are left out, texts hold no lone surrogates.

    Raises:
        HandInError: it is no notebook; the message says why.
    """
    try:
        raw = json.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        why = "it is empty" if not data.strip() else f"{type(error).__name__}: {str(error)[:120]}"
        raise HandInError(f"it is not a notebook that can be read ({why})") from error
    cells = _cells(raw)
    if len(cells) > MAX_CELLS:
        raise HandInError(f"it has more than {MAX_CELLS:,} cells")
    made = [_cell(cell) for cell in cells if isinstance(cell, Mapping) and cell.get("cell_type") in _KINDS]
    if sum(len(cell["source"]) for cell in made) > MAX_TEXT:
        raise HandInError(f"its cells hold more than {MAX_TEXT >> 20} million characters")
    return {"cells": made, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}


def _cells(raw: Any) -> list[Any]:
    if not isinstance(raw, Mapping):
        raise HandInError("it is JSON, but not a notebook")
    cells = raw.get("cells")
    sheets = raw.get("worksheets")
    if cells is None and isinstance(sheets, list):  # version 3
        cells = [cell for sheet in sheets if isinstance(sheet, Mapping) for cell in sheet.get("cells") or []]
    if not isinstance(cells, list):
        raise HandInError("it is JSON, but not a notebook")
    return cells


def _cell(cell: Mapping[str, Any]) -> dict[str, Any]:
    metadata, attachments = cell.get("metadata"), cell.get("attachments")
    return {
        "cell_type": cell["cell_type"],
        "source": _text(cell.get("source", cell.get("input", ""))),
        "metadata": _stamps(metadata) if isinstance(metadata, Mapping) else {},
        "id": _text(cell.get("id", ""))[:64],
        "attachments": _attachments(attachments) if isinstance(attachments, Mapping) else {},
    }


def _text(value: Any) -> str:
    parts = value if isinstance(value, list) else [value]
    text = "".join(part for part in parts if isinstance(part, str))
    return text.encode("utf-8", "replace").decode()


def _stamps(metadata: Mapping[str, Any]) -> dict[str, Any]:
    """Keep what tells whose a cell is."""
    kept: dict[str, Any] = {}
    stamp, tags = metadata.get("gradbook"), metadata.get("tags")
    if isinstance(stamp, Mapping):
        kept["gradbook"] = {str(key): _text(value) for key, value in stamp.items()}
    if isinstance(tags, list):
        kept["tags"] = [_text(tag) for tag in tags[:50] if isinstance(tag, str)]
    return kept


def _attachments(attachments: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    return {
        _text(name): {_text(kind): _text(data) for kind, data in kinds.items()}
        for name, kinds in list(attachments.items())[:50]
        if isinstance(kinds, Mapping)
    }
