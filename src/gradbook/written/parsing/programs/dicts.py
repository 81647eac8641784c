"""Dicts: what a notebook shows of one says what its keys name: {'dZ': -0.45, 'W': 1.2}."""

import ast
from collections.abc import Iterator

from gradbook.written.expression import Node
from gradbook.written.parsing.programs.meaning import Meaning


def entries_of(shown: ast.expr, meaning: Meaning) -> Iterator[tuple[Node, ast.expr]]:
    """Yield the quantities that the keys of a dict name, or of those in a tuple, each with its value."""
    for part in shown.elts if isinstance(shown, ast.Tuple) else [shown]:
        for key, value in zip(part.keys, part.values, strict=True) if isinstance(part, ast.Dict) else ():
            if isinstance(key, ast.Constant) and isinstance(key.value, str) and (head := meaning.entry("", key.value)):
                yield head, value
