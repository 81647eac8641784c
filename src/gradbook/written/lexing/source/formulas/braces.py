"""Braces over and under a formula: the sign that one spans, and whether their labels only number them, "1" to "3"."""

import re

from gradbook.core.text.lines import before_in_line, behind_in_line
from gradbook.core.text.patterns import regex
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token

_SIGN = regex(r"(\\(?:under|over)brace\{\s*)([-+−])(?=\s*\S)")
_LABEL = regex(r"\}\s*[_^]\s*\{\s*(\d)\s*\}|\}\s*[_^]\s*(\d)")


def signed(source: str) -> str:
    r"""Return a source, as long as it was, with the sign that begins an underbrace before it: x \underbrace{-y}."""
    return _SIGN.sub(lambda found: f"{found[2]}{found[1]}", source) if "brace{" in source else source


def is_mark(label: str, source: str, at: int, lexicon: Lexicon) -> bool:
    """Whether a label at a brace is only its mark, A or 1, and no name or number."""
    label = label.strip()
    mark = len(label) == 1 and label not in lexicon.names.values()
    return mark and (not label.isdigit() or _numbers(source, at))


def repeats_head(source: str, brace: Token, end: int) -> bool:
    r"""Whether a brace spans what its equation begins with: df/dx = ... + \underbrace{∂f/∂x}_{1}, by one path only."""
    begin = max(source.rfind(sign, 0, brace.start) for sign in "\n$[")
    return _bare(source[begin + 1 : brace.start].partition("=")[0]) == _bare(source[brace.end : end])


def _bare(formula: str) -> str:
    return re.sub(r"\\(?:d?frac|left|right)\b|[{}\s&\[$]", "", re.sub(r"\\partial\b|∂", "d", formula))


def _numbers(source: str, at: int) -> bool:
    """Whether all labels at the braces of the line or formula at a place are numbers that count from 1 on."""
    formula = before_in_line(source, at).rpartition("$")[2] + behind_in_line(source, at).partition("$")[0]
    counts = [int(one or other) for one, other in _LABEL.findall(formula)]
    return counts == [*range(1, formula.count("brace{") + 1)]
