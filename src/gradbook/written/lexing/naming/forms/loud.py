"""Loud answers: all in capitals, as of a locked keyboard, "DY/DV = 2V = -5", of an exercise in small letters."""

from gradbook.written.lexicon import Lexicon

_LEAST = 12  # letters, so that it is no heading alone


def quietened(source: str, lexicon: Lexicon) -> str:
    """Return a source, as long as it was, in small letters where it has no others and the exercise has only such."""
    small = source.lower()
    letters = sum(map(str.isalpha, source))
    loud = letters >= _LEAST and source == source.upper() and len(small) == len(source)
    return small if loud and all(name == name.lower() for name in lexicon.names.values()) else source
