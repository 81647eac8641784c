r"""Strings: an answer inside the strings of a program or of data, "w = 4\n" + or { text: 'w = 4', tone: 'red' },."""

import re

from gradbook.core.text.patterns import regex
from gradbook.written.lexing.source.pasted.programs.escapes import PROGRAM
from gradbook.written.lexing.words.dictionary import AGAINST_IT
from gradbook.written.lexing.words.languages import DICTIONARY

_LITERAL = regex(
    r"""(?:(?<=[\[{(,:+ \t])|^)(["'])(?=\S|\\n)((?:\\.|(?!\1)[^\\\n])*)\1(?=[ \t]*(?:[,+\]});]|$))""", re.MULTILINE
)
_KEYED = regex(r"[\s{,][a-z]\w{0,20}:\s*(?:'[^'\n]|\"[^\"\n])")  # { title: 'Loss', text: '...' }
_TEXTS = "text|t|label|title|formula|eq|desc|description|body|content|caption|math|tex|latex|step|line|p|html"
_STYLES = "type|tone|color|colour|style|class|className|kind|align|icon|lang|id"
_AROUND = regex(rf"(?:[\s{{}}\[\](),+;]|\b(?:{_TEXTS}|{_STYLES}):)*")  # any other word may deny what the string says
_STYLE = regex(rf"\b(?:{_STYLES}):\s*\Z")
_LIST = regex(r"[\[(]\s*['\"]")
_SAYS = regex(r"[=≈←→]")
_SYMBOL = regex(r"[\w.#-]{1,16}")  # no text: 'red'
_NUMBERS = regex(r"(?<=\w)\s?=\s?\{(?=\s*(?:[\"']\w{1,12}[\"']\s*:\s*[-−]?[\d.]+\s*,?\s*)+\})")  # grads = {"w": 6}
_FEW = 2  # strings with equations, or keys with text, make data
_ESCAPED = regex(r"\\([\"'])(?:([a-z]{1,2})(?![a-z]))?")


def out_of_strings(source: str) -> str:
    """Return a source, as long as it was, without what is around its strings, where two or more hold equations.

    Lists of strings may be rows of a table, and other words may say something of a string: there only quotation marks
    are left out.
    """
    if source.count('"') + source.count("'") < 2 * _FEW or PROGRAM.search(source):
        return source
    source = _NUMBERS.sub(lambda named: named.group().replace("=", ":"), source)
    keyed = len(_KEYED.findall(source)) >= _FEW
    bare = [_said(line, keyed=keyed) for line in source.split("\n")]
    told = "\n".join(line for line, _ in bare)
    says = sum(_SAYS.search(text) is not None for line, changed in bare if changed for text in line.split("\n"))
    return told if keyed or says >= _FEW else source


def _said(line: str, *, keyed: bool) -> tuple[str, bool]:
    """Return what the strings of a line say, each at its place, and whether it is made of them."""
    found = [*_LITERAL.finditer(line)] if '"' in line or "'" in line else []
    if not found:
        return line, False
    if _LIST.search(line) or not all(map(_AROUND.fullmatch, _LITERAL.split(line)[::3])):
        single = _LITERAL.sub(lambda match: match.group() if match.group(1) == '"' else _unquoted(match), line)
        return (single, keyed) if keyed else (line, False)
    signs = [" "] * len(line)
    for literal in found:
        text = _ESCAPED.sub(_shown, literal.group(2))
        styled = _SYMBOL.fullmatch(text) and _STYLE.search(line, 0, literal.start())
        if not styled or any(role in AGAINST_IT for _, role in DICTIONARY.known_in(re.sub(r"[-_]", " ", text))):
            signs[literal.start(2) : literal.end(2)] = text
            if literal is not found[-1]:
                signs[literal.end() - 1] = "\n"
    return "".join(signs), True


def _unquoted(match: re.Match[str]) -> str:
    return f" {_ESCAPED.sub(_shown, match.group(2))} "


def _shown(match: re.Match[str]) -> str:
    """Return a quotation mark or apostrophe for its escape, with a blank behind its word: node's."""
    return f"{match.group(1)}{match.group(2) or ''} "
