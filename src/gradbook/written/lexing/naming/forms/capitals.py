"""Capitals that a keyboard sets at the beginning of a line: "Df/dw = 6", "Dv 1", "Grad_w = 6", "W new 4.4"."""

import re
from functools import cache, partial

from gradbook.core.text.patterns import regex
from gradbook.written.lexicon import Lexicon

_LEAD = r"[ \t>|]*(?:[-*+•–][ \t]+|\(?\w{1,2}[.)][ \t]+)?(?:\*{1,2}|`)?"
_BEGINS = rf"(?m)(?:^{_LEAD}|(?<=[\w)][.;!?][ ]))"
_SAYS = r"[ ]*(?:[=:≈→←|]|->|=>|<-|[-+*/]=)|[ ]+[-−]?[\d.]"  # behind what is said of
_QUOTIENT = regex(
    _BEGINS + r"(?P<capital>D)(?P<of>[A-Za-z]\w{0,15}?)(?=[ ]?/[ ]?d[A-Za-z]|_?d[A-Za-z]\w{0,15}(?:" + _SAYS + "))"
)
_DIFFERENTIAL = regex(_BEGINS + r"(?P<capital>D)(?P<of>[A-Za-z]\w{0,15})(?=" + _SAYS + ")")
_GRADIENT = regex(_BEGINS + r"(?P<capital>[GD])(?=(?:rad|elta|)_(?P<of>[A-Za-z]\w{0,15})(?:" + _SAYS + "))")
_NAME = regex(
    _BEGINS
    + r"(?P<capital>[A-Z])(?P<rest>[A-Za-z0-9]{0,15})(?=(?:_\w{1,8}|\.grad|['’′⁺+]|(?<![AI])[ ][a-zà-ÿ]{2,9})?(?:"
    + _SAYS
    + "))"
)
_LEADS, _ENDS = regex(_LEAD), regex(r"[.;!?][ ]$")
_LONE_D = regex(r"(?<![^\W_])D(?![^\W_'’])")  # "D stands for the change"
_BARE = regex(r"[ ]+[-−]?[\d.]")  # "Y 1.7": a number without a sign may be a label's, "Q 10"
_SEVERAL = 2
_ASKED = regex(r"(?m)^[ \t>*]*Q[ ]?\d*[ ]?[:.]")  # "Q: What is w? A: 3"
_WORD = regex(r"\w+")


def as_named(source: str, lexicon: Lexicon) -> str:
    """Return a source with the names of an exercise in their own case where a line begins with them, as long as it was.

    A capital that the answer has elsewhere too is its own.
    """

    used = cache(partial(_is_used, source))
    bare = sum(_BARE.match(source, one.end()) is not None for one in _NAME.finditer(source))
    asked = _ASKED.search(source) is not None

    def of_name(found: re.Match[str]) -> str:
        of = found["of"]
        written = _WORD.match(source, found.start("capital"))
        if found.re is not _QUOTIENT and _LONE_D.search(source):
            return found.group()
        own = not lexicon.name(of) or lexicon.name(found["capital"] + of) or (written and used(written[0]))
        return found.group() if own else _small(found)

    def name(found: re.Match[str]) -> str:
        capital, rest = found["capital"], found["rest"]
        own = lexicon.name(capital + rest) is not None or lexicon.name(capital.lower() + rest) is None
        own = (
            own
            or (capital + rest in ("Q", "A") and asked)
            or (bare < _SEVERAL and _BARE.match(source, found.end()) is not None)
        )
        return found.group() if own or used(capital + rest) else _small(found)

    for form in (_QUOTIENT, _DIFFERENTIAL, _GRADIENT):
        source = form.sub(of_name, source)
    return _NAME.sub(name, source)


def _small(found: re.Match[str]) -> str:
    at = found.start("capital") - found.start()
    return found.group()[:at] + found.group()[at].lower() + found.group()[at + 1 :]


def _is_used(source: str, name: str) -> bool:
    """Whether a capital stands where no keyboard sets one: within a line."""
    for found in re.finditer(rf"(?<![^\W_]){name}(?![^\W_])", source):
        before = source[source.rfind("\n", 0, found.start()) + 1 : found.start()]
        if not _LEADS.fullmatch(before) and not _ENDS.search(before):
            return True
    return False
