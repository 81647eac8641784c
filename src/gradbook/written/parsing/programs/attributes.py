"""Attributes: what a program's own class calls a gradient, as in "L.dv = 1", with which the way back begins."""

import ast
import re
from collections.abc import Callable, Iterable

from gradbook.graph.expression import Symbol
from gradbook.written.expression import Node
from gradbook.written.parsing.programs.lines import Unit

_SEED = re.compile(r"(?<![\w.])([A-Za-z_]\w*)\.([A-Za-z_]\w*)[ \t]*=[ \t]*1(?:\.0*)?(?![\w.])")
_KNOWN = frozenset({"data", "value", "grad", "requires_grad", "label", "name"})


def slope_names(source: str, means: Callable[[str], Node | None], output: str) -> frozenset[str]:
    """Return the attributes of which that of the output is set to 1.

    Args:
        source: the answer.
        means: gives what an identifier names.
        output: the exercise's.
    """
    seeds = (match.groups() for match in _SEED.finditer(source))
    return frozenset(attr for name, attr in seeds if attr not in _KNOWN and means(name) == Symbol(output))


def call_grad(units: Iterable[Unit], names: frozenset[str]) -> None:
    """Call such attributes as PyTorch does, in the trees of lines."""
    if not names:
        return
    for statement in (each for unit in units for each in unit.tree):
        for node in ast.walk(statement):
            if isinstance(node, ast.Attribute) and node.attr in names:
                node.attr = "grad"
