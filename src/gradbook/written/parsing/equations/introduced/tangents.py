r"""Tangents: derivatives of all nodes by one input, which the forward mode carries along with the values: \dot{v}."""

import re

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Derivative, Number
from gradbook.written.expression import Node
from gradbook.written.lexicon import Lexicon
from gradbook.written.notation import plain

DOTTED = regex("\\\\dot\\b|[a-z]\u0307|[ẋẏż]")
_FORWARD = regex(
    r"\bforward[- ](?:mode|accumulation|sweep|AD)\b|\btrace\b|\btangents?\b|vorwärtsmodus"
    r"|\bmodo? (?:directo|direto|diretta)|\bmode direct|прям\w+ (?:режим|накоплен)"
    r"|前向(?:模式|累积)|フォワードモード|순방향 ?모드",
    re.IGNORECASE,
)
_SEED = regex(  # \dot{x}_1 = 1, and the same in two cells
    r"\\dot\s*(\{[^{}]{1,8}\}|\\?[A-Za-z]+)((?:\s*_(?:\{\w{1,4}\}|\w))?)\s*(?:\$\s*)?[=|]\s*(?:\$\s*)?([01])(?:\.0*)?(?![.\d])"
)


def speaks_of_tangents(source: str) -> bool:
    r"""Whether an answer has dotted names, and says that they are those of the forward mode."""
    dotted = ("dot" in source or not source.isascii()) and DOTTED.search(source) is not None
    return dotted and _FORWARD.search(source) is not None


def tangents(source: str, lexicon: Lexicon) -> dict[str, Node]:
    r"""Return the derivatives of all nodes by the input along which an answer goes, by name; none if none is told.

    It is the only input, or the only one whose dotted name is 1, in a table too: "\dot{x} = 1, \dot{y} = 0".
    """
    seeds: dict[str, set[str]] = {}
    for stem, index, seed in _SEED.findall(source) if len(lexicon.inputs) > 1 else ():
        if (name := lexicon.name(plain(stem + index))) in lexicon.inputs and name is not None:
            seeds.setdefault(name, set()).add(seed)
    along = [name for name in lexicon.inputs if seeds.get(name) == {"1"}]
    if len(lexicon.inputs) > 1 and not (
        len(along) == 1 and all(given == {"0"} for given in seeds.values() if "0" in given)
    ):
        return {}
    only = along[0] if along else lexicon.inputs[0]
    still = {name: Number(0.0) for name in lexicon.inputs}
    return {**still, only: Number(1.0), **{name: Derivative(name, only) for name in lexicon.operands}}
