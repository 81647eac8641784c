"""Which of the notebooks of a hand-in is graded, and its content, read with care."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from gradbook.assignment.errors import LargeNotebookError, NotebookError
from gradbook.assignment.notebook.cells import needed_metadata
from gradbook.assignment.notebook.file import CLEAR_OUTPUTS, parse_notebook
from gradbook.grading.errors import HandInError, TooLargeError
from gradbook.grading.intake.names import squashed
from gradbook.grading.intake.tree import MAX_FILE, Entry, Tree

Worked = Callable[[dict[str, Any]], Mapping[str, str]]
"""What was written in a notebook, by the question; nothing in an untouched copy, or in another assignment's."""
_MAX_CELLS, _MAX_TEXT = 2_000, 4 << 20  # the text: characters of all cells together
_MAX_PARTS = 1_000_000
"""Lists, and mappings, and keys of them, counted before they are read: each takes up to 250 bytes of memory, and two of
a file, and a notebook with all its outputs has some thousands."""
_MOST_COMPARED = 8
"""Notebooks of a hand-in that are opened to see which was worked on: each may take a second."""
_SMALLER_NOTEBOOK = f"{CLEAR_OUTPUTS}, make pictures in it smaller, save it, and hand in the .ipynb again."
_FEWER = (
    "more than is read. Delete what is no part of the assignment, such as logs or data that were pasted in, save it, "
    "and hand in the .ipynb again."
)
NO_NOTEBOOK = "there is no notebook (.ipynb) in it"


@dataclass(frozen=True, slots=True)
class Choice:
    """The notebook that is graded.

    Attributes:
        entry: where it is.
        rivals: others, in which something else was written.
        doubtful: whether one of the rivals may be meant as well as this one.
    """

    entry: Entry
    rivals: tuple[Entry, ...] = ()
    doubtful: bool = False


def choose(tree: Tree, notebooks: Sequence[Entry], wanted: str, worked: Worked) -> Choice:
    """Choose the likeliest of several by name and place, but no untouched copy where another was worked on.

    Args:
        tree: they are in.
        notebooks: at least one.
        wanted: what the assignment calls its notebook.
        worked: what was written in one.
    """
    ordered = sorted(notebooks, key=lambda entry: _rank(entry, wanted))
    if len(ordered) == 1:
        return Choice(ordered[0])
    written = {entry.path: _written(tree, entry, worked) for entry in ordered[:_MOST_COMPARED]}
    touched = [entry for entry in ordered if written.get(entry.path)]
    if not touched:
        return Choice(ordered[0])
    first, *others = touched
    rivals = tuple(entry for entry in others if written[entry.path] != written[first.path])
    # The assignment's own name tells, where one alone has it.
    return Choice(first, rivals, bool(rivals) and (first.name != wanted or any(one.name == wanted for one in rivals)))


def _written(tree: Tree, entry: Entry, worked: Worked) -> Mapping[str, str]:
    try:
        return worked(read_sound(entry.name, read_bytes(tree, entry)))
    except HandInError:
        return {}


def read_bytes(tree: Tree, entry: Entry) -> bytes:
    """Return a notebook's bytes.

    Raises:
        HandInError: they cannot be read.
    """
    try:
        return tree.read(entry)
    except TooLargeError as error:
        advice = f"The notebook is larger than the {MAX_FILE >> 20} MiB that are read. {_SMALLER_NOTEBOOK}"
        raise HandInError(str(error), advice) from error


def read_sound(name: str, data: bytes) -> dict[str, Any]:
    """Read what is needed of a notebook: ten thousand are graded, and none may fill the memory.

    Raises:
        HandInError: it is none, or too large.
    """
    if data.count(b"{") + data.count(b"[") > _MAX_PARTS or data.count(b'":') - data.count(b'\\":') > _MAX_PARTS:
        what = f"it is made of more than {_MAX_PARTS:,} parts"
        raise HandInError(f"{name}: {what}", f"The notebook is larger than what is read. {_SMALLER_NOTEBOOK}")
    try:
        notebook = parse_notebook(data, _MAX_CELLS)
    except LargeNotebookError as error:
        raise HandInError(f"{name}: {error}", f"In the notebook {error}, {_FEWER}") from error
    except NotebookError as error:
        raise HandInError(f"{name}: it is not a notebook that can be read ({error})") from error
    if sum(len(cell["source"]) for cell in notebook["cells"]) > _MAX_TEXT:
        what = f"its cells hold more than {_MAX_TEXT >> 20} million characters"
        raise HandInError(f"{name}: {what}", f"{what.capitalize()}, outputs not counted: {_FEWER}")
    kept = ("cell_type", "source", "id", "attachments")
    return {
        "cells": [
            {**{key: cell[key] for key in kept if key in cell}, "metadata": needed_metadata(cell)}
            for cell in notebook["cells"]
        ]
    }


def _rank(entry: Entry, wanted: str) -> tuple[object, ...]:
    """Order notebooks: the assignment's own name, then names that hold it, then the top folder, then the largest."""
    name, stem = entry.name, wanted.removesuffix(".ipynb")
    return (name != wanted, squashed(stem) not in squashed(name), entry.path.count("/"), -entry.size, entry.path)
