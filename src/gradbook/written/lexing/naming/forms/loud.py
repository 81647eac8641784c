"""Loud answers: all in capitals, as of a keyboard that is locked, "DY/DV = 2V = -5", of an exercise in small letters.

And labels with a French or Spanish "by", which is "times" elsewhere: "Par w : 6".
"""

from gradbook.core.text.patterns import regex
from gradbook.written.lexicon import Lexicon
from gradbook.written.notation import plain

_LEAST = 12  # letters, so that it is no heading alone
_BY = regex(r"(?im)^(?P<lead>[ \t]*(?:[-*•][ \t]+)?)(?P<by>par|por|per)(?=[ \t]+(?P<name>[^\W\d]\w{0,15})[ \t]*[:→])")
_SMALL = "wrt"  # as long


def quietened(source: str, lexicon: Lexicon) -> str:
    """Return a source, as long as it was, in small letters where it has no others and the exercise has only such."""
    small = source.lower()
    letters = sum(map(str.isalpha, source))
    loud = letters >= _LEAST and source == source.upper() and len(small) == len(source)
    if loud and all(name == name.lower() for name in lexicon.names.values()):
        source = small
    return _BY.sub(lambda one: one["lead"] + (_SMALL if plain(one["name"]) in lexicon.names else one["by"]), source)
