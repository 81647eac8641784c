"""Loud answers: all in capitals, as of a locked keyboard, "DY/DV = 2V = -5", of an exercise in small letters."""

from gradbook.written.lexicon import Lexicon

_LEAST = 12  # letters, so that it is no heading alone


def quietened(source: str, lexicon: Lexicon) -> str:
    """Return a source, as long as it was, in small letters where it has no others and the exercise has only such."""
    if source != source.upper() or sum(map(str.isalpha, source)) < _LEAST:
        return source
    small = source.lower()
    own = all(name == name.lower() for name in lexicon.names.values())
    return small if own and len(small) == len(source) else source
