"""Slips of the pen in words that speak against an equation: "Thats worng.", "igonre that", "das ist flasch".

Such a word stands for what it is meant for, so that all rules hear it; a slip in any other word only makes it unknown.
"""

import re
import string
from collections.abc import Iterator
from functools import lru_cache

from gradbook.written.lexing.words.dictionary import Role, written
from gradbook.written.lexing.words.everyday import is_everyday
from gradbook.written.lexing.words.languages import DICTIONARY

_WORD = re.compile(r"(?<![\\\w./^{])(?:[A-Za-z][a-z]{3,11}|[A-Z]{4,12}|[Nn]to)(?![\w(/^}]|\.\w|[ ]?[=+*])")
_TAKES_BACK = (Role.DENIAL, Role.NEGATION, Role.RETRACTION)
_LONG = 5  # letters of a word in which another letter leaves it recognisable


def respelt(source: str) -> str:
    """Return a source, as long as it was, with such words as they are meant."""
    return _WORD.sub(lambda found: _respelt(found.group(), source) if _meant(found.group()) else found.group(), source)


def _respelt(word: str, source: str) -> str:
    """Return what a word is meant for that is none of the answer's language; a dictionary takes a while to load."""
    lower, meant = word.lower(), _meant(word)
    if is_everyday(lower, "en") or is_everyday(lower, DICTIONARY.language(source)):
        return word
    return meant.upper() if word.isupper() else meant.capitalize() if word[0].isupper() else meant


@lru_cache(maxsize=4_000)
def _meant(word: str) -> str:
    """Return what takes back that an unlisted word may be meant for; "" for any other word."""
    lower = word.lower()
    if DICTIONARY.known_in(lower):
        return ""
    return next((slip for slip in _slips(lower) if DICTIONARY.against(written(slip)) in _TAKES_BACK), "")


def _slips(word: str) -> Iterator[str]:
    """Yield words of the same length that a word may be meant for: two letters changed about, or another letter."""
    for at in range(len(word) - 1):
        if word[at] != word[at + 1]:
            yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if len(word) < _LONG:
        return
    for at in range(1, len(word)):  # hardly anybody misses the first letter
        for letter in string.ascii_lowercase:
            yield word[:at] + letter + word[at + 1 :]
