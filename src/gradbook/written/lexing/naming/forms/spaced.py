r"""Names of several words: "Total Error" and $Total\ Error$ for Total_Error, "output sum" for OutputSum.

"Mistake 1" for mistake1, before a sign.
And German nouns in derivatives and new values, "Ableitung des Fehlers nach dem Gewicht" for fehler and gewicht.
"""

import re

from gradbook.core.text.patterns import regex
from gradbook.written.lexicon import Lexicon
from gradbook.written.notation import NEW, OLD, plain

_WORDS = regex(r"[A-Z]+(?![a-z])\d*|[A-Z]?[a-z]+\d*")
_PARTS = regex(r"[A-Za-z]+\d*|\d+")
_BETWEEN = r"(?:[ \t]+|\\[ ,;:~]|~)"
_DIGITS = "0123456789"
_SIGN = r"(?=[ \t]*[=≈:])"  # "y hat = 3"; in German "y hat" is "y has"
_COUNTED = regex(r"[A-Z]?[a-z]{3,}\d{1,2}")
_BEHIND = r"(?=[ \t]*(?:[=≈)}*×·+−-]|\\[cta]))"  # "error 2 of 3" is none
_SHORT = 2
_LONG = 3  # letters of a word that is no index
_GERMAN = regex(r"\b(?:(?:Ableitung|Gradient|Gradienten)[ ]d(?:es|er)|[Nn]ach[ ]d(?:em|er)|[Nn]eue[snmr]?)[ ]$")
_NEAR = 20  # letters before a noun
_PLACES = frozenset({"layer", "node", "unit", "neuron", "pass", "step", "rate"})  # "Output layer: z = 3" is a title


class Spaced:
    """The names of an exercise that are several words, by how they are written with blanks between them."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Prepare."""
        self._names = {
            "".join(words).lower(): name
            for name in lexicon.given
            if (words := _words_of(name)) and (len(words) > 1 or _COUNTED.fullmatch(name))
        }
        ways = "|".join(map(_written, self._names.values()))
        self._pattern = regex(rf"(?:{ways})(?!\w)", re.IGNORECASE) if ways else None
        nouns = "|".join(name.capitalize() for name in lexicon.given if name.islower() and len(name) > _LONG)
        self._noun = regex(rf"({nouns})(?:e?s)?(?!\w)") if nouns else None

    def at(self, source: str, start: int, end: int) -> tuple[str, int] | None:
        """Return the name that words from a place on are, in plain form, and where it ends; None for none."""
        found = self._pattern.match(source, start, end) if self._pattern else None
        noun = self._noun.match(source, start, end) if self._noun and not found else None
        if noun and _GERMAN.search(source[max(0, start - _NEAR) : start]):
            return plain(noun.group(1).lower()), noun.end()
        if found is None:
            return None
        return plain(self._names["".join(_PARTS.findall(found.group())).lower()]), found.end()


def _written(name: str) -> str:
    """Return a pattern of a name's words; one that is a letter may be a word of its own, except before a sign."""
    if _COUNTED.fullmatch(name):
        return name.rstrip(_DIGITS) + _BETWEEN + name[len(name.rstrip(_DIGITS)) :] + _BEHIND
    words = _words_of(name)
    return _BETWEEN.join(words) + (_SIGN if any(len(word) < _SHORT for word in words[:-1]) else "")


def _words_of(name: str) -> list[str]:
    """Return the words of a name; none where they are letters only, or where one says something else."""
    words = _WORDS.findall(name)
    whole = "".join(words) == name.replace("_", "")
    telling = any(word.lower().rstrip(_DIGITS) in NEW | OLD | _PLACES for word in words)
    return words if whole and not telling and any(len(word.rstrip(_DIGITS)) >= _LONG for word in words) else []
