"""Scripts that `re` does not read as it reads Latin: vowel signs that are no letters, marks on letters, other digits.

All functions return a text that is as long as it was.
"""

import re
import unicodedata

from gradbook.core.text.patterns import regex

# Devanagari's vowel signs are no letters to `re`, so that words fall to pieces; other letters stand in for them.
_SIGNS = "".join(map(chr, (*range(0x900, 0x904), *range(0x93A, 0x93D), *range(0x93E, 0x950), *range(0x951, 0x958))))
_LETTERS = "".join(map(chr, range(0x2D30, 0x2D30 + len(_SIGNS))))  # of Tifinagh, in which no homework is written
_TABLE = str.maketrans(_SIGNS + "।॥", _LETTERS + "。。")
_BACK = str.maketrans(_LETTERS, _SIGNS)
_IN_DEVANAGARI = regex(f"[{_SIGNS}।॥]")  # to look for one is many times as fast as to translate what has none

_ARABIC = regex("[\u0600-\u06ff]")
_UNSEEN = "\u200c\u200e\u200f\u061c\u2066\u2067\u2068\u2069\u202a\u202b\u202c\u202d\u202e"
_PUNCTUATION = str.maketrans("٫٬،؛؟٪" + _UNSEEN, ".,,;?%" + " " * len(_UNSEEN))
_PERSIAN = regex("[پچژگکی]")
_PERSIAN_LETTERS = str.maketrans("يكى", "یکی")  # as an Arabic keyboard types them
_MARK = "\u0640\u064b-\u0655\u0670"
_MARKS = regex(f"[{_MARK}]")
_LETTER = "\u0621-\u063f\u0641-\u064a\u0671-\u06d3"
_MARKED = regex(f"(?<![{_LETTER}])[{_LETTER}]*[{_MARK}][{_LETTER}{_MARK}]*")
_SLASH = regex(r"(?<=[۰-۹٠-٩])/(?=[۰-۹٠-٩])")  # beside such, nobody knows whether it divides
_BELOW_ONE = regex(r"(?<![۰-۹٠-٩])([۰٠])/(?=[۰-۹٠-٩])")  # a slash that is a decimal point

_MINUS_BEHIND = regex(  # as it is typed from right to left
    rf"(?<![۰-۹٠-٩.٫/−-])([۰-۹٠-٩]+(?:[.٫][۰-۹٠-٩]+)?)([−-])(?=[ \t]*(?:[{_LETTER}]|[.،؛]?[ \t]*$))", re.MULTILINE
)
_DECOMPOSED = regex(r"(?:[^\W\d_][\u0300-\u036f\u0653-\u0655\u3099\u309a]*){2,}")


def lettered(text: str) -> str:
    """Return a text with letters for the signs of Devanagari, and a full stop for its danda."""
    return text.translate(_TABLE) if not text.isascii() and _IN_DEVANAGARI.search(text) else text


def unlettered(text: str) -> str:
    """Return such a text with its signs."""
    return text if text.isascii() else text.translate(_BACK)


def composed(text: str) -> str:
    """Return a text, as long as it was, with accents on their letters and plain ends of lines, as editors differ.

    Blanks stand behind a word that has become shorter. An accent on a letter that stands alone is of mathematics.
    """
    text = text.replace("\r\n", " \n")
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return text
    return _DECOMPOSED.sub(lambda word: unicodedata.normalize("NFC", word.group()).ljust(len(word.group())), text)


def with_plain_signs(text: str) -> str:
    """Return a text with plain digits for those of other scripts, and Arabic script without marks and signs."""
    if text.isascii():
        return text
    if _ARABIC.search(text):
        if _BELOW_ONE.search(text):
            text = _SLASH.sub("¤", _BELOW_ONE.sub(r"\1.", text))
        text = _MINUS_BEHIND.sub(r"\2\1", text).translate(_PUNCTUATION)
        if _PERSIAN.search(text):
            text = text.translate(_PERSIAN_LETTERS)
        if _MARKS.search(text):
            text = _MARKED.sub(lambda word: _MARKS.sub("", word.group()).ljust(len(word.group())), text)
    return "".join(map(_with_plain_digit, text))


def _with_plain_digit(sign: str) -> str:
    return str(unicodedata.digit(sign)) if "\u0660" <= sign < "\uff00" and sign.isdecimal() else sign
