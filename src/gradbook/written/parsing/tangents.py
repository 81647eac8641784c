r"""Tangents: derivatives of all nodes by one input, which the forward mode carries along with the values: \dot{v}."""

import re

from gradbook.graph.expression import Derivative, Number
from gradbook.written.expression import Node
from gradbook.written.lexicon import Lexicon
from gradbook.written.parsing.grids import Cell, Grid

_DOTTED = re.compile("\\\\dot\\b|[a-z]\u0307|[ẋẏż]")
_FORWARD = re.compile(
    r"\bforward[- ](?:mode|accumulation|sweep|AD)\b|\btrace\b|\btangents?\b|vorwärtsmodus"
    r"|\bmodo? (?:directo|direto|diretta)|\bmode direct|прям\w+ (?:режим|накоплен)"
    r"|前向(?:模式|累积)|フォワードモード|순방향 ?모드",
    re.IGNORECASE,
)
_BY = re.compile(r"\\nabla|∇|\\partial|∂|\bd\w*\s*/\s*d")


def has_tangents(grid: Grid) -> bool:
    """Whether the derivatives in a table are those of its rows, by what is put in: its cells speak of dotted names."""
    return any(_DOTTED.search(cell.text) for row in grid for cell in row)


def tangent(name: str, title: Cell, lexicon: Lexicon) -> Node | None:
    """Return the derivative of a node that a title speaks of, by the only input or by the one that it names."""
    named = {token.name for token in title.tokens if token.name in lexicon.inputs} if _BY.search(title.text) else {}
    inputs = [*(named or lexicon.inputs)]
    return Derivative(name, inputs[0]) if len(inputs) == 1 and inputs[0] != name else None


def speaks_of_tangents(source: str) -> bool:
    r"""Whether an answer has dotted names, and says that they are those of the forward mode."""
    return _DOTTED.search(source) is not None and _FORWARD.search(source) is not None


def by_the_only_input(lexicon: Lexicon) -> dict[str, Node]:
    """Return the derivatives of all nodes by the only input, by name; none where there are several inputs."""
    if len(lexicon.inputs) != 1:
        return {}
    (only,) = lexicon.inputs
    return {only: Number(1.0), **{name: Derivative(name, only) for name in lexicon.operands}}
