"""Rewriting: which language a block is written in, and its lines as Python has them.

What no rule knows is no Python afterwards either.
"""

import re

from gradbook.core.text.lines import start_of_line
from gradbook.core.text.patterns import regex
from gradbook.written.parsing.programs.text.dialects.braced import BRACES
from gradbook.written.parsing.programs.text.dialects.dialect import PYTHON, Dialect, rules_of
from gradbook.written.parsing.programs.text.dialects.numerical import FORTRAN, JULIA, MATLAB, R
from gradbook.written.parsing.programs.text.dialects.scripting import ELIXIR, HASKELL, LUA, RUBY, WOLFRAM
from gradbook.written.parsing.programs.text.rewriting import Text

_GRADIENT = regex(r"[∂∇](?=[A-Za-z_]\w*(?!\s*/|\w))|[A-Za-z]\w*\u0304|\b[āēīōūȳḡ]\b")
_COMMENTED = rules_of({"[▷▶]": "#"})
_GRADIENTS = (  # of the output, by what is marked: "∂a = a - y", "∇a ← a - y", "a̅ = ..."
    *_COMMENTED,
    *rules_of(
        {
            r"[∂∇](?=[A-Za-z_]\w*(?!\s*/|\w))": "d",
            r"\b([A-Za-z]\w*)\u0304": r"d\1",
            **{rf"\b{barred}\b": f"d{letter}" for letter, barred in zip("aeiouyg", "āēīōūȳḡ", strict=True)},
            "[←≔]": "=",
            "[×·⋅]": "*",
            "−": "-",
            "²": "**2",
        }
    ),
)
DIALECTS = (R, MATLAB, JULIA, RUBY, ELIXIR, HASKELL, LUA, WOLFRAM, FORTRAN, BRACES)
_FENCE = regex(r"[ \t]*(?:```+|~~~+)[ \t]*\{?\.?([A-Za-z+]*)[^\n]*\n\Z")
_FIRST = 0xE000  # a letter for private use stands for each string


def dialect_of(source: str, start: int, end: int, before: Dialect) -> Dialect:
    """Return the language of a block of program text: as its fence says, by its signs, or that of the block before."""
    above = start_of_line(source, max(start - 1, 0))
    fence = _FENCE.fullmatch(source, above, start)
    tag = fence.group(1).lower() if fence else ""
    named = next((dialect for dialect in DIALECTS if tag in dialect.tags), None)
    python = tag.startswith("py") or tag in ("ipython", "sage")
    others = (BRACES,) if python else DIALECTS
    found = next((dialect for dialect in others if dialect.signs.search(source, start, end)), None)
    return named or found or (PYTHON if python else before)


def rewritten(line: Text, dialect: Dialect) -> Text:
    """Return a line as Python writes it."""
    if not line.text.isascii():
        for rule in _COMMENTED if _GRADIENT.search(line.text) is None else _GRADIENTS:
            line = line.replaced(rule)
    if dialect is PYTHON:
        return line
    strings: list[Text] = []
    code, comment = Text("", [line.places[0]]), Text("", [line.places[-1]])
    at = 0
    for match in re.finditer(f"(?P<comment>{dialect.comment.pattern})|{dialect.quoted.pattern}", line.text):
        if match.group("comment"):
            comment = _comment(line[match.start() :], len(match.group("comment")))
            code, at = code + line[at : match.start()], len(line.text)
            break
        code += line[at : match.start()]
        code += Text(chr(_FIRST + len(strings)), [line.places[match.start()], line.places[match.end()]])
        strings.append(_string(line[match.start() : match.end()], dialect))
        at = match.end()
    code += line[at:]
    for rule in dialect.rules:
        code = code.replaced(rule)
    found, at = Text("", [code.places[0]]), 0
    for place, letter in enumerate(code.text):
        if _FIRST <= ord(letter) < _FIRST + len(strings):
            found += code[at:place] + strings[ord(letter) - _FIRST]
            at = place + 1
    return found + code[at:] + comment


def _comment(text: Text, signs: int) -> Text:
    body = text[signs:]
    if body.text.rstrip().endswith("*/"):
        body = body[: len(body.text.rstrip()) - 2]
    return Text("#" + body.text, [text.places[0], *body.places])


def _string(text: Text, dialect: Dialect) -> Text:
    """Return a string as Python writes it: with what is filled in in braces."""
    filled = text
    for rule in dialect.filled:
        filled = filled.replaced(rule)
    if text.text[0] == "`":
        filled = Text('"', [filled.places[0]] * 2) + filled[1:-1] + Text('"', [filled.places[-2], filled.places[-1]])
    return Text("f", [text.places[0]] * 2) + filled if filled.text != text.text and "{" in filled.text else filled
