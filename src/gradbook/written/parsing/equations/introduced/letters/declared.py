"""Declared gradients: how an answer says that it writes them, with a letter for any quantity.

notation: fk = derivative of f with respect to k        We write v' for the partial derivative ∂f/∂v
fa = b = 2                                              a' = f' · b = 2
"""

import re
from dataclasses import replace

from gradbook.graph.expression import Derivative
from gradbook.written.lexicon import Lexicon
from gradbook.written.notation import plain

_WORDS = (
    r"derivatives?|gradients?|ableitung(?:en)?|gradienten?|dérivées?|derivadas?|gradientes?|derivat[ae]"
    r"|gradienti?|afgeleiden?|pochodn[ae]|производн(?:ая|ую|ые)|导数|梯度|微分|勾配|미분|기울기"
)
_SLOPE = (
    r"(?:\\[dt]?frac\s*\{{\s*(?:\\partial|d)\s*{of}\s*\}}\s*\{{\s*(?:\\partial|d)\s*(?P=any)\s*\}}"
    r"|[d∂]\s?{of}\s?/\s?[d∂]\s?(?P=any)(?!\w)"
    rf"|(?:{_WORDS})[^.=\n]{{{{0,30}}}}?(?<![\w\\]){{of}}(?![\w\\])(?:w\.r\.t\.|[^.=\n]){{{{0,40}}}}?(?<![\w\\])(?P=any)(?!\w))"
)
_WRITTEN = r"(?<![\w\\.])(?P<lead>[A-Za-zδ]{0,2}?_?)\{?(?P<any>[a-z])\}?(?P<prime>'|’|′)?(?!\w)[$ )\"“”]{0,3}"
_SAYS = r"(?::?=|(?<![^\W\d])[^\W\d]{2,12}(?![^\W\d])|[ ,(`$]){1,8}?"  # "for the", "means", "la"


def with_declared(source: str, lexicon: Lexicon) -> Lexicon:
    """Return a lexicon that knows the names an answer gives to the derivatives of the output."""
    sought = _WRITTEN + _SAYS + r"[$ (]{0,3}" + _SLOPE.format(of=re.escape(lexicon.output))
    for said in re.finditer(sought, source, re.IGNORECASE):
        lead, prime = said["lead"].replace("_", ""), "prime" if said["prime"] else ""
        own = plain(lead + said["any"] + prime) in lexicon.names or lead + prime in ("", "d")  # which is known as it is
        if own or said["any"] in lexicon.names:
            continue
        nodes = lexicon.cone(lexicon.output)
        spelled = {plain(lead + name + prime): Derivative(lexicon.output, name) for name in nodes}
        found = {name: slope for name, slope in spelled.items() if name not in lexicon.names}
        return replace(lexicon, aliases={**lexicon.aliases, **found})
    return lexicon
