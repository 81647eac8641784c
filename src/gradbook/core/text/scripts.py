"""Scripts that `re` does not read as it reads Latin: vowel signs that are no letters, marks on letters, other digits.

All functions return a text that is as long as it was.
"""

import re
import unicodedata

from gradbook.core.text.patterns import regex

# Vowel signs of Devanagari, Bengali, Tamil and Thai are no letters to `re`, so that words fall to pieces; letters of
# Tifinagh and Vai, in which no homework is written, stand in for them.
_DEVANAGARI = "".join(
    map(chr, (*range(0x900, 0x904), *range(0x93A, 0x93D), *range(0x93E, 0x950), *range(0x951, 0x958)))
)
_BENGALI = "".join(map(chr, (*range(0x981, 0x984), 0x9BC, *range(0x9BE, 0x9CE), 0x9D7)))
_THAI = "".join(map(chr, (0xE31, *range(0xE34, 0xE3B), *range(0xE47, 0xE4F))))
_TAMIL = "".join(map(chr, (0xB82, *range(0xBBE, 0xBC3), *range(0xBC6, 0xBC9), *range(0xBCA, 0xBCE), 0xBD7)))
_OTHERS = _THAI + _BENGALI + _TAMIL
_SIGNS = _DEVANAGARI + _OTHERS
_TIFINAGH, _VAI = 0x2D30, 0xA500
_LETTERS = "".join(map(chr, (*range(_TIFINAGH, _TIFINAGH + len(_DEVANAGARI)), *range(_VAI, _VAI + len(_OTHERS)))))
_TABLE = str.maketrans(_SIGNS + "।॥", _LETTERS + "。。")
_BACK = str.maketrans(_LETTERS, _SIGNS)
_SIGNED = regex(f"[{_SIGNS}।॥]")  # to look for one is many times as fast as to translate what has none
THAI = f"\u0e01-\u0e2e\u0e30\u0e32\u0e33\u0e40-\u0e46{chr(_VAI)}-{chr(_VAI + len(_THAI) - 1)}"
"""What stands for Thai in a class of `re`: its letters, and those that stand in for its signs."""

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
_HEBREW = "\u05d0-\u05ea"
_PREFIX = regex(rf"(?<![{_HEBREW}])([{_HEBREW}]{{1,2}})[-־](?=[^\W_{_HEBREW}]|[-−$\\(])")  # "ל-3" is "to 3"
_DECOMPOSED = regex(r"(?:[^\W\d_][\u0300-\u036f\u0653-\u0655\u3099\u309a]*){2,}")


def lettered(text: str) -> str:
    """Return a text with letters for the vowel signs of Indian scripts and Thai, and a full stop for the danda."""
    return text.translate(_TABLE) if not text.isascii() and _SIGNED.search(text) else text


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
    """Return a text with plain digits for those of other scripts, and Arabic script without marks and signs.

    Hebrew prefixes stand apart from what they are written in one with: "ל-3", "to 3", has no minus.
    """
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
    if _PREFIX.search(text):
        text = _PREFIX.sub(lambda found: found.group(1).ljust(len(found.group())), text)
    return "".join(map(_with_plain_digit, text))


def _with_plain_digit(sign: str) -> str:
    return str(unicodedata.digit(sign)) if "\u0660" <= sign < "\uff00" and sign.isdecimal() else sign
