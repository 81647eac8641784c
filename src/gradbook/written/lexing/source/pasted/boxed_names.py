"""Boxed names: a list whose items begin with a name in square or angle brackets, "[w] 3 * 2 = 6", "[df/dw]: 6"."""

import re

from gradbook.core.text.patterns import regex
from gradbook.written.lexicon import Lexicon
from gradbook.written.notation import plain

_BOXED = regex(
    r"^(?P<lead>[ \t]*(?:[-*•+][ \t]+)?)(?:\[[ ]?(?P<square>[^\W_][\w/]{0,15})[ ]?\]|<(?P<angle>[^\W_][\w/]{0,15})>)"
    r"(?P<colon>:?)(?P<gap>[ \t]+)(?=(?P<sign>[=≈:→]|->)?)(?![ \t])",
    re.MULTILINE,
)
_SLOPE = regex(r"[d∂](\w+)/[d∂](\w+)")
_BOX = regex(r"^[ \t]*[-*+][ \t]+\[ \]", re.MULTILINE)  # of a list of tasks, of which "[x]" is one that is done
_LEAST = 2  # different names, so that it is a list


def without_boxes(source: str, lexicon: Lexicon) -> str:
    """Return a source, as long as it was, with a colon behind each name for the brackets around it."""
    if _BOX.search(source):
        return source
    boxed = {one["square"] or one["angle"] for one in _BOXED.finditer(source)}
    names = {name for name in boxed if _is_named(name, lexicon)}

    def with_colon(one: re.Match[str]) -> str:
        name = one["square"] or one["angle"]
        colon = "" if one["sign"] else ":"
        return (one["lead"] + name + colon).ljust(len(one.group())) if name in names else one.group()

    return _BOXED.sub(with_colon, source) if len(names) >= _LEAST else source


def _is_named(text: str, lexicon: Lexicon) -> bool:
    """Whether a text is a quantity of the exercise, or a derivative."""
    slope = _SLOPE.fullmatch(text)
    return all(plain(name) in lexicon.names for name in (slope.groups() if slope else (text,)))
