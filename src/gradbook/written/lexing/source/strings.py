r"""Strings: an answer inside the strings of a program or of data, "w = 4\n" + or { text: 'w = 4', tone: 'red' },."""

import re

_PROGRAM = re.compile(r"```|\bprint|\becho\b|cout")  # its strings are its own
_LITERAL = re.compile(
    r"""(?:(?<=[\[{(,:+ \t])|(?<=^))(["'])(?=\S|\\n)((?:\\.|(?!\1)[^\\\n])*)\1(?=[ \t]*(?:[,+\]});]|$))""", re.MULTILINE
)
_AROUND = re.compile(r"[\s\w:{}\[\](),+;.$-]*")
_CALL = re.compile(r"[\w.]\s*\([^()]*\Z")  # before a string that is an argument of it
_SAYS = re.compile(r"[=≈←→:]")
_SYMBOL = re.compile(r"[\w.#-]{1,16}")  # no text: 'red'
_FEW = 2  # strings with equations make data
_ESCAPED = re.compile(r"\\([\"'])(?:([a-z]{1,2})(?![a-z]))?")


def out_of_strings(source: str) -> str:
    """Return a source, as long as it was, without what is around its strings, where two or more hold equations."""
    if source.count('"') + source.count("'") < 2 * _FEW or _PROGRAM.search(source):
        return source
    lines = source.split("\n")
    bare = {at: told for at, line in enumerate(lines) if (told := _said(line)) is not None}
    if sum(_SAYS.search(text) is not None for told in bare.values() for text in told.split("\n")) < _FEW:
        return source
    return "\n".join(bare.get(at, line) for at, line in enumerate(lines))


def _said(line: str) -> str | None:
    """Return what the strings of a line say, each at its place; None for a line that is not made of strings."""
    found = [*_LITERAL.finditer(line)] if '"' in line or "'" in line else []
    if not found or not all(map(_AROUND.fullmatch, _LITERAL.split(line)[::3])) or _CALL.search(line[: found[0].start()]):
        return None
    told = [" "] * len(line)
    for literal in found:
        text = _ESCAPED.sub(_shown, literal.group(2))
        if not _SYMBOL.fullmatch(text):
            told[literal.start(2) : literal.end(2)] = text
            if literal.end() < len(line):
                told[literal.end() - 1] = "\n" if literal is not found[-1] else " "
    return "".join(told)


def _shown(match: re.Match[str]) -> str:
    """Return a quotation mark or apostrophe for its escape, with a blank behind its word: node\'s."""
    return f"{match.group(1)}{match.group(2) or ''} "
