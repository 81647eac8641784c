"""Slips of the pen in words that speak against an equation, "Thats worng.", "das ist flasch", or that join: "becuase".

Such a word stands for what it is meant for, so that all rules hear it; a slip in any other word only makes it unknown.
"""

import re
from functools import cache, lru_cache
from itertools import chain

from gradbook.core.text.patterns import regex
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.words.dictionary import Role, written
from gradbook.written.lexing.words.everyday import is_everyday
from gradbook.written.lexing.words.languages import DICTIONARY
from gradbook.written.lexing.words.slips import TAKES_BACK, substitutions, swaps

_WORD = regex(r"(?<![\\\w./^{])(?:[A-Za-z][a-z]{3,11}|[A-Z]{4,12}|[Nn]to)(?![\w(/^}]|\.\w|[ ]?[=+*])")
_JOINING = frozenset({Role.REASON, Role.RELATION, Role.SLOPE, Role.SLOPES, Role.LINK, Role.BY})
_MARKS = " \t>*_-"  # before the first word of a sentence
_NEAR = 10  # of them, at most
_LONG = 5  # letters of a word in which another letter leaves it recognisable


def respelt(source: str, lexicon: Lexicon) -> str:
    """Return a source, as long as it was, with such words as they are meant; names of the exercise stay."""

    @cache
    def language() -> str:  # it takes a while to tell, and few answers have such a word
        return DICTIONARY.language(source)

    def as_meant(found: re.Match[str]) -> str:
        word, lower = found.group(), found.group().lower()
        named = word[0].isupper() and not _begins_sentence(source, found.start())
        meant = "" if named else _meant(lower) or _joining(lower)
        if not meant or word in lexicon.names or is_everyday(lower, "en") or is_everyday(lower, language()):
            return word
        return meant.upper() if word.isupper() else meant.capitalize() if word[0].isupper() else meant

    return _WORD.sub(as_meant, source)


def _begins_sentence(source: str, at: int) -> bool:
    before = source[max(0, at - _NEAR) : at].rstrip(_MARKS)
    return before[-1:] in (".", "!", "?", "\n") if before else at < _NEAR


@lru_cache(maxsize=4_000)
def _meant(word: str) -> str:
    """Return what takes back that an unlisted word in small letters may be meant for; "" for any other word."""
    if DICTIONARY.known_in(word):
        return ""
    slips = chain(swaps(word), substitutions(word) if len(word) >= _LONG else ())
    return next((slip for slip in slips if DICTIONARY.against(written(slip)) in TAKES_BACK), "")


@lru_cache(maxsize=4_000)
def _joining(word: str) -> str:
    """Return what says why, relates or differentiates, of which an unlisted word has two letters changed about."""
    if len(word) < _LONG or DICTIONARY.known_in(word):
        return ""
    return next((swap for swap in swaps(word) if {role for _, role in DICTIONARY.known_in(swap)} & _JOINING), "")
