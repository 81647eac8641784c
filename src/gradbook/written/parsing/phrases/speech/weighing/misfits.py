"""Misfits: a number that is said not to go with others, or not to count: "passt nicht zum Gradienten", "nesedí to"."""

from collections.abc import Sequence

from gradbook.written.lexing.words.dictionary import bare, bare_words
from gradbook.written.lexing.words.lists.withdrawing import FITS, MISFITS, NOT_TO_COUNT
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
    whole = f" {' '.join(texts)} "
    if told := next((phrase for phrase in NOT_TO_COUNT if f" {phrase} " in whole), ""):
        return told
    if not _NEARLY.isdisjoint(texts):
        return ""
    if told := next((text for text in texts if text in MISFITS), ""):
        return told
    places = [at for at, text in enumerate(texts) if text in FITS]
    beside = (words[max(0, at - _NEAR) : at + _NEAR] for at in places)
    return next((word for near in beside for word in near if negates(word) and word.lower() != "no"), "")
