"""Prompts: what sessions set before what is typed in them, by which a session is known where no fence marks it."""

import re

from gradbook.core.text.patterns import regex

PYTHON = r">>>|sage:(?=[ \t])|\.\.\.(?=[ \t]|$)|In ?\[(?:[\d *]*|None)\]:(?!=)|\.\.\.:(?=[ \t]|$)"
DEBUGGERS = r"\((?:i?[pP]db|gdb|lldb)\)(?:[ \t]+(?:pp?|print|po|call|expr)\b(?:/\w+)?(?=[ \t]))?"  # "p q" shows q
ELIXIR = r"iex(?:\([^()\n]*\))?>"
HASKELL = r"(?:ghci|Prelude[\w. ]{0,40}|\*?Main)>"
WOLFRAM = r"In\[\d+\]:="
SCALA = r"scala>"
RUBY = r"irb(?:\([^()\n]*\)[:\d]*)?[ \t]*>"
JULIA = r"julia>"
MATLAB = r">>(?!>)|octave:\d+>"
R = r">(?=[ \t]+(?:\(?[A-Za-z_.][\w.]*[ \t]*<-|c\(|#))"  # any other may be a quotation
SESSION = regex(rf"[ \t]*(?:{'|'.join([PYTHON, DEBUGGERS, ELIXIR, HASKELL, WOLFRAM, SCALA, RUBY, JULIA, MATLAB, R])})")
TYPED = regex(  # and what is shown right below it: "> q" and "[1] 10", ">> q = w*x" and "q ="
    r"^[ ]{0,3}>{1,2}[ \t]+[^\s>][^\n]*\n+(?:\[1\][ \t]+[-\d\"][^\n]*|[A-Za-z_]\w*[ \t]*=[ \t]*|ans[ \t]*=[^\n]*"
    r"|[-−]?\d[\d.]*(?:[eE][-+]?\d+)?[ \t]*)(?:\n|\Z)",
    re.MULTILINE,
)
_SHOWN = regex(  # below what was typed, behind an empty line
    r"[ \t]*(?:Out ?\[[\d ]*\]|[A-Za-z_]\w*[ \t]*=[ \t]*$|[ \t]+[-−]?[\d.][-−\d. \te]*$"
    r"|[({\[]?[-−]?[\d.][-−\d., e\])}]*$)"
)


def goes_on(source: str, start: int, end: int) -> bool:
    """Whether a line behind an empty one goes on with the session above: a prompt, or what is shown."""
    return SESSION.match(source, start, end) is not None or _SHOWN.match(source, start, end) is not None
