"""Openings: what stands right before an equation, in marks and not in words, and takes it back or changes it.

\\begin{hint}      what is not claimed         - [ ] dL/dw = 56     a box that is not ticked
\\lnot (…= 56)     what is denied              0.5 $dL/dw$ = 56     a multiple of what the mathematics names
"""

import re
from functools import lru_cache

from gradbook.core.text.patterns import regex
from gradbook.written.parsing.cues.around.surroundings import Surroundings

_FLAGS = re.IGNORECASE | re.VERBOSE | re.MULTILINE
_NO_CLAIM = regex(
    r"""\\begin\{(?:hint|conjecture|guess|claim\*?)\}\s*\$*\s*\Z | (?:\\(?:lnot|neg)\b | ¬)\s*\(?\s*\Z
    | \\item\[(?:wrong|falsch|faux|no)\]\s*\$*\s*\Z | ^[ \t]*[-*+][ ]\[[ ]\][ ]+\$*\Z | ☐\s*\$*\Z""",
    _FLAGS,
)
_FACTOR = regex(  # it belongs to the side, where the mathematics behind it holds no relation of its own
    r"""(?<![\w.)])(?:-?\d*\.\d+|-?\d+(?<!^\d)(?<!^\d\d)|\d/\d|[½¼¾]|log|ln|exp|sin|cos|tanh|sqrt|√)[ ]?\$\Z
    | ^\d{1,2}\$\Z""",
    _FLAGS,
)
_NO_RELATION = regex(r"[^$=\n]{1,80}\$\s*=")
_MARKS = regex(
    r"\\begin\{(?:hint|conj|guess|claim)|\\(?:lnot|neg)\b|¬|\\item\[|\[ \]|☐|(?:[\d½¼¾√]|[a-z]{2})[ ]?\$", re.I
)
_LOOKED_AT = 60  # letters before an equation


@lru_cache(maxsize=4)
def _may_open(source: str) -> bool:
    return _MARKS.search(source) is not None


def opened(around: Surroundings, number: int) -> str:
    """Return what the marks right before an equation make of it; an empty text, where nothing."""
    source = around.source
    if not _may_open(source):
        return ""
    first = around.tokens[around.drafts[number].first].start
    line = source[max(0, first - _LOOKED_AT) : first]
    if _NO_CLAIM.search(line):
        return "what is not claimed"
    scaled = _NO_RELATION.match(source, first) is not None and _FACTOR.search(line) is not None
    return "a multiple or a function of it" if scaled else ""
