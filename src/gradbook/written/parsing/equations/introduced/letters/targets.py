"""Targets by their letter: y for y_true, in an answer whose formulas compare with y and say nowhere what y is.

Whoever also writes the target's whole name means something else by the letter. Where the exercise has only a letter, or
another name, y_true is the only target.
"""

import re
from dataclasses import replace

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Symbol
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.naming.neurons import target_of

_ENDS = ("true", "target", "actual", "real", "gt", "label")
_NAMES = rf"(?:{'|'.join(_ENDS)})"
_PREDICTED = r"(?:predicted|prediction|output|estimate|activation|input)"
_TARGET = regex(rf"([yt])_?{_NAMES}", re.IGNORECASE)
_WHOLE = regex(rf"(?<![A-Za-z])([yt])_?(?:\{{\s*)?(?:\\(?:text|mathrm)\{{)?({_NAMES})\b", re.IGNORECASE)


def with_targets(source: str, lexicon: Lexicon) -> Lexicon:
    """Return a lexicon that knows the only target by its letter, where no name has that and no equation is of it."""
    found = [(match.group(1), name) for name in lexicon.inputs if (match := _TARGET.fullmatch(name))]
    if not found:
        return _with_whole_names(source, lexicon)
    if len(found) != 1:
        return lexicon
    ((letter, name),) = found
    said = re.search(rf"(?<![\w\\]){letter}(?![\w'^])\s*(?:&?\s*=|:|is\b)", source)
    if letter in lexicon.names or letter in lexicon.aliases or said or _is_named(letter, source):
        return lexicon
    return replace(lexicon, aliases={**lexicon.aliases, letter: Symbol(name)})


def _with_whole_names(source: str, lexicon: Lexicon) -> Lexicon:
    """Return a lexicon that knows the only target by the whole name that an answer writes."""
    lowered = source.lower()
    if not any(name in lowered for name in _ENDS):
        return lexicon
    written = {match.group(1) + match.group(2).lower() for match in _WHOLE.finditer(source)} - lexicon.names.keys()
    target = lexicon.recall(target_of) if written else ""
    if not target or len(written) > 1 or written & lexicon.aliases.keys() or _is_otherwise(source, lexicon, target):
        return lexicon
    return replace(lexicon, aliases={**lexicon.aliases, **dict.fromkeys(written, Symbol(target))})


def _is_otherwise(source: str, lexicon: Lexicon, target: str) -> bool:
    """Whether an answer says that a whole name is something else, no number, or compares it with the target."""
    name, own = _WHOLE.pattern + r"\s*\}*", rf"{re.escape(target)}(?![\w^])"
    others = "|".join(re.escape(other) for other in lexicon.given if other != target)
    ends = r"\s*(?=[,;.$)\n\\]|\Z)"
    gives = rf"(?:&?\s*:?=|:)\s*\$?(?!\s*(?:[-−]?\d[\d.]*|{own}){ends})"
    means = rf"(?:is|means|denotes|stands\s+for|be|the)\b[^.;,\n]*?[\s$](?:{_PREDICTED}|{others}|not|wrong)(?![\w^])"
    compared = rf"{name}\s*[-−]\s*{own}|(?<![\w\\]){re.escape(target)}\s*[-−]\s*{name}"
    return re.search(rf"{name}\s*\$?\s*(?:{gives}|{means}|≠|\\neq?\b)|{compared}", source) is not None


def _is_named(letter: str, source: str) -> bool:
    """Whether an answer writes the whole name of a target that has a letter."""
    return any(found.group(1).lower() == letter.lower() for found in _WHOLE.finditer(source))
