"""The written part of a notebook as one page to read: the answers only, typeset, with their pictures in it."""

from pathlib import Path
from urllib.parse import unquote

from gradbook.assignment.definition import Assignment
from gradbook.assignment.notebook.answers import HandedIn
from gradbook.assignment.notebook.cells import Cell
from gradbook.assignment.notebook.images import attached, data_url, links
from gradbook.assignment.notebook.markdown import to_html
from gradbook.core import html

_LARGEST = 20 * 2**20


def answer_page(handed_in: HandedIn, assignment: Assignment, folder: Path, name: str) -> str:
    """Return a page with the answers to the written and manual questions.

    Args:
        handed_in: the notebook as saved.
        assignment: what was asked.
        folder: where the notebook's pictures are.
        name: of the notebook, for the foot of the page.
    """
    sections = []
    for question in assignment.questions:
        if not question.in_markdown:
            continue
        answer = handed_in.answers[question.id]
        cells = [handed_in.notebook["cells"][index] for index in answer.cells]
        body = [to_html(cell["source"], _Pictures(cell, folder)) for cell in cells]
        if not answer.text:
            body = [html.note("No answer.")]
        points = html.paragraph(f"Points: {float(question.points):g}")
        sections.append(html.section(f"{question.id}  {question.title}", points, *body))
    return html.page(assignment.title, "The written part, as it is in the notebook.", sections, f"From {name}.")


class _Pictures:
    """Finds the pictures of one cell: attached to it, or in the notebook's folder."""

    def __init__(self, cell: Cell, folder: Path) -> None:
        self._attached = attached(cell)
        self._folder = folder

    def __call__(self, target: str) -> str | None:
        return data_url(self._data(unquote(target))) or None

    def _data(self, target: str) -> bytes:
        if target.startswith("attachment:"):
            return self._attached.get(target.removeprefix("attachment:"), b"")
        found = links(f"![]({target.replace(' ', '%20')})", self._folder)
        path = found[0].path if found else None
        return path.read_bytes() if path is not None and path.stat().st_size <= _LARGEST else b""
