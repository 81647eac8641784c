"""Recited text: a block of a program that prints text and does nothing else is that text.

Where a program calculates too, what it prints as it is may be anything.
"""

import ast
from collections.abc import Iterable

from gradbook.written.parsing.programs.text.lines import Sort, Unit


def recites(units: Iterable[Unit]) -> bool:
    """Whether all lines of a block print text as it stands, several at least."""
    said = [_is_text(unit) for unit in units if unit.sort not in (Sort.BLANK, Sort.COMMENT)]
    return len(said) > 1 and all(said)


def _is_text(unit: Unit) -> bool:
    match unit.tree:
        case [ast.Expr(ast.Call(func=ast.Name("print"), args=args, keywords=[]))]:
            return all(isinstance(arg, ast.Constant) and isinstance(arg.value, str) for arg in args)
    return False
