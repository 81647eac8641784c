"""Commented: what no page shows of LaTeX, "% \\frac{dL}{dx} &= 3  sign?": lines in mathematics, more in a document."""

import re

from gradbook.core.text.patterns import regex

_DOCUMENT = regex(
    r"^[ \t]*\\(?:documentclass|usepackage|title|maketitle|(?:sub){0,2}section|paragraph|chapter|item\b"
    r"|begin\{(?!(?:aligned|align|alignat|equation|gather|gathered|multline|split|eqnarray|array|cases|[bpvV]?matrix)\*?\}))",
    re.MULTILINE,
)
_FENCE = regex(r"^[ ]{0,3}(?:```|~~~)", re.MULTILINE)
_LINE = regex(r"^[ \t]*%[^\n]*", re.MULTILINE)
_REST = regex(r"(?<=[ \t}])%[^\n]*")
_MATHEMATICS = regex(
    r"\\begin\{(?P<name>(?:align|alignat|equation|gather|multline|split|eqnarray)(?:ed)?\*?)\}.*?\\end\{(?P=name)\}"
    r"|\$\$.*?\$\$|\\\[.*?\\\]",
    re.DOTALL,
)
_MARKDOWN = regex(r"^#{1,6}[ ]", re.MULTILINE)
_DENIES = regex(  # a comment in which the writer takes something back is heard
    r"\b(?:wrong|incorrect|sorry|correction|corrected|meant|not|n't|only|above|old|sure|should|actually|instead|falsch|nicht|faux|pas"
    r"|mal|no|errad\w|sbagliat\w|non|retir\w+)\b",
    re.IGNORECASE,
)


def uncommented_tex(source: str) -> str:
    """Return a source with blanks for such lines, as long as it was."""
    if "%" not in source or "\\" not in source:
        return source
    if _DOCUMENT.search(source) and not _FENCE.search(source) and not _MARKDOWN.search(source):
        return _blanked(_blanked(source), _REST)
    return _MATHEMATICS.sub(lambda found: _blanked(found.group()), source)


def _blanked(text: str, comment: re.Pattern[str] = _LINE) -> str:
    return comment.sub(lambda line: line.group() if _DENIES.search(line.group()) else " " * len(line.group()), text)
