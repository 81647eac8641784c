"""Titles of what is printed: "Gradient (dL/dw):" says of which quantity the value behind it is, by words and a name."""

from gradbook.core.text.patterns import regex
from gradbook.written.lexing.words.dictionary import Role
from gradbook.written.lexing.words.languages import DICTIONARY

_TITLED = regex(r"(?P<words>[^\W\d_]+(?:[ ][^\W\d_]+){0,3})[ ](?P<in>\()?(?P<name>[^\s()=:]+)(?(in)\))[ ]?[=:]?")
_NAMED = regex(r"[A-Za-z_][\w.]*(?:\[\d+\])?(?:\(\))?")  # by which nobody sees what the value is
_SAYING = frozenset({Role.SLOPE, Role.OF, Role.ARTICLE, Role.FOR})


def titled(label: str, value: str) -> str:
    """Return the name in a title of a gradient, before a value that has only a name; "" where there is none."""
    found = _TITLED.fullmatch(label) if _NAMED.fullmatch(value) else None
    return found["name"] if found and all(map(_is_said_of_gradients, found["words"].split())) else ""


def _is_said_of_gradients(word: str) -> bool:
    return any(role in _SAYING for _, role in DICTIONARY.known_in(word.lower()))
