r"""Quotes: the marks of Markdown's quotes, which are blanks to all that stands in one, tables, programs, displays.

    > $$
    > q = x + y = 10        the marks of these lines are no signs of the mathematics
    > $$

What begins outside a quote, a fence with a prompt ">" or a display that goes on with "> 0", keeps its signs; so does
a session, in which a value stands right below what was typed, without a mark. Highlights, ==0.8==, are set in bold.
"""

import re

from gradbook.core.text.patterns import regex
from gradbook.written.lexing.prompts import TYPED

_HIGHLIGHT = regex(r"(?<![=!<>:\w)\]])==(?=[^\s=])([^=\n`]{1,60})(?<=[^\s=])==(?![=\w(])")
_MARKS = regex(r"[ \t]{0,3}>[ \t]?(?:>[ \t]?)*")
_BLOCK = regex(r"(?m:^)[ \t]*/\*(?:(?!\*/)[\s\S]){0,8000}\*/(?=[ \t]*(?:\n|\Z))")
_STARRED = regex(r"[ \t]*/\*+(?:[ \t][^\n]*)?\n(?:[ \t]*\*(?:[ \t][^\n]*)?\n)*[ \t]*\*+/")  # a star before each line
_LEADS = regex(r"/\*+|\*+/|^[ \t]*\*(?=[ \t\n])", re.MULTILINE)
_LED = regex(r"\n[ \t]*\*(?!/)")
_ENDS = regex(r"/\*+|\*+/")
_LINES = regex(r"^[ \t]*//+(?=[ \t]|$)", re.MULTILINE)
_COLOURED = regex(r"(?<![:/])//\?(?=[ ][d∂] ?\w+ ?/ ?[d∂] ?\w+ ?=)")  # "//? dq/dx = w", coloured by editors
_PROGRAM = regex(  # what stands below a comment, in the next line that is none
    r"""[^\n]*\n (?:[ \t]*//[^\n]*\n)* [ \t]*(?:
      (?:let|var|const|val|double|float|auto)[ \t]+(?:mut[ \t]+)?\w+[ \t]*(?::[^=\n]*)?=[^=] | (?:let|const)[ \t]*[\[({]
    | (?:console|System|fmt)\. | [\w.\[\]]+[ \t]*[-+*/]?=[^=\n]*; | [\w.!:]+\([^\n]*\);
    )""",
    re.VERBOSE,
)
_DASHED = regex(r"^[ \t]*--(?=[ \t]|$)", re.MULTILINE)  # of Haskell, Lua, SQL
_PATCH = regex(r"^(?:\+\+|---|@@)[ \t]", re.MULTILINE)  # what is taken back in it stands behind dashes
_SEVERAL = 3  # lines of one comment; fewer may be a list or a signature
_FENCED = regex(r"^[ \t]*(```|~~~)[^\n]*\n[\s\S]*?(?:^[ \t]*\1|\Z)", re.MULTILINE)
_NARROW = 3  # blanks that set nothing off; those of a quote in a quote might
_EDGE = regex(r"\$\$|\\[\[\]]|\\(begin|end)\{([a-z]{1,12})\*?\}|^[ \t]*(```|~~~)")
_CLOSES = {"$$": "$$", "\\[": "\\]", "```": "```", "~~~": "~~~"}
_FENCES = ("```", "~~~")


def unmarked(source: str) -> str:
    """Return a source, as long as it was, with blanks for the marks of its quotes.

    Those of a quote in a quote stay, but in mathematics on display that ends in the same quote.
    """
    if ">" not in source or TYPED.search(source):
        return source
    lines, held = source.split("\n"), dict[int, str]()
    close, quoted = "", False  # what closes the display or fence that is open, and whether a quote opened it
    for number, line in enumerate(lines):
        marks = _MARKS.match(line)
        begin = marks.end() if marks and (quoted or not close) else 0
        if close not in _FENCES and not marks and not line.strip():  # no display goes on behind a blank line
            held, close = {}, ""
        if begin and begin <= _NARROW:
            lines[number] = " " * begin + line[begin:]
        elif begin and close and close not in _FENCES:
            held[number] = " " * begin + line[begin:]
        for edge in _EDGE.finditer(line[begin:]):
            if not close:
                close, quoted = _close(edge), begin > 0
            elif edge.group().strip().replace("*", "") == close:
                close = ""
        if not close:
            for place, without in held.items():
                lines[place] = without
            held = {}
    return "\n".join(lines)


def _close(edge: re.Match[str]) -> str:
    """Return what closes a display or a fence that an edge opens; "" where it opens none."""
    return f"\\end{{{edge.group(2)}}}" if edge.group(1) == "begin" else _CLOSES.get(edge.group().strip(), "")


def uncommented(source: str) -> str:
    """Return a source, as long as it was, with blanks for the marks of comments in the manner of C or of Haskell.

    In a fence, those before a comment become the mark of one in Python; beside a line of a program without a fence,
    they stay what they are.
    """
    if "digraph" in source:  # whose comments are none of prose
        return source
    if "--" in source and len(_DASHED.findall(source)) >= _SEVERAL and not _PATCH.search(source):
        source = _DASHED.sub(lambda sign: " " * len(sign.group()), source)
    if "//" not in source and "*/" not in source:
        return source
    if "//?" in source and source.count("//?") == len(_COLOURED.findall(source)):
        source = _COLOURED.sub("// ", source)
    fences = [fence.span() for fence in _FENCED.finditer(source)]

    def mark(sign: re.Match[str], at: int = 0) -> str:
        fenced = any(start <= at + sign.start() < end for start, end in fences)
        return ("#" if fenced and "*/" not in sign.group() else " ").ljust(len(sign.group()))

    def line(sign: re.Match[str]) -> str:
        return sign.group() if _PROGRAM.match(source, sign.end()) else mark(sign)

    def block(comment: re.Match[str]) -> str:
        starred = _STARRED.fullmatch(comment.group()) is not None
        if not starred and _LED.search(comment.group()):
            return comment.group()  # a star that may be a sign
        marks = _LEADS if starred else _ENDS
        return marks.sub(lambda sign: mark(sign, comment.start()), comment.group())

    source = _BLOCK.sub(block, source)
    return _LINES.sub(line, source)


def bold(source: str) -> str:
    """Return a source with highlights as what is set in bold."""
    return _HIGHLIGHT.sub(r"**\1**", source) if "==" in source else source
