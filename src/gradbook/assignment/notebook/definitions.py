"""Whose a code cell is where nothing in the notebook says so: known by the names that it defines."""

import ast
import re
from collections.abc import Sequence

from gradbook.assignment.definition import Question

_LINE = re.compile(r"^(?:class|def|async def)[ \t]+(\w+)|^(\w+)[ \t]*(?::[^=\n]*)?=(?!=)", re.MULTILINE)
_MOST_PARSED = 100_000  # characters; the tree of a cell takes a thousand bytes for each
_ASK = re.compile(r"\bask\([ \t]*['\"]([\w.-]+)['\"]")


def defines(source: str) -> set[str]:
    """Return the names that a cell gives a value to."""
    try:
        if len(source) > _MOST_PARSED:
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


def question_of(source: str, questions: Sequence[Question]) -> str:
    """Return the first question that wants what a cell defines, or whose quiz it asks; "" where there is none."""
    found = defines(source)
    asked = set(_ASK.findall(source))
    for question in questions:
        wanted = {*question.export, *(probe.call for probe in question.probes)}
        if wanted & found or asked & set(question.quiz):
            return question.id
    return ""
