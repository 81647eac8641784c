"""Attributes: what a program's own class calls a gradient, as in "L.dv = 1", with which the way back begins.

Any attribute of the output may be 1; only one with the name of a gradient is one."""

import ast
import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Symbol
from gradbook.written.expression import Node
from gradbook.written.parsing.programs.text.lines import Unit

_SEED = regex(r"(?<![\w.])([A-Za-z_]\w*)\.([A-Za-z_]\w*)[ \t]*=[ \t]*1(?:\.0*)?(?![\w.])")
_SLOPE = regex(  # "dv", "adj", "acc_grad", "outGradient": what may be the name of a gradient
    r"_*(?!requires|needs|has|no_|use|is_|num|n_)(?:\w*_)?(?:\w*gradient\w?|grads?|gradiante|gradyan|derivat\w*|derivad\w*"
    r"|deriv\w?\w?|ders?|adj|adjoints?|bar|deltas?|d|d_?[a-z]|d_?(?:out|loss|val|value|self)|vjp|cotangents?|sens"
    r"|sensitivit\w+|slopes?|partials?|upstream|backward|ableitung|abl|steigung|türev|turev|turunan|pochodna)"
    r"(?:_|_?val(?:ue)?)?",
    re.IGNORECASE,
)


@lru_cache(maxsize=1)  # for each block of an answer the same
def _seeds_in(source: str) -> list[tuple[str, str]]:
    """Return what an answer sets to 1: the names, each with its attribute."""
    return [(name, attr) for name, attr in _SEED.findall(source) if attr != "grad" and _SLOPE.fullmatch(attr)]


def slope_names(source: str, means: Callable[[str], Node | None], output: str) -> frozenset[str]:
    """Return the attributes of which that of the output is set to 1.

    Args:
        source: the answer.
        means: gives what an identifier names.
        output: the exercise's.
    """
    return frozenset(attr for name, attr in _seeds_in(source) if means(name) == Symbol(output))


def call_grad(units: Iterable[Unit], names: frozenset[str]) -> None:
    """Call such attributes as PyTorch does, in the trees of lines."""
    if not names:
        return
    for statement in (each for unit in units for each in unit.tree):
        for node in ast.walk(statement):
            if isinstance(node, ast.Attribute) and node.attr in names:
                node.attr = "grad"
