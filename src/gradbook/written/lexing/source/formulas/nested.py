"""Matrices as lists of lists over several lines; they come to stand in one.

dL/dW = [[0.1, 0.2],        dL/dW =            dL/dW = [
         [0.3, 0.4]]        [[0.1 0.2]             [0.1, 0.2],
                             [0.3 0.4]]            [0.3, 0.4],
                                               ]
Lists in braces, as C and Mathematica have them, come to stand in brackets: z = {0.3, 0.7}.
"""

import re

from gradbook.core.text.patterns import regex
from gradbook.written.lexing.source.formulas.matrices import NUMBER, ROW, in_place

_ROW = rf"\[{ROW}\]"
_NESTED = regex(
    rf"(?<=[=≈:])(?P<before>[ \t]*\n?[ \t]*)(?P<open>\[\s{{0,40}})?"
    rf"(?P<rows>{_ROW}(?:[ \t]*,?[ \t]*\n[ \t]*{_ROW})+)(?(open)(?P<close>[ \t]*,?\s{{0,40}}\]))(?!\])"
)
_NAMED = regex(r"(?P<name>[^\n=≈:]{1,30}[=≈:])[^=≈:]{1,2000}")
_BY_MARKS = regex(rf"\[{ROW}(?:;{ROW})+\]")
_ROWS = regex(_ROW)
_LIST = rf"\{{[ \t]*{NUMBER}(?:[ \t]*,[ \t]+{NUMBER})+[ \t]*\}}"  # a blank behind the comma: {0,5} may be one number
_BRACED = regex(rf"(?<=[=≈:>])[ \t]*(?:{_LIST}|\{{(?:[ \t]*{_LIST}[ \t]*,?)+[ \t]*\}})")
_ESCAPED = regex(rf"(?<=[=≈*·×⊙(,])([ \t]*)\\\[({ROW})(?:\\\]|(?=\]))")  # as Markdown needs it: \\[0.2, 0.3]
_BRACKETS = str.maketrans("{}", "[]")
_PROGRAM = regex(r"\bprint|\bimport\b|\bnp\.|\btorch\.|\bdisp\(|console\.log|```(?:python|julia|r\b|matlab)", re.I)


def unnested(source: str) -> str:
    """Return a source, as long as it was, in which such a list is in one line: [1 2;3 4].

    What a program prints without commas stays as it is printed: its lines are told by that.
    """
    if "{" in source:
        source = _BRACED.sub(lambda found: found.group().translate(_BRACKETS), source)
    if "[" not in source:
        return source
    if "\\[" in source:
        source = _ESCAPED.sub(_in_brackets, source)
    if ";" in source:
        source = _BY_MARKS.sub(lambda found: found.group().replace(", ", "  "), source)
    if "\n" not in source:
        return source
    program = _PROGRAM.search(source) is not None
    return _NESTED.sub(lambda found: found.group() if program else _in_line(found), source)


def _in_brackets(found: re.Match[str]) -> str:
    """Return a list whose brackets are escaped without the strokes."""
    closed = " ]" if found.group().endswith("]") else ""
    return f"{found.group(1)} [{found.group(2)}{closed}"


def named_matrix(text: str) -> str:
    """Return a text that is such a list behind its name, "dL/dW = [[1 2]\\n [3 4]]", in one line; else nothing."""
    found = _NAMED.fullmatch(text)
    nested = _NESTED.match(text, found.end("name")) if found else None
    return text[: nested.start()] + _in_line(nested) if nested and nested.end() == len(text.rstrip()) else ""


def _in_line(found: re.Match[str]) -> str:
    rows = _ROWS.findall(found.group("rows"))
    if not (joined := in_place(found.group("rows"), rows)):
        return found.group()
    before, opening, closing = (found.group(part) or "" for part in ("before", "open", "close"))
    return before + " " * len(opening) + joined + " " * len(closing)
