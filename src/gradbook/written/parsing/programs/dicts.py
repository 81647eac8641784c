"""Dicts: what a notebook shows of one says what its keys name: {'dZ': -0.45, 'W': 1.2}."""

import ast
from collections.abc import Iterator

from gradbook.written.expression import Node
from gradbook.written.parsing.programs.values.meaning import Meaning


def entries_of(shown: ast.expr, meaning: Meaning) -> Iterator[tuple[Node, ast.expr]]:
    """Yield the quantities that the keys of a dict name, or of those in a tuple, each with its value."""
    for part in shown.elts if isinstance(shown, ast.Tuple) else [shown]:
        for key, value in zip(part.keys, part.values, strict=True) if isinstance(part, ast.Dict) else ():
            if isinstance(key, ast.Constant) and isinstance(key.value, str) and (head := meaning.entry("", key.value)):
                yield head, value


def written_in(value: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    """Yield the keys of {"w": 6} or dict(w=6) that are words, each with its value."""
    if isinstance(value, ast.Dict):
        for key, entry in zip(value.keys, value.values, strict=True):
            if isinstance(key, ast.Constant) and isinstance(key.value, str):
                yield key.value, entry
    elif isinstance(value, ast.Call):
        yield from ((keyword.arg, keyword.value) for keyword in value.keywords if keyword.arg)
