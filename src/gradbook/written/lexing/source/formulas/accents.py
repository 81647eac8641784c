r"""Accents as LaTeX writes them in the words of its texts: "Propaga\c{c}\~ao", "l'\'etape", "f\"ur", "stra\ss e"."""

import re
import unicodedata

from gradbook.core.text.patterns import regex

_MARKS = {
    "'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "c": "\u0327", "v": "\u030c",
    "k": "\u0328", "H": "\u030b", "r": "\u030a",
}  # fmt: skip
_LETTERS = {
    "ss": "ß",
    "o": "ø",
    "O": "Ø",
    "l": "ł",
    "L": "Ł",
    "ae": "æ",
    "AE": "Æ",
    "oe": "œ",
    "OE": "Œ",
    "aa": "å",
    "i": "i",
}
_ACCENT = r"""\\(?:['`^"~][ ]?(?:\{\\?[A-Za-z]\}|\\?[A-Za-z])|[cvkHr]\{[A-Za-z]\})"""
_ALONE = r"\\(?:ss|ae|AE|oe|OE|aa|[oOlL])(?:\{\}|[ ]|(?![A-Za-z]))"
_ONE = regex(rf"{_ACCENT}|(?<=[a-z]){_ALONE}")
_WORD = regex(rf"[A-Za-z]*(?:(?:{_ACCENT}|(?<=[a-z]){_ALONE})[A-Za-z]*)+")
_BARS = regex(r"(?<=[A-Za-z\d])_(?:barra|barre|quer)\b")  # as names of programs have it, in other languages
_DOCUMENT = regex(r"\\(?:documentclass|begin|section|subsection|textbf|textit|emph|item|noindent)\b")
_MATHEMATICS = regex(
    r"(\$\$.*?\$\$|\$[^$\n]*\$|\\\[.*?\\\]|\\\(.*?\\\)|\\begin\{(?:align|equation|gather)\*?\}.*?\\end\{)", re.DOTALL
)


def barred(source: str) -> str:
    """Return a source, as long as it was, with English for the bar of an adjoint: "v_barra = 3" for v_bar."""
    if "_barr" not in source and "_quer" not in source:
        return source
    return _BARS.sub(lambda bar: "_bar".ljust(len(bar.group())), source)


def accented(source: str) -> str:
    """Return a source, as long as it was, with letters for such commands, and blanks behind the words that have any."""
    if "\\" not in source or not _ONE.search(source) or ("\\`" in source and not _DOCUMENT.search(source)):
        return source  # "\\`" is a backtick of Markdown elsewhere
    parts = _MATHEMATICS.split(source)
    return "".join(part if at % 2 else _WORD.sub(_word, part) for at, part in enumerate(parts))


def _word(word: re.Match[str]) -> str:
    return _ONE.sub(_letter, word.group()).ljust(len(word.group()))


def _letter(command: re.Match[str]) -> str:
    text = command.group()
    if letter := _LETTERS.get(text[1:].rstrip(" {}")):
        return letter
    base = next(sign for sign in reversed(text) if sign.isalpha())
    return unicodedata.normalize("NFC", base + _MARKS[text[1]])
