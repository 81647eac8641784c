"""Prompts: ">>> q 10.0" has one before what a program has shown, where nobody typed anything.

What was typed behind the prompt of a shell, "$ python chain.py", says nothing of a graph.
"""

import re

from gradbook.core.text.patterns import regex

_LINE = regex(r"^>>>[ ](?P<said>[^\n]*)$", re.MULTILINE)
_LABELLED = regex(r"[^\W\d][\w ./=∂]{0,40}?[ =:]\s?[-−]?\d[\d.]*(?:e[-+]?\d+)?\s*")
_UNTYPED = regex(r"[\w ]*[^\W\d]\w*[ ]+\d[\d.]*\s*")  # no expression of Python
_FEW = 2
_COMMANDS = (
    r"python[\d.]*|ipython|pip3?|\./[\w./-]+|g\+\+|gcc|clang(?:\+\+)?|node|deno|bun|npm|npx|cargo|rustc|julia|Rscript|octave"
    r"|matlab|java|javac|go|ghc|runghc|stack|dotnet|ruby|perl|php|lua|bash|sh|make|cmake|cat|ls|cd|echo|time|watch|pytest"
    r"|uv|conda|jupyter|git|swift|kotlinc?|scala"
)
_TYPED = regex(
    r"^[ \t]{0,4}(?:\([\w.-]+\)[ ]?)?(?:[\w.-]+@[\w.-]+:?[^\s$%]*)?[$%❯][ ]+(?:sudo[ ]+)?"
    rf"(?:{_COMMANDS})(?=[ \n]|$)[^\n$#\"']*$",
    re.MULTILINE,
)
_WAITS = regex(r"^[ \t]{0,4}[$%❯][ \t]*$", re.MULTILINE)


def unprompted(source: str) -> str:
    """Return a source, as long as it was, with blanks for such prompts, and for what was typed in a shell."""
    if "$ " in source or "% " in source or "❯" in source:
        typed = _TYPED.sub(_blank, source)
        source = typed if typed == source else _WAITS.sub(_blank, typed)
    if ">>> " not in source:
        return source
    said = [line["said"] for line in _LINE.finditer(source)]
    if len(said) < _FEW or not all(map(_LABELLED.fullmatch, said)) or not any(map(_UNTYPED.fullmatch, said)):
        return source
    return _LINE.sub(lambda line: f"    {line['said']}", source)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())
