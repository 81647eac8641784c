"""Words that only their language tells from names, or from each other: Greek ones, and Arabic ones with "and"."""

from collections.abc import Collection

from gradbook.core.text.patterns import regex
from gradbook.written.lexing.words.dictionary import Languages
from gradbook.written.lexing.words.languages import DICTIONARY

_GREEK = regex(r"[\u0370-\u03ff\u1f00-\u1fff]+(?![\w^(])")  # no name with an index, no function
_GOES_ON = regex(r"[ ]\$?\\?[^\W\d_]")  # with a word or a name: "η κλίση", "ο όρος"
_LEAST = 3  # letters of a word that no list has
_AND = "و"


def greek_word(source: str, start: int, end: int, languages: Languages, letters: Collection[str]) -> int:
    """Return the place behind a word in an answer in Greek, whose letters are names elsewhere; 0 for no word.

    Args:
        source: the answer.
        start, end: where the word begins, and where it ends at the latest.
        languages: of the answer.
        letters: those that are words in it.
    """
    word = _GREEK.match(source, start, end)
    if word is None or not any("el" in group for group in languages):
        return 0
    if word.end() - start == 1:
        alone = word.group().lower() in letters and _GOES_ON.match(source, word.end(), end)
        return word.end() if alone else 0
    known = word.end() - start >= _LEAST or DICTIONARY.role(word.group(), languages) is not None
    return word.end() if known else 0


def begins_with_and(word: str, languages: Languages) -> bool:
    """Whether a word is an Arabic one with the "and" before it, which is written in one with it."""
    return word.startswith(_AND) and "ar" in languages[0] and word[1:] in DICTIONARY.words("ar")
