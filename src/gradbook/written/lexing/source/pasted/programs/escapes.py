r"""Escapes: an answer as it stands in strings of JSON or a program: "\n" for the end of a line, \\frac for \frac.

Also the spans with which pages colour the words of a program.
"""

import re

from gradbook.core.text.patterns import regex

_SURE = regex(r"(?<!\\)\\n(?=[^a-zA-Z]|[A-Z]|\Z)(?!Rightarrow|Left|Vdash|VDash)")
_ANY = regex(r"(?<!\\)\\(?=(n[a-z]*))n")
_COMMANDS = frozenset({  # of LaTeX
    "nabla", "natural", "ne", "nearrow", "neg", "neq", "newcommand", "newenvironment", "newline", "newpage",
    "nexists", "ngeq", "ni", "nleq", "nless", "nmid", "noindent", "nolimits", "nonumber", "norm", "normalfont",
    "normalsize", "not", "notag", "notin", "nu", "nwarrow",
})  # fmt: skip
PROGRAM = regex(r"```|\bprint|\becho\b|cout")  # its strings are its own
_FEW = 2  # commands with two backslashes
_DOUBLED = regex(  # \\\\frac, as LaTeX stands in strings
    r"(?<!\\)\\\\(?=(?:[dt]?frac|partial|nabla|times|cdot|hat|mathbf|mathcal|text|left|eta|sigma|delta|theta|alpha|sqrt|sum"
    r"|approx|Rightarrow|begin)(?![a-z]))"
)
_ROW = regex(r"(?<!\\)\\{4}(?!\\)")
_PRIME = regex(r"(?<=[^\W\d_])\\'(?=\()")  # f\'(z), in a string of a program

_COLOUR = r"(?:(?:hljs|token|cm|pl|mtk|kwd|pun|pln|str|lit|typ|com)[\w-]*|[a-z]{1,2}\d?)"  # as highlighters name them
_KINDS = rf"(?:{_COLOUR}|keyword|operator|number|comment|punctuation)"
_SPAN = regex(rf"<span(?:[ ]class=[\"']{_COLOUR}(?:[ ]{_KINDS})*[\"'])?>|</span>")
_COLOURED = regex(r"^[^\n]*<span[^\n]*$", re.MULTILINE)


def uncoloured(source: str) -> str:
    """Return a source, as long as it was, each line without its spans, where all of them only colour what they hold."""
    if "<span" not in source or source.count("<span") + source.count("</span>") != len(_SPAN.findall(source)):
        return source
    return _COLOURED.sub(lambda line: _SPAN.sub("", line.group()).ljust(len(line.group())), source)


def unescaped(source: str) -> str:
    r"""Return a source, as long as it was, with ends of lines for "\n" and primes for "\'" where it writes them so.

    Where it writes two backslashes before commands, one is left.
    """
    if "\\'(" in source:
        source = _PRIME.sub("' ", source)
    if "\\`" in source and source.count("\\`") * 2 > source.count("`"):  # of a string between backticks
        source = source.replace("\\`\\`\\`", "   ```").replace("\\`", " `")
    if "\\$$" in source and source.count("\\$$") == source.count("$$"):  # \$$ z = 2 \$$
        source = source.replace("\\$$", " $$")
    if len(_DOUBLED.findall(source)) > _FEW:
        source = re.sub(r"(?<!\\)\\\\(?=[a-zA-Z,;!{}])", r" \\", _ROW.sub(r"  \\\\", source))
    if "\\n" not in source or PROGRAM.search(source) or not _SURE.search(source):
        return source
    return _ANY.sub(lambda match: match.group() if match.group(1) in _COMMANDS else " \n", _SURE.sub(" \n", source))
