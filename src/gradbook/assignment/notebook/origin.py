"""Which assignment a notebook is of, where it is not the one that it is taken for."""

import re

from gradbook.assignment.definition import Assignment, load_assignment
from gradbook.assignment.naming import available
from gradbook.assignment.notebook.answers import HandedIn
from gradbook.assignment.notebook.cells import ANSWER, Notebook

_OTTER_NAME = re.compile(r"otter\.Notebook\([ \t]*['\"]([^'\"\n]{1,200})['\"]")


def foreign(handed_in: HandedIn, asked: Assignment) -> str:
    """Return why a notebook seems to be of another assignment, which is named where it is known; "" where it is not.

    Args:
        handed_in: the notebook, held against the blank one of `asked`.
        asked: what it is taken for.
    """
    answers = any(place.role == ANSWER for place in handed_in.places)
    name = otter_name(handed_in.notebook)
    if not name or name == asked.notebook:
        return "" if answers else f"no question of {asked.title} is in it"
    if answers and handed_in.is_known:
        return ""
    other = known_by_name(handed_in.notebook)
    if other and other != asked.name:
        return f"it is a notebook of {other}, not of {asked.name}"
    return f"it is no notebook of {asked.title}: its first cell is that of {name}, and the questions are others"


def known_by_name(notebook: Notebook) -> str:
    """Return which assignment of Gradbook's calls its notebook as this one calls itself; "" for none."""
    name = otter_name(notebook)
    return next((known for known in available() if load_assignment(known).notebook == name), "")


def otter_name(notebook: Notebook) -> str:
    """Return the name of the notebook in its own first cell; "" where there is none."""
    for cell in notebook["cells"]:
        match = _OTTER_NAME.search(cell["source"]) if cell["cell_type"] == "code" else None
        if match:
            return match[1]
    return ""
