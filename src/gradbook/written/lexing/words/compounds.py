"""Compounds: words that are put together from known ones, with hyphens or, in German, Dutch and Swedish, without.

What one of its parts says against an equation, the compound says too: "Beispielwert" is of an example.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from gradbook.core.text.patterns import regex
from gradbook.written.lexing.words.dictionary import AGAINST_IT, Languages, Role
from gradbook.written.lexing.words.everyday import is_everyday
from gradbook.written.lexing.words.languages import DICTIONARY

_SOLID = frozenset({"de", "nl", "sv", "da", "nb", "fi", "hu"})  # no blank between the nouns of a compound
_JOINTS = ("", "s", "n", "en", "es")  # between those nouns
_LEAST = 4  # letters of such a noun: shorter ones are found in any word
_PREFIX = regex(r"(?:un|re|pre|sub|non|over|under|pseudo|auto|semi)(?=[^\W\d_]{5})")
_SHORT = 3  # letters of a name between hyphens: KL-loss


@lru_cache(maxsize=20_000)
def role_of_compound(word: str, languages: Languages, language: str) -> Role | None:
    """Return what a compound does, or None where it is none, or one of its parts is unknown.

    Args:
        word: in small letters.
        languages: the answer's.
        language: the one that its spelling is looked up in.
    """
    if prefix := _PREFIX.match(word):
        word = f"{prefix.group()}-{word[prefix.end() :]}"
    parts = [part for part in word.split("-") if part]
    if len(parts) < 2:
        cuts = [*_solid(word, languages, language)] if language in _SOLID else []
        return _strongest(cuts) if cuts else None
    return _strongest([_known(part, languages, language) for part in parts])


def _solid(word: str, languages: Languages, language: str) -> Iterator[Role]:
    """Yield what a word does for each way to cut it in two known ones."""
    for at in range(len(word) - _LEAST, _LEAST - 1, -1):
        behind = _known(word[at:], languages, language)
        for joint in _JOINTS if behind else ():
            first = word[:at].removesuffix(joint)
            if len(first) >= _LEAST and (role := _strongest([_known(first, languages, language), behind])):
                yield role


def _known(part: str, languages: Languages, language: str) -> Role | None:
    role = DICTIONARY.role(part, languages)
    return Role.EVERYDAY if role is None and (len(part) <= _SHORT or is_everyday(part, language)) else role


def _strongest(roles: Sequence[Role | None]) -> Role | None:
    """Return the role that speaks against an equation, if one does; None where a part is not known."""
    if against := next((role for role in roles if role in AGAINST_IT), None):
        return against
    if None in roles:
        return None
    return Role.EVERYDAY if Role.EVERYDAY in roles else Role.PLAIN
