r"""Counts: the n of 1/n Σ (y - a)² is a number of samples, whatever the graph calls n for itself; 1 where it has one.

So is the letter of a running index, y_n and t_n.
"""

import re
from dataclasses import replace

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Number
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.naming.neurons import target_of
from gradbook.written.notation import plain

_LETTERS = "kmntNMB"
_SUMS = regex(r"[Σ∑]|\\sum(?![a-zA-Z])")
_SHARE = regex(
    rf"[12]\s*/\s*([{_LETTERS}])(?!\w)|\\[dt]?frac\s*\{{\s*[12]\s*\}}\s*\{{\s*([{_LETTERS}])\s*\}}"
    rf"|\\[dt]?frac\s*[12]\s*([{_LETTERS}])(?!\w)"
)
_INDEX = regex(r"([a-zA-Z]|\\[a-z]+|\})\s*_\s*(?:\{\s*([kmnt])\s*\}|([kmnt])(?!\w))")
_SAYS = r"(?:is|are|was|being|equals?|equal to|of|stands? for|denotes|ist|sind|gleich|est|vaut|es|son|vale|é|è|=)"
_FEWEST = 2  # letters with an index that runs


def with_counts(source: str, lexicon: Lexicon) -> Lexicon:
    """Return a lexicon without the graph's own letters that count in an answer, which states nothing of them."""
    divided = {letter for found in _SHARE.findall(source) for letter in found if letter}
    divided = {letter for letter in divided if letter not in lexicon.given and not _states(letter, source)}
    single = bool(divided) and lexicon.recall(target_of) != ""
    letters = {letter for letter in divided if letter in lexicon.unnamed} if single or _SUMS.search(source) else set()
    counts = letters | _running(source, lexicon)
    if single:
        ones = {letter: Number(1.0) for letter in divided if plain(letter) not in lexicon.rates}
        lexicon = replace(lexicon, aliases={**lexicon.aliases, **ones})
    return replace(lexicon, counts=frozenset(counts)) if counts else lexicon


def _running(source: str, lexicon: Lexicon) -> set[str]:
    """Return the graph's own letters that are the running index of several names: y_n, t_n."""
    found: dict[str, set[str]] = {}
    for name, *letters in _INDEX.findall(source) if lexicon.unnamed and "_" in source else ():
        letter = "".join(letters)
        if letter in lexicon.unnamed:
            found.setdefault(letter, set()).add(name)
    return {letter for letter, names in found.items() if len(names) >= _FEWEST and not _states(letter, source)}


def _states(letter: str, source: str) -> bool:
    """Whether something is said of a letter, or it is a factor: "n = 6", "n is 4", dn/dw, n^3."""
    return (
        re.search(
            rf"(?<![\w\\{{]){letter}\s{{0,3}}\$?\s{{0,3}}(?:[=≈:]|{_SAYS}\s{{1,3}}\W?\s{{0,3}}\d)|(?<![a-zA-Z])[d∂]\s?{letter}(?!\w)"
            rf"|\\partial\s*{letter}(?!\w)|(?<![\w{{]){letter}\s*(?:\^\s*\{{?\s*\d|\*\*)|(?:[*·×)]|\\cdot)\s*{letter}(?!\w)",
            source,
        )
        is not None
    )
