"""Wikis: text marked as MediaWiki and MoinMoin do, ''x = 2'' and f,,x,, with an index set low; $latex x$; tables.

And those of AsciiDoc, between lines |===, with a title such as ".Backward" above. And formulas of forums, [tex]x[/tex].

{| class="wikitable"
! node !! value            | node | value
|-                    is   | q    | 3
| q || 3
|}
"""

import re

from gradbook.core.text.patterns import regex
from gradbook.written.lexing.source.pasted.programs.escapes import PROGRAM

_SLANTED = regex(r"(?<![\w'])('{2,3})(?=[^\s'])([^'\n]{1,300}(?:'(?!')[^'\n]{1,300})?)(?<=[^\s'])\1(?![\w'])")
_LOW = regex(r"(?<=\w),,(\w{1,8}),,")
_LATEX = regex(r"\$latex(?=\s)")
_TEX = regex(  # of forums
    r"\[(tex|itex|latex|math)\]([^\[\n]{0,300}(?:\[(?!/\1\])[^\[\n]{0,100}){0,9})\[/\1\]", re.IGNORECASE
)
_STRUCK = regex(r"\[/?(?:s|strike|del)\]", re.IGNORECASE)
_QUOTED = regex(r"\[quote=[^\]\n]{1,60}\]", re.IGNORECASE)  # whom it is of
_TABLE = regex(r"^\{\|[^\n]*\n(?P<rows>(?:(?!\|\})[^\n]*\n){1,200})\|\}", re.MULTILINE)
_ATTRIBUTES = regex(
    r"(?:\b(?:style|align|class|scope|colspan|rowspan|width|bgcolor|valign)\s*=\s*(?:\"[^\"\n]*\"|\w+)\s*)+\|(?!\|)"
)
_DOC_TABLE = regex(
    r"^(?:\[[^\]\n]*\][ \t]*\n)?\|={3,}[ \t]*\n(?P<rows>\|[^\n]*\n(?:\s*\|(?!=)[^\n]*\n){1,200})\s*\|={3,}[ \t]*$",
    re.MULTILINE,
)
_DOC_TITLE = regex(r"^\.(?=[A-Z][^\n.]{1,60}\n(?:\[|\|=|----|====))", re.MULTILINE)
_TITLE = regex(r"^(={2,8})[ \t]+(?=[^\s=])([^=\n]{1,80})(?<=\S)[ \t]+\1[ \t]*$", re.MULTILINE)
_FEW = 2  # pairs of two primes


def unwikied(source: str) -> str:
    """Return a source, as long as it was, without the primes that set text slanted or bold, and with indices as "_{x}".

    Tables become such of Markdown. One pair may be a second derivative on either side: more are needed, and no program
    with its strings.
    """
    if "$latex" in source:
        source = _LATEX.sub("$      ", source)
    if "[/" in source:
        source = _QUOTED.sub(lambda mark: "[quote]".ljust(len(mark.group())), source)
        source = _STRUCK.sub(lambda mark: "~~".center(len(mark.group())), _TEX.sub(_in_dollars, source))
    if "{|" in source and "\n|-" in source:
        source = _TABLE.sub(_in_pipes, source)
    if "\n|===" in source:
        source = _DOC_TABLE.sub(_in_lines, _DOC_TITLE.sub("#", source))
    if "== " in source and "```" not in source:
        source = _TITLE.sub(lambda found: f"## {found[2]}".ljust(len(found.group())), source)
    if "''" not in source or PROGRAM.search(source) or len(_SLANTED.findall(source)) < _FEW:
        return source
    return _LOW.sub(r"_{\1} ", _SLANTED.sub(lambda found: found[2].center(len(found.group())), source))


def _in_dollars(formula: re.Match[str]) -> str:
    name = len(formula[1])
    return f"{' ' * (name + 1)}${formula[2]}${' ' * (name + 2)}"


def _in_lines(table: re.Match[str]) -> str:
    """Return a table of AsciiDoc as one of Markdown: no rules around it, no line between its titles and its rows."""
    before, behind = (re.sub(r"[^\n]", " ", part) for part in table.group().split(table["rows"], 1))
    return before + re.sub(r"\n(?=\n)", " ", table["rows"]) + behind


def _in_pipes(table: re.Match[str]) -> str:
    """Return a table with a line a row, its cells between bars."""
    opening = table.start("rows") - table.start()
    found = [" " * (opening - 1)]
    within = False  # a row
    for line in table["rows"].split("\n")[:-1]:
        if line.startswith("|-"):
            found[-1] += " " * (len(line) + 1)
            within = False
            continue
        title = line.startswith("!")
        if line.startswith("|+") or not line.startswith(("|", "!")):  # a caption, or text that goes on
            found.append(line.replace("|+", "  ", 1))
            continue
        told = _ATTRIBUTES.sub(lambda said: " " * len(said.group()), line[1:])
        cells = "|" + told.replace("!!" if title else "||", " |").replace("||", " |")
        if within:
            found[-1] += " " + cells
        else:
            found.append(cells)
        within = True
    return "\n".join([*found, "  "])
