"""Targets by their letter: y for y_true, in an answer whose formulas compare with y and say nowhere what y is.

Whoever also writes the target's whole name means something else by the letter.
"""

import re
from dataclasses import replace

from gradbook.graph.expression import Symbol
from gradbook.written.lexicon import Lexicon

_TARGET = re.compile(r"([yt])_?(?:true|target|actual|real|gt|label)", re.IGNORECASE)
_WHOLE = re.compile(r"[yt]_?(?:\{\s*)?(?:\\(?:text|mathrm)\{)?(?:true|target|actual|real|gt|label)\b", re.IGNORECASE)


def with_targets(source: str, lexicon: Lexicon) -> Lexicon:
    """Return a lexicon that knows the only target by its letter, where no name has that and no equation is of it."""
    found = [(match.group(1), name) for name in lexicon.inputs if (match := _TARGET.fullmatch(name))]
    if len(found) != 1:
        return lexicon
    ((letter, name),) = found
    said = re.search(rf"(?<![\w\\]){letter}(?![\w'^])\s*(?:&?\s*=|:|is\b)", source)
    if letter in lexicon.names or letter in lexicon.aliases or said or _WHOLE.search(source):
        return lexicon
    return replace(lexicon, aliases={**lexicon.aliases, letter: Symbol(name)})
