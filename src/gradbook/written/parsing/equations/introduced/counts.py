r"""Counts: the n of 1/n Σ (y - a)² is a number of samples, whatever the graph calls n for itself."""

import re
from dataclasses import replace

from gradbook.written.lexicon import Lexicon

_LETTERS = "kmnt"
_SUMS = re.compile(r"[Σ∑]|\\sum(?![a-zA-Z])")
_SHARE = re.compile(rf"[12]\s*/\s*([{_LETTERS}])(?!\w)|\\[dt]?frac\s*\{{\s*[12]\s*\}}\s*\{{\s*([{_LETTERS}])\s*\}}")


def with_counts(source: str, lexicon: Lexicon) -> Lexicon:
    """Return a lexicon without the graph's own letters by which an answer divides its sums, and states nothing of."""
    if not lexicon.unnamed or _SUMS.search(source) is None:
        return lexicon
    letters = {letter for pair in _SHARE.findall(source) for letter in pair if letter in lexicon.unnamed}
    counts = frozenset(letter for letter in letters if not _states(letter, source))
    return replace(lexicon, counts=counts) if counts else lexicon


def _states(letter: str, source: str) -> bool:
    """Whether something is said of a letter: "n = 6", dn/dw."""
    return (
        re.search(rf"(?<![\w\\]){letter}\s*[=≈:]|(?<![a-zA-Z])[d∂]\s?{letter}(?!\w)|\\partial\s*{letter}(?!\w)", source)
        is not None
    )
