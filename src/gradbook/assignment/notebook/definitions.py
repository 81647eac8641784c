"""Whose a code cell is where nothing in the notebook says so: known by the names that it defines."""

import ast
import re
from collections.abc import Sequence

from gradbook.assignment.definition import Question

_LINE = re.compile(r"^(?:class|def|async def)[ \t]+(\w+)|^(\w+)[ \t]*(?::[^=\n]*)?=(?!=)", re.MULTILINE)
MOST_PARSED = 100_000
"""Characters of code of a whole notebook, ten times what an assignment has: a tree takes a thousand bytes for each, and
half a second for them all."""
_ASK = re.compile(r"\bask\([ \t]*['\"]([\w.-]+)['\"]")


def defines(source: str, most: int = MOST_PARSED) -> set[str]:
    """Return the names that a cell gives a value to.

    Args:
        source: the cell's.
        most: characters that are parsed; of a longer cell only the beginnings of its lines are looked at.
    """
    try:
        if len(source) > most:
            raise ValueError("nobody writes so long a cell")
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):  # half written, or with a magic of IPython's
        return {name for found in _LINE.findall(source) for name in found if name}
    names = set()
    for node in ast.walk(tree):
        match node:
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                names.add(name)
            case ast.Name(id=name, ctx=ast.Store()):
                names.add(name)
    return names


def question_of(source: str, questions: Sequence[Question], most: int = MOST_PARSED) -> str:
    """Return the first question that wants what a cell defines, or whose quiz it asks; "" where there is none.

    Args:
        source: the cell's.
        questions: those that are asked.
        most: as in `defines`.
    """
    found = defines(source, most)
    asked = set(_ASK.findall(source))
    for question in questions:
        wanted = {*question.export, *(probe.call for probe in question.probes)}
        if wanted & found or asked & set(question.quiz):
            return question.id
    return ""
