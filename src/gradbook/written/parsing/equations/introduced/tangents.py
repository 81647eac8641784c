r"""Tangents: derivatives of all nodes by one input, which the forward mode carries along with the values: \dot{v}."""

import re

from gradbook.graph.expression import Derivative, Number
from gradbook.written.expression import Node
from gradbook.written.lexicon import Lexicon

DOTTED = re.compile("\\\\dot\\b|[a-z]\u0307|[ẋẏż]")
_FORWARD = re.compile(
    r"\bforward[- ](?:mode|accumulation|sweep|AD)\b|\btrace\b|\btangents?\b|vorwärtsmodus"
    r"|\bmodo? (?:directo|direto|diretta)|\bmode direct|прям\w+ (?:режим|накоплен)"
    r"|前向(?:模式|累积)|フォワードモード|순방향 ?모드",
    re.IGNORECASE,
)


def speaks_of_tangents(source: str) -> bool:
    r"""Whether an answer has dotted names, and says that they are those of the forward mode."""
    dotted = ("dot" in source or not source.isascii()) and DOTTED.search(source) is not None
    return dotted and _FORWARD.search(source) is not None


def by_the_only_input(lexicon: Lexicon) -> dict[str, Node]:
    """Return the derivatives of all nodes by the only input, by name; none where there are several inputs."""
    if len(lexicon.inputs) != 1:
        return {}
    (only,) = lexicon.inputs
    return {only: Number(1.0), **{name: Derivative(name, only) for name in lexicon.operands}}
