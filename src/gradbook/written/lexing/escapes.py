r"""Escapes: an answer inside a string of JSON or a program, in which "\n" stands for the end of a line."""

import re

_SURE = re.compile(r"(?<!\\)\\n(?=[^a-zA-Z]|[A-Z]|\Z)(?!Rightarrow|Left|Vdash|VDash)")
_ANY = re.compile(r"(?<!\\)\\(?=(n[a-z]*))n")
_COMMANDS = frozenset({  # of LaTeX
    "nabla", "natural", "ne", "nearrow", "neg", "neq", "newcommand", "newenvironment", "newline", "newpage",
    "nexists", "ngeq", "ni", "nleq", "nless", "nmid", "noindent", "nolimits", "nonumber", "norm", "normalfont",
    "normalsize", "not", "notag", "notin", "nu", "nwarrow",
})  # fmt: skip
_PROGRAM = re.compile(r"```|\bprint|\becho\b|cout")  # its strings are its own


def unescaped(source: str) -> str:
    r"""Return a source, as long as it was, with ends of lines for "\n" where it writes them so."""
    if "\\n" not in source or _PROGRAM.search(source) or not _SURE.search(source):
        return source
    return _ANY.sub(lambda match: match.group() if match.group(1) in _COMMANDS else " \n", _SURE.sub(" \n", source))
