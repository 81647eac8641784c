"""Scanned signs: l and O where a machine took digits for letters, "0.6 . l.5 - O.4", "-0.l774", and д or ð for ∂.

And long dashes for minus, "= —2", and the l of wl where the exercise has a w1.
"""

import re

from gradbook.core.text.patterns import regex
from gradbook.written.lexicon import Lexicon

_LEAST = 2  # such signs, so that it is no slip
_DIGITS = str.maketrans("lIO", "110")
_SURE = regex(  # in a number
    r"(?<![\w.\\])[lIO](?=[.,][\dlO])|(?<=[\dlO][.,])[lIO](?=\d|(?![\w.]))|(?<=\d)[lIO](?=\.?\d)"
    r"|(?<=[ =(+*/·-])[lI](?=\d+(?![\w.(]))"
    r"|(?<![\w\\])(?<=[ =(,+*/-])\d+[lO](?![\w.(])"
)
_CERTAIN = regex(r"(?<![\w.])\d[.,][lI](?![\w.])")  # 0.l
_PARTIAL = regex(r"(?P<sign>[дð])[ ]?[A-Za-z]\w{0,6}[ ]?/[ ]?(?P=sign)(?=[ ]?[A-Za-z])")
_IN_WORD = regex(r"(?<!\w)(?:[A-Za-z]{3,12}1[a-z]{2,12}|1[a-z]{3,12})(?!\w)")  # Exerc1se, 1ost
_ALONE = regex(  # between signs
    r"(?:(?<=[=+*/×·(,])|(?<=[=+*/×·(,.−–-][ ])|(?<=[=+*/×·(, ][-−–]))"
    r"[lO](?=[ \t]*(?:[-+*/×·=).,;]|$|[ \t]{2,}|\())",
    re.MULTILINE,
)
_DASH = regex(r"(?:(?<=[=(·•*/+:,])|(?<=[=(·•*/+:,][ ]))—(?=[ ]?[\dlO.])")
_BETWEEN = regex(r"(?<=[\dO)][ ])—(?=[ ][\dlO.(])")
_NAMED = regex(r"(?<![\w\\])(?P<letter>[a-z])l(?![\w])")


def scanned(source: str, lexicon: Lexicon) -> str:
    """Return a source, as long as it was, with digits for letters that stand for them; names of the exercise stay."""
    slopes = 0
    if "д" in source or "ð" in source:
        source, slopes = _PARTIAL.subn(lambda slope: slope.group().replace(slope["sign"], "∂"), source)
    if "l" in lexicon.names or "O" in lexicon.names:
        return source
    dashes = len(_DASH.findall(source))
    slips = len(_SURE.findall(source)) + len(_IN_WORD.findall(source)) + dashes + bool(slopes)
    if slips < _LEAST and not _CERTAIN.search(source):
        return source
    if dashes:
        source = _BETWEEN.sub("-", _DASH.sub("-", source))
    source = _NAMED.sub(
        lambda name: name.group()[0] + "1" if f"{name['letter']}1" in lexicon.names else name.group(), source
    )
    source = _SURE.sub(lambda digit: digit.group().translate(_DIGITS), source)
    return _ALONE.sub(lambda digit: digit.group().translate(_DIGITS), source)
