r"""Escapes: an answer inside strings of JSON or a program: "\n" for the end of a line, { text: 'It\'s 3' } for text."""

import re

_SURE = re.compile(r"(?<!\\)\\n(?=[^a-zA-Z]|[A-Z]|\Z)(?!Rightarrow|Left|Vdash|VDash)")
_ANY = re.compile(r"(?<!\\)\\(?=(n[a-z]*))n")
_COMMANDS = frozenset({  # of LaTeX
    "nabla", "natural", "ne", "nearrow", "neg", "neq", "newcommand", "newenvironment", "newline", "newpage",
    "nexists", "ngeq", "ni", "nleq", "nless", "nmid", "noindent", "nolimits", "nonumber", "norm", "normalfont",
    "normalsize", "not", "notag", "notin", "nu", "nwarrow",
})  # fmt: skip
_PROGRAM = re.compile(r"```|\bprint|\becho\b|cout")  # its strings are its own
_KEYED = re.compile(r"[\s{,][a-z]\w{0,20}:\s*'[^'\n]")  # { title: 'Loss', text: '...' }
_FEW = 2  # keys with text make data
_DOUBLED = re.compile(  # \\\\frac, as LaTeX stands in strings
    r"(?<!\\)\\\\(?=(?:[dt]?frac|partial|nabla|times|cdot|hat|mathbf|mathcal|text|left|eta|sigma|delta|theta|alpha|sqrt|sum"
    r"|approx|Rightarrow|begin)(?![a-z]))"
)
_ROW = re.compile(r"(?<!\\)\\{4}(?!\\)")
_LITERAL = re.compile(r"(?<=[\[{(,: ])'(?=\S)((?:\\.|[^'\\\n])*)'(?=\s*[,\]})]|\s*$)", re.MULTILINE)
_PRIME = re.compile(r"(?<=[^\W\d_])\\'(?=\()")  # f\'(z), in a string of a program
_QUOTE = re.compile(r"\\'([a-z]{0,2}(?![a-z]))")


def unquoted(source: str) -> str:
    """Return a source, as long as it was, whose texts stand in data of JavaScript, without the signs around them."""
    if source.count("'") < _FEW or len(_KEYED.findall(source)) < _FEW or _PROGRAM.search(source):
        return source
    return _LITERAL.sub(lambda match: f" {_QUOTE.sub(_shown, match.group(1))} ", source)


def _shown(match: re.Match[str]) -> str:
    """Return a quotation mark or apostrophe for its escape, with a blank behind its word: node\'s."""
    return f"'{match.group(1)} "


def unescaped(source: str) -> str:
    r"""Return a source, as long as it was, with ends of lines for "\n" and primes for "\'" where it writes them so.

    Where it writes two backslashes before commands, one is left.
    """
    if "\\'(" in source:
        source = _PRIME.sub("' ", source)
    if "\\`" in source and source.count("\\`") * 2 > source.count("`"):  # of a string between backticks
        source = source.replace("\\`\\`\\`", "   ```").replace("\\`", " `")
    if len(_DOUBLED.findall(source)) > _FEW:
        source = re.sub(r"(?<!\\)\\\\(?=[a-zA-Z,;!{}])", r" \\", _ROW.sub(r"  \\\\", source))
    if "\\n" not in source or _PROGRAM.search(source) or not _SURE.search(source):
        return source
    return _ANY.sub(lambda match: match.group() if match.group(1) in _COMMANDS else " \n", _SURE.sub(" \n", source))
