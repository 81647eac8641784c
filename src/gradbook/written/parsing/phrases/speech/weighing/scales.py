"""Whether a sentence beside an equation charges it with something or only explains it, by the weights of its features.

The sum of the weights is the logarithm of the odds that a person should look at the equation. Most sentences are clear;
what is not is left to rules that know what the words of the sentence do.
"""

from collections.abc import Sequence
from functools import lru_cache
from math import fsum

from gradbook.written.lexing.words.dictionary import SIGNS, bare
from gradbook.written.lexing.words.languages import DICTIONARY
from gradbook.written.parsing.phrases.speech.weighing.features import features, stem_of
from gradbook.written.parsing.phrases.speech.weighing.misfits import misfit
from gradbook.written.parsing.phrases.speech.weighing.topics import SPARED, on_topic
from gradbook.written.parsing.phrases.speech.weighing.weights import weights
from gradbook.written.parsing.phrases.speech.weighing.words import MARKS, NUMBER, QUANTITY, clauses_of, words_of

BEFORE, BEHIND = "before", "behind"  # the sides of an equation on which a sentence stands

LEAST_WORDS = 3  # of what charges, and of what explains without being quite sure
SHORT = 2  # words that explain only where that is sure: "because b won"
CHARGES = 1.0  # a sentence above it charges: so do few of the harmless ones of authors that nobody learned from
OVER = 1.7  # a title over equations above it charges: few of the harmless ones of such authors do
SURE = 1.5  # a short one above it charges, and what stands in the equation's own clause
EXPLAINS = -0.6  # a sentence below it explains: so do few of the charging ones of such authors
SURELY = -1.2  # a short one below it explains
LONG = 10  # words of a sentence in which one clause that charges may be outweighed by the others
HIDES = 2.0  # no clause of a long one that explains is above it; a clause has less to tell by, so the more must tell
ONE_UNKNOWN = 4  # words, among which one that is not known does no harm
KNOWN = 0.8  # of the words of one that explains, this share at least is known: what is not may say anything


def charge(text: str, side: str, least: float = CHARGES) -> str:
    """Return the word by which a sentence charges the equation beside it most; "" where it does not charge it.

    Args:
        text: of the sentence, as it is written.
        side: of the equation on which it stands.
        least: what charges weighs more.
    """
    whole = words_of(text)
    if side == BEHIND and (told := misfit(whole)):
        return told
    short = not _is_sentence(whole)
    if short and (side == BEFORE or _length(whole) < SHORT):
        return ""  # "In epoch 1," leads to an equation
    spared = SPARED if side == BEHIND and on_topic(text) else 0.0
    charges = _weight(whole, side) - spared > (SURE if short else least)
    return max(whole, key=lambda word: _weight((word,), side)) if charges else ""


@lru_cache(maxsize=4_000)
def explains(text: str, sides: Sequence[str] = (BEFORE, BEHIND)) -> bool:
    """Whether a sentence only explains, on whichever of some sides of an equation it stands."""
    if on_topic(text):
        return not any(charge(text, side) for side in sides)
    words = words_of(text)
    unknown = sum(not _is_known(word) for word in words)
    if _length(words) < SHORT or unknown > max(len(words) >= ONE_UNKNOWN, (1 - KNOWN) * len(words)):
        return False
    most = EXPLAINS if _is_sentence(words) else SURELY
    clauses = [clause for clause in map(words_of, clauses_of(text)) if _length(clause) >= SHORT]
    return all(_weight(words, side) < most and not _hides(words, clauses, side) for side in sides)


def _hides(words: Sequence[str], clauses: Sequence[Sequence[str]], side: str) -> bool:
    """Whether a clause charges more than the whole sentence explains; a long one explains by all that it says."""
    most = -_weight(words, side) if _length(words) <= LONG else min(HIDES, -_weight(words, side))
    return any(_weight(clause, side) > most for clause in clauses)


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
    """Whether a word is one of a language, or one that the model has learned from; nearly all runs of signs are."""
    if word in (QUANTITY, NUMBER) or SIGNS.match(word) or word in MARKS:
        return True
    return bare(word) in weights() or stem_of(bare(word)) in weights() or bool(DICTIONARY.known_in(word))
