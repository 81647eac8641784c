"""Slips of the pen: what a word may be misspelt for."""

import string
from collections.abc import Iterator

from gradbook.written.lexing.words.dictionary import Role

TAKES_BACK = (Role.DENIAL, Role.NEGATION, Role.RETRACTION)  # what is heard through a slip
_CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
_LONGEST = 24  # letters of a word that is looked at


def slips(word: str) -> Iterator[str]:
    """Yield what a word may be misspelt for: a letter too many, too few, another, or two changed about."""
    if len(word) > _LONGEST:
        return
    letters = string.ascii_lowercase if word[:1] < "\u0400" else _CYRILLIC
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in letters:
            yield head + letter + tail
            if tail:
                yield head + letter + tail[1:]


def gaps(word: str) -> Iterator[str]:
    """Yield a word with a letter more inside, and with one less of two that are the same."""
    for at in range(1, len(word)):
        yield from (word[:at] + letter + word[at:] for letter in string.ascii_lowercase)
        if word[at] == word[at - 1]:
            yield word[:at] + word[at + 1 :]


def swaps(word: str) -> Iterator[str]:
    """Yield a word with two letters that stand beside each other changed about."""
    for at in range(len(word) - 1):
        if word[at] != word[at + 1]:
            yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def substitutions(word: str) -> Iterator[str]:
    """Yield a word with another letter in the place of one; hardly anybody misses the first."""
    for at in range(1, len(word)):
        for letter in string.ascii_lowercase:
            yield word[:at] + letter + word[at + 1 :]
