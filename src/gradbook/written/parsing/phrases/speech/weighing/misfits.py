"""Misfits: a number that is said not to go with others, or not to count: "passt nicht zum Gradienten", "nesedí to"."""

from collections.abc import Sequence

from gradbook.written.lexing.words.dictionary import bare, bare_words
from gradbook.written.lexing.words.lists.withdrawing import FITS, MISFITS, not_to_count
from gradbook.written.parsing.phrases.speech.remarks import negates

_NEAR = 3  # words from "not" to what is denied
_NEARLY = bare_words(  # it does, but for the last digit
    "exactly quite perfectly fully entirely rounding rounded digit digits decimal decimals genau exakt ganz rundung "
    "gerundet exactement tout arrondi arrondis exactamente redondeo redondear arredondamento exatamente "
    "coincidence accident unsimplified "
    "arrotondamento esattamente afronding precies zaokraglen zaokraglenie dokladnie округления округление точно"
)


def misfit(words: Sequence[str]) -> str:
    """Return the word by which words say that a number does not fit, or is not to count; "" where they do not.

    Args:
        words: of a sentence or a clause, as they are written.
    """
    texts = [bare(word) for word in words]
    if told := not_to_count(texts):
        return told
    if not _NEARLY.isdisjoint(texts):
        return ""
    if told := next((word for word, text in zip(words, texts, strict=True) if text in MISFITS), ""):
        return told
    places = [at for at, text in enumerate(texts) if text in FITS]
    return next((told for at in places if (told := _negation(words, at))), "")


def _negation(words: Sequence[str], at: int) -> str:
    """Return the "not" near a place, with no comma between."""
    for places in (range(at - 1, max(-1, at - _NEAR - 1), -1), range(at + 1, min(len(words), at + _NEAR + 1))):
        for place in places:
            if not words[place][:1].isalpha():
                break
            if negates(words[place]) and words[place].lower() != "no":
                return words[place]
    return ""
