"""What is said of a programming language: how it writes what Python writes, and what several have in common."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from gradbook.core.text.patterns import regex
from gradbook.written.parsing.programs.text.rewriting import Rule

_NEVER = regex(r"(?!)")
_HASH = regex("#")
_QUOTED = regex(r'"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'')


@dataclass(frozen=True)
class Dialect:
    """One language, or several that are written alike.

    Attributes:
        tags: what a fence calls it.
        signs: what no other language has, by which it is known where no fence names it.
        comment: the sign of a comment, up to the end of the line.
        prompt: what stands before what is typed in a session.
        out: what stands before a value that is shown.
        quoted: a string.
        filled: what stands in a string for a value that is filled in.
        rules: what is replaced, in order, outside strings.
        first: the index of the first entry of a vector.
        echoes: whether each statement without a semicolon behind it shows its value.
        calls: whether an entry is written as a call: w(1).
        keys: whether what is an index is a name: d[y].
        vectors: the functions that make a vector of their arguments.
    """

    tags: frozenset[str] = frozenset()
    signs: re.Pattern[str] = _NEVER
    comment: re.Pattern[str] = _HASH
    prompt: re.Pattern[str] = _NEVER
    out: re.Pattern[str] = _NEVER
    quoted: re.Pattern[str] = _QUOTED
    filled: tuple[Rule, ...] = ()
    rules: tuple[Rule, ...] = ()
    first: int = 0
    echoes: bool = False
    calls: bool = False
    keys: bool = False
    vectors: frozenset[str] = field(default=frozenset())


def rules_of(table: Mapping[str, str]) -> tuple[Rule, ...]:
    """Return rules of a table: patterns, each with what is written instead."""
    return tuple((regex(pattern), written) for pattern, written in table.items())


POWER = {r"\.?\^": "**"}
MATRICES = {r"(?<!\.)\*(?!\*)(?<!\*\*)": "@"}  # what is multiplied entry by entry has a dot
DOTTED = {r"\.(?=[*/+-])": "", r"(?<=[^\W\d])\.(?=\()": ""}
BLOCKS = {  # what opens and closes a body
    r"^(\s*)(?:\}\s*)?else\s*\{?\s*$": r"\1else:",
    r"^(\s*)(?:\}\s*)?else if\s*\((.*)\)\s*\{?\s*$": r"\1elif \2:",
    r"^(\s*)if\s*\((.*)\)\s*\{\s*$": r"\1if \2:",
    r"^(\s*)(?:for|while)\s*\(.*\)\s*\{\s*$": r"\1for _ in steps:",
    r"^(\s*)(?:for|while)\s*\([^{}]*\)\s*\{\s*([^{}]*?)\s*\}\s*$": r"\1for _ in steps: \2",
    r"^(\s*)for\s*\([^{}()]*\)\s*([^\s{}].*)$": r"\1for _ in steps: \2",
    r"^\s*[{}]*\s*;?\s*$": "",
}
ENDS = {
    r"^(\s*)for\s+\w+\s*=[^,;]*[,;]\s*(.*?)[,;]?\s*end\s*$": r"\1for _ in steps: \2",
    r"^(\s*)(?:for\s+(?!_ in)\w+\s*(?:=|in|∈)|while\b)[^\n:]*(?::[^\n:]*){0,2}$": r"\1for _ in steps:",
    r"^(\s*)if\s+(.*?)$": r"\1if \2:",
    r"^(\s*)else\s*$": r"\1else:",
    r"^\s*end\w*\s*;?\s*$": "",
}
NAME = r"[A-Za-z_]\w*"
PYTHON = Dialect()
