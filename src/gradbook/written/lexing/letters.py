"""Plain letters for mathematical alphabets and full-width forms, before anything else is read."""

import unicodedata


def upright(source: str) -> str:
    """Return a source with plain letters for mathematical alphabets and full-width forms, as long as it was."""
    source = source.replace("\r", " ")
    return source if source.isascii() else "".join(map(_upright, source))


def _upright(letter: str) -> str:
    if letter == "⁄":
        return "/"
    if "\U0001d400" <= letter <= "\U0001d7ff" or "\uff01" <= letter <= "\uff5e" or "\u2100" <= letter <= "\u214f":
        plain_letter = unicodedata.normalize("NFKC", letter)
        return plain_letter if len(plain_letter) == 1 else letter
    return letter
