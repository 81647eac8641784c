"""Whether a sentence beside an equation charges it with something or only explains it, by the weights of its features.

The sum of the weights is the logarithm of the odds that a person should look at the equation. Most sentences are clear;
what is not is left to rules that know what the words of the sentence do.
"""

from collections.abc import Sequence
from functools import lru_cache
from math import fsum

from gradbook.written.lexing.words.dictionary import SIGNS, bare
from gradbook.written.parsing.phrases.speech.weighing.features import features, stem_of
from gradbook.written.parsing.phrases.speech.weighing.weights import weights
from gradbook.written.parsing.phrases.speech.weighing.words import NUMBER, QUANTITY, clauses_of, words_of

BEFORE, BEHIND = "before", "behind"  # the sides of an equation on which a sentence stands

LEAST_WORDS = 3  # of what is weighed
CHARGES = 0.6  # a sentence above it charges: so do few of the harmless ones of authors that nobody learned from
EXPLAINS = -1.5  # a sentence below it explains: so do few of the charging ones of such authors
LONG = 10  # words of a sentence in which one clause that charges may be outweighed by the others
HIDES = 2.0  # no clause of a long one that explains is above it; a clause has less to tell by, so the more must tell
KNOWN = 0.5  # of the words of one that explains, this share at least is known: what is not may say anything


def charge(text: str, side: str) -> str:
    """Return the word by which a sentence charges the equation beside it most; "" where it does not charge it.

    Args:
        text: of the sentence, as it is written.
        side: of the equation on which it stands.
    """
    whole = words_of(text)
    charges = _is_sentence(whole) and _weight(whole, side) > CHARGES
    return max(whole, key=lambda word: _weight((word,), side)) if charges else ""


@lru_cache(maxsize=4_000)
def explains(text: str) -> bool:
    """Whether a sentence only explains, on whichever side of an equation it stands."""
    words = words_of(text)
    if not _is_sentence(words) or sum(map(_is_known, words)) < KNOWN * len(words):
        return False
    clauses = [*filter(_is_sentence, map(words_of, clauses_of(text)))] if _length(words) > LONG else []
    return all(
        _weight(words, side) < EXPLAINS and all(_weight(clause, side) < HIDES for clause in clauses)
        for side in (BEFORE, BEHIND)
    )


@lru_cache(maxsize=4_000)
def _weight(words: Sequence[str], side: str) -> float:
    known = weights()
    found = features(words, side) if words else ()
    return fsum([known[""], *(known.get(feature, 0) for feature in found)])  # in whichever order: the same


def _is_sentence(words: Sequence[str]) -> bool:
    """Whether there are enough words to tell by, among quantities and numbers that say nothing."""
    return _length(words) >= max(LEAST_WORDS, sum(word in (QUANTITY, NUMBER) for word in words))


def _length(words: Sequence[str]) -> float:
    """Return how many words there are; a run of signs has half as many as signs."""
    return sum(len(word) / 2 if SIGNS.match(word) else word[0].isalpha() for word in words)


def _is_known(word: str) -> bool:
    """Whether a word is one that the model has learned from; of a run of signs, nearly all are."""
    return SIGNS.match(word) is not None or bare(word) in weights() or stem_of(bare(word)) in weights()
